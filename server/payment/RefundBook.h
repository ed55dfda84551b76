// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Payment.h"
#include "payment/PaymentProvider.h"

namespace soban::payment {

/// A refund that the provider has not carried out yet, with all that it needs.
struct OpenRefund {
    RefundId id;
    RefundRequest request;
};

/// Refunds of the write model, inside the open transaction.
class RefundBook {
public:
    virtual ~RefundBook() = default;
    virtual void insert(const Refund &refund) = 0;
    virtual void update(const Refund &refund) = 0;
    virtual std::optional<Refund> find(RefundId refund) const = 0;
    /// What is on its way back of a payment, in its smallest unit.
    virtual qint64 pendingOf(PaymentId payment) const = 0;
    /// Refunds that still need an answer, oldest first, above `after` if given.
    virtual QList<OpenRefund> openRefunds(std::optional<RefundId> after, int limit) const = 0;
};

} // namespace soban::payment
