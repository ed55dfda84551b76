// SPDX-License-Identifier: GPL-3.0-or-later
#include "drill/RaceDrill.h"

#include "drill/MoneyDrill.h"
#include "storage/Database.h"
#include "storage/StorageError.h"
#include "storage/StoredValues.h"

#include <algorithm>

namespace soban::drill {

namespace {

constexpr int kRaceStock = 1'000'000;
/// A minute of the server's takes a second.
constexpr double kRaceSpeed = 60;
constexpr int kLanes = 32;
constexpr int kLanesAtTimers = 300; ///< each of which waits for a second

} // namespace

RaceOutcome RaceDrill::run(int races) {
    Fault fault = open();
    for (const RacePair &pair : racePairs()) {
        if (!fault)
            fault = race(pair, races);
    }
    if (!fault)
        fault = settle();
    if (fault)
        m_outcome.faults.append(*fault);
    return m_outcome;
}

Fault RaceDrill::open() {
    Stand::Plan plan;
    plan.engine = m_engine;
    plan.size.shops = 4;
    plan.size.customers = kLanes;
    plan.size.riders = 2;
    plan.size.stock = kRaceStock;
    plan.speed = kRaceSpeed;
    plan.settings = {QStringLiteral("order.answerMinutes=1"),
                     QStringLiteral("order.payAgainMinutes=10"),
                     QStringLiteral("order.autoCompleteMinutes=1")};
    m_scribe = std::make_unique<Scribe>(m_stand, m_random);
    return m_stand.open(plan);
}

Fault RaceDrill::race(const RacePair &pair, int races) {
    constexpr std::chrono::microseconds kShortTurn{500};
    constexpr std::chrono::seconds kNothingHappens{30};
    RaceTally tally;
    qint64 left = races;
    std::vector<std::unique_ptr<RaceLane>> lanes;
    const int most = pair.kind == RacePair::Kind::AgainstTimer ? kLanesAtTimers : kLanes;
    for (int number = 0; number < std::min(most, races); ++number)
        lanes.push_back(std::make_unique<RaceLane>(
            RaceLane::Scene{m_stand, *m_scribe, m_random, pair, left, tally}, number));
    const auto isOver = [&] {
        return left == 0 && std::all_of(lanes.begin(), lanes.end(),
                                        [](const auto &lane) { return lane->isAtRest(); });
    };
    bench::Moment lastRace = bench::Clock::now();
    qint64 lastRaces = 0;
    Fault fault;
    while (!fault && !isOver() && tally.faults.isEmpty()) {
        for (const auto &lane : lanes)
            lane->goOn();
        const bench::Moment now = bench::Clock::now();
        m_stand.line().poller.turn(now + kShortTurn);
        if (std::exchange(lastRaces, tally.races) != tally.races)
            lastRace = now;
        else if (now - lastRace > kNothingHappens)
            fault = pair.name + QStringLiteral(": no race ends for half a minute");
    }
    m_outcome.races += tally.races;
    m_outcome.spoiled += tally.spoiled;
    m_outcome.pairs.append({pair.name, tally.races, tally.wonByFirst, tally.wonBySecond});
    m_outcome.faults += tally.faults;
    m_ends.insert(tally.ends);
    return fault;
}

Fault RaceDrill::settle() {
    const auto reckoning = reckonAtRest(m_stand, kRaceStock);
    if (!reckoning)
        return reckoning.error();
    m_outcome.reckoning = *reckoning;
    try {
        return holdEnds();
    } catch (const storage::StorageError &error) {
        return QString::fromUtf8(error.what());
    }
}

Fault RaceDrill::holdEnds() {
    storage::Database database(m_stand.database(), storage::Database::Access::ReadOnly);
    storage::Rows rows = database.query("SELECT id, state, total, settlement FROM orders");
    while (rows.next()) {
        const auto order = rows.id<OrderId>(0);
        const auto end = m_ends.constFind(order);
        if (end == m_ends.cend())
            continue;
        const auto settled =
            rows.isNull(3)
                ? std::nullopt
                : std::optional(storage::settlementFromText(rows.utf8(3)).refund.minor());
        if (settled != end->settledMinor)
            m_outcome.reckoning.blame(
                QStringLiteral("%1 is not settled as its race was won").arg(order.toText()));
        if (rows.word<OrderState>(1) != end->state || rows.integer(2) != end->totalMinor)
            m_outcome.reckoning.blame(
                QStringLiteral("%1 is %2 for %3, and its race was won for %4 for %5")
                    .arg(order.toText(), rows.text(1))
                    .arg(rows.integer(2))
                    .arg(QString(toText(end->state)))
                    .arg(end->totalMinor));
    }
    return m_stand.server().stop();
}

} // namespace soban::drill
