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

    /// From here on ids are those of another number among the servers. Any thread.
    void setNode(int node);
    /// Later ids are above `number`: told the highest in use at start, a clock that was set back
    /// before a restart repeats nothing; told those of other servers, ids rise with what is known.
    void startAbove(qint64 number);

    /// The server that gave an id out.
    template <typename AnyId>
    static int nodeOf(AnyId id) {
        return nodeOf(id.number());
    }

    template <typename AnyId>
    AnyId next() {
        return *AnyId::fromNumber(nextNumber());
    }

private:
    static int nodeOf(qint64 number);
    qint64 nextNumber();

    const Clock &m_clock;
    std::atomic<qint64> m_node;
    std::atomic<qint64> m_last; ///< time and count, without the node
};

} // namespace soban
