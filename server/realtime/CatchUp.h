// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "realtime/WireEvent.h"

#include <QList>

#include <optional>

namespace soban::realtime {

/// How one follower gets from where it stood to the present without a hole, out of order or twice:
/// live events are held back while the gap is read from the log, and follow once it is closed.
///
/// The follower must be subscribed before the first page is read: then an event is in a page, or is
/// offered live, or both. Live events come in the order of the log.
class CatchUp {
public:
    enum class Phase {
        Reading,  ///< a page of the log is on its way
        Draining, ///< a page was handed out; waits for the client to take it
        Live
    };

    /// `since`: the last sequence that the client has; absent: it begins at the end of the log.
    /// `maxHeldBytes`: what is held back beyond is let go and read from the log instead.
    CatchUp(std::optional<Sequence> since, qsizetype maxHeldBytes);

    Phase phase() const { return m_phase; }
    /// Where to read on from: all up to here was handed out. Absent: at the end of the log.
    std::optional<Sequence> cursor() const { return m_cursor; }
    /// Whether the log has confirmed the cursor; until then it is the client's word.
    bool hasRead() const { return m_hasRead; }

    /// A live event for this follower. True: hand it out now.
    bool offer(const WireEvent &event);
    /// A page that was read from cursor(); its events are handed out now (Reading → Draining).
    void takePage(const LogPage &page);
    /// The client took the page. The gap is closed: the events that were held back, to be handed
    /// out (Draining → Live); or there is more in the log: nothing (Draining → Reading).
    std::optional<QList<WireEvent>> finish();

private:
    void letGoOfOldest();

    const qsizetype m_maxHeldBytes;
    Phase m_phase = Phase::Reading;
    std::optional<Sequence> m_cursor;
    bool m_hasRead = false;
    bool m_isAtEnd = false;
    QList<WireEvent> m_held; ///< of a thousand followers nearly all hold nothing
    qsizetype m_heldBytes = 0;
    Sequence m_letGoTo = Sequence::before(); ///< up to here, held events must come from the log
};

} // namespace soban::realtime
