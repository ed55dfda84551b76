// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Id.h"
#include "domain/Instant.h"
#include "domain/Money.h"

#include <QByteArray>
#include <QString>
#include <QUrl>

#include <functional>
#include <optional>
#include <variant>

namespace soban::payment {

/// A card that a customer registered with the provider; no card number ever passes through Soban.
/// Both keys are secrets.
struct SavedCard {
    QString customerKey;
    QString billingKey;
};

/// One attempt to charge. The provider knows it by the payment's id, so that a second attempt for
/// the same order is another payment there too.
struct ChargeRequest {
    PaymentId payment;
    OrderId order;
    Money amount;
    QString orderName; ///< what the customer reads on the bill, for example "Bibimbap and 2 more"
    SavedCard card;
    QString idempotencyKey; ///< stored before the call; the same for every repeat of this attempt
};

/// The money was taken. On a look-up `refunded` tells what has gone back since.
struct Captured {
    QString providerKey; ///< the provider's own name for the payment; refunds need it
    Instant approvedAt;
    Money amount;
    Money refunded;
    QString method;
    QUrl receiptUrl; ///< empty when the provider gives none
};

/// No money was taken and this attempt never will. `reason` is the provider's words.
struct Declined {
    QString code;
    QString reason;
};

/// Nobody can tell what happened. Look the payment up; never charge it under another key.
struct Unknown {
    QString detail; ///< English, for the log; without secrets
};

/// The provider surely did nothing: it was not reached, the call did not leave our queue in time,
/// or it turned us away at the door (wrong key, too many requests). Sending again is safe.
struct NotSent {
    QString detail; ///< English, for the log; without secrets
};

/// The provider knows no such payment. A charge that timed out moments ago may still be on its way:
/// only a repeat with the same idempotency key, or time, makes this final.
struct NotFound {};

struct RefundRequest {
    QString providerKey;
    Money amount; ///< above zero, at most what is left of the payment
    QString reason;
    QString idempotencyKey; ///< one per refund, kept for its repeats
};

struct Refunded {
    Instant refundedAt;
    Money refundedInAll; ///< of this payment, this refund included
};

/// Nothing is left to refund: all of it went back before.
struct AlreadyRefunded {};

struct Refused {
    QString code;
    QString reason;
};

struct IssuedCard {
    QString billingKey;
    QString brand;
    QString maskedNumber;
};

using ChargeOutcome = std::variant<Captured, Declined, Unknown, NotSent>;
using LookUpOutcome = std::variant<Captured, Declined, NotFound, Unknown>;
/// After Unknown the same request may be sent again with the same key.
using RefundOutcome = std::variant<Refunded, AlreadyRefunded, Refused, Unknown, NotSent>;
using CardOutcome = std::variant<IssuedCard, Refused, Unknown, NotSent>;

/// The port to whoever takes the money; one adapter per provider.
///
/// A provider lives on one thread that has an event loop: what takes a callback is called there,
/// and calls back there, later (never from within the call), exactly once and within the adapter's
/// time limit. The rest knows the provider's formats only, and may be called on any thread. The
/// destructor drops what is in flight without calling back: recovery then treats it as unknown.
/// Nothing throws.
class PaymentProvider {
public:
    template <typename Outcome>
    using Then = std::function<void(Outcome)>;

    PaymentProvider() = default;
    virtual ~PaymentProvider();
    Q_DISABLE_COPY_MOVE(PaymentProvider)

    virtual void charge(const ChargeRequest &request, Then<ChargeOutcome> then) = 0;
    virtual void lookUp(PaymentId payment, Then<LookUpOutcome> then) = 0;
    virtual void refund(const RefundRequest &request, Then<RefundOutcome> then) = 0;

    /// Where the customer's browser registers a card. The provider sends it back to `returnUrl`
    /// with the query items `customerKey` and `authKey`, or `code` and `message` when it failed.
    virtual QUrl registrationUrl(const QString &customerKey, const QUrl &returnUrl) const = 0;
    /// Turns the `authKey` of a return into a card. A repeat gives the same card again.
    virtual void issueCard(const QString &authKey, const QString &customerKey,
                           Then<CardOutcome> then) = 0;

    /// The payment that a webhook's body speaks of. Only a hint, for anyone may have sent it: look
    /// the payment up and act on that.
    virtual std::optional<PaymentId> paymentHintedBy(const QByteArray &webhookBody) const = 0;
};

} // namespace soban::payment
