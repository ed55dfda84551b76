// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Payment.h"
#include "payment/PaymentProvider.h"

namespace soban::payment {

/// A charge whose outcome is not known yet, with all that the provider needs.
struct OpenCharge {
    ChargeRequest request;
    PaymentState state; ///< Pending (perhaps never sent) or Unknown
};

/// Payments of the write model, inside the open transaction.
class PaymentBook {
public:
    virtual ~PaymentBook() = default;
    virtual void insert(const Payment &payment, std::optional<CardId> card) = 0;
    virtual void update(const Payment &payment) = 0;
    virtual std::optional<Payment> find(PaymentId payment) const = 0;
    /// Oldest first.
    virtual QList<Payment> ofOrder(OrderId order) const = 0;
    /// Charges that still need an answer, oldest first, above `after` if given.
    virtual QList<OpenCharge> openCharges(std::optional<PaymentId> after, int limit) const = 0;
    /// The same of one payment; nothing if it needs none.
    virtual std::optional<OpenCharge> openCharge(PaymentId payment) const = 0;
};

struct StoredCard {
    CardId id;
    AccountId customer;
    QString customerKey;
    std::optional<QString> billingKey; ///< absent until the provider has issued it
};

/// Saved cards of the write model, inside the open transaction.
class CardBook {
public:
    virtual ~CardBook() = default;
    virtual void insert(const StoredCard &card, Instant now) = 0;
    virtual std::optional<StoredCard> findByCustomerKey(const QString &customerKey) const = 0;
    virtual void complete(CardId card, const IssuedCard &issued) = 0;
};

} // namespace soban::payment
