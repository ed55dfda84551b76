// SPDX-License-Identifier: GPL-3.0-or-later
#include "clock/Clock.h"

#include <algorithm>
#include <cmath>

#include <ctime>

namespace soban {

Instant SystemClock::now() const {
    return Instant::fromMs(QDateTime::currentMSecsSinceEpoch());
}

std::chrono::milliseconds SystemClock::wallTimeFor(std::chrono::milliseconds span) const {
    return std::max(span, std::chrono::milliseconds::zero());
}

namespace {

/// How long the machine has been on.
std::chrono::nanoseconds machineTime() {
#ifdef CLOCK_BOOTTIME
    timespec time{};
    ::clock_gettime(CLOCK_BOOTTIME, &time);
    return std::chrono::seconds(time.tv_sec) + std::chrono::nanoseconds(time.tv_nsec);
#else
    return std::chrono::steady_clock::now().time_since_epoch();
#endif
}

} // namespace

SteadyClock::SteadyClock()
    : m_offset(std::chrono::system_clock::now().time_since_epoch() - machineTime()) {}

Instant SteadyClock::now() const {
    const auto wall = std::chrono::floor<std::chrono::milliseconds>(m_offset + machineTime());
    return Instant::fromMs(wall.count());
}

std::chrono::milliseconds SteadyClock::wallTimeFor(std::chrono::milliseconds span) const {
    return std::max(span, std::chrono::milliseconds::zero());
}

ScaledClock::ScaledClock(Instant wallAnchor, Instant shownAtAnchor, double speed)
    : m_wallAnchor(wallAnchor), m_shownAtAnchor(shownAtAnchor), m_speed(speed) {
    Q_ASSERT(speed > 0);
}

Instant ScaledClock::now() const {
    const auto passed = m_wall.now() - m_wallAnchor;
    return m_shownAtAnchor +
           std::chrono::milliseconds(qint64(static_cast<double>(passed.count()) * m_speed));
}

std::chrono::milliseconds ScaledClock::wallTimeFor(std::chrono::milliseconds span) const {
    constexpr double kFarthestMs = 1e15; // what a slow clock makes of "never" must still fit
    const double wallMs = std::ceil(static_cast<double>(span.count()) / m_speed);
    return std::chrono::milliseconds(qint64(std::clamp(wallMs, 0.0, kFarthestMs)));
}

std::chrono::milliseconds ManualClock::wallTimeFor(std::chrono::milliseconds) const {
    // Nobody can tell when a hand will move the clock: look again soon.
    return std::chrono::milliseconds(5);
}

} // namespace soban
