// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clock/Clock.h"
#include "domain/Result.h"
#include "sandbox/ApiAnswer.h"
#include "sandbox/TestCards.h"

#include <QHash>
#include <QList>

#include <functional>
#include <span>
#include <vector>

namespace soban::sandbox {

enum class LedgerStatus { InProgress, Done, PartialCanceled, Canceled, Aborted, Expired };

struct LedgerCancel {
    QString transactionKey;
    qint64 won;
    QString reason;
    Instant canceledAt;
    bool operator==(const LedgerCancel &) const = default;
};

struct LedgerPayment {
    QString paymentKey;
    QString orderId;
    QString orderName;
    LedgerStatus status;
    TestCardKind card;
    bool isBilling; ///< charged to a saved card; otherwise confirmed after the payment window
    qint64 totalWon;
    qint64 balanceWon; ///< what was not given back
    Instant requestedAt;
    std::optional<Instant> approvedAt;
    QList<LedgerCancel> cancels;
    QString failureCode;
    bool operator==(const LedgerPayment &) const = default;
};

/// A finished visit to the registration page, good for one card.
struct Authorization {
    QString authKey;
    QString customerKey;
    TestCardKind card;
    bool isUsed = false;
    bool operator==(const Authorization &) const = default;
};

struct BillingCard {
    QString billingKey;
    QString customerKey;
    TestCardKind card;
    Instant authenticatedAt;
    bool operator==(const BillingCard &) const = default;
};

struct BillingCharge {
    QString billingKey;
    QString customerKey;
    QString orderId;
    QString orderName;
    qint64 won;
};

/// Hears of every change, once it is made.
class LedgerObserver {
public:
    virtual ~LedgerObserver() = default;
    virtual void paymentChanged(const LedgerPayment &payment) = 0;
    virtual void authorizationChanged(const Authorization &authorization) = 0;
    virtual void cardIssued(const BillingCard &card) = 0;
};

/// What the provider knows: cards, payments and what was given back. Rules only: no wire, no file.
class Ledger {
public:
    /// Makes a new key that begins with the given text and nobody can guess.
    using KeyMaker = std::function<QString(const QString &prefix)>;
    using PaymentResult = Result<LedgerPayment, ApiError>;

    /// Both must outlive the ledger; the observer may be null.
    Ledger(const Clock &clock, KeyMaker makeKey, LedgerObserver *observer = nullptr);

    /// The customer chose a card on the registration page: the authKey.
    QString authorize(const QString &customerKey, TestCardKind card);
    /// Also takes `test_auth_<kind>` for any customer, any number of times.
    Result<BillingCard, ApiError> issueCard(const QString &authKey, const QString &customerKey);

    /// Charges a saved card. `forcedDecline` (a code) makes the card refuse whatever it is.
    PaymentResult charge(const BillingCharge &charge, const QString &forcedDecline = {});

    /// The customer went through the payment window; to be confirmed within ten minutes.
    LedgerPayment openPayment(const QString &orderId, const QString &orderName, qint64 won,
                              TestCardKind card);
    PaymentResult confirm(const QString &paymentKey, const QString &orderId, qint64 won,
                          const QString &forcedDecline = {});

    /// Gives `won` back, or all that is left.
    PaymentResult cancel(const QString &paymentKey, const QString &reason,
                         std::optional<qint64> won);

    const LedgerPayment *findByKey(const QString &paymentKey) const;
    /// The latest attempt of that order id.
    const LedgerPayment *findByOrder(const QString &orderId) const;
    QList<LedgerPayment> allOfOrder(const QString &orderId) const;
    /// In the order in which they were first asked for.
    std::span<const LedgerPayment> payments() const { return m_payments; }

    /// Puts back what a file kept. A later record of the same key takes the earlier one's place.
    void restore(const LedgerPayment &payment);
    void restore(const Authorization &authorization);
    void restore(const BillingCard &card);

private:
    std::optional<ApiError> refusalOf(const BillingCharge &charge) const;
    LedgerPayment &append(LedgerPayment payment);
    void settle(LedgerPayment &payment, const QString &declineCode);
    void tell(const LedgerPayment &payment);

    const Clock &m_clock;
    const KeyMaker m_makeKey;
    LedgerObserver *const m_observer;
    std::vector<LedgerPayment> m_payments;
    QHash<QString, std::size_t> m_byKey;
    QHash<QString, QList<std::size_t>> m_byOrder;
    QHash<QString, Authorization> m_authorizations;
    QHash<QString, BillingCard> m_cards;
};

} // namespace soban::sandbox

namespace soban {

template <>
struct EnumText<sandbox::LedgerStatus> {
    static constexpr std::array entries{
        std::pair{sandbox::LedgerStatus::InProgress, "IN_PROGRESS"},
        std::pair{sandbox::LedgerStatus::Done, "DONE"},
        std::pair{sandbox::LedgerStatus::PartialCanceled, "PARTIAL_CANCELED"},
        std::pair{sandbox::LedgerStatus::Canceled, "CANCELED"},
        std::pair{sandbox::LedgerStatus::Aborted, "ABORTED"},
        std::pair{sandbox::LedgerStatus::Expired, "EXPIRED"}};
};

} // namespace soban
