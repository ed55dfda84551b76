// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/TossApi.h"

#include <QJsonArray>

namespace soban::sandbox {

namespace {

const QString kMerchant = QStringLiteral("soban-sandbox");

QJsonValue cancelsOf(const LedgerPayment &payment) {
    if (payment.cancels.isEmpty())
        return QJsonValue::Null;
    QJsonArray cancels;
    for (const LedgerCancel &cancel : payment.cancels) {
        cancels.append(QJsonObject{{QStringLiteral("transactionKey"), cancel.transactionKey},
                                   {QStringLiteral("cancelReason"), cancel.reason},
                                   {QStringLiteral("cancelAmount"), cancel.won},
                                   {QStringLiteral("canceledAt"), tossTime(cancel.canceledAt)},
                                   {QStringLiteral("cancelStatus"), QStringLiteral("DONE")}});
    }
    return cancels;
}

QJsonValue failureOf(const LedgerPayment &payment) {
    if (payment.failureCode.isEmpty())
        return QJsonValue::Null;
    return QJsonObject{{QStringLiteral("code"), payment.failureCode},
                       {QStringLiteral("message"), apiError(payment.failureCode).message}};
}

QJsonObject cardOf(TestCardKind kind) {
    const TestCard &card = testCard(kind);
    return {{QStringLiteral("company"), card.company},
            {QStringLiteral("number"), card.maskedNumber},
            {QStringLiteral("cardType"), QStringLiteral("신용")},
            {QStringLiteral("ownerType"), QStringLiteral("개인")}};
}

} // namespace

TossApi::Told TossApi::run(Operation operation, const http::RouteParams &params,
                           const QByteArray &body, const QString &forcedDecline) {
    if (operation == Operation::LookUp)
        return {lookUp(params)};
    const std::optional<QJsonObject> object = parseJsonObject(body);
    if (!object)
        return {ApiAnswer::of(apiError(u"INVALID_REQUEST"))};
    switch (operation) {
    case Operation::Charge:
        return charge(params.value(u"billingKey"), *object, forcedDecline);
    case Operation::Confirm:
        return confirm(*object, forcedDecline);
    case Operation::Refund:
        return {cancel(params.value(u"paymentKey"), *object)};
    case Operation::IssueCard:
        return {issueCard(*object)};
    default:
        return {ApiAnswer::of(apiError(u"NOT_FOUND"))};
    }
}

TossApi::Told TossApi::charge(const QString &billingKey, const QJsonObject &body,
                              const QString &forcedDecline) {
    const auto won = wonIn(body, QLatin1StringView("amount"));
    const QString orderName = textIn(body, "orderName");
    if (!won || orderName.isEmpty() || orderName.size() > 100)
        return {ApiAnswer::of(apiError(u"INVALID_REQUEST"))};
    const auto result = m_ledger.charge(
        {billingKey, textIn(body, "customerKey"), textIn(body, "orderId"), orderName, *won},
        forcedDecline);
    return {answerOf(result),
            result ? testCard(result->card).answerDelay : std::chrono::milliseconds(0)};
}

TossApi::Told TossApi::confirm(const QJsonObject &body, const QString &forcedDecline) {
    const auto won = wonIn(body, QLatin1StringView("amount"));
    if (!won)
        return {ApiAnswer::of(apiError(u"INVALID_REQUEST"))};
    const auto result =
        m_ledger.confirm(textIn(body, "paymentKey"), textIn(body, "orderId"), *won, forcedDecline);
    return {answerOf(result),
            result ? testCard(result->card).answerDelay : std::chrono::milliseconds(0)};
}

ApiAnswer TossApi::cancel(const QString &paymentKey, const QJsonObject &body) {
    const QString reason = textIn(body, "cancelReason");
    const auto won = wonIn(body, QLatin1StringView("cancelAmount"));
    const bool namesAmount = body.contains(QLatin1StringView("cancelAmount"));
    if (reason.isEmpty() || reason.size() > 200 || (namesAmount && !won))
        return ApiAnswer::of(apiError(u"INVALID_REQUEST"));
    return answerOf(m_ledger.cancel(paymentKey, reason, won));
}

ApiAnswer TossApi::lookUp(const http::RouteParams &params) const {
    const QString paymentKey = params.value(u"paymentKey");
    const LedgerPayment *found = paymentKey.isEmpty()
                                     ? m_ledger.findByOrder(params.value(u"orderId"))
                                     : m_ledger.findByKey(paymentKey);
    return found ? ApiAnswer::of(toWire(*found)) : ApiAnswer::of(apiError(u"NOT_FOUND_PAYMENT"));
}

ApiAnswer TossApi::issueCard(const QJsonObject &body) {
    const auto issued = m_ledger.issueCard(textIn(body, "authKey"), textIn(body, "customerKey"));
    if (!issued)
        return ApiAnswer::of(issued.error());
    return ApiAnswer::of(
        QJsonObject{{QStringLiteral("mId"), kMerchant},
                    {QStringLiteral("customerKey"), issued->customerKey},
                    {QStringLiteral("authenticatedAt"), tossTime(issued->authenticatedAt)},
                    {QStringLiteral("method"), QStringLiteral("카드")},
                    {QStringLiteral("billingKey"), issued->billingKey},
                    {QStringLiteral("card"), cardOf(issued->card)}});
}

ApiAnswer TossApi::answerOf(const Ledger::PaymentResult &result) const {
    return result ? ApiAnswer::of(toWire(*result)) : ApiAnswer::of(result.error());
}

QJsonObject TossApi::toWire(const LedgerPayment &payment) const {
    QUrl receipt = m_publicBase;
    receipt.setPath(u"/receipts/" + payment.paymentKey);
    const bool isPaid = payment.approvedAt.has_value();
    QJsonObject wire{{QStringLiteral("mId"), kMerchant},
                     {QStringLiteral("version"), QStringLiteral("2022-11-16")},
                     {QStringLiteral("paymentKey"), payment.paymentKey},
                     {QStringLiteral("type"),
                      payment.isBilling ? QStringLiteral("BILLING") : QStringLiteral("NORMAL")},
                     {QStringLiteral("orderId"), payment.orderId},
                     {QStringLiteral("orderName"), payment.orderName},
                     {QStringLiteral("status"), toText(payment.status)},
                     {QStringLiteral("requestedAt"), tossTime(payment.requestedAt)},
                     {QStringLiteral("method"), QStringLiteral("카드")},
                     {QStringLiteral("currency"), QStringLiteral("KRW")},
                     {QStringLiteral("totalAmount"), payment.totalWon},
                     {QStringLiteral("balanceAmount"), payment.balanceWon},
                     {QStringLiteral("isPartialCancelable"), true},
                     {QStringLiteral("cancels"), cancelsOf(payment)},
                     {QStringLiteral("card"), cardOf(payment.card)},
                     {QStringLiteral("failure"), failureOf(payment)}};
    wire.insert(QStringLiteral("approvedAt"),
                isPaid ? QJsonValue(tossTime(*payment.approvedAt)) : QJsonValue::Null);
    wire.insert(QStringLiteral("receipt"),
                isPaid ? QJsonValue(QJsonObject{{QStringLiteral("url"), receipt.toString()}})
                       : QJsonValue::Null);
    return wire;
}

} // namespace soban::sandbox
