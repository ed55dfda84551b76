// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "events/EventBus.h"
#include "http/Reply.h"
#include "realtime/Follower.h"
#include "realtime/GapReader.h"

#include <QHash>
#include <QSet>
#include <QTimer>

#include <deque>
#include <functional>
#include <memory>

class QWebSocket;

namespace soban::realtime {

/// Passes committed events on to those whom they are addressed to, by WebSocket and long poll.
///
/// Threads: a Hub belongs to the network thread of its Listener, as do its sockets; each network
/// thread has a Hub of its own. All calls come on that thread, except counts().
///
/// A client that comes back with the last sequence it has gets every later event meant for it, in
/// order, none missing and none twice (G8); if that is no longer kept, or never was, it is told to
/// load afresh (G9). A client that does not read is cut off and resumes (G15).
class Hub : public QObject, private FollowerHost {
    Q_OBJECT
public:
    /// Listens to `bus` from now on; batches must come in the order of the log. `bus` and `pool`
    /// must outlive the Hub, which asks `isCardPaymentDown` on its thread, for each note of a
    /// stream and each answer of a poll.
    Hub(
        const EventBus &bus, ReadPool &pool, HubLimits limits = {},
        std::function<bool()> isCardPaymentDown = [] { return false; }, QObject *parent = nullptr);
    /// Closes the sockets that are left; polls that are left go unanswered.
    ~Hub() override;

    /// Takes over an opened socket. `since`: the last sequence that the client has; absent: it
    /// begins with the next event. Right before, the caller makes sure that the session is still
    /// alive, as its end may have been announced during the handshake.
    void addSocket(std::unique_ptr<QWebSocket> socket, const Subscriber &subscriber,
                   std::optional<Sequence> since);
    /// Answers with a contract::EventPage of at most `maxEvents`, at the latest after `waitMs`; 410
    /// where a stream would say resync. `since` as for sockets; if absent, the answer comes at once
    /// and only tells where the log ends.
    void addPoll(http::Reply reply, const Subscriber &subscriber, std::optional<Sequence> since,
                 int waitMs, int maxEvents);

    /// The server is going down: answers all polls and takes no more followers. Sockets still hear
    /// what is finished meanwhile.
    void endPolls();
    /// After that, or instead: closes all sockets with 1012, too.
    void closeAll();

    /// What to tell the metrics. Any thread.
    const HubCounters &counts() const { return m_counters; }

public slots:
    void onCommitted(const soban::EventBatch &batch);
    /// Closes the session's sockets with 1008 and answers its polls 401.
    void onSessionEnded(soban::SessionId session);

private:
    void readOn(FollowerId follower, std::optional<Sequence> since, int maxEvents) override;
    void left(FollowerId follower) override;
    Sequence seen() const override { return m_seen; }
    HubCounters &counters() override { return m_counters; }
    bool isCardPaymentDown() const override { return m_isCardPaymentDown(); }

    void admit(Follower *follower, const Subscriber &subscriber);
    bool makeRoom(Follower::Kind kind, const Subscriber &subscriber);
    void pass(const CommittedEvent &event, QList<FollowerId> &ripe);
    void sweep();
    void sweepSockets();
    void rest();
    std::atomic<qint64> &countOf(Follower::Kind kind);

    const HubLimits m_limits;
    const std::function<bool()> m_isCardPaymentDown;
    HubCounters m_counters;
    SubscriptionBook m_book;
    QHash<FollowerId, Follower *> m_followers; ///< those that have not left
    QSet<FollowerId> m_polls;                  ///< those of them that are polls
    std::deque<FollowerId> m_round; ///< sockets as their turns to be looked at come, some gone
    std::size_t m_leftOfRound = 0;
    qint64 m_queuedInRound = 0; ///< bytes, of those that were looked at in this round
    GapReader m_gaps;
    QTimer m_sweep;
    Sequence m_seen = Sequence::before();
    FollowerId m_lastId = 0;
    bool m_isDraining = false;
};

} // namespace soban::realtime
