// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/TimerService.h"

#include "events/OwnWork.h"

#include <algorithm>

namespace soban::app {

namespace {

using namespace std::chrono_literals;

constexpr int kTimersPerTransaction = 64;
/// The clock may be set; so it is looked at now and then even if nothing seems due for long.
constexpr std::chrono::milliseconds kLongestSleep = 30s;
constexpr std::chrono::milliseconds kRetry = 500ms;

} // namespace

TimerService::TimerService(WriteQueue &writes, Desk desk, const Clock &clock, QObject *parent)
    : QObject(parent), m_writes(writes), m_desk(std::move(desk)), m_clock(clock), m_wake(this) {
    m_wake.setSingleShot(true);
    connect(&m_wake, &QTimer::timeout, this, &TimerService::look);
}

void TimerService::look() {
    if (m_isLooking) {
        m_lookAgain = true;
        return;
    }
    m_isLooking = true;
    struct Found {
        bool isMore = false;
        std::optional<Instant> next;
    };
    const auto work = [this] {
        const bool isMore = fireDue();
        return Found{isMore, m_desk.book.nextDue()};
    };
    askFor(this, m_writes, work, [this](const std::optional<Found> &found) {
        if (found)
            looked(found->isMore, found->next);
        else
            tryLater();
    });
}

void TimerService::lookBy(Instant due) {
    if (m_isLooking) {
        m_lookAgain = true; // the look may have begun before the timer was set
        return;
    }
    const auto wait = m_clock.wallTimeFor(due - m_clock.now()) + 1ms;
    if (!m_wake.isActive() || m_wake.remainingTimeAsDuration() > wait)
        m_wake.start(std::max(wait, 1ms));
}

void TimerService::tryLater() {
    m_isLooking = false;
    m_wake.start(kRetry);
}

bool TimerService::fireDue() {
    const auto timers = m_desk.book.due(m_clock.now(), kTimersPerTransaction);
    for (const Timer &timer : timers) {
        if (m_desk.book.strike(timer))
            m_desk.fire(timer);
    }
    return timers.size() == kTimersPerTransaction;
}

void TimerService::looked(bool isMore, std::optional<Instant> next) {
    m_isLooking = false;
    if (std::exchange(m_lookAgain, false) || isMore) {
        look();
        return;
    }
    auto sleep = kLongestSleep;
    if (next)
        sleep = std::min(sleep, m_clock.wallTimeFor(*next - m_clock.now()) + 1ms);
    m_wake.start(sleep);
}

} // namespace soban::app
