// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clock/Clock.h"

#include <memory>
#include <mutex>

namespace soban::replay {

/// What makes the clocks of all processes agree.
struct Anchors {
    Instant wall;
    Instant shown;
    double speed;
};

/// The replay's own copy of the town's clock. It is set anew between the set-up and the day, as the
/// server's and the sandbox's are by their restart.
class TownClock : public Clock {
public:
    explicit TownClock(const Anchors &anchors) { set(anchors); }

    void set(const Anchors &anchors);
    Instant now() const override { return present()->now(); }
    std::chrono::milliseconds wallTimeFor(std::chrono::milliseconds span) const override {
        return present()->wallTimeFor(span);
    }
    std::chrono::milliseconds wallTimeUntil(Instant moment) const {
        return wallTimeFor(moment - now());
    }

private:
    std::shared_ptr<const ScaledClock> present() const;

    mutable std::mutex m_mutex;
    std::shared_ptr<const ScaledClock> m_clock;
};

/// The instance's minutes as moments of the town.
class Timeline {
public:
    explicit Timeline(Instant midnight) : m_midnight(midnight) {}

    Instant at(double minute) const { return m_midnight + spanOf(minute); }
    double minuteOf(Instant moment) const { return double((moment - m_midnight).count()) / 60'000; }
    static std::chrono::milliseconds spanOf(double minutes) {
        return std::chrono::milliseconds(qint64(minutes * 60'000));
    }
    /// `HH:MM`; hours go on beyond 24.
    static QString toText(double minute);

private:
    Instant m_midnight;
};

} // namespace soban::replay
