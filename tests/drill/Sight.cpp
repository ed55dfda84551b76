// SPDX-License-Identifier: GPL-3.0-or-later
#include "drill/Sight.h"

#include "contract/Codec.h"
#include "contract/Operator.h"
#include "contract/Ordering.h"
#include "stage/Requests.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace soban::drill {

namespace {

constexpr int kFirstRefusal = 400;
/// A step that is done, without a word of the order.
constexpr int kNoContent = 204;

QJsonObject sightedObject(const bench::Response &response) {
    const QJsonObject object = QJsonDocument::fromJson(response.body).object();
    return response.status < kFirstRefusal ? object
                                           : object[QLatin1StringView("present")].toObject();
}

template <typename E>
void takeWord(const QJsonObject &object, const char *name, E &value) {
    if (const auto word = enumFromText<E>(object[QLatin1StringView(name)].toString()))
        value = *word;
}

QByteArray pathOfAction(Action action) {
    switch (action) {
    case Action::PayAgain:
        return "/payments";
    case Action::Change:
        return "/changes";
    case Action::TakeOver:
        return "/take-over";
    case Action::GiveBack:
        return "/give-back";
    case Action::PickUp:
        return "/pick-up";
    case Action::HandOver:
        return "/hand-over";
    case Action::ReturnGoods:
        return "/return";
    case Action::Settle:
        return "/settlement";
    default: // one word
        return '/' + QByteArray(toText(action).data());
    }
}

QByteArray asSeen(const Sight &sight) {
    return "If-Match: \"" + QByteArray::number(sight.version) + "\"\r\n";
}

Address home() {
    return {QStringLiteral("3 Home Lane"), *GeoPoint::of(37.8771, 127.7318)};
}

std::optional<CardId> cardNamed(const QByteArray &card) {
    return CardId::fromText(QString::fromLatin1(card));
}

QByteArray payment(PaymentMethod method, const QByteArray &card) {
    QByteArray body = "\"paymentMethod\":\"" + QByteArray(toText(method).data()) + '"';
    if (method == PaymentMethod::Card)
        body += ",\"cardId\":\"" + card + '"';
    return body;
}

} // namespace

void Sight::take(const Step &done) {
    if (const auto taken = lifecycle::transition(stage, done.action, done.role))
        stage = taken->to;
    if (done.role == Role::Operator)
        backMinor = done.refundMinor;
    ++version;
}

void Sight::take(const bench::Response &response, const std::optional<Step> &step) {
    if (response.status == kNoContent) {
        if (step)
            take(*step);
        return;
    }
    const QJsonObject object = sightedObject(response);
    if (!object.contains(QLatin1StringView("version")))
        return;
    const QString id =
        object[QLatin1StringView("id")].toString(object[QLatin1StringView("orderId")].toString());
    const QString shown = object[QLatin1StringView("handOverCode")].toString();
    order = id.toLatin1();
    version = object[QLatin1StringView("version")].toInt();
    takeWord(object, "state", stage.order);
    takeWord(object, "deliveryState", stage.delivery);
    takeWord(object, "fulfilment", stage.fulfilment);
    takeWord(object, "paymentMethod", method);
    for (const char *decision : {"ending", "settlement"}) {
        const QJsonObject refund =
            object[QLatin1StringView(decision)][QLatin1StringView("refund")].toObject();
        backMinor = refund[QLatin1StringView("minor")].toInteger(backMinor);
    }
    const QJsonArray lines = object[QLatin1StringView("lines")].toArray();
    if (!lines.isEmpty())
        portions = lines.first()[QLatin1StringView("quantity")].toInt();
    if (!shown.isEmpty())
        code = shown.toLatin1();
    const QString answerBy = object[QLatin1StringView("answerBy")].toString(
        object[QLatin1StringView("completesAt")].toString());
    endsAt = Instant::fromRfc3339(answerBy);
}

QByteArray refusalIn(const bench::Response &response) {
    if (response.status < kFirstRefusal)
        return {};
    return QJsonDocument::fromJson(response.body)
        .object()[QLatin1StringView("code")]
        .toString()
        .toLatin1();
}

QByteArray Scribe::place(const Sight &sight, PaymentMethod method, const QByteArray &card) {
    const bench::Town &town = m_stand.town();
    const bench::BenchShop &shop = town.shops[sight.shop];
    const contract::PlaceOrderRequest request{shop.id,
                                              sight.stage.fulfilment,
                                              {{shop.item, {}, sight.portions}},
                                              totalOf(sight, sight.portions),
                                              method,
                                              method == PaymentMethod::Card ? cardNamed(card)
                                                                            : std::nullopt,
                                              home(),
                                              {},
                                              {},
                                              {},
                                              {}};
    return bench::keyedRequest("/api/v1/orders", town.customerTokens[sight.customer], nextKey(),
                               contract::encode(request));
}

