// SPDX-License-Identifier: GPL-3.0-or-later
#include "lifecycle/OrderLifecycle.h"

#include <algorithm>

namespace soban {

using contract::ErrorCode;
using contract::Problem;

namespace {

Problem refused(ErrorCode code, const Order &order) {
    Problem problem = Problem::of(code);
    problem.present = presentStage(order);
    return problem;
}

bool asExpected(const Order &order, const Expectation &expected) {
    if (expected.version && *expected.version != order.version)
        return false;
    return !expected.deliveryState || *expected.deliveryState == order.stage.delivery;
}

/// Losing a race for a delivery is an everyday thing and gets a word of its own.
ErrorCode whyNot(const Order &order, Action action, bool expectedStage) {
    const bool taken =
        order.stage.delivery != DeliveryState::Open && order.stage.delivery != DeliveryState::None;
    if (action == Action::Claim && taken)
        return ErrorCode::AlreadyClaimed;
    return expectedStage ? ErrorCode::NotAllowedNow : ErrorCode::StaleVersion;
}

/// What is only wished for has not changed the order yet.
EventType eventOf(const Transition &transition, const Order &order) {
    const bool isWish = transition.action == Action::Change && order.pendingChange;
    return isWish ? EventType::OrderUpdated : soban::eventOf(transition);
}

} // namespace

contract::PresentStage presentStage(const Order &order) {
    return {order.id, order.version, order.stage.order, order.stage.delivery};
}

OrderLifecycle::OrderLifecycle(OrderRepository &orders, const People &people, EventSink &events,
                               const Clock &clock)
    : m_orders(orders), m_people(people), m_events(events), m_clock(clock) {}

bool OrderLifecycle::concerns(const Order &order, Action action, const Actor &actor) const {
    switch (actor.role) {
    case Role::System:
    case Role::Operator:
        return true;
    case Role::Customer:
        return actor.account == order.customer;
    // A shop does not know of an order before it is paid for (R3).
    case Role::Shop:
        return actor.shop == order.shop && order.times.placed;
    case Role::Rider:
        return action == Action::Claim || actor.account == order.rider;
    }
    return false;
}

void OrderLifecycle::create(const Order &order) {
    m_orders.insert(order);
    m_events.announce(describe(order, EventType::OrderCreated));
    for (StepListener *listener : std::as_const(m_listeners))
        listener->created(order);
}

OrderLifecycle::Outcome OrderLifecycle::advance(OrderId id, Action action, const Actor &actor,
                                                const Expectation &expected, const Amend &amend,
                                                std::optional<Instant> happenedAt) {
    std::optional<Order> order = m_orders.find(id);
    if (!order || !concerns(*order, action, actor))
        return Problem::of(ErrorCode::NotFound);
    const bool expectedStage = asExpected(*order, expected);
    const auto transition = lifecycle::transition(order->stage, action, actor.role);
    if (!expectedStage || !transition)
        return refused(whyNot(*order, action, expectedStage), *order);

    if (amend) {
        if (auto problem = amend(*order))
            return *problem;
    }
    const Instant now = m_clock.now();
    order->stage = transition->to;
    order->version += 1;
    // It came too late; the money for it goes back when it comes.
    if (!lifecycle::transition(order->stage, Action::Change, Role::Customer))
        order->pendingChange.reset();
    recordTime(order->times, *transition, happenedAt ? std::min(*happenedAt, now) : now);
    for (StepListener *listener : std::as_const(m_listeners))
        listener->amend(*order, *transition);
    if (!m_orders.update(*order))
        return refused(ErrorCode::StaleVersion, *m_orders.find(id));
    m_events.announce(describe(*order, eventOf(*transition, *order)));
    const OrderStep step{*order, *transition, actor};
    for (StepListener *listener : std::as_const(m_listeners))
        listener->stepped(step);
    return *order;
}

QList<Addressee> OrderLifecycle::customerOf(OrderId id) const {
    const auto order = m_orders.find(id);
    return order ? QList<Addressee>{order->customer} : QList<Addressee>{};
}

DomainEvent OrderLifecycle::describe(const Order &order, EventType type) const {
    QList<Addressee> audience{order.customer};
    // A shop hears of an order when it is paid for, and not before (R3).
    if (order.times.placed)
        audience.append(order.shop);
    std::optional<QString> riderName;
    if (order.rider) {
        audience.append(*order.rider);
        riderName = m_people.nameOf(*order.rider);
    }
    const auto estimate = estimateArrival(order);
    return {type, order.id, audience,
            OrderMoved{order.id, order.shop, order.number, order.version, order.stage.order,
                       order.stage.delivery, order.stage.fulfilment, order.preparationMinutes,
                       estimate ? std::optional(estimate->expected) : std::nullopt,
                       estimate ? std::optional(estimate->latest) : std::nullopt, riderName,
                       order.ending ? std::optional(QString(toText(order.ending->reason)))
                                    : std::nullopt}};
}

} // namespace soban
