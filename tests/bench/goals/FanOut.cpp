// SPDX-License-Identifier: GPL-3.0-or-later
// P5: one event to 5,000 subscribers: a delivery that is ready, and every rider near it.
#include "goals/EventTimes.h"
#include "goals/Goals.h"
#include "stage/OwnOrders.h"
#include "stage/Requests.h"

namespace soban::bench {

namespace {

constexpr int kRiders = 5'000;
constexpr int kEvents = 5;
constexpr std::chrono::seconds kPatience{60};

/// Makes one order ready and waits until every rider was told; their delays.
Result<Histogram, QString> tellAll(HttpLoad &load, StreamSwarm &swarm, EventTimes &times,
                                   const House &house) {
    const auto order = placeOneEach(load, house.town, 1);
    if (!order)
        return order.error();
    const auto lastStep = prepareUntilLastStep(load, order->first());
    if (!lastStep)
        return lastStep.error();
    times.clear();
    CommitWatch watch(house.databaseFile, kCommitLook);
    const auto ready = load.ask(*lastStep);
    const Moment deadline = Clock::now() + kPatience;
    while (times.count() < kRiders && Clock::now() < deadline)
        swarm.pass(std::chrono::milliseconds(20));
    watch.stop();
    if (times.count() < kRiders)
        return QStringLiteral("%1 riders were told, %2 streams are open, the shop's answer was %3")
            .arg(times.count())
            .arg(swarm.openCount())
            .arg(ready ? ready->status : 0);
    return times.since(watch);
}

} // namespace

Outcome measureFanOut(Stage &stage) {
    const auto house = stage.open({.riders = kRiders});
    if (!house)
        return Outcome::brokenOff(house.error());
    Poller poller;
    EventTimes times;
    HttpLoad load(poller, house->server->port(), 1);
    const qint64 before = house->server->residentKiB();
    StreamSwarm swarm(poller, house->server->port(), times.told());
    if (!swarm.open(house->town.riderTokens))
        return Outcome::brokenOff(QStringLiteral("the streams do not open"));
    const double socketKiB = double(house->server->residentKiB() - before) / kRiders;

    Histogram delays;
    for (int i = 0; i < kEvents; ++i) {
        const auto told = tellAll(load, swarm, times, *house);
        if (!told)
            return Outcome::brokenOff(told.error());
        delays.merge(*told);
    }
    const QString ms = QStringLiteral("ms");
    return {
        {atMost(QStringLiteral("p99, on one core"), millisecondsOf(delays.quantile(0.99)), ms, 150),
         atMost(QStringLiteral("memory for a socket"), socketKiB, QStringLiteral("KiB"), 20)},
        {{QStringLiteral("p50"), millisecondsOf(delays.quantile(0.5)), ms},
         {QStringLiteral("the last one"), millisecondsOf(delays.longest()), ms}}};
}

} // namespace soban::bench
