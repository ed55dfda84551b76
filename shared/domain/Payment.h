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

enum class RefundState {
    Pending, ///< asked for, perhaps never sent
    Done,
    Failed, ///< the provider will not: a person has to see to it
};

template <>
struct EnumText<RefundState> {
    static constexpr std::array entries{std::pair{RefundState::Pending, "pending"},
                                        std::pair{RefundState::Done, "done"},
                                        std::pair{RefundState::Failed, "failed"}};
};

/// Money of a payment that goes back.
struct Refund {
    RefundId id;
    PaymentId payment;
    OrderId order;
    Money amount;   ///< above zero
    QString reason; ///< what the provider is told
    RefundState state;
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

/// What an order at rest in its state owes in all, by rule 7 of the lifecycle (G4): one that ended
/// without goods, what its ending leaves with the shop; one on its way, its total once paid; either
/// less what its settlement gives back.
inline Money owed(const Order &order) {
    const Money nothing = Money::zero(order.total.currency());
    switch (order.stage.order) {
    case OrderState::PaymentPending:
    case OrderState::PaymentFailed:
        return nothing;
    case OrderState::Refused:
    case OrderState::Expired:
    case OrderState::Cancelled:
    case OrderState::Returned:
        // Nobody pays at a door that was never opened, nor for what never reached it.
        if (order.paymentMethod == PaymentMethod::OnDelivery || !order.ending)
            return nothing;
        return order.total.minus(refundOf(order)).value_or(nothing);
    default:
        break;
    }
    const bool atTheDoor =
        order.stage.order == OrderState::Delivered || order.stage.order == OrderState::Completed;
    if (order.paymentMethod == PaymentMethod::OnDelivery && !atTheDoor)
        return nothing;
    return order.total.minus(refundOf(order)).value_or(nothing);
}

} // namespace soban
