// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "load/HttpLoad.h"
#include "stage/Children.h"

#include <functional>
#include <vector>

namespace soban::bench {

/// Sides of a comparison, measured in turn (A, B, A, B, …), so that whatever else the machine does
/// hurts all of them alike.
class Rounds {
public:
    using Measure = std::function<LoadResult()>;

    /// The number of the side.
    int add(Measure measure);
    void run(int rounds);

    /// Answers a second, the median of the rounds.
    double perSecond(int side) const;
    /// How many times the other's rate the side has: the median of the ratios of each round.
    double ratio(int side, int toOther) const;
    /// Over all rounds.
    Histogram latency(int side) const;
    double milliseconds(int side, double share) const;
    /// Processor time of the server for one answer, in microseconds, over all rounds: what a busy
    /// machine changes least. Zero if nobody looked.
    double serverMicroseconds(int side) const;
    /// How much of its core the server used meanwhile, in percent: well below 100, something else
    /// was the limit (the load, the disk, other programs), and a ratio of rates flatters.
    double serverPercent(int side) const;
    /// The first thing that went wrong, if anything did: then the figures mean nothing.
    QString fault() const;

private:
    struct Side {
        Measure measure;
        std::vector<LoadResult> results;
    };

    std::vector<Side> m_sides;
};

/// Measures with a look at the processor time that the server uses meanwhile.
LoadResult lookingAt(const Child &server, const Rounds::Measure &measure);

/// The middle one; of two the mean. Zero if there are none.
double median(std::vector<double> values);

} // namespace soban::bench
