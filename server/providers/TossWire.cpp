// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/TossWire.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace soban::providers::toss {

using namespace payment;

namespace {

constexpr qsizetype kLongestText = 300;
constexpr qsizetype kLongestOrderName = 100; // Toss's limit

/// A Payment object, as far as it matters here; every field was there and of its type.
struct TossPayment {
    QString paymentKey;
    QString orderId;
    QString status;
    Money total;
    Money balance;
    QString method;
    std::optional<Instant> approvedAt;
    std::optional<Instant> lastCancelAt;
    QUrl receiptUrl;
    Declined failure;
};

struct TossError {
    QString code;
    QString message;
};

std::optional<QJsonObject> parseObject(const QByteArray &body) {
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(body, &error);
    if (error.error != QJsonParseError::NoError || !document.isObject())
        return std::nullopt;
    return document.object();
}

/// A string that is there, not empty and not absurdly long.
std::optional<QString> textOf(const QJsonObject &object, QLatin1StringView name) {
    const QString text = object.value(name).toString();
    if (text.isEmpty() || text.size() > kLongestText)
        return std::nullopt;
    return text;
}

/// Whole won. QJsonValue::toInteger() alone would turn 1.5 and 1e300 into its default silently.
std::optional<Money> wonOf(const QJsonObject &object, QLatin1StringView name) {
    constexpr qint64 kNone = -1;
    const qint64 won = object.value(name).toInteger(kNone);
    return won < 0 ? std::nullopt : Money::of(won, Currency::krw());
}

std::optional<Instant> momentOf(const QJsonObject &object, QLatin1StringView name) {
    return Instant::fromRfc3339(object.value(name).toString());
}

QUrl receiptOf(const QJsonObject &object) {
    const QUrl url(object.value(QLatin1StringView("receipt"))
                       .toObject()
                       .value(QLatin1StringView("url"))
                       .toString(),
                   QUrl::StrictMode);
    const bool isWeb =
        url.scheme() == QLatin1StringView("https") || url.scheme() == QLatin1StringView("http");
    return isWeb && !url.host().isEmpty() ? url : QUrl();
}

TossError errorOf(const QJsonObject &object) {
    return {object.value(QLatin1StringView("code")).toString().left(kLongestText),
            object.value(QLatin1StringView("message")).toString().left(kLongestText)};
}

std::optional<TossPayment> parsePayment(const QByteArray &body) {
    const std::optional<QJsonObject> object = parseObject(body);
    if (!object ||
        object->value(QLatin1StringView("currency")).toString() != Currency::krw().code())
        return std::nullopt;
    const auto paymentKey = textOf(*object, QLatin1StringView("paymentKey"));
    const auto orderId = textOf(*object, QLatin1StringView("orderId"));
    const auto status = textOf(*object, QLatin1StringView("status"));
    const auto total = wonOf(*object, QLatin1StringView("totalAmount"));
    const auto balance = wonOf(*object, QLatin1StringView("balanceAmount"));
    if (!paymentKey || !orderId || !status || !total || !balance || *balance > *total)
        return std::nullopt;
    const TossError failure = errorOf(object->value(QLatin1StringView("failure")).toObject());
    const QJsonArray cancels = object->value(QLatin1StringView("cancels")).toArray();
    return TossPayment{*paymentKey,
                       *orderId,
                       *status,
                       *total,
                       *balance,
                       object->value(QLatin1StringView("method")).toString().left(kLongestText),
                       momentOf(*object, QLatin1StringView("approvedAt")),
                       momentOf(cancels.last().toObject(), QLatin1StringView("canceledAt")),
                       receiptOf(*object),
                       {failure.code, failure.message}};
}

/// The error of a refusal in Toss's own words; a gateway's error page has none.
std::optional<TossError> refusalOf(const HttpAnswer &answer) {
    if (answer.status < 400 || answer.status >= 500)
        return std::nullopt;
    const std::optional<QJsonObject> object = parseObject(answer.body);
    if (!object)
        return std::nullopt;
    const TossError error = errorOf(*object);
    return error.code.isEmpty() ? std::nullopt : std::optional(error);
}

/// Turned away at the door: the request was not looked at.
bool isTurnedAway(const HttpAnswer &answer, const TossError &error) {
    return answer.status == 401 || answer.status == 429 ||
           error.code == QLatin1StringView("FORBIDDEN_REQUEST");
}

/// Refusals after which money may have moved all the same.
bool leavesDoubt(const TossError &error) {
    static constexpr std::array kCodes{
        QLatin1StringView("ALREADY_PROCESSED_PAYMENT"), QLatin1StringView("DUPLICATED_ORDER_ID"),
        QLatin1StringView("PROVIDER_ERROR"), QLatin1StringView("IDEMPOTENT_REQUEST_PROCESSING")};
    return std::find(kCodes.begin(), kCodes.end(), error.code) != kCodes.end();
}

QString describe(const HttpAnswer &answer) {
    const std::optional<QJsonObject> object = parseObject(answer.body);
    return QStringLiteral("HTTP %1 %2")
        .arg(answer.status)
        .arg(object ? errorOf(*object).code : QStringLiteral("without a readable body"));
}

Captured capturedFrom(const TossPayment &paid) {
    const Money refunded = paid.total.minus(paid.balance).value_or(Money::zero(Currency::krw()));
    return {paid.paymentKey, *paid.approvedAt, paid.total, refunded, paid.method, paid.receiptUrl};
}

bool isCaptured(const TossPayment &seen) {
    const bool taken = seen.status == QLatin1StringView("DONE") ||
                       seen.status == QLatin1StringView("PARTIAL_CANCELED") ||
                       seen.status == QLatin1StringView("CANCELED");
    return taken && seen.approvedAt;
}

bool isDeclined(const TossPayment &seen) {
    return seen.status == QLatin1StringView("ABORTED") ||
           seen.status == QLatin1StringView("EXPIRED");
}

/// What a 200 tells of the payment that was asked for.
std::variant<Captured, Declined, Unknown> readPayment(const HttpAnswer &answer, PaymentId asked) {
    const std::optional<TossPayment> seen = parsePayment(answer.body);
    if (!seen)
        return Unknown{QStringLiteral("HTTP 200 with an unreadable payment")};
    if (seen->orderId != asked.toText())
        return Unknown{QStringLiteral("HTTP 200 about another payment")};
    if (isCaptured(*seen))
        return capturedFrom(*seen);
    if (isDeclined(*seen))
        return seen->failure.code.isEmpty() ? Declined{seen->status, {}} : seen->failure;
    return Unknown{QStringLiteral("the payment is %1").arg(seen->status)};
}

template <typename Wide, typename... Narrow>
Wide widen(std::variant<Narrow...> narrow) {
    return std::visit([](auto &&value) -> Wide { return std::forward<decltype(value)>(value); },
                      std::move(narrow));
}

/// The part that all POSTs share: `whole` reads a 200, `refused` a refusal without doubt.
template <typename Outcome, typename Whole, typename Refusal>
Outcome readPost(const HttpOutcome &outcome, Whole whole, Refusal refused) {
    if (const auto *notSent = std::get_if<HttpNotSent>(&outcome))
        return NotSent{notSent->detail};
    if (const auto *broken = std::get_if<HttpBroken>(&outcome))
        return Unknown{broken->detail};
    const auto &answer = std::get<HttpAnswer>(outcome);
    if (answer.status == 200)
        return whole(answer);
    const std::optional<TossError> error = refusalOf(answer);
    if (!error || leavesDoubt(*error))
        return Unknown{describe(answer)};
    if (isTurnedAway(answer, *error))
        return NotSent{describe(answer)};
    return refused(*error);
}

QByteArray toBytes(const QJsonObject &object) {
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

} // namespace

QByteArray chargeBody(const ChargeRequest &request) {
    return toBytes({{QStringLiteral("customerKey"), request.card.customerKey},
                    {QStringLiteral("amount"), request.amount.minor()},
                    {QStringLiteral("orderId"), request.payment.toText()},
                    {QStringLiteral("orderName"), request.orderName.left(kLongestOrderName)}});
}

QByteArray refundBody(const RefundRequest &request) {
    return toBytes({{QStringLiteral("cancelReason"), request.reason.left(200)},
                    {QStringLiteral("cancelAmount"), request.amount.minor()}});
}

QByteArray issueBody(const QString &authKey, const QString &customerKey) {
    return toBytes(
        {{QStringLiteral("authKey"), authKey}, {QStringLiteral("customerKey"), customerKey}});
}

bool asksToSendAgain(const HttpOutcome &outcome) {
    const auto *answer = std::get_if<HttpAnswer>(&outcome);
    if (!answer || answer->status != 409)
        return false;
    const std::optional<TossError> error = refusalOf(*answer);
    return error && error->code == QLatin1StringView("IDEMPOTENT_REQUEST_PROCESSING");
}

ChargeOutcome readCharge(const HttpOutcome &outcome, const ChargeRequest &request) {
    const auto whole = [&request](const HttpAnswer &answer) -> ChargeOutcome {
        auto read = readPayment(answer, request.payment);
        const auto *captured = std::get_if<Captured>(&read);
        if (captured && captured->amount != request.amount)
            return Unknown{QStringLiteral("HTTP 200 about another amount")};
        return widen<ChargeOutcome>(std::move(read));
    };
    return readPost<ChargeOutcome>(outcome, whole, [](const TossError &error) -> ChargeOutcome {
        return Declined{error.code, error.message};
    });
}

LookUpOutcome readLookUp(const HttpOutcome &outcome, PaymentId payment) {
    if (const auto *notSent = std::get_if<HttpNotSent>(&outcome))
        return Unknown{notSent->detail};
    if (const auto *broken = std::get_if<HttpBroken>(&outcome))
        return Unknown{broken->detail};
    const auto &answer = std::get<HttpAnswer>(outcome);
    if (answer.status == 200)
        return widen<LookUpOutcome>(readPayment(answer, payment));
    // Not every 404: a wrong base URL must not look like "never charged".
    const std::optional<TossError> error = refusalOf(answer);
    if (answer.status == 404 && error && error->code == QLatin1StringView("NOT_FOUND_PAYMENT"))
        return NotFound{};
    return Unknown{describe(answer)};
}

RefundOutcome readRefund(const HttpOutcome &outcome, const RefundRequest &request) {
    const auto whole = [&request](const HttpAnswer &answer) -> RefundOutcome {
        const std::optional<TossPayment> seen = parsePayment(answer.body);
        if (!seen || seen->paymentKey != request.providerKey || !seen->lastCancelAt)
            return Unknown{QStringLiteral("HTTP 200 with an unreadable refund")};
        const std::optional<Money> inAll = seen->total.minus(seen->balance);
        if (!inAll || !(*inAll >= request.amount))
            return Unknown{QStringLiteral("HTTP 200 about a smaller refund")};
        return Refunded{*seen->lastCancelAt, *inAll};
    };
    return readPost<RefundOutcome>(outcome, whole, [](const TossError &error) -> RefundOutcome {
        if (error.code == QLatin1StringView("ALREADY_CANCELED_PAYMENT"))
            return AlreadyRefunded{};
        return Refused{error.code, error.message};
    });
}

CardOutcome readCard(const HttpOutcome &outcome, const QString &customerKey) {
    const auto whole = [&customerKey](const HttpAnswer &answer) -> CardOutcome {
        const QJsonObject object = parseObject(answer.body).value_or(QJsonObject());
        const QJsonObject card = object.value(QLatin1StringView("card")).toObject();
        const auto billingKey = textOf(object, QLatin1StringView("billingKey"));
        const auto number = textOf(card, QLatin1StringView("number"));
        const auto company = textOf(card, QLatin1StringView("company"));
        const auto owner = textOf(object, QLatin1StringView("customerKey"));
        if (!billingKey || !number || !company || owner != customerKey)
            return Unknown{QStringLiteral("HTTP 200 with an unreadable card")};
        return IssuedCard{*billingKey, *company, *number};
    };
    return readPost<CardOutcome>(outcome, whole, [](const TossError &error) -> CardOutcome {
        return Refused{error.code, error.message};
    });
}

std::optional<PaymentId> readWebhook(const QByteArray &body) {
    const std::optional<QJsonObject> object = parseObject(body);
    if (!object || object->value(QLatin1StringView("eventType")).toString() !=
                       QLatin1StringView("PAYMENT_STATUS_CHANGED")) {
        return std::nullopt;
    }
    const QJsonObject data = object->value(QLatin1StringView("data")).toObject();
    return PaymentId::fromText(data.value(QLatin1StringView("orderId")).toString());
}

} // namespace soban::providers::toss
