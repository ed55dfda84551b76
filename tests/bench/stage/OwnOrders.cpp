// SPDX-License-Identifier: GPL-3.0-or-later
#include "stage/OwnOrders.h"

#include "stage/Requests.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace soban::bench {

namespace {

QString complaint(const char *what, const std::optional<Response> &response) {
    return QStringLiteral("%1: %2 %3")
        .arg(QLatin1StringView(what))
        .arg(response ? response->status : 0)
        .arg(response ? QString::fromUtf8(response->body.left(200)) : QString());
}

/// The field of an answer that was good.
std::optional<QJsonObject> documentOf(const std::optional<Response> &response) {
    if (!response || response->status >= 300)
        return std::nullopt;
    return QJsonDocument::fromJson(response->body).object();
}

int versionIn(const QJsonObject &document) {
    return document[QLatin1StringView("version")].toInt();
}

QByteArray step(const PlacedOrder &order, const char *name, int version, const QByteArray &body) {
    return postRequest("/api/v1/tickets/" + order.id + '/' + name, order.shop.ownerToken, body,
                       "If-Match: \"" + QByteArray::number(version) + "\"\r\n");
}

} // namespace

Result<QList<PlacedOrder>, QString> placeOneEach(HttpLoad &load, const Town &town, int count) {
    QList<PlacedOrder> orders;
    for (int i = 0; i < count; ++i) {
        const QByteArray token = town.customerTokens.at(i % town.customerTokens.size());
        const BenchShop &shop = town.shops.at(i % town.shops.size());
        const auto answer = load.ask(
            postRequest("/api/v1/orders", token, orderBody(shop, PaymentMethod::OnDelivery)));
        const auto order = documentOf(answer);
        if (!order)
            return complaint("no order is taken", answer);
        orders.append({(*order)[QLatin1StringView("id")].toString().toLatin1(), versionIn(*order),
                       token, shop});
    }
    return orders;
}

QList<QByteArray> statusReads(const QList<PlacedOrder> &orders) {
    QList<QByteArray> reads;
    for (const PlacedOrder &order : orders)
        reads.append(getRequest("/api/v1/orders/" + order.id, order.token));
    return reads;
}

Result<QByteArray, QString> prepareUntilLastStep(HttpLoad &load, const PlacedOrder &order) {
    const auto accepted =
        load.ask(step(order, "accept", order.version, R"({"preparationMinutes":15})"));
    const auto taken = documentOf(accepted);
    if (!taken)
        return complaint("the shop cannot accept", accepted);
    const auto begun = load.ask(step(order, "start", versionIn(*taken), {}));
    const auto cooking = documentOf(begun);
    if (!cooking)
        return complaint("the shop cannot start", begun);
    return step(order, "finish", versionIn(*cooking), {});
}

} // namespace soban::bench
