// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "realtime/CatchUp.h"
#include "realtime/SubscriptionBook.h"

#include <QObject>

#include <atomic>

namespace soban::realtime {

/// What happened on a hub since it began, and what is there now. Any thread may read it.
struct HubCounters {
    std::atomic<qint64> sockets = 0;
    std::atomic<qint64> polls = 0;
    std::atomic<qint64> queuedBytes = 0; ///< unsent on all sockets, when each was looked at last
    std::atomic<qint64> eventsSent = 0;
    std::atomic<qint64> textsMade = 0; ///< for live events, each shared by all who get it
    std::atomic<qint64> cutOff = 0;    ///< clients that did not read, flooded or fell silent
    std::atomic<qint64> resyncs = 0;
    std::atomic<qint64> refused = 0; ///< for want of room, or while draining
};

/// What a follower needs of its hub.
class FollowerHost {
public:
    virtual ~FollowerHost() = default;
    /// Reads the next page for the follower, which is told later.
    virtual void readOn(FollowerId follower, std::optional<Sequence> since, int maxEvents) = 0;
    /// The follower wants no more events and deletes itself.
    virtual void left(FollowerId follower) = 0;
    /// The last committed event that the hub has passed on.
    virtual Sequence seen() const = 0;
    virtual HubCounters &counters() = 0;
    /// What clients are told in passing.
    virtual bool isCardPaymentDown() const = 0;
};

enum class EndReason {
    SessionOver, ///< signed out, revoked or locked
    Replaced,    ///< the session has opened too many others since
    NoRoom,      ///< the hub or the account has as many as it may have
    Draining     ///< the server is going down
};

/// A socket or a poll that follows the log. Belongs to its hub's thread and deletes itself after it
/// has left.
class Follower : public QObject {
    Q_OBJECT
public:
    enum class Kind { Socket, Poll };

    Follower(FollowerId id, Kind kind, FollowerHost &host, CatchUp catchUp, QObject *parent);

    FollowerId id() const { return m_id; }
    Kind kind() const { return m_kind; }

    /// Begins to follow; called once, when it is subscribed.
    virtual void start() = 0;
    /// A committed event that concerns the follower. True: wants to be told when the batch is over.
    virtual bool offer(const WireEvent &event) = 0;
    virtual void batchEnded() = 0;
    virtual void takePage(const LogPage &page) = 0;
    virtual void readFailed() = 0;
    /// Time has passed.
    virtual void sweep() = 0;
    virtual void end(EndReason reason) = 0;
    /// Bytes that wait to be sent.
    virtual qint64 queuedBytes() const = 0;

protected:
    bool hasLeft() const { return m_hasLeft; }
    /// Leaves the hub; false if it had left before.
    bool leave();
    /// How far the follower has seen the log, also where nothing was for it.
    Sequence seen() const;

    FollowerHost &m_host;
    CatchUp m_catchUp;

private:
    const FollowerId m_id;
    const Kind m_kind;
    bool m_hasLeft = false;
};

} // namespace soban::realtime
