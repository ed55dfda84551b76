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
Money kept(const Payment &payment);

/// What an order at rest in its state owes in all, by rule 7 of the lifecycle (G4): one that ended
/// without goods, what its ending leaves with the shop; one on its way, its total once paid; either
/// less what its settlement gives back.
Money owed(const Order &order);

/// How an order's payments, of which there is at least one, stand together; oldest first. What was
/// declined or is in doubt counts only where nothing else has come of them. Refunded, in part or in
/// full, once all that shall go back has; paid until then.
PaymentState standing(const Order &order, const QList<Payment> &payments);

} // namespace soban
