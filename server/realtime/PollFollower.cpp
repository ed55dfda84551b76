// SPDX-License-Identifier: GPL-3.0-or-later
#include "realtime/PollFollower.h"

#include "contract/Codec.h"
#include "contract/Problem.h"

#include <algorithm>

namespace soban::realtime {

namespace {

using Phase = CatchUp::Phase;
using contract::ErrorCode;

/// A contract::EventPage, put together from events that are encoded already.
QByteArray pageJson(const QList<WireEvent> &events, Sequence sequence, bool isCardPaymentDown) {
    contract::JsonWriter writer;
    writer.beginObject();
    writer.key(QLatin1StringView("events"));
    writer.beginArray();
    for (const WireEvent &event : events)
        writer.raw(event.text.toUtf8());
    writer.endArray();
    writer.key(QLatin1StringView("sequence"));
    writer.value(sequence.toText());
    if (isCardPaymentDown) {
        writer.key(QLatin1StringView("isCardPaymentDown"));
        writer.value(true);
    }
    writer.endObject();
    return writer.bytes();
}

http::Answer problemAnswer(ErrorCode code) {
    const auto problem = contract::Problem::of(code);
    auto answer = http::Answer::withBody(problem.status, "application/problem+json",
                                         contract::encode(problem))
                      .withHeader("Cache-Control", "no-store");
    if (code == ErrorCode::Unauthenticated)
        answer.withHeader("WWW-Authenticate", "Bearer");
    if (code == ErrorCode::Unavailable || code == ErrorCode::TooManyRequests)
        answer.withHeader("Retry-After", "1");
    return answer;
}

} // namespace

PollFollower::PollFollower(FollowerId id, http::Reply reply, std::optional<Sequence> since,
                           int waitMs, int maxEvents, FollowerHost &host, const HubLimits &limits,
                           QObject *parent)
    : Follower(id, Kind::Poll, host, CatchUp(since, limits.maxHeldBytes), parent)
    , m_reply(std::move(reply))
    , m_hasSince(since.has_value())
    , m_maxEvents(std::clamp(maxEvents, 1, limits.maxPollEvents))
    , m_deadline(std::clamp(waitMs, 0, limits.maxPollWaitMs))
    , m_readDeadline(limits.pollReadMs) {}

void PollFollower::start() {
    m_host.readOn(id(), m_catchUp.cursor(), m_maxEvents);
}

bool PollFollower::offer(const WireEvent &event) {
    if (hasLeft() || !m_catchUp.offer(event))
        return false;
    if (m_collected.size() < m_maxEvents)
        m_collected.append(event);
    else
        m_isCut = true;
    return m_collected.size() == 1;
}

void PollFollower::batchEnded() {
    if (!hasLeft())
        answerCollected();
}

void PollFollower::takePage(const LogPage &page) {
    m_catchUp.takePage(page);
    if (page.isResync) {
        ++m_host.counters().resyncs;
        refuse(ErrorCode::Gone);
        return;
    }
    if (!page.events.isEmpty() || !m_hasSince) {
        answer(page.events, page.readTo);
        return;
    }
    const std::optional<QList<WireEvent>> heldBack = m_catchUp.finish();
    if (!heldBack) {
        m_host.readOn(id(), m_catchUp.cursor(), m_maxEvents);
        return;
    }
    m_collected = heldBack->first(std::min<qsizetype>(heldBack->size(), m_maxEvents));
    m_isCut = m_collected.size() < heldBack->size();
    if (!m_collected.isEmpty() || m_deadline.hasExpired())
        answerCollected();
}

void PollFollower::sweep() {
    if (m_reply.isAbandoned()) {
        leave();
        deleteLater();
    } else if (m_catchUp.phase() == Phase::Live) {
        if (m_deadline.hasExpired())
            answerCollected();
    } else if (m_readDeadline.hasExpired()) {
        refuse(ErrorCode::Unavailable);
    }
}

void PollFollower::readFailed() {
    refuse(ErrorCode::Unavailable);
}

void PollFollower::end(EndReason reason) {
    switch (reason) {
    case EndReason::SessionOver:
        refuse(ErrorCode::Unauthenticated);
        break;
    case EndReason::Replaced:
        refuse(ErrorCode::TooManyRequests);
        break;
    case EndReason::NoRoom:
        refuse(ErrorCode::Unavailable);
        break;
    case EndReason::Draining:
        if (m_catchUp.phase() == Phase::Live)
            answerCollected();
        else
            refuse(ErrorCode::Unavailable);
        break;
    }
}

void PollFollower::answerCollected() {
    answer(m_collected, m_isCut ? m_collected.last().sequence : seen());
}

void PollFollower::answer(const QList<WireEvent> &events, Sequence sequence) {
    if (!leave())
        return;
    m_host.counters().eventsSent += events.size();
    m_reply.send(http::Answer::withBody(200, "application/json",
                                        pageJson(events, sequence, m_host.isCardPaymentDown()))
                     .withHeader("Cache-Control", "no-store"));
    deleteLater();
}

void PollFollower::refuse(ErrorCode code) {
    if (!leave())
        return;
    m_reply.send(problemAnswer(code));
    deleteLater();
}

} // namespace soban::realtime
