// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clock/Clock.h"
#include "contract/Problem.h"
#include "domain/Event.h"
#include "domain/Result.h"
#include "events/EventSink.h"
#include "lifecycle/OrderRepository.h"

#include <functional>

namespace soban {

/// One step that an order took.
struct OrderStep {
    Order order; ///< as it is after the step
    Transition transition;
    Actor actor;
};

/// A module that has to act within the same transaction when an order appears or moves: it looks at
/// the effects that the table gives the step.
class StepListener {
public:
    virtual ~StepListener() = default;
    virtual void created(const Order &) {}
    /// Puts what the step brings into the order itself, before it is stored.
    virtual void amend(Order &, const Transition &) {}
    virtual void stepped(const OrderStep &) {}
};

/// What the person was looking at when deciding: a version, or (for a rider's queued step) a
/// delivery state, or nothing (the server's own steps).
struct Expectation {
    std::optional<int> version;
    std::optional<DeliveryState> deliveryState;

    static Expectation ofVersion(int version) { return {version, {}}; }
    static Expectation ofDelivery(DeliveryState state) { return {{}, state}; }
    static Expectation nothing() { return {}; }
};

/// Moves orders along the lifecycle table and in no other way. All modules that change an order's
/// stage go through here, inside the transaction that is open.
class OrderLifecycle {
public:
    using Outcome = Result<Order, contract::Problem>;
    /// Puts what belongs to the step into the order (a preparation time, a rider), or refuses it.
    using Amend = std::function<std::optional<contract::Problem>(Order &)>;

    OrderLifecycle(OrderRepository &orders, const People &people, EventSink &events,
                   const Clock &clock);

    /// Listeners are called in the order in which they were added, after the order is stored.
    void addListener(StepListener &listener) { m_listeners.append(&listener); }

    /// Brings an order into the world and tells of it.
    void create(const Order &order);

    /// Refuses with not_found (also somebody else's order), stale_version, already_claimed or
    /// not_allowed_now. `happenedAt` is the moment that a queued step reports; never in the future.
    Outcome advance(OrderId id, Action action, const Actor &actor, const Expectation &expected,
                    const Amend &amend = {}, std::optional<Instant> happenedAt = {});

    /// The audience of what concerns the customer of an order alone.
    QList<Addressee> customerOf(OrderId order) const;

    /// What everybody concerned by the order is told of its present stage.
    DomainEvent describe(const Order &order, EventType type) const;

private:
    bool concerns(const Order &order, Action action, const Actor &actor) const;

    OrderRepository &m_orders;
    const People &m_people;
    EventSink &m_events;
    const Clock &m_clock;
    QList<StepListener *> m_listeners;
};

contract::PresentStage presentStage(const Order &order);

} // namespace soban