QByteArray Scribe::payAgain(const Sight &sight, PaymentMethod method, const QByteArray &card) {
    return bench::keyedRequest("/api/v1/orders/" + sight.order + "/payments",
                               m_stand.town().customerTokens[sight.customer], nextKey(),
                               '{' + payment(method, card) + '}', asSeen(sight));
}

QByteArray Scribe::change(const Sight &sight, int portions, const QByteArray &card) {
    const bench::Town &town = m_stand.town();
    const QByteArray key = nextKey();
    // What changes nothing is refused: another note is always something.
    const contract::ChangeRequest request{{{town.shops[sight.shop].item, {}, portions}},
                                          home(),
                                          QString::fromLatin1(key),
                                          totalOf(sight, portions),
                                          cardNamed(card)};
    return bench::keyedRequest("/api/v1/orders/" + sight.order + pathOfAction(Action::Change),
                               town.customerTokens[sight.customer], key, contract::encode(request),
                               asSeen(sight));
}

qint64 Scribe::totalOf(const Sight &sight, int portions) const {
    const bench::BenchShop &shop = m_stand.town().shops[sight.shop];
    const bool isFetched = sight.stage.fulfilment == Fulfilment::Collection;
    return (shop.totalMinor - shop.feeMinor) * portions + (isFetched ? 0 : shop.feeMinor);
}

QByteArray Scribe::read(const Sight &sight) const {
    return bench::getRequest("/api/v1/orders/" + sight.order,
                             m_stand.town().customerTokens[sight.customer]);
}

QByteArray Scribe::reopen(const Sight &sight) const {
    const QByteArray body = R"({"mode":"normal"})";
    return "PUT /api/v1/shop/mode HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer " +
           m_stand.town().shops[sight.shop].ownerToken +
           "\r\nContent-Type: application/json\r\nContent-Length: " +
           QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

QByteArray Scribe::step(const Sight &sight, const Step &step) {
    const bench::Town &town = m_stand.town();
    if (step.action == Action::Change)
        return change(sight, step.portions, m_stand.cardsOf(sight.customer).good);
    const QByteArray path = sight.order + pathOfAction(step.action);
    if (step.role == Role::Rider)
        return bench::keyedRequest("/api/v1/deliveries/" + path, town.riderTokens[sight.rider],
                                   nextKey(), riderBodyOf(sight, step));
    if (step.role == Role::Operator)
        return bench::keyedRequest("/api/v1/operator/orders/" + path, town.operatorToken, nextKey(),
                                   operatorBodyOf(step), asSeen(sight));
    if (step.role == Role::Shop)
        return bench::keyedRequest("/api/v1/tickets/" + path, town.shops[sight.shop].ownerToken,
                                   nextKey(), bodyOf(sight, step), asSeen(sight));
    return bench::keyedRequest("/api/v1/orders/" + path, town.customerTokens[sight.customer],
                               nextKey(), bodyOf(sight, step), asSeen(sight));
}

QByteArray Scribe::bodyOf(const Sight &sight, const Step &step) {
    switch (step.action) {
    case Action::Accept:
        return R"({"preparationMinutes":15})";
    case Action::Extend:
        return R"({"minutes":10})";
    case Action::HandOver:
    case Action::Collect:
        return R"({"code":")" + sight.code + "\"}";
    default:
        break;
    }
    const QByteArray reason = reasonFor(step);
    return reason.isEmpty() ? QByteArray() : '{' + reason + '}';
}

QByteArray Scribe::operatorBodyOf(const Step &step) {
    const auto parties = allOf<Party>();
    const Party fault = parties.at(std::size_t(m_random.bounded(int(parties.size()))));
    if (step.action == Action::Settle)
        return contract::encode(
            contract::SettleRequest{fault, step.refundMinor, QStringLiteral("Looked into")});
    return contract::encode(
        contract::OperatorEndRequest{EndReason::Mishap, {}, fault, step.refundMinor});
}

QByteArray Scribe::riderBodyOf(const Sight &sight, const Step &step) {
    QByteArray body = R"({"expected":")" + QByteArray(toText(sight.stage.delivery).data()) + '"';
    if (step.action == Action::HandOver)
        body += R"(,"code":")" + sight.code + '"';
    if (const QByteArray reason = reasonFor(step); !reason.isEmpty())
        body += ',' + reason;
    return body + '}';
}

QByteArray Scribe::reasonFor(const Step &step) {
    QList<EndReason> reasons = reasonsFor(step.action, step.role);
    reasons.removeAll(EndReason::Other); // needs words
    if (reasons.isEmpty())
        return {};
    const EndReason reason = reasons[m_random.bounded(int(reasons.size()))];
    return R"("reason":")" + QByteArray(toText(reason).data()) + '"';
}

} // namespace soban::drill
