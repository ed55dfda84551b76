// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/Ledger.h"

#include <algorithm>

namespace soban::sandbox {

namespace {

constexpr std::chrono::minutes kConfirmWithin{10};
constexpr qint64 kLeastWon = 100;
constexpr QLatin1StringView kTestAuthPrefix{"test_auth_"};

bool hasOnly(QStringView text, QStringView extra) {
    return std::all_of(text.begin(), text.end(), [extra](QChar c) {
        return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9') ||
               extra.contains(c);
    });
}

bool isOrderId(const QString &text) {
    return text.size() >= 6 && text.size() <= 64 && hasOnly(text, u"-_=");
}

bool isCustomerKey(const QString &text) {
    return text.size() >= 2 && text.size() <= 50 && hasOnly(text, u"-_=.@");
}

/// Why the card itself refuses; empty when it pays.
QString declineCodeOf(TestCardKind kind, qint64 won, const QString &forced) {
    const TestCard &card = testCard(kind);
    if (!forced.isEmpty())
        return forced;
    return won > card.refusesAboveWon ? card.declineCode : QString();
}

} // namespace

Ledger::Ledger(const Clock &clock, KeyMaker makeKey, LedgerObserver *observer)
    : m_clock(clock), m_makeKey(std::move(makeKey)), m_observer(observer) {}

QString Ledger::authorize(const QString &customerKey, TestCardKind card) {
    const Authorization given{m_makeKey(QStringLiteral("auth_")), customerKey, card};
    m_authorizations.insert(given.authKey, given);
    if (m_observer)
        m_observer->authorizationChanged(given);
    return given.authKey;
}

Result<BillingCard, ApiError> Ledger::issueCard(const QString &authKey,
                                                const QString &customerKey) {
    if (!isCustomerKey(customerKey))
        return apiError(u"INVALID_REQUEST");
    std::optional<TestCardKind> kind;
    if (authKey.startsWith(kTestAuthPrefix)) {
        kind = enumFromText<TestCardKind>(QStringView(authKey).sliced(kTestAuthPrefix.size()));
    } else if (const auto found = m_authorizations.find(authKey);
               found != m_authorizations.end() && !found->isUsed) {
        if (found->customerKey != customerKey)
            return apiError(u"NOT_MATCHES_CUSTOMER_KEY");
        found->isUsed = true;
        kind = found->card;
        if (m_observer)
            m_observer->authorizationChanged(*found);
    }
    if (!kind)
        return apiError(u"INVALID_BILL_KEY_REQUEST");
    const BillingCard issued{m_makeKey(QStringLiteral("bill_")), customerKey, *kind, m_clock.now()};
    m_cards.insert(issued.billingKey, issued);
    if (m_observer)
        m_observer->cardIssued(issued);
    return issued;
}

std::optional<ApiError> Ledger::refusalOf(const BillingCharge &charge) const {
    const auto card = m_cards.constFind(charge.billingKey);
    if (card == m_cards.constEnd())
        return apiError(u"INVALID_BILL_KEY_REQUEST");
    if (card->customerKey != charge.customerKey)
        return apiError(u"NOT_MATCHES_CUSTOMER_KEY");
    if (!isOrderId(charge.orderId))
        return apiError(u"INVALID_ORDER_ID");
    if (charge.won < kLeastWon)
        return apiError(u"BELOW_MINIMUM_AMOUNT");
    const LedgerPayment *earlier = findByOrder(charge.orderId);
    if (earlier && earlier->status != LedgerStatus::Aborted)
        return apiError(u"DUPLICATED_ORDER_ID");
    return std::nullopt;
}

Ledger::PaymentResult Ledger::charge(const BillingCharge &charge, const QString &forcedDecline) {
    if (const std::optional<ApiError> refusal = refusalOf(charge))
        return *refusal;
    const TestCardKind kind = m_cards.constFind(charge.billingKey)->card;
    LedgerPayment &payment = append({m_makeKey(QStringLiteral("tpk_")),
                                     charge.orderId,
                                     charge.orderName,
                                     LedgerStatus::InProgress,
                                     kind,
                                     true,
                                     charge.won,
                                     charge.won,
                                     m_clock.now(),
                                     {},
                                     {},
                                     {}});
    settle(payment, declineCodeOf(kind, charge.won, forcedDecline));
    if (payment.status == LedgerStatus::Aborted)
        return apiError(payment.failureCode);
    return payment;
}

LedgerPayment Ledger::openPayment(const QString &orderId, const QString &orderName, qint64 won,
                                  TestCardKind card) {
    const LedgerPayment &payment = append({m_makeKey(QStringLiteral("tpk_")),
                                           orderId,
                                           orderName,
                                           LedgerStatus::InProgress,
                                           card,
                                           false,
                                           won,
                                           won,
                                           m_clock.now(),
                                           {},
                                           {},
                                           {}});
    tell(payment);
    return payment;
}

Ledger::PaymentResult Ledger::confirm(const QString &paymentKey, const QString &orderId, qint64 won,
                                      const QString &forcedDecline) {
    const auto index = m_byKey.constFind(paymentKey);
    if (index == m_byKey.constEnd())
        return apiError(u"NOT_FOUND_PAYMENT_SESSION");
    LedgerPayment &payment = m_payments[*index];
    if (payment.orderId != orderId || payment.totalWon != won)
        return apiError(u"INVALID_REQUEST");
    if (payment.status == LedgerStatus::InProgress &&
        m_clock.now() - payment.requestedAt > kConfirmWithin) {
        payment.status = LedgerStatus::Expired;
        tell(payment);
    }
    if (payment.status == LedgerStatus::Expired)
        return apiError(u"NOT_FOUND_PAYMENT_SESSION");
    if (payment.status != LedgerStatus::InProgress)
        return apiError(u"ALREADY_PROCESSED_PAYMENT");
    settle(payment, declineCodeOf(payment.card, won, forcedDecline));
    if (payment.status == LedgerStatus::Aborted)
        return apiError(payment.failureCode);
    return payment;
}

Ledger::PaymentResult Ledger::cancel(const QString &paymentKey, const QString &reason,
                                     std::optional<qint64> won) {
    const auto index = m_byKey.constFind(paymentKey);
    if (index == m_byKey.constEnd())
        return apiError(u"NOT_FOUND_PAYMENT");
    LedgerPayment &payment = m_payments[*index];
    if (payment.status == LedgerStatus::Canceled)
        return apiError(u"ALREADY_CANCELED_PAYMENT");
    if (payment.status != LedgerStatus::Done && payment.status != LedgerStatus::PartialCanceled)
        return apiError(u"NOT_CANCELABLE_PAYMENT");
    const qint64 back = won.value_or(payment.balanceWon);
    if (back > payment.balanceWon)
        return apiError(u"NOT_CANCELABLE_AMOUNT");
    payment.balanceWon -= back;
    payment.status =
        payment.balanceWon == 0 ? LedgerStatus::Canceled : LedgerStatus::PartialCanceled;
    payment.cancels.append({m_makeKey(QStringLiteral("ttk_")), back, reason, m_clock.now()});
    tell(payment);
    return payment;
}

const LedgerPayment *Ledger::findByKey(const QString &paymentKey) const {
    const auto index = m_byKey.constFind(paymentKey);
    return index == m_byKey.constEnd() ? nullptr : &m_payments[*index];
}

const LedgerPayment *Ledger::findByOrder(const QString &orderId) const {
    const auto indexes = m_byOrder.constFind(orderId);
    return indexes == m_byOrder.constEnd() ? nullptr : &m_payments[indexes->last()];
}

QList<LedgerPayment> Ledger::allOfOrder(const QString &orderId) const {
    QList<LedgerPayment> all;
    for (std::size_t index : m_byOrder.value(orderId))
        all.append(m_payments[index]);
    return all;
}

void Ledger::restore(const LedgerPayment &payment) {
    const auto index = m_byKey.constFind(payment.paymentKey);
    if (index == m_byKey.constEnd())
        append(payment);
    else
        m_payments[*index] = payment;
}

void Ledger::restore(const Authorization &authorization) {
    m_authorizations.insert(authorization.authKey, authorization);
}

void Ledger::restore(const BillingCard &card) {
    m_cards.insert(card.billingKey, card);
}

LedgerPayment &Ledger::append(LedgerPayment payment) {
    m_byKey.insert(payment.paymentKey, m_payments.size());
    m_byOrder[payment.orderId].append(m_payments.size());
    m_payments.push_back(std::move(payment));
    return m_payments.back();
}

void Ledger::settle(LedgerPayment &payment, const QString &declineCode) {
    if (declineCode.isEmpty()) {
        payment.status = LedgerStatus::Done;
        payment.approvedAt = m_clock.now();
    } else {
        payment.status = LedgerStatus::Aborted;
        payment.failureCode = declineCode;
        payment.balanceWon = 0;
    }
    tell(payment);
}

void Ledger::tell(const LedgerPayment &payment) {
    if (m_observer)
        m_observer->paymentChanged(payment);
}

} // namespace soban::sandbox
