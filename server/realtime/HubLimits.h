// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "events/EventLog.h"

#include <algorithm>
#include <functional>

namespace soban::realtime {

/// What a Hub allows its followers. All times are of the wall: they guard connections, not orders.
struct HubLimits {
    int heartbeatMs = 4000;     ///< Between two notes on a stream; clients give up after 10 s.
    int pongWithinMs = 15'000;  ///< A client that is silent for longer is gone.
    int closeGraceMs = 2000;    ///< How long a closed socket may take to send what is queued.
    int sweepMs = 250;          ///< How often all polls and a share of the streams are looked at.
    int maxPollWaitMs = 25'000; ///< The longest that a poll waits.
    int maxPollEvents = 200;    ///< In one answer.
    int pollReadMs = 10'000;    ///< A poll whose page takes longer to read is answered 503.

    // The bounds in bytes fit into each other: what may still be queued when a page is written, and
    // the page or the events held back meanwhile, are together less than what cuts a client off.
    qsizetype maxQueuedBytes = 256 * 1024; ///< Unsent on one socket; then it is cut off.
    qsizetype calmBytes = 64 * 1024;       ///< Unsent on one socket when its next page is read.
    qsizetype maxPageBytes = 128 * 1024; ///< Of events in one page of the log (at least one event).
    qsizetype maxHeldBytes = 128 * 1024; ///< Of live events held back behind a gap.
    int maxPageEvents = 200;             ///< In one page of a replay.
    int maxReadsInFlight = 8;            ///< Pages that the read pool works on for one hub.

    quint64 maxMessageBytes = 1024;   ///< Of what a client sends, which is not expected to send.
    int maxMessagesPerHeartbeat = 20; ///< Then it is cut off.

    int maxFollowers = 20'000;    ///< Sockets and polls of one hub together.
    int maxSocketsPerSession = 4; ///< A further one replaces the oldest,
    int maxPollsPerSession = 4;   ///< which is likely to be a connection that broke unnoticed.
    int maxFollowersPerAddressee = 64;

    /// Within what time each stream is looked at: for its heartbeat, for its silence, and for what
    /// is queued without anybody asking. In milliseconds.
    int lookMs() const {
        return std::max(sweepMs, std::min({1000, heartbeatMs / 2, pongWithinMs / 4}));
    }

    /// Tells, on a reader's thread, up to which sequence events are no longer kept. All are, unless
    /// it says otherwise.
    std::function<Sequence(const EventLog &)> forgottenTo = [](const EventLog &) {
        return Sequence::before();
    };
};

} // namespace soban::realtime
