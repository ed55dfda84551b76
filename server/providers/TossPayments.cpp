// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/TossPayments.h"

#include "providers/TossWire.h"

#include <QCryptographicHash>
#include <QTimer>
#include <QUrlQuery>

#include <algorithm>

namespace soban::providers {

using namespace payment;

namespace {

constexpr qsizetype kLongestIdempotencyKey = 300;

bool isUsableKey(const QString &key) {
    return !key.isEmpty() && key.size() <= kLongestIdempotencyKey &&
           std::all_of(key.begin(), key.end(), [](QChar c) { return c > u' ' && c < u'\x7f'; });
}

QByteArray pathPart(const QString &text) {
    return QUrl::toPercentEncoding(text);
}

} // namespace

std::optional<QString> TossConfig::problem() const {
    if (!baseUrl.isValid() || baseUrl.host().isEmpty() || baseUrl.hasQuery() ||
        baseUrl.hasFragment())
        return QStringLiteral("the base URL of Toss Payments is malformed");
    if (!isGuardable(baseUrl))
        return QStringLiteral("the base URL of Toss Payments must be https, or http on loopback");
    if (secretKey.isEmpty() || secretKey.contains(':'))
        return QStringLiteral("the secret key of Toss Payments is missing or malformed");
    return std::nullopt;
}

TossPayments::TossPayments(TossConfig config, CircuitBreaker &breaker)
    : m_config(std::move(config)), m_caller(m_config.limits, breaker) {}

HttpCall TossPayments::makeGet(const QByteArray &path) const {
    HttpCall call;
    call.url = QUrl::fromEncoded(m_config.baseUrl.toEncoded(QUrl::StripTrailingSlash) + path,
                                 QUrl::StrictMode);
    const QByteArray credentials = QByteArray(m_config.secretKey + ':').toBase64();
    call.headers = {HttpHeader{"Authorization", "Basic " + credentials},
                    HttpHeader{"Accept", "application/json"}};
    return call;
}

HttpCall TossPayments::makePost(const QByteArray &path, const QByteArray &body,
                                const QString &idempotencyKey) const {
    HttpCall call = makeGet(path);
    call.verb = HttpCall::Verb::Post;
    call.headers.append(HttpHeader{"Content-Type", "application/json"});
    call.headers.append(HttpHeader{"Idempotency-Key", idempotencyKey.toLatin1()});
    call.body = body;
    return call;
}

void TossPayments::send(const HttpCall &call, QDeadlineTimer deadline, HttpCaller::Then then) {
    m_caller.call(call, deadline, [this, call, deadline, then](HttpOutcome outcome) {
        const bool hasTime = deadline.remainingTime() > 2 * m_config.repeatPause.count();
        if (!hasTime || !toss::asksToSendAgain(outcome)) {
            then(std::move(outcome));
            return;
        }
        QTimer::singleShot(m_config.repeatPause, m_caller.context(),
                           [this, call, deadline, then] { send(call, deadline, then); });
    });
}

void TossPayments::charge(const ChargeRequest &request, Then<ChargeOutcome> then) {
    if (request.amount.currency() != Currency::krw()) {
        m_caller.later([then] {
            then(Declined{QStringLiteral("UNSUPPORTED_CURRENCY"), QStringLiteral("won only")});
        });
        return;
    }
    if (!isUsableKey(request.idempotencyKey) || request.card.billingKey.isEmpty()) {
        m_caller.later(
            [then] { then(NotSent{QStringLiteral("a key of the charge is malformed")}); });
        return;
    }
    send(makePost("/v1/billing/" + pathPart(request.card.billingKey), toss::chargeBody(request),
                  request.idempotencyKey),
         m_caller.deadlineFromNow(),
         [request, then](const HttpOutcome &outcome) { then(toss::readCharge(outcome, request)); });
}

void TossPayments::lookUp(PaymentId payment, Then<LookUpOutcome> then) {
    send(makeGet("/v1/payments/orders/" + pathPart(payment.toText())), m_caller.deadlineFromNow(),
         [payment, then](const HttpOutcome &outcome) { then(toss::readLookUp(outcome, payment)); });
}

void TossPayments::refund(const RefundRequest &request, Then<RefundOutcome> then) {
    if (!isUsableKey(request.idempotencyKey) || request.providerKey.isEmpty()) {
        m_caller.later(
            [then] { then(NotSent{QStringLiteral("a key of the refund is malformed")}); });
        return;
    }
    send(makePost("/v1/payments/" + pathPart(request.providerKey) + "/cancel",
                  toss::refundBody(request), request.idempotencyKey),
         m_caller.deadlineFromNow(),
         [request, then](const HttpOutcome &outcome) { then(toss::readRefund(outcome, request)); });
}

QUrl TossPayments::registrationUrl(const QString &customerKey, const QUrl &returnUrl) const {
    QUrl url = m_config.registrationPage;
    if (url.isEmpty())
        url = makeGet("/card-registration").url;
    QUrlQuery query(url);
    query.addQueryItem(QStringLiteral("customerKey"),
                       QString::fromLatin1(QUrl::toPercentEncoding(customerKey)));
    query.addQueryItem(QStringLiteral("returnUrl"), QString::fromLatin1(QUrl::toPercentEncoding(
                                                        returnUrl.toString(QUrl::FullyEncoded))));
    url.setQuery(query);
    return url;
}

void TossPayments::issueCard(const QString &authKey, const QString &customerKey,
                             Then<CardOutcome> then) {
    // The same authKey is the same registration: a key made from it keeps a repeat harmless.
    // Hashed, for an idempotency key may end up in logs.
    const QByteArray both = authKey.toUtf8() + '\n' + customerKey.toUtf8();
    const QByteArray hash = QCryptographicHash::hash(both, QCryptographicHash::Sha256).toHex();
    send(makePost("/v1/billing/authorizations/issue", toss::issueBody(authKey, customerKey),
                  QString::fromLatin1("card-" + hash)),
         m_caller.deadlineFromNow(), [customerKey, then](const HttpOutcome &outcome) {
             then(toss::readCard(outcome, customerKey));
         });
}

std::optional<PaymentId> TossPayments::paymentHintedBy(const QByteArray &webhookBody) const {
    return toss::readWebhook(webhookBody);
}

} // namespace soban::providers
