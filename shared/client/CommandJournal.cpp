// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/CommandJournal.h"

#include "contract/Json.h"

namespace soban::client {

namespace {

using contract::JsonValue;

/// A route is named by its path: the numbers of enumerators change between versions. No path has
/// both of a command's methods.
std::optional<contract::RouteId> commandRoute(const QString &path) {
    for (const contract::Route &route : contract::routes()) {
        const bool isCommand =
            route.method == contract::HttpMethod::Post || route.method == contract::HttpMethod::Put;
        if (isCommand && path == QLatin1StringView(route.path))
            return route.id;
    }
    return std::nullopt;
}

const QString &textOf(const JsonValue &object, QStringView name) {
    static const QString kNone;
    const JsonValue *member = object.find(name);
    const QString *text = member ? member->string() : nullptr;
    return text ? *text : kNone;
}

QStringList textsOf(const JsonValue &object, QStringView name) {
    QStringList texts;
    const JsonValue *member = object.find(name);
    if (const JsonValue::Array *array = member ? member->array() : nullptr) {
        for (const JsonValue &element : *array)
            texts.append(element.string() ? *element.string() : QString());
    }
    return texts;
}

std::optional<int> numberOf(const JsonValue &object, QStringView name) {
    const JsonValue *member = object.find(name);
    const qint64 *number = member ? member->integer() : nullptr;
    return number ? std::optional(int(*number)) : std::nullopt;
}

std::optional<CommandRecord> recordOf(const JsonValue &put) {
    const auto route = commandRoute(textOf(put, u"route"));
    const auto account = AccountId::fromText(textOf(put, u"account"));
    const auto storedAt = Instant::fromRfc3339(textOf(put, u"storedAt"));
    if (!route || !account || !storedAt || textOf(put, u"key").isEmpty())
        return std::nullopt;
    ApiCall call{*route, textsOf(put, u"parts")};
    call.key = textOf(put, u"key");
    call.version = numberOf(put, u"version");
    call.traceparent = textOf(put, u"traceparent");
    call.body = put.find(u"bytes") ? QByteArray::fromBase64(textOf(put, u"bytes").toLatin1())
                                   : textOf(put, u"body").toUtf8();
    return CommandRecord{call, *account, OrderId::fromText(textOf(put, u"subject")), *storedAt};
}

} // namespace

QByteArray toJournalLine(const CommandRecord &record) {
    const ApiCall &call = record.call;
    JsonValue::Array parts;
    for (const QString &part : call.pathParts)
        parts.push_back(part);
    JsonValue put{JsonValue::Object()};
    put.set(QStringLiteral("key"), call.key);
    put.set(QStringLiteral("route"), contract::route(call.route).path);
    put.set(QStringLiteral("parts"), std::move(parts));
    if (call.version)
        put.set(QStringLiteral("version"), *call.version);
    if (record.subject)
        put.set(QStringLiteral("subject"), record.subject->toText());
    put.set(QStringLiteral("account"), record.account.toText());
    put.set(QStringLiteral("storedAt"), record.storedAt.toRfc3339());
    put.set(QStringLiteral("traceparent"), call.traceparent);
    // Pictures are no text, and would come back as something else.
    const QString text = QString::fromUtf8(call.body);
    if (text.toUtf8() == call.body && !text.contains(QChar(u'\0')))
        put.set(QStringLiteral("body"), text);
    else
        put.set(QStringLiteral("bytes"), QString::fromLatin1(call.body.toBase64()));
    JsonValue line{JsonValue::Object()};
    line.set(QStringLiteral("put"), std::move(put));
    return line.toJson();
}

QByteArray toJournalLine(const QString &removedKey) {
    JsonValue line{JsonValue::Object()};
    line.set(QStringLiteral("done"), removedKey);
    return line.toJson();
}

std::optional<JournalLine> fromJournalLine(QByteArrayView line) {
    const auto parsed = contract::parseJson(line);
    if (!parsed)
        return std::nullopt;
    if (const JsonValue *put = parsed->find(u"put")) {
        auto record = recordOf(*put);
        if (!record)
            return std::nullopt;
        return JournalLine{std::move(record), {}};
    }
    const QString &removedKey = textOf(*parsed, u"done");
    if (removedKey.isEmpty())
        return std::nullopt;
    return JournalLine{std::nullopt, removedKey};
}

} // namespace soban::client
