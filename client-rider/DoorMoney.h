// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clock/Clock.h"
#include "desk/SettingsFile.h"
#include "domain/Id.h"
#include "domain/Money.h"

#include <QDate>

namespace soban::rider_app {

/// What the rider has received at doors. It is not theirs, so it stands apart from what they earn.
/// The server knows whether an order is paid, not who carries the money: that is kept here, on this
/// computer, for some days.
class DoorMoney : public QObject {
    Q_OBJECT

public:
    static constexpr int kKeptDays = 7;

    /// `file`: of this rider alone.
    DoorMoney(const QString &file, const Clock &clock, QObject *parent = nullptr);

    bool isReceived(OrderId order) const { return received(order).has_value(); }
    /// Nothing if nothing was, or if that is too long ago.
    std::optional<Money> received(OrderId order) const;
    /// As the rider says, at the door.
    void setReceived(OrderId order, const Money &amount, bool received);
    /// Today's, by this computer's calendar; nothing if nothing was received.
    std::optional<Money> today() const;

signals:
    void changed();

private:
    struct Entry {
        Money amount;
        Instant receivedAt;
    };
    static std::optional<Entry> entryOf(const QVariant &value);
    QDate dayOf(Instant moment) const;

    const Clock &m_clock;
    desk::SettingsFile m_file; ///< by order: "19000 KRW 1763710000000"
};

} // namespace soban::rider_app
