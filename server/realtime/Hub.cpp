// SPDX-License-Identifier: GPL-3.0-or-later
#include "realtime/Hub.h"

#include "realtime/PollFollower.h"
#include "realtime/SocketFollower.h"

#include <QWebSocket>

namespace soban::realtime {

Hub::Hub(const EventBus &bus, ReadPool &pool, HubLimits limits,
         std::function<bool()> isCardPaymentDown, QObject *parent)
    : QObject(parent)
    , m_limits(std::move(limits))
    , m_isCardPaymentDown(std::move(isCardPaymentDown))
    , m_gaps(pool, m_limits, this)
    , m_sweep(this) {
    connect(&bus, &EventBus::committed, this, &Hub::onCommitted, Qt::QueuedConnection);
    connect(&bus, &EventBus::heard, this, &Hub::onCommitted, Qt::QueuedConnection);
    connect(&bus, &EventBus::sessionEnded, this, &Hub::onSessionEnded, Qt::QueuedConnection);
    connect(&m_gaps, &GapReader::pageRead, this, [this](FollowerId id, const LogPage &page) {
        if (Follower *follower = m_followers.value(id))
            follower->takePage(page);
    });
    connect(&m_gaps, &GapReader::readFailed, this, [this](FollowerId id) {
        if (Follower *follower = m_followers.value(id))
            follower->readFailed();
    });
    connect(&m_sweep, &QTimer::timeout, this, &Hub::sweep);
    m_sweep.setInterval(m_limits.sweepMs);
}

Hub::~Hub() {
    // While all that they refer to is there; those that have left are among them.
    qDeleteAll(findChildren<Follower *>(QString(), Qt::FindDirectChildrenOnly));
}

void Hub::addSocket(std::unique_ptr<QWebSocket> socket, const Subscriber &subscriber,
                    std::optional<Sequence> since) {
    admit(new SocketFollower(++m_lastId, std::move(socket), since, *this, m_limits, this),
          subscriber);
}

void Hub::addPoll(http::Reply reply, const Subscriber &subscriber, std::optional<Sequence> since,
                  int waitMs, int maxEvents) {
    admit(new PollFollower(++m_lastId, std::move(reply), since, waitMs, maxEvents, *this, m_limits,
                           this),
          subscriber);
}

void Hub::admit(Follower *follower, const Subscriber &subscriber) {
    if (m_isDraining || !makeRoom(follower->kind(), subscriber)) {
        ++m_counters.refused;
        const EndReason reason = m_isDraining ? EndReason::Draining : EndReason::NoRoom;
        // Later: the transport may still be busy with the request that has brought it here.
        QMetaObject::invokeMethod(
            follower, [follower, reason] { follower->end(reason); }, Qt::QueuedConnection);
        return;
    }
    m_followers.insert(follower->id(), follower);
    m_book.add(follower->id(), subscriber);
    ++countOf(follower->kind());
    if (follower->kind() == Follower::Kind::Poll)
        m_polls.insert(follower->id());
    else
        m_round.push_back(follower->id());
    if (!m_sweep.isActive())
        m_sweep.start();
    follower->start();
}

bool Hub::makeRoom(Follower::Kind kind, const Subscriber &subscriber) {
    QList<Follower *> sameKind;
    for (const FollowerId id : m_book.followersOf(subscriber.session)) {
        if (Follower *other = m_followers.value(id); other->kind() == kind)
            sameKind.append(other);
    }
    const int limit = kind == Follower::Kind::Socket ? m_limits.maxSocketsPerSession
                                                     : m_limits.maxPollsPerSession;
    while (sameKind.size() >= limit)
        sameKind.takeFirst()->end(EndReason::Replaced);
    for (const Addressee &addressee : subscriber.addressees) {
        if (m_book.followersOf(addressee).size() >= m_limits.maxFollowersPerAddressee)
            return false;
    }
    return m_followers.size() < m_limits.maxFollowers;
}

void Hub::endPolls() {
    m_isDraining = true;
    const QList<Follower *> followers = m_followers.values();
    for (Follower *follower : followers) {
        if (follower->kind() == Follower::Kind::Poll)
            follower->end(EndReason::Draining);
    }
}

void Hub::closeAll() {
    m_isDraining = true;
    const QList<Follower *> followers = m_followers.values();
    for (Follower *follower : followers)
        follower->end(EndReason::Draining);
}

void Hub::onCommitted(const EventBatch &batch) {
    QList<FollowerId> ripe;
    for (const CommittedEvent &event : *batch) {
        pass(event, ripe);
        m_seen = std::max(m_seen, event.record.sequence);
    }
    for (const FollowerId id : std::as_const(ripe)) {
        if (Follower *follower = m_followers.value(id))
            follower->batchEnded();
    }
}

void Hub::pass(const CommittedEvent &event, QList<FollowerId> &ripe) {
    std::optional<WireEvent> wire;
    for (const Addressee &addressee : event.audience) {
        // A copy: followers leave when they are cut off.
        const QList<FollowerId> ids = m_book.followersOf(addressee);
        for (const FollowerId id : ids) {
            Follower *follower = m_followers.value(id);
            if (follower == nullptr)
                continue;
            if (!wire) {
                wire = WireEvent::of(event.record);
                ++m_counters.textsMade;
            }
            if (follower->offer(*wire))
                ripe.append(id);
        }
    }
}

void Hub::onSessionEnded(SessionId session) {
    const QList<FollowerId> ids = m_book.followersOf(session);
    for (const FollowerId id : ids) {
        if (Follower *follower = m_followers.value(id))
            follower->end(EndReason::SessionOver);
    }
}

void Hub::readOn(FollowerId follower, std::optional<Sequence> since, int maxEvents) {
    if (const Subscriber *subscriber = m_book.find(follower))
        m_gaps.read({follower, since, subscriber->addressees, maxEvents});
}

void Hub::left(FollowerId follower) {
    m_gaps.forget(follower);
    m_book.remove(follower);
    m_polls.remove(follower);
    if (const Follower *gone = m_followers.take(follower))
        --countOf(gone->kind());
}

void Hub::sweep() {
    const QSet<FollowerId> polls = m_polls;
    for (const FollowerId id : polls) {
        if (Follower *poll = m_followers.value(id))
            poll->sweep();
    }
    sweepSockets();
    if (m_followers.isEmpty())
        rest();
}

void Hub::rest() {
    m_sweep.stop();
    m_round.clear();
    m_leftOfRound = 0;
    m_queuedInRound = 0;
    m_counters.queuedBytes = 0;
}

/// Looks at some of the sockets at a time: with ten thousand, a walk over all would hold up
/// whatever else the thread has to do.
void Hub::sweepSockets() {
    const auto turns = std::size_t(std::max(1, m_limits.lookMs() / m_limits.sweepMs));
    for (std::size_t due = (m_round.size() + turns - 1) / turns; due > 0; --due) {
        const FollowerId id = m_round.front();
        m_round.pop_front();
        if (Follower *socket = m_followers.value(id)) {
            m_round.push_back(id);
            socket->sweep();
            m_queuedInRound += socket->queuedBytes();
        }
        if (m_leftOfRound > 1) {
            --m_leftOfRound;
            continue;
        }
        m_leftOfRound = m_round.size();
        m_counters.queuedBytes = std::exchange(m_queuedInRound, 0);
    }
}

std::atomic<qint64> &Hub::countOf(Follower::Kind kind) {
    return kind == Follower::Kind::Socket ? m_counters.sockets : m_counters.polls;
}

} // namespace soban::realtime
