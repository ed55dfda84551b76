// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "load/CommitWatch.h"
#include "load/Histogram.h"
#include "load/StreamSwarm.h"

#include <vector>

namespace soban::bench {

/// When which event came to a client, whoever it was.
class EventTimes {
public:
    /// For a swarm, which must not outlive this.
    Stream::Told told() {
        return [this](int, const QByteArray &text, Moment at) {
            m_arrivals.push_back({sequenceIn(text), at});
        };
    }
    int count() const { return int(m_arrivals.size()); }
    void clear() { m_arrivals.clear(); }
    /// From the commit, as seen by a watch that has stopped, to each arrival.
    Histogram since(const CommitWatch &watch) const {
        Histogram delays;
        for (const Arrival &arrival : m_arrivals) {
            if (const auto before = watch.before(arrival.sequence))
                delays.record(arrival.at - *before);
        }
        return delays;
    }

private:
    struct Arrival {
        qint64 sequence;
        Moment at;
    };

    std::vector<Arrival> m_arrivals;
};

} // namespace soban::bench
