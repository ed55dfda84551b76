// SPDX-License-Identifier: GPL-3.0-or-later
#include "stage/Requests.h"

#include "contract/Codec.h"
#include "contract/Ordering.h"

namespace soban::bench {

namespace {

/// Keys of different runs on one database differ as well.
QByteArray freshKeys() {
    return "bench-" + QByteArray::number(qint64(Clock::now().time_since_epoch().count())) + '-';
}

QByteArray head(const char *method, const QByteArray &target, const QByteArray &token) {
    QByteArray head = method + (' ' + target) + " HTTP/1.1\r\nHost: 127.0.0.1\r\n";
    if (!token.isEmpty())
        head += "Authorization: Bearer " + token + "\r\n";
    return head;
}

QByteArray bodyEnd(const QByteArray &body) {
    return "\r\nContent-Type: application/json\r\nContent-Length: " +
           QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

} // namespace

QByteArray getRequest(const QByteArray &target, const QByteArray &token,
                      const QByteArray &headers) {
    return head("GET", target, token) + headers + "\r\n";
}

QByteArray postRequest(const QByteArray &target, const QByteArray &token, const QByteArray &body,
                       const QByteArray &headers) {
    return keyedRequest(target, token, freshKeys(), body, headers);
}

QByteArray keyedRequest(const QByteArray &target, const QByteArray &token, const QByteArray &key,
                        const QByteArray &body, const QByteArray &headers) {
    return head("POST", target, token) + headers + "Idempotency-Key: " + key + bodyEnd(body);
}

WriteRequest always(const QByteArray &request) {
    return [request](QByteArray &out, int) { out.append(request); };
}

WriteRequest each(const QList<QByteArray> &requests) {
    return [requests](QByteArray &out, int client) { out.append(requests.at(client)); };
}

QByteArray orderBody(const BenchShop &shop, PaymentMethod method) {
    const contract::PlaceOrderRequest request{
        shop.id,
        Fulfilment::PlatformRider,
        {{shop.item, {}, 1}},
        shop.totalMinor,
        method,
        {},
        {QStringLiteral("3 Home Lane"), *GeoPoint::of(37.8771, 127.7318)},
        {},
        {},
        {},
        {}};
    return contract::encode(request);
}

WriteRequest placing(const Town &town, PaymentMethod method) {
    QList<QByteArray> heads;
    for (const QByteArray &token : town.customerTokens)
        heads.append(head("POST", "/api/v1/orders", token) + "Idempotency-Key: " + freshKeys());
    QList<QByteArray> ends;
    for (const BenchShop &shop : town.shops)
        ends.append(bodyEnd(orderBody(shop, method)));
    return [heads, ends, number = 0](QByteArray &out, int client) mutable {
        out.append(heads.at(client % heads.size()));
        out.append(QByteArray::number(++number));
        out.append(ends.at(client % ends.size()));
    };
}

} // namespace soban::bench
