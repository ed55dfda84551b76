// SPDX-License-Identifier: GPL-3.0-or-later
#include "messages/MessageTown.h"

#include <QFile>

#include <algorithm>

namespace soban::testing {

using contract::RouteId;

QStringList settingsOf(const QStringList &values) {
    QStringList arguments;
    for (const QString &value : values)
        arguments += {QStringLiteral("--set"), value};
    return arguments;
}

std::optional<QString> MessageTown::startWithSolapi() {
    if (auto fault = start())
        return fault;
    QFile templates(m_files.filePath(QStringLiteral("templates.ini")));
    if (!templates.open(QIODevice::WriteOnly))
        return templates.errorString();
    templates.write("[ko]\nplaced=KA01TP-placed\naccepted=KA01TP-accepted\n"
                    "[en]\nplaced=KA01TP-placed-en\n");
    templates.close();
    if (!stopServer())
        return QStringLiteral("the server did not end well");
    return restartServer(
        settingsOf({QStringLiteral("messages.sender=033-120-0001"),
                    QStringLiteral("messages.solapiUrl=") + sandbox().toString(),
                    QStringLiteral("messages.solapiKey=soban-sandbox"),
                    QStringLiteral("messages.kakaoChannel=KA01PF-soban"),
                    QStringLiteral("messages.kakaoTemplates=") + templates.fileName(),
                    QStringLiteral("messages.timeoutMs=700"), QStringLiteral("messages.failures=2"),
                    QStringLiteral("messages.restMs=500")}));
}

bool MessageTown::prefer(MessageWay way, Language language, Caller customer) {
    return call(request(RouteId::SaveMessagePreference, customer, {},
                        contract::encode(contract::MessagePreference{way, language})))
               .status == 200;
}

std::optional<contract::MessagePreference> MessageTown::preference(Caller customer) {
    return call(request(RouteId::GetMessagePreference, customer)).as<contract::MessagePreference>();
}

OrderId MessageTown::order(const Steps &steps) {
    const auto standing = stand(*this, Fulfilment::PlatformRider, steps);
    if (!standing)
        qFatal("no order");
    return standing->id;
}

OrderId MessageTown::orderPlacedBy(Caller customer) {
    const auto body = contract::encode(cart(Fulfilment::PlatformRider, PaymentMethod::OnDelivery));
    const auto order =
        call(request(RouteId::PlaceOrder, customer, {}, body)).as<contract::OrderView>();
    if (!order)
        qFatal("no order");
    return order->id;
}

QList<contract::PhoneMessageView> MessageTown::messages(OrderId order, Caller customer) {
    const auto list = call(request(RouteId::ListOrderMessages, customer, {order.toText()}))
                          .as<contract::PhoneMessageList>();
    return list ? list->messages : QList<contract::PhoneMessageView>();
}

QList<contract::PhoneMessageAudit> MessageTown::audits(OrderId order) {
    const auto list = call(request(RouteId::AuditOrderMessages, Caller::Operator, {order.toText()}))
                          .as<contract::PhoneMessageAuditList>();
    return list ? list->messages : QList<contract::PhoneMessageAudit>();
}

QList<contract::PhoneMessageAudit> MessageTown::inState(MessageState state) {
    ApiCall call = request(RouteId::AuditMessages, Caller::Operator);
    call.target += "?state=" + QByteArray(toText(state).data());
    const auto list = TestTown::call(call).as<contract::PhoneMessageAuditList>();
    return list ? list->messages : QList<contract::PhoneMessageAudit>();
}

bool MessageTown::areAll(OrderId order, int count, MessageState state) {
    const auto list = audits(order);
    return list.size() == count &&
           std::all_of(list.cbegin(), list.cend(),
                       [state](const auto &audit) { return audit.message.state == state; });
}

QByteArray MessageTown::auditSummary(OrderId order) {
    return call(request(RouteId::AuditOrderMessages, Caller::Operator, {order.toText()})).summary();
}

double MessageTown::figure(const QByteArray &name) {
    const QUrl metrics = url().resolved(QUrl(QStringLiteral("/metrics")));
    for (const QByteArray &line : m_plain.get(metrics).body.split('\n')) {
        if (line.startsWith(QByteArray(name + ' ')))
            return line.mid(name.size() + 1).toDouble();
    }
    return -1;
}

} // namespace soban::testing
