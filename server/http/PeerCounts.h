// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QHostAddress>
#include <QList>
#include <QMutex>

#include <memory>
#include <optional>

namespace soban::http {

/// How many connections each address has at the moment, at all the listeners that share this.
///
/// A household or an office has one IPv4 address, or a /64 network of IPv6 addresses: that is what
/// counts as one. All functions may be called on any thread.
class PeerCounts : public std::enable_shared_from_this<PeerCounts> {
public:
    /// `unlimited`: addresses that may have any number, because others stand behind them.
    static std::shared_ptr<PeerCounts> make(int mostPerAddress,
                                            const QList<QHostAddress> &unlimited = {});

    /// One connection that counts, for as long as this lives.
    class Place {
    public:
        Place(Place &&) noexcept = default;
        Place &operator=(Place &&) = delete;
        Place(const Place &) = delete;
        Place &operator=(const Place &) = delete;
        ~Place();

    private:
        friend class PeerCounts;
        Place(std::shared_ptr<PeerCounts> counts, quint64 network);

        std::shared_ptr<PeerCounts> m_counts; // nothing when moved from
        quint64 m_network;
    };

    /// Nothing when that address has as many as it may.
    std::optional<Place> take(const QHostAddress &address);
    /// Connections of that address.
    int count(const QHostAddress &address) const;

private:
    PeerCounts(int mostPerAddress, const QList<QHostAddress> &unlimited);

    bool isUnlimited(const QHostAddress &address) const;
    static quint64 networkOf(const QHostAddress &address);
    void giveBack(quint64 network);

    const int m_most;
    const QList<QHostAddress> m_unlimited;
    mutable QMutex m_mutex;
    QHash<quint64, int> m_counts; // guarded; only those that have some
};

} // namespace soban::http
