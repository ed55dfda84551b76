// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "load/Moments.h"

#include <QtGlobal>

#include <optional>

namespace soban::bench {

/// When the requests of an open loop are to be sent: evenly, whatever the server does. A latency
/// counts from here, so that requests which a slow server held up are not left out ("coordinated
/// omission").
class OpenSchedule {
public:
    OpenSchedule(Moment begin, Moment end, double perSecond)
        : m_begin(begin), m_end(end), m_step(1e9 / perSecond) {}

    /// The moment of the next request; none once the schedule is over.
    std::optional<Moment> next() const {
        const Moment at = m_begin + Span(qint64(double(m_taken) * m_step));
        return at < m_end ? std::optional(at) : std::nullopt;
    }
    /// The next request if its moment has come, which is then taken.
    std::optional<Moment> takeDue(Moment now) {
        const auto at = next();
        if (!at || *at > now)
            return std::nullopt;
        ++m_taken;
        return at;
    }

private:
    const Moment m_begin;
    const Moment m_end;
    const double m_step; ///< nanoseconds; a double, so that errors do not add up
    qint64 m_taken = 0;
};

} // namespace soban::bench
