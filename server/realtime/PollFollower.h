// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/ErrorCode.h"
#include "http/Reply.h"
#include "realtime/Follower.h"
#include "realtime/HubLimits.h"

#include <QDeadlineTimer>

namespace soban::realtime {

/// One long poll: answers with what the log has, or with the first batch that concerns it, or after
/// its time with nothing but how far the log has been seen.
class PollFollower final : public Follower {
    Q_OBJECT
public:
    /// `waitMs` and `maxEvents` are cut to what `limits` allow. Without `since` it answers at once.
    PollFollower(FollowerId id, http::Reply reply, std::optional<Sequence> since, int waitMs,
                 int maxEvents, FollowerHost &host, const HubLimits &limits, QObject *parent);

    void start() override;
    bool offer(const WireEvent &event) override;
    void batchEnded() override;
    void takePage(const LogPage &page) override;
    void readFailed() override;
    void sweep() override;
    void end(EndReason reason) override;
    qint64 queuedBytes() const override { return 0; }

private:
    void answer(const QList<WireEvent> &events, Sequence sequence);
    void refuse(contract::ErrorCode code);
    void answerCollected();

    const http::Reply m_reply;
    const bool m_hasSince;
    const int m_maxEvents;
    const QDeadlineTimer m_deadline;
    const QDeadlineTimer m_readDeadline;
    QList<WireEvent> m_collected;
    bool m_isCut = false; ///< there were more events than fit into one answer
};

} // namespace soban::realtime
