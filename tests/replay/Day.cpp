// SPDX-License-Identifier: GPL-3.0-or-later
#include "replay/Day.h"

#include <algorithm>
#include <cstdio>
#include <unistd.h>

namespace soban::replay {

namespace {

/// How long after the last plan the day goes on for orders that are still open.
constexpr double kLongestOvertimeMinutes = 12 * 60;
constexpr int kMostNamed = 20;

} // namespace

Day::Day(const Plan &plan, Cast &cast, Processes &processes)
    : m_plan(plan)
    , m_cast(cast)
    , m_processes(processes)
    , m_isTerminal(::isatty(STDOUT_FILENO) == 1) {
    connect(&m_cast, &Cast::allOrdersEnded, this, [this] { finish({}); });
    connect(&m_cast, &Cast::overtimeBegan, this, [this](int riders, int orders) {
        tell(QStringLiteral("overtime: %1 orders are still open, %2 riders stay")
                 .arg(orders)
                 .arg(riders));
    });
    connect(&m_processes, &Processes::serverBack, this, &Day::serverBack);
    connect(&m_progress, &QTimer::timeout, this, &Day::tellProgress);
}

std::pair<double, double> Day::span(const Instance &instance) {
    double first = instance.orders.first().placedMinute;
    double last = 0;
    for (const PlacedOrder &order : instance.orders) {
        first = std::min(first, order.placedMinute);
        last = std::max(last, order.readyMinute);
    }
    for (const Courier &courier : instance.couriers) {
        first = std::min(first, courier.onMinute);
        last = std::max(last, courier.offMinute);
    }
    return {first, last};
}

void Day::at(double minute, std::function<void()> what) {
    QTimer::singleShot(m_plan.clock.wallTimeUntil(m_plan.timeline.at(minute)), Qt::PreciseTimer,
                       this, std::move(what));
}

void Day::begin() {
    m_sinceBegin.start();
    for (const auto &rider : m_cast.riders())
        rider->begin();
    for (std::size_t i = 0; i < m_cast.customers().size(); ++i) {
        CustomerActor *customer = m_cast.customers()[i].get();
        at(m_plan.instance.orders[qsizetype(i)].placedMinute,
           [customer] { customer->placeOrder(); });
    }
    planKills();
    at(span(m_plan.instance).second + kLongestOvertimeMinutes, [this] { finish(hanging()); });
    m_progress.start(m_isTerminal ? 1000 : 10'000);
}

/// Between the first order and the last: with nothing going on there is nothing to lose.
void Day::planKills() {
    client::Random random = client::randomOf(m_plan.seed + 77);
    double first = m_plan.instance.orders.first().placedMinute;
    double last = 0;
    for (const PlacedOrder &order : m_plan.instance.orders) {
        first = std::min(first, order.placedMinute);
        last = std::max(last, order.readyMinute);
    }
    std::uniform_real_distribution<double> moment(first, last);
    for (int i = 0; i < m_plan.kills; ++i)
        at(moment(random), [this] { m_processes.killServer(); });
}

void Day::serverBack(qint64 downMs, const QString &fault) {
    if (!fault.isEmpty()) {
        finish(QStringLiteral("after a kill: ") + fault);
        return;
    }
    tell(QStringLiteral("server killed; it was back after %1 ms").arg(downMs));
}

/// A line that stays; on a terminal, progress is rewritten in place below it.
void Day::tell(const QString &line) const {
    std::printf("%s%s\n", m_isTerminal ? "\n" : "", qPrintable(line));
}

void Day::tellProgress() {
    const qint64 nowMs = m_sinceBegin.elapsed();
    const qint64 events = m_cast.eventsHeard();
    const double rate =
        double(events - m_eventsTold) * 1000 / double(std::max<qint64>(nowMs - m_toldMs, 1));
    m_eventsTold = events;
    m_toldMs = nowMs;
    const auto &riders = m_cast.riders();
    const auto count = [&riders](auto test) {
        return int(
            std::count_if(riders.cbegin(), riders.cend(), [&](const auto &r) { return test(*r); }));
    };
    const QString time = Timeline::toText(m_plan.timeline.minuteOf(m_plan.clock.now()));
    std::printf("%s%s  placed %d  completed %d  open %d  %.0f events/s  riders busy %d of %d%s",
                m_isTerminal ? "\r" : "", qPrintable(time), m_cast.placed(), m_cast.completed(),
                m_cast.placed() - m_cast.ended(), rate,
                count([](const RiderActor &rider) { return rider.isBusy(); }),
                count([](const RiderActor &rider) { return rider.isOnDuty(); }),
                m_isTerminal ? "   " : "\n");
    std::fflush(stdout);
}

QString Day::hanging() const {
    QStringList names;
    for (const auto &customer : m_cast.customers()) {
        if (customer->isOver())
            continue;
        const QString state =
            customer->state() ? QString(toText(*customer->state())) : QStringLiteral("not placed");
        names.append(customer->errand().orderName + u' ' + state);
    }
    const auto more = names.size() - kMostNamed;
    if (more > 0)
        names = names.first(kMostNamed) << QStringLiteral("%1 more").arg(more);
    return QStringLiteral("still open: ") + names.join(QStringLiteral(", "));
}

void Day::finish(const QString &fault) {
    if (!m_progress.isActive())
        return;
    tellProgress();
    if (m_isTerminal)
        std::printf("\n");
    m_progress.stop();
    m_wallMs = m_sinceBegin.elapsed();
    for (const auto &rider : m_cast.riders())
        rider->sendHome();
    emit ended(fault);
}

} // namespace soban::replay
