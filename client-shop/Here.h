// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Instant.h"
#include "domain/Shop.h"
#include "domain/Text.h"

#include <QDate>
#include <QString>
#include <QTimeZone>

namespace soban::shop_app {

/// Where and when something is said: the moment, the clocks that the shop goes by, whatever this
/// computer's own show, the trade, which has words of its own, and whether the shop has a courier.
struct Here {
    Instant now;
    QTimeZone zone;
    ShopKind kind = ShopKind::Food;
    bool hasOwnDelivery = false;

    QDate dayOf(Instant at) const { return at.toUtc().toTimeZone(zone).date(); }
    QDate today() const { return dayOf(now); }
    QString clock(Instant at) const;
    /// "Today 18:00", "Tomorrow 18:00", "Sat 28 Nov, 18:00".
    QString moment(Instant at, Language language) const;
    /// The clock alone for today, otherwise with the day, as within a sentence.
    QString shortMoment(Instant at, Language language) const;
    /// As `moment`, within a sentence.
    QString momentWithin(Instant at, Language language) const;
};

} // namespace soban::shop_app
