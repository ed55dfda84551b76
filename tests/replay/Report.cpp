// SPDX-License-Identifier: GPL-3.0-or-later
#include "replay/Report.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace soban::replay {

namespace {

double minutesBetween(Instant from, Instant to) {
    return double((to - from).count()) / 60'000;
}

QString figures(const QString &name, const QList<double> &minutes) {
    return QStringLiteral("%1: mean %2 min, p90 %3 min")
        .arg(name)
        .arg(meanOf(minutes), 0, 'f', 1)
        .arg(p90Of(minutes), 0, 'f', 1);
}

} // namespace

double meanOf(const QList<double> &values) {
    return values.isEmpty()
               ? 0
               : std::accumulate(values.cbegin(), values.cend(), 0.0) / double(values.size());
}

double p90Of(QList<double> values) {
    if (values.isEmpty())
        return 0;
    std::sort(values.begin(), values.end());
    return values[qsizetype(std::ceil(0.9 * double(values.size()))) - 1];
}

void Report::addTimes(const QList<contract::OrderAudit> &audits) {
    for (const contract::OrderAudit &audit : audits) {
        const OrderTimes &times = audit.times;
        if (times.delivered)
            clickToDoorMinutes.append(minutesBetween(times.created, *times.delivered));
        if (times.ready && times.pickedUp)
            readyToPickUpMinutes.append(minutesBetween(*times.ready, *times.pickedUp));
    }
}

QStringList Report::toLines() const {
    const double seconds = double(wallMs) / 1000;
    return {QStringLiteral("orders: %1 placed, %2 completed, %3 undelivered")
                .arg(orders)
                .arg(completed)
                .arg(orders - completed),
            figures(QStringLiteral("click to door"), clickToDoorMinutes),
            figures(QStringLiteral("ready to pick-up"), readyToPickUpMinutes),
            QStringLiteral("wall time %1 s, %2 kills, %3 races for a delivery lost")
                .arg(seconds, 0, 'f', 1)
                .arg(kills)
                .arg(lostRaces),
            QStringLiteral("events: %1 pushed, %2 polled, %3/s")
                .arg(events - polledEvents)
                .arg(polledEvents)
                .arg(seconds > 0 ? double(events) / seconds : 0, 0, 'f', 0)};
}

QString Report::verdict() const {
    return QStringLiteral("replay: %1 orders, %2 completed, %3 imbalances, %4 missed events")
        .arg(orders)
        .arg(completed)
        .arg(imbalances)
        .arg(missedEvents);
}

} // namespace soban::replay
