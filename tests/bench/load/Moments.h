// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>

namespace soban::bench {

/// Moments and spans of the bench, in nanoseconds of the monotonic clock.
using Clock = std::chrono::steady_clock;
using Moment = Clock::time_point;
using Span = std::chrono::nanoseconds;

inline double secondsOf(Span span) {
    return std::chrono::duration<double>(span).count();
}
inline double millisecondsOf(Span span) {
    return std::chrono::duration<double, std::milli>(span).count();
}

} // namespace soban::bench
