// SPDX-License-Identifier: GPL-3.0-or-later
#include "drill/Book.h"

#include "stage/Requests.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace soban::drill {

std::optional<Promise> promiseIn(const std::optional<bench::Response> &response) {
    const bool isGood = response && response->status >= 200 && response->status < 300;
    if (!isGood)
        return std::nullopt;
    const QJsonObject order = QJsonDocument::fromJson(response->body).object();
    const QJsonObject total = order[QLatin1StringView("total")].toObject();
    return Promise{order[QLatin1StringView("id")].toString().toLatin1(),
                   order[QLatin1StringView("version")].toInt(),
                   total[QLatin1StringView("minor")].toInteger()};
}

Command &Book::place(int customer) {
    const QByteArray body = bench::orderBody(shop(), PaymentMethod::OnDelivery);
    return write(
        Command::Kind::Place, customer,
        bench::keyedRequest("/api/v1/orders", m_town.customerTokens[customer], nextKey(), body));
}

Command &Book::accept(int customer, const Promise &order) {
    return write(
        Command::Kind::Accept, customer,
        bench::keyedRequest("/api/v1/tickets/" + order.order + "/accept", shop().ownerToken,
                            nextKey(), R"({"preparationMinutes":15})",
                            "If-Match: \"" + QByteArray::number(order.version) + "\"\r\n"));
}

Command &Book::write(Command::Kind kind, int customer, const QByteArray &request) {
    m_page.push_back({kind, customer, request});
    return m_page.back();
}

void Book::keep(Command &command, const Promise &promise) {
    command.promise = promise;
    KnownOrder &order = m_orders[promise.order];
    order = {command.customer, std::max(order.version, promise.version), promise.totalMinor};
}

QByteArray Book::readRequest(const QByteArray &order) const {
    return bench::getRequest("/api/v1/orders/" + order,
                             m_town.customerTokens[m_orders[order].customer]);
}

} // namespace soban::drill
