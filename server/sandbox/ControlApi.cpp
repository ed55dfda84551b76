// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/ControlApi.h"

#include <QJsonArray>

#include <algorithm>

namespace soban::sandbox {

namespace {

constexpr int kMostFaultDelayMs = 600'000;

ApiAnswer invalid(const QString &why) {
    return ApiAnswer::of(ApiError{400, QStringLiteral("INVALID_REQUEST"), why});
}

QJsonObject describe(const FaultRule &rule) {
    QJsonObject object{{QStringLiteral("kind"), toText(rule.kind)},
                       {QStringLiteral("operation"), toText(rule.operation)},
                       {QStringLiteral("probability"), rule.probability},
                       {QStringLiteral("delayMs"), rule.delayMs},
                       {QStringLiteral("hits"), rule.hits}};
    if (rule.remaining)
        object.insert(QStringLiteral("count"), *rule.remaining);
    return object;
}

std::optional<QString> unknownField(const QJsonObject &object) {
    static const QStringList known{QStringLiteral("kind"),        QStringLiteral("operation"),
                                   QStringLiteral("probability"), QStringLiteral("delayMs"),
                                   QStringLiteral("count"),       QStringLiteral("seed")};
    for (const QString &key : object.keys()) {
        if (!known.contains(key))
            return key;
    }
    return std::nullopt;
}

/// A test that misspells a fault must not pass because nothing went wrong.
Result<FaultRule, QString> readRule(const QJsonObject &object) {
    const auto kind = enumFromText<FaultKind>(textIn(object, "kind"));
    if (!kind)
        return QStringLiteral("kind is unknown");
    FaultRule rule;
    rule.kind = *kind;
    if (object.contains(QLatin1StringView("operation"))) {
        const auto operation = enumFromText<Operation>(textIn(object, "operation"));
        if (!operation)
            return QStringLiteral("operation is unknown");
        rule.operation = *operation;
    }
    rule.probability = object.value(QLatin1StringView("probability")).toDouble(1.0);
    if (!(rule.probability >= 0 && rule.probability <= 1))
        return QStringLiteral("probability must be from 0 to 1");
    rule.delayMs = object.value(QLatin1StringView("delayMs")).toInt(0);
    if (rule.delayMs < 0 || rule.delayMs > kMostFaultDelayMs)
        return QStringLiteral("delayMs must be from 0 to 600000");
    if (object.contains(QLatin1StringView("count"))) {
        rule.remaining = object.value(QLatin1StringView("count")).toInt(-1);
        if (*rule.remaining < 1)
            return QStringLiteral("count must be at least 1");
    }
    return rule;
}

} // namespace

ApiAnswer ControlApi::ledgerPage(const http::Request &request) const {
    constexpr qsizetype kMost = 1000;
    bool cursorOk = true;
    bool limitOk = true;
    const QString cursor = request.queryValue(u"cursor").value_or(QStringLiteral("0"));
    const QString limitText = request.queryValue(u"limit").value_or(QString::number(kMost));
    const auto all = m_ledger.payments();
    const auto from = std::min<qulonglong>(cursor.toULongLong(&cursorOk), all.size());
    const auto limit = std::min<qulonglong>(limitText.toULongLong(&limitOk), kMost);
    if (!cursorOk || !limitOk || limit == 0)
        return invalid(QStringLiteral("cursor or limit is malformed"));
    const auto to = std::min<qulonglong>(from + limit, all.size());
    QJsonArray page;
    for (const LedgerPayment &payment : all.subspan(from, to - from))
        page.append(m_api.toWire(payment));
    QJsonObject answer{{QStringLiteral("payments"), page}};
    if (to < all.size())
        answer.insert(QStringLiteral("nextCursor"), QString::number(to));
    return ApiAnswer::of(answer);
}

ApiAnswer ControlApi::ledgerOfOrder(const QString &orderId) const {
    QJsonArray attempts;
    for (const LedgerPayment &payment : m_ledger.allOfOrder(orderId))
        attempts.append(m_api.toWire(payment));
    return ApiAnswer::of(QJsonObject{{QStringLiteral("payments"), attempts}});
}

ApiAnswer ControlApi::listFaults() const {
    QJsonArray faults;
    for (const FaultRule &rule : m_faults.rules())
        faults.append(describe(rule));
    return ApiAnswer::of(QJsonObject{{QStringLiteral("faults"), faults}});
}

ApiAnswer ControlApi::addFault(const QByteArray &body) {
    const std::optional<QJsonObject> object = parseJsonObject(body);
    if (!object)
        return invalid(QStringLiteral("not a JSON object"));
    if (const auto unknown = unknownField(*object))
        return invalid(QStringLiteral("there is no field %1").arg(*unknown));
    if (object->contains(QLatin1StringView("seed"))) {
        m_faults.reseed(static_cast<quint64>(object->value(QLatin1StringView("seed")).toInteger()));
        if (object->size() == 1)
            return listFaults();
    }
    if (textIn(*object, "kind") == QLatin1StringView("none"))
        return clearFaults();
    const auto rule = readRule(*object);
    if (!rule)
        return invalid(rule.error());
    m_faults.add(*rule);
    return listFaults();
}

ApiAnswer ControlApi::clearFaults() {
    m_faults.clear();
    return listFaults();
}

ApiAnswer ControlApi::openPayment(const QByteArray &body) {
    const QJsonObject object = parseJsonObject(body).value_or(QJsonObject());
    const auto won = wonIn(object, QLatin1StringView("amount"));
    const auto card = enumFromText<TestCardKind>(textIn(object, "card"));
    const QString orderId = textIn(object, "orderId");
    if (!won || !card || orderId.isEmpty())
        return invalid(QStringLiteral("orderId, amount and card are needed"));
    return ApiAnswer::of(
        m_api.toWire(m_ledger.openPayment(orderId, textIn(object, "orderName"), *won, *card)), 201);
}

ApiAnswer ControlApi::authorize(const QByteArray &body) {
    const QJsonObject object = parseJsonObject(body).value_or(QJsonObject());
    const auto card = enumFromText<TestCardKind>(textIn(object, "card"));
    const QString customerKey = textIn(object, "customerKey");
    if (!card || customerKey.isEmpty())
        return invalid(QStringLiteral("customerKey and card are needed"));
    return ApiAnswer::of(
        QJsonObject{{QStringLiteral("authKey"), m_ledger.authorize(customerKey, *card)}}, 201);
}

} // namespace soban::sandbox
