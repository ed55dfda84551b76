// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/PeerCounts.h"

#include <QMutexLocker>
#include <QtEndian>

#include <algorithm>

namespace soban::http {

std::shared_ptr<PeerCounts> PeerCounts::make(int mostPerAddress,
                                             const QList<QHostAddress> &unlimited) {
    return std::shared_ptr<PeerCounts>(new PeerCounts(mostPerAddress, unlimited));
}

PeerCounts::PeerCounts(int mostPerAddress, const QList<QHostAddress> &unlimited)
    : m_most(mostPerAddress), m_unlimited(unlimited) {}

PeerCounts::Place::Place(std::shared_ptr<PeerCounts> counts, quint64 network)
    : m_counts(std::move(counts)), m_network(network) {}

PeerCounts::Place::~Place() {
    if (m_counts)
        m_counts->giveBack(m_network);
}

std::optional<PeerCounts::Place> PeerCounts::take(const QHostAddress &address) {
    const quint64 network = networkOf(address);
    const QMutexLocker lock(&m_mutex);
    int &count = m_counts[network];
    if (count >= m_most && !isUnlimited(address))
        return std::nullopt;
    ++count;
    return Place(shared_from_this(), network);
}

/// Address by address: who shares a network with a proxy is none.
bool PeerCounts::isUnlimited(const QHostAddress &address) const {
    return std::any_of(m_unlimited.begin(), m_unlimited.end(), [&](const QHostAddress &one) {
        return one.isEqual(address, QHostAddress::TolerantConversion);
    });
}

int PeerCounts::count(const QHostAddress &address) const {
    const QMutexLocker lock(&m_mutex);
    return m_counts.value(networkOf(address));
}

quint64 PeerCounts::networkOf(const QHostAddress &address) {
    // No IPv6 network in use begins like this, so the two kinds cannot meet.
    constexpr quint64 kIPv4 = 0x0000'ffff'0000'0000;
    bool isIPv4 = false;
    const quint32 ipv4 = address.toIPv4Address(&isIPv4); // also of ::ffff:1.2.3.4
    if (isIPv4)
        return kIPv4 | ipv4;
    return qFromBigEndian<quint64>(address.toIPv6Address().c);
}

void PeerCounts::giveBack(quint64 network) {
    const QMutexLocker lock(&m_mutex);
    const auto entry = m_counts.find(network);
    if (--*entry == 0)
        m_counts.erase(entry);
}

} // namespace soban::http
