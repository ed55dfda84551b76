// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/CodecImpl.h"

namespace soban::contract {

namespace {

struct PlainPoint {
    double latitude;
    double longitude;
};

struct PlainMoney {
    qint64 minor;
    Currency currency;
};

} // namespace

template <>
struct Described<PlainPoint> {
    static constexpr const char *name = "GeoPoint";
    static constexpr auto fields = std::tuple{field("latitude", &PlainPoint::latitude),
                                              field("longitude", &PlainPoint::longitude)};
};

template <>
struct Described<PlainMoney> {
    static constexpr const char *name = "Money";
    static constexpr auto fields =
        std::tuple{field("minor", &PlainMoney::minor, {-Money::kLimitMinor, Money::kLimitMinor}),
                   field("currency", &PlainMoney::currency)};
};

Result<GeoPoint, DecodeError> WireType<GeoPoint>::read(const JsonValue &json, Reading reading) {
    const auto plain = WireType<PlainPoint>::read(json, reading);
    if (!plain)
        return plain.error();
    if (const auto point = GeoPoint::of(plain->latitude, plain->longitude))
        return *point;
    return DecodeError{ErrorCode::OutOfRange,
                       qAbs(plain->latitude) <= 90 ? QStringLiteral("longitude")
                                                   : QStringLiteral("latitude"),
                       QStringLiteral("is not on the earth")};
}

void WireType<GeoPoint>::write(JsonWriter &writer, const GeoPoint &value) {
    WireType<PlainPoint>::write(writer, {value.latitude(), value.longitude()});
}

JsonValue WireType<GeoPoint>::schema(SchemaBook &components, Bounds bounds) {
    return WireType<PlainPoint>::schema(components, bounds);
}

Result<Money, DecodeError> WireType<Money>::read(const JsonValue &json, Reading reading) {
    const auto plain = WireType<PlainMoney>::read(json, reading);
    if (!plain)
        return plain.error();
    return *Money::of(plain->minor, plain->currency);
}

void WireType<Money>::write(JsonWriter &writer, const Money &value) {
    WireType<PlainMoney>::write(writer, {value.minor(), value.currency()});
}

JsonValue WireType<Money>::schema(SchemaBook &components, Bounds bounds) {
    return WireType<PlainMoney>::schema(components, bounds);
}

void SchemaBook::fill(const QString &name, JsonValue schema) {
    for (auto &member : *m_schemas.object()) {
        if (member.name == name) {
            member.value = std::move(schema);
            return;
        }
    }
}

DecodeError toDecodeError(const JsonError &error) {
    switch (error.fault) {
    case JsonFault::DuplicateKey:
        return {ErrorCode::DuplicateField, error.member, QStringLiteral("stands there twice")};
    case JsonFault::InvalidText:
        return {ErrorCode::InvalidText, error.member, QStringLiteral("is not valid text")};
    case JsonFault::NumberOutOfRange:
        return {ErrorCode::OutOfRange, error.member, QStringLiteral("is no number of 64 bits")};
    case JsonFault::TooDeep:
        return {ErrorCode::MalformedJson, error.member, QStringLiteral("is nested too deeply")};
    case JsonFault::Syntax:
        break;
    }
    return {ErrorCode::MalformedJson, error.member, QStringLiteral("is not JSON")};
}

} // namespace soban::contract
