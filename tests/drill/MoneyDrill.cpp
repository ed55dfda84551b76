// SPDX-License-Identifier: GPL-3.0-or-later
#include "drill/MoneyDrill.h"

#include <algorithm>
#include <array>
#include <vector>

namespace soban::drill {

namespace {

constexpr int kMoneyStock = 1'000'000;
constexpr int kWalks = 96;
constexpr int kMoneyShops = 8;
constexpr int kMoneyRiders = 4;
/// A minute of the server's takes a second: timers fire while the drill goes on.
constexpr double kMoneySpeed = 60;

struct Misdeed {
    const char *kind;
    const char *operation;
    double probability;
    int delayMs;
};

/// What the provider does of some calls; the first that falls counts.
constexpr std::array kMisdeeds{Misdeed{"declined", "charge", 0.10, 0},
                               Misdeed{"late", "any", 0.05, 15},
                               Misdeed{"errorAfterWork", "any", 0.02, 0},
                               Misdeed{"errorBeforeWork", "any", 0.01, 0},
                               Misdeed{"dropAfterWork", "any", 0.02, 0},
                               Misdeed{"dropBeforeWork", "any", 0.01, 0},
                               Misdeed{"providerError", "any", 0.01, 0},
                               Misdeed{"down", "any", 0.01, 0},
                               Misdeed{"lateWork", "any", 0.01, 600}, // later than the server waits
                               Misdeed{"never", "any", 0.01, 0},
                               Misdeed{"silent", "any", 0.005, 0},
                               Misdeed{"loseWebhook", "webhook", 0.10, 0},
                               Misdeed{"repeatWebhook", "webhook", 0.10, 0},
                               Misdeed{"delayWebhook", "webhook", 0.10, 400}};

} // namespace

Result<Reckoning, QString> reckonAtRest(Stand &stand, int stock) {
    constexpr std::chrono::seconds kPatience{240};
    constexpr std::chrono::milliseconds kBetweenLooks{200};
    const bench::Moment deadline = bench::Clock::now() + kPatience;
    while (true) {
        const auto isQuiet = isAtRest(stand.database());
        if (!isQuiet)
            return isQuiet.error();
        // What never comes to rest is reckoned as it is.
        if (*isQuiet || bench::Clock::now() > deadline)
            break;
        const bench::Moment next = bench::Clock::now() + kBetweenLooks;
        while (bench::Clock::now() < next)
            stand.line().poller.turn(next);
    }
    const auto ledger = stand.ledger();
    if (!ledger)
        return ledger.error();
    return reckon(stand.database(), *ledger, stock);
}

MoneyOutcome MoneyDrill::run(qint64 orders) {
    Fault fault = open();
    if (!fault)
        fault = misbehave();
    if (!fault)
        fault = walk(orders);
    if (!fault)
        fault = m_stand.clearFaults();
    if (!fault)
        settle();
    else
        m_outcome.faults.append(*fault);
    return m_outcome;
}

Fault MoneyDrill::open() {
    Stand::Plan plan;
    plan.engine = m_engine;
    plan.size.shops = kMoneyShops;
    plan.size.customers = kWalks;
    plan.size.riders = kMoneyRiders;
    plan.size.stock = kMoneyStock;
    plan.speed = kMoneySpeed;
    plan.settings = {QStringLiteral("payment.restMs=200"), QStringLiteral("order.answerMinutes=1"),
                     QStringLiteral("order.payAgainMinutes=1"),
                     QStringLiteral("order.autoCompleteMinutes=1")};
    return m_stand.open(plan);
}

Fault MoneyDrill::misbehave() {
    Fault fault = m_stand.addFault({{QStringLiteral("seed"), qint64(m_random.generate())}});
    for (const Misdeed &misdeed : kMisdeeds) {
        if (!fault)
            fault = m_stand.addFault(
                {{QStringLiteral("kind"), QLatin1StringView(misdeed.kind)},
                 {QStringLiteral("operation"), QLatin1StringView(misdeed.operation)},
                 {QStringLiteral("probability"), misdeed.probability},
                 {QStringLiteral("delayMs"), misdeed.delayMs}});
    }
    return fault;
}

/// So many calls in a row are not answered that the provider is left alone for a while.
Fault MoneyDrill::hang() {
    constexpr int kCalls = 12;
    ++m_outcome.outages;
    return m_stand.addFault(
        {{QStringLiteral("kind"), QStringLiteral("silent")}, {QStringLiteral("count"), kCalls}});
}

Fault MoneyDrill::walk(qint64 orders) {
    constexpr std::chrono::milliseconds kTurnOfMoney{2};
    constexpr std::chrono::seconds kStandstill{30};
    constexpr qint64 kOrdersToOutage = 1000;
    Scribe scribe(m_stand, m_random);
    qint64 left = orders;
    std::vector<std::unique_ptr<MoneyWalk>> walks;
    for (int number = 0; number < kWalks; ++number)
        walks.push_back(std::make_unique<MoneyWalk>(
            MoneyWalk::Scene{m_stand, scribe, m_random, left, m_outcome.tally}, number));
    const bench::Moment begin = bench::Clock::now();
    qint64 nextOutage = orders - kOrdersToOutage / 10;
    bench::Moment lastStep = begin;
    qint64 lastSteps = 0;
    const auto isOver = [&] {
        return left == 0 && std::all_of(walks.begin(), walks.end(),
                                        [](const auto &walk) { return walk->isAtRest(); });
    };
    while (!isOver() && m_outcome.tally.faults.isEmpty()) {
        for (const auto &walk : walks)
            walk->goOn();
        const bench::Moment now = bench::Clock::now();
        m_stand.line().poller.turn(now + kTurnOfMoney);
        if (left < nextOutage) {
            nextOutage -= kOrdersToOutage;
            if (const auto fault = hang())
                return fault;
        }
        const qint64 steps = m_outcome.tally.steps + m_outcome.tally.tooLate;
        if (std::exchange(lastSteps, steps) != steps)
            lastStep = now;
        else if (now - lastStep > kStandstill)
            return QStringLiteral("nothing is answered for half a minute");
    }
    m_outcome.seconds = bench::secondsOf(bench::Clock::now() - begin);
    return std::nullopt;
}

void MoneyDrill::settle() {
    const auto reckoning = reckonAtRest(m_stand, kMoneyStock);
    if (!reckoning) {
        m_outcome.faults.append(reckoning.error());
        return;
    }
    m_outcome.reckoning = *reckoning;
    // Each order was asked for once, however often that was said.
    if (reckoning->orders != m_outcome.tally.placed)
        m_outcome.faults.append(QStringLiteral("%1 orders were answered, and there are %2")
                                    .arg(m_outcome.tally.placed)
                                    .arg(reckoning->orders));
    if (const auto fault = m_stand.server().stop())
        m_outcome.faults.append(*fault);
}

} // namespace soban::drill
