// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/Order.h"

#include "domain/Schedule.h"

#include <algorithm>

namespace soban {

void recordTime(OrderTimes &times, const Transition &transition, Instant now) {
    if (transition.action == Action::Claim) {
        times.claimed = now;
    } else if (transition.action == Action::GiveBack) {
        times.claimed.reset();
    }
    if (transition.to.order == transition.from.order)
        return;
    switch (transition.to.order) {
    case OrderState::Placed:
        times.placed = now;
        break;
    case OrderState::Accepted:
        times.accepted = now;
        break;
    case OrderState::Preparing:
        times.started = now;
        break;
    case OrderState::Ready:
        times.ready = now;
        break;
    case OrderState::PickedUp:
        times.pickedUp = now;
        break;
    case OrderState::Delivered:
        times.delivered = now;
        break;
    case OrderState::Completed:
        times.completed = now;
        break;
    case OrderState::PaymentFailed:
    case OrderState::Refused:
    case OrderState::Expired:
    case OrderState::Cancelled:
    case OrderState::Returned:
        times.ended = now;
        break;
    case OrderState::PaymentPending:
        break;
    }
}

Instant countedAt(const OrderTimes &times, const std::optional<Instant> &wantedAt) {
    if (!wantedAt)
        return times.placed.value_or(times.created);
    return times.pickedUp.value_or(times.completed.value_or(*wantedAt));
}

Money refundOf(const Order &order) {
    if (order.settlement)
        return order.settlement->refund;
    return order.ending ? order.ending->refund : Money::zero(order.total.currency());
}

OrderContents contentsOf(const Order &order) {
    return {order.lines, order.items, order.deliveryFee, order.total, order.address, order.note};
}

void makeChange(Order &order, const OrderContents &wanted, Instant now) {
    if (order.beforeChange)
        order.beforeChange->changedAt = now;
    else
        order.beforeChange = BeforeChange{now, order.lines, order.address, order.note};
    order.lines = wanted.lines;
    order.items = wanted.items;
    order.deliveryFee = wanted.deliveryFee;
    order.total = wanted.total;
    order.address = wanted.address;
    order.note = wanted.note;
}

std::optional<Estimate> estimateArrival(const Order &order) {
    if (!order.times.accepted || !order.preparationMinutes)
        return std::nullopt;
    const Fulfilment how = order.stage.fulfilment;
    const Promise promise = promiseOf(std::chrono::minutes(*order.preparationMinutes), how);
    // The way to the door is not known before a rider is.
    Instant expected = order.times.ready ? *order.times.ready + usualWay(how)
                                         : *order.times.accepted + promise.soonest;
    // What is wanted for a day waits for it, unless it has left before.
    if (order.wantedAt && order.times.pickedUp)
        expected = *order.times.pickedUp + usualWay(how);
    else if (order.wantedAt)
        expected = std::max(expected, *order.wantedAt);
    return Estimate{expected, expected + kPromiseSpan};
}

} // namespace soban
