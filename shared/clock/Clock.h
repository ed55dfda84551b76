// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Instant.h"

#include <atomic>

namespace soban {

/// The only source of the present moment. Every method is safe from any thread.
class Clock {
public:
    virtual ~Clock() = default;
    virtual Instant now() const = 0;
    /// How long to wait on the wall for `span` of this clock to pass; never negative.
    virtual std::chrono::milliseconds wallTimeFor(std::chrono::milliseconds span) const = 0;
};

/// The machine's clock.
class SystemClock : public Clock {
public:
    Instant now() const override;
    std::chrono::milliseconds wallTimeFor(std::chrono::milliseconds span) const override;
};

/// The machine's clock as it stood when this object was made, going on with the time that has
/// passed since, asleep or not: whoever sets the machine's clock moves this one neither way, so
/// that nothing ends early (G12).
class SteadyClock : public Clock {
public:
    SteadyClock();

    Instant now() const override;
    std::chrono::milliseconds wallTimeFor(std::chrono::milliseconds span) const override;

private:
    /// The wall's time, less how long the machine had been on by then.
    const std::chrono::nanoseconds m_offset;
};

/// A clock that shows `shownAtAnchor` when the wall shows `wallAnchor` and runs `speed` times as
/// fast from there. Two processes given the same three numbers agree, also after a restart, as long
/// as nobody sets the wall's clock; each for itself goes on steadily if somebody does.
class ScaledClock : public Clock {
public:
    ScaledClock(Instant wallAnchor, Instant shownAtAnchor, double speed);

    Instant now() const override;
    std::chrono::milliseconds wallTimeFor(std::chrono::milliseconds span) const override;

private:
    SteadyClock m_wall;
    Instant m_wallAnchor;
    Instant m_shownAtAnchor;
    double m_speed;
};

/// A clock that a test sets and moves by hand.
class ManualClock : public Clock {
public:
    explicit ManualClock(Instant start) : m_ms(start.ms()) {}

    Instant now() const override { return Instant::fromMs(m_ms.load()); }
    std::chrono::milliseconds wallTimeFor(std::chrono::milliseconds) const override;
    void advance(std::chrono::milliseconds span) { m_ms += span.count(); }

private:
    std::atomic<qint64> m_ms;
};

} // namespace soban
