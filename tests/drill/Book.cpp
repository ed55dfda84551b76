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
    return step(Command::Kind::Accept, customer, order, "/accept", R"({"preparationMinutes":15})");
}

Command &Book::stepAfter(const Command &last, const QByteArray &code) {
    using Kind = Command::Kind;
    const Promise order = *last.promise;
    const int customer = last.customer;
    switch (last.kind) {
    case Kind::Place:
        return accept(customer, order);
    case Kind::Accept:
        return step(Kind::Start, customer, order, "/start", {});
    case Kind::Start:
        return step(Kind::Finish, customer, order, "/finish", {});
    case Kind::Finish:
        return step(Kind::TakeOver, customer, order, "/take-over", {});
    case Kind::TakeOver:
        return step(Kind::PickUp, customer, order, "/pick-up", {});
    case Kind::PickUp:
    case Kind::HandOver:
        break;
    }
    return step(Kind::HandOver, customer, order, "/hand-over", R"({"code":")" + code + "\"}");
}

Command &Book::step(Command::Kind kind, int customer, const Promise &order, const QByteArray &path,
                    const QByteArray &body) {
    return write(
        kind, customer,
        bench::keyedRequest("/api/v1/tickets/" + order.order + path, shop().ownerToken, nextKey(),
                            body, "If-Match: \"" + QByteArray::number(order.version) + "\"\r\n"));
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
