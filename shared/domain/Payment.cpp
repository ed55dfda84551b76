// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/Payment.h"

#include <algorithm>

namespace soban {

namespace {

const Payment &decisive(const QList<Payment> &payments) {
    constexpr EnumSet<PaymentState> kOpenOrDeclined{PaymentState::Pending, PaymentState::Declined,
                                                    PaymentState::Unknown};
    const auto found =
        std::find_if(payments.crbegin(), payments.crend(), [&](const Payment &payment) {
            return !kOpenOrDeclined.contains(payment.state);
        });
    return found == payments.crend() ? payments.last() : *found;
}

/// Of which the provider has taken money.
bool isCharged(PaymentState state) {
    constexpr EnumSet<PaymentState> kCharged{PaymentState::Paid, PaymentState::PartlyRefunded,
                                             PaymentState::Refunded};
    return kCharged.contains(state);
}

} // namespace

Money kept(const Payment &payment) {
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

Money owed(const Order &order) {
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

PaymentState standing(const Order &order, const QList<Payment> &payments) {
    const PaymentState state = decisive(payments).state;
    if (!isCharged(state))
        return state;
    Money left = Money::zero(order.total.currency());
    for (const Payment &payment : payments)
        left = left.plus(kept(payment)).value_or(left);
    if (left.minor() > owed(order).minor())
        return PaymentState::Paid;
    if (left.isZero())
        return PaymentState::Refunded;
    // One that was given back whole beside the one that counts took nothing of the order's price.
    const bool isInPart = std::any_of(payments.cbegin(), payments.cend(), [](const Payment &one) {
        return one.state == PaymentState::PartlyRefunded;
    });
    return isInPart || !refundOf(order).isZero() ? PaymentState::PartlyRefunded
                                                 : PaymentState::Paid;
}

} // namespace soban
