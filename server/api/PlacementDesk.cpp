// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/PlacementDesk.h"

#include "api/Call.h"
#include "contract/Codec.h"

namespace soban::api {

using contract::ErrorCode;
using contract::Problem;

namespace {

bool isOutcome(EventType type) {
    return type == EventType::PaymentCaptured || type == EventType::PaymentDeclined ||
           type == EventType::PaymentUnknown;
}

} // namespace

http::Answer placementAnswer(int status, const QByteArray &body) {
    if (status < 400)
        return jsonAnswer(status, body);
    return http::Answer::withBody(status, "application/problem+json", body)
        .withHeader("Cache-Control", "no-store");
}

void PlacementDesk::await(OrderId order, const CommandKey &key, const http::Reply &reply) {
    m_waiting.insert(order, {key, reply});
}

void PlacementDesk::announced(const DomainEvent &event) {
    if (isOutcome(event.type) && event.order)
        m_moved.insert(*event.order, std::get<PaymentMoved>(event.data));
    else if (event.type == EventType::RefundRequested)
        m_sentBack.insert(std::get<RefundMoved>(event.data).payment);
}

void PlacementDesk::finishWork() {
    for (const auto &[order, payment] : std::exchange(m_moved, {}).asKeyValueRange()) {
        const Outcome outcome = outcomeOf(order, payment);
        m_model.answers.complete(order, outcome.status, outcome.body);
        m_answers.insert(order, outcome);
    }
    m_sentBack.clear();
}

void PlacementDesk::forgetWork() {
    m_moved.clear();
    m_sentBack.clear();
}

PlacementDesk::Outcome PlacementDesk::outcomeOf(OrderId id, const PaymentMoved &payment) {
    const auto order = m_model.orders.find(id);
    const bool hasFailed =
        payment.state == PaymentState::Declined || order->stage.order == OrderState::PaymentFailed;
    // The order goes on as it was: the money for its change came when it was being prepared.
    const bool isTooLate =
        m_sentBack.contains(payment.payment) && !lifecycle::isOver(order->stage.order);
    if (isTooLate) {
        Problem problem = Problem::of(ErrorCode::NotAllowedNow);
        problem.present = presentStage(*order);
        return {problem.status, contract::encode(problem)};
    }
    if (!hasFailed)
        return {201, m_model.views.documents(id).forCustomer};
    Problem problem = Problem::of(ErrorCode::PaymentDeclined);
    problem.detail = payment.reason;
    problem.present = presentStage(*order);
    return {problem.status, contract::encode(problem)};
}

void PlacementDesk::committed(const EventBatch &batch) {
    for (const CommittedEvent &event : *batch) {
        if (!isOutcome(event.record.type) || !m_answers.contains(*event.record.order))
            continue;
        const Outcome outcome = m_answers.take(*event.record.order);
        const auto waiting = m_waiting.constFind(*event.record.order);
        if (waiting == m_waiting.cend())
            continue;
        waiting->reply.send(placementAnswer(outcome.status, outcome.body));
        m_waiting.erase(waiting);
    }
}

void PlacementDesk::heard(const QList<CommittedEvent> &events) {
    for (const CommittedEvent &event : events) {
        if (!isOutcome(event.record.type))
            continue;
        const auto waiting = m_waiting.constFind(*event.record.order);
        if (waiting == m_waiting.cend())
            continue;
        const auto kept = m_model.answers.find(waiting->key);
        if (!kept || kept->status == kStillRunning)
            continue;
        waiting->reply.send(placementAnswer(kept->status, kept->answer));
        m_waiting.erase(waiting);
    }
}

} // namespace soban::api
