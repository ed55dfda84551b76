// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Order.h"

namespace soban {

/// One attempt to be paid for an order.
struct Payment {
    PaymentId id;
    OrderId order;
    PaymentMethod method;
    PaymentState state;
    Money amount;
    Money refunded;
    QString providerKey;   ///< the provider's own name for the payment, once it has told
    QString declineReason; ///< the provider's words, when declined
    Instant requestedAt;
    std::optional<Instant> settledAt;
};

/// What stays with the shop of this payment: captured or collected, less what went back.
inline Money kept(const Payment &payment) {
    switch (payment.state) {
    case PaymentState::Paid:
    case PaymentState::PartlyRefunded:
    case PaymentState::Refunded:
    case PaymentState::Collected:
        return payment.amount.minus(payment.refunded)
            .value_or(Money::zero(payment.amount.currency()));
    default:
        return Money::zero(payment.amount.currency());
    }
}

/// What an order at rest in `state` owes in all, by rule 7 of the lifecycle (G4). Orders that
/// ended without goods owe nothing; an order on its way owes its total once paid.
inline Money owed(const Order &order) {
    switch (order.stage.order) {
    case OrderState::PaymentPending:
    case OrderState::PaymentFailed:
    case OrderState::Refused:
    case OrderState::Expired:
    case OrderState::Cancelled:
        return Money::zero(order.total.currency());
    default:
        break;
    }
    const bool atTheDoor =
        order.stage.order == OrderState::Delivered || order.stage.order == OrderState::Completed;
    if (order.paymentMethod == PaymentMethod::OnDelivery && !atTheDoor)
        return Money::zero(order.total.currency());
    return order.total;
}

} // namespace soban
