// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "queries/ReadModel.h"
#include "realtime/HubLimits.h"
#include "realtime/SubscriptionBook.h"
#include "realtime/WireEvent.h"

#include <QObject>
#include <QTimer>

#include <map>
#include <memory>

namespace soban::realtime {

/// What a follower lacks.
struct Gap {
    FollowerId follower;
    std::optional<Sequence> since; ///< absent: nothing, but where the log ends
    QList<Addressee> addressees;
    int maxEvents;
};

/// Reads pages of the log for followers, in turn and a few at a time. The texts are made on the
/// readers' threads; the signals come on the GapReader's own.
class GapReader : public QObject {
    Q_OBJECT
public:
    /// `pool` must outlive the GapReader; work that it still holds then does no harm.
    GapReader(ReadPool &pool, const HubLimits &limits, QObject *parent = nullptr);
    ~GapReader() override;

    /// One gap of a follower at a time; the next one after its page was read.
    void read(Gap gap);
    /// Nobody waits for this follower's page any more.
    void forget(FollowerId follower);

signals:
    void pageRead(quint64 follower, const soban::realtime::LogPage &page);
    /// The log cannot be read now.
    void readFailed(quint64 follower);

private:
    class Gate;

    void submitWaiting();
    bool submit(const Gap &gap);

    ReadPool &m_pool;
    const HubLimits m_limits;
    const std::shared_ptr<Gate> m_gate;
    std::map<quint64, Gap> m_waiting; ///< by turn
    QHash<FollowerId, quint64> m_turnOf;
    quint64 m_nextTurn = 0;
    int m_inFlight = 0;
    QTimer m_retry;
};

/// The page that closes a gap, or the first stretch of it.
LogPage readPage(const EventLog &log, const Gap &gap, const HubLimits &limits);

} // namespace soban::realtime
