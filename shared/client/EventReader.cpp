// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/EventReader.h"

namespace soban::client {

namespace {

using contract::JsonValue;

std::optional<Sequence> sequenceOf(const JsonValue &object) {
    const JsonValue *member = object.find(u"sequence");
    const QString *text = member ? member->string() : nullptr;
    return text ? Sequence::fromText(*text) : std::nullopt;
}

template <typename T>
StreamItem decodedAs(const JsonValue &value) {
    auto item = contract::decodeValue<T>(value, contract::Unknown::Overlooked);
    if (!item)
        return DamagedEvent{sequenceOf(value), item.error().field + u' ' + item.error().detail};
    return std::move(item).value();
}

StreamItem itemOf(const JsonValue &value) {
    const JsonValue *member = value.find(u"type");
    const QString *type = member ? member->string() : nullptr;
    const auto sequence = sequenceOf(value);
    if (!type || !sequence)
        return DamagedEvent{sequence, QStringLiteral("without type or sequence")};
    if (enumFromText<contract::StreamSignal>(*type))
        return decodedAs<contract::StreamNote>(value);
    if (enumFromText<EventType>(*type))
        return decodedAs<contract::EventEnvelope>(value);
    return UnknownEvent{*sequence, *type};
}

} // namespace

StreamItem readStreamMessage(QByteArrayView json) {
    const auto value = contract::parseJson(json);
    if (!value)
        return DamagedEvent{std::nullopt, QStringLiteral("is not JSON")};
    return itemOf(*value);
}

Result<EventPageItems, contract::DecodeError> readEventPage(QByteArrayView json) {
    using contract::DecodeError;
    using contract::ErrorCode;
    const auto value = contract::parseJson(json);
    if (!value)
        return DecodeError{ErrorCode::MalformedJson, {}, QStringLiteral("is not JSON")};
    const JsonValue *events = value->find(u"events");
    const auto sequence = sequenceOf(*value);
    if (!events || !events->array() || !sequence)
        return DecodeError{ErrorCode::MissingField, {}, QStringLiteral("is no page of events")};
    const JsonValue *isDown = value->find(u"isCardPaymentDown");
    EventPageItems page{{}, *sequence, isDown && isDown->boolean() && *isDown->boolean()};
    for (const JsonValue &event : *events->array())
        page.items.append(itemOf(event));
    return page;
}

} // namespace soban::client
