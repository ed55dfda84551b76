// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clock/Clock.h"
#include "domain/Id.h"

#include <atomic>

namespace soban {

/// Makes ids that rise with time: 41 bits of milliseconds, 10 of the server, 12 of a count. Safe
/// from any thread. Where the clock stands still or goes back, ids go on rising from the last.
class IdSource {
public:
    /// `node`: 0 to 1023, different for servers that share a database.
    IdSource(const Clock &clock, int node);

    /// Later ids are above `number`: told the highest in use at start, a clock that was set back
    /// before a restart repeats nothing.
    void startAbove(qint64 number);

    template <typename AnyId>
    AnyId next() {
        return *AnyId::fromNumber(nextNumber());
    }

private:
    qint64 nextNumber();

    const Clock &m_clock;
    const qint64 m_node;
    std::atomic<qint64> m_last; ///< time and count, without the node
};

} // namespace soban
