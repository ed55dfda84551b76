// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "load/Moments.h"

#include <QtGlobal>

#include <vector>

namespace soban::bench {

/// Latencies from a nanosecond to minutes, each kept to within 0.8 %: every octave is cut into 128
/// equal parts (as HdrHistogram does). Recording costs no memory, however many there are.
class Histogram {
public:
    Histogram();

    /// What is negative counts as nothing, what is beyond the scale as its end.
    void record(Span latency);
    void merge(const Histogram &other);

    qint64 count() const { return m_count; }
    /// The least latency that `share` (0 to 1) of all do not exceed, but for the rounding up; zero
    /// if there are none.
    Span quantile(double share) const;
    Span longest() const { return m_longest; }

private:
    std::vector<quint64> m_slots;
    qint64 m_count = 0;
    Span m_longest{0};
};

} // namespace soban::bench
