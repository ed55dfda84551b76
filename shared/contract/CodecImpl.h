// SPDX-License-Identifier: GPL-3.0-or-later
// The codec's templates. Only the contract's own *Codec.cpp files include this; everybody else
// uses Codec.h and links to what was instantiated there.
#pragma once

#include "contract/Codec.h"
#include "contract/Describe.h"
#include "domain/EnumText.h"
#include "domain/GeoPoint.h"
#include "domain/Id.h"
#include "domain/Instant.h"
#include "domain/Money.h"
#include "domain/Text.h"

#include <QList>

#include <algorithm>
#include <concepts>
#include <optional>

namespace soban::contract {

/// What `read` has to keep to.
struct Reading {
    Bounds bounds;
    Unknown unknown = Unknown::Refused;
};

/// How one type crosses the wire. `read` needs no default-constructed value to fill.
template <typename V>
struct WireType;

inline DecodeError wrongType(const char *wanted) {
    return {ErrorCode::WrongType, {}, QStringLiteral("must be %1").arg(QLatin1StringView(wanted))};
}

inline DecodeError within(QString field, DecodeError inner) {
    if (!inner.field.isEmpty())
        field += inner.field.startsWith(u'[') ? inner.field : u'.' + inner.field;
    inner.field = std::move(field);
    return inner;
}

inline JsonValue typeSchema(const char *type) {
    JsonValue schema{JsonValue::Object()};
    schema.set(QStringLiteral("type"), type);
    return schema;
}

inline void setBounds(JsonValue &schema, const char *least, const char *most, Bounds bounds) {
    schema.set(QString::fromLatin1(least), bounds.least);
    schema.set(QString::fromLatin1(most), bounds.most);
}

template <>
struct WireType<bool> {
    static Result<bool, DecodeError> read(const JsonValue &json, Reading) {
        if (const bool *value = json.boolean())
            return *value;
        return wrongType("true or false");
    }
    static void write(JsonWriter &writer, bool value) { writer.value(value); }
    static JsonValue schema(SchemaBook &, Bounds) { return typeSchema("boolean"); }
};

template <typename Integer>
requires std::same_as<Integer, int> || std::same_as<Integer, qint64>
struct WireType<Integer> {
    static Bounds bounded(Bounds bounds) {
        constexpr qint64 kMost =
            std::min<qint64>(std::numeric_limits<Integer>::max(), Money::kLimitMinor);
        return bounds.orElse(0, kMost);
    }
    static Result<Integer, DecodeError> read(const JsonValue &json, Reading reading) {
        const Bounds bounds = bounded(reading.bounds);
        const qint64 *value = json.integer();
        if (!value)
            return wrongType("a whole number");
        if (*value < bounds.least || *value > bounds.most) {
            return DecodeError{
                ErrorCode::OutOfRange,
                {},
                QStringLiteral("must be from %1 to %2").arg(bounds.least).arg(bounds.most)};
        }
        return static_cast<Integer>(*value);
    }
    static void write(JsonWriter &writer, Integer value) { writer.value(qint64(value)); }
    static JsonValue schema(SchemaBook &, Bounds bounds) {
        JsonValue schema = typeSchema("integer");
        setBounds(schema, "minimum", "maximum", bounded(bounds));
        return schema;
    }
};

template <>
struct WireType<double> {
    static Result<double, DecodeError> read(const JsonValue &json, Reading) {
        if (const double *value = json.real())
            return *value;
        if (const qint64 *value = json.integer())
            return static_cast<double>(*value);
        return wrongType("a number");
    }
    static void write(JsonWriter &writer, double value) { writer.value(value); }
    static JsonValue schema(SchemaBook &, Bounds) { return typeSchema("number"); }
};

template <>
struct WireType<QString> {
    static constexpr Bounds kUsual{0, 2000};

    static bool isClean(const QString &text) {
        return std::all_of(text.cbegin(), text.cend(), [](QChar c) {
            return c >= u' ' ? c != QChar(0x7f) : c == u'\n' || c == u'\t';
        });
    }
    static Result<QString, DecodeError> read(const JsonValue &json, Reading reading) {
        const Bounds bounds = reading.bounds.orElse(kUsual.least, kUsual.most);
        const QString *value = json.string();
        if (!value)
            return wrongType("a text");
        if (value->size() < bounds.least || value->size() > bounds.most) {
            return DecodeError{
                ErrorCode::OutOfRange,
                {},
                QStringLiteral("must have %1 to %2 characters").arg(bounds.least).arg(bounds.most)};
        }
        if (!isClean(*value))
            return DecodeError{
                ErrorCode::InvalidText, {}, QStringLiteral("holds control characters")};
        return *value;
    }
    static void write(JsonWriter &writer, const QString &value) { writer.value(value); }
    static JsonValue schema(SchemaBook &, Bounds bounds) {
        JsonValue schema = typeSchema("string");
        setBounds(schema, "minLength", "maxLength", bounds.orElse(kUsual.least, kUsual.most));
        return schema;
    }
};

/// Shared by all that travels as a text of a certain form.
template <typename V, typename FromText>
Result<V, DecodeError> readText(const JsonValue &json, const char *form, FromText fromText) {
    const QString *text = json.string();
    if (!text)
        return wrongType("a text");
    if (std::optional<V> value = fromText(*text))
        return *value;
    return DecodeError{
        ErrorCode::InvalidValue, {}, QStringLiteral("must be %1").arg(QLatin1StringView(form))};
}

template <typename Kind>
struct WireType<Id<Kind>> {
    static Result<Id<Kind>, DecodeError> read(const JsonValue &json, Reading) {
        return readText<Id<Kind>>(json, "an id as the server gave it",
                                  [](const QString &text) { return Id<Kind>::fromText(text); });
    }
    static void write(JsonWriter &writer, Id<Kind> value) { writer.token(value.ascii().view()); }
    static JsonValue schema(SchemaBook &, Bounds) {
        JsonValue schema = typeSchema("string");
        schema.set(
            QStringLiteral("pattern"),
            QStringLiteral("^%1_[0-9a-hjkmnp-tv-z]{13}$").arg(QLatin1StringView(Kind::prefix)));
        return schema;
    }
};

template <TextualEnum E>
struct WireType<E> {
    static Result<E, DecodeError> read(const JsonValue &json, Reading) {
        return readText<E>(json, "one of the known words",
                           [](const QString &text) { return enumFromText<E>(text); });
    }
    static void write(JsonWriter &writer, E value) { writer.token(toText(value)); }
    static JsonValue schema(SchemaBook &, Bounds) {
        JsonValue schema = typeSchema("string");
        JsonValue::Array words;
        for (const auto &[value, text] : EnumText<E>::entries)
            words.push_back(text);
        schema.set(QStringLiteral("enum"), std::move(words));
        return schema;
    }
};

template <>
struct WireType<Instant> {
    static Result<Instant, DecodeError> read(const JsonValue &json, Reading) {
        return readText<Instant>(json, "a time by RFC 3339",
                                 [](const QString &text) { return Instant::fromRfc3339(text); });
    }
    static void write(JsonWriter &writer, Instant value) { writer.token(value.rfc3339().view()); }
    static JsonValue schema(SchemaBook &, Bounds) {
        JsonValue schema = typeSchema("string");
        schema.set(QStringLiteral("format"), "date-time");
        return schema;
    }
};

template <>
struct WireType<Currency> {
    static Result<Currency, DecodeError> read(const JsonValue &json, Reading) {
        return readText<Currency>(json, "a known ISO 4217 code",
                                  [](const QString &text) { return Currency::fromCode(text); });
    }
    static void write(JsonWriter &writer, Currency value) { writer.token(value.ascii()); }
    static JsonValue schema(SchemaBook &, Bounds) {
        JsonValue schema = typeSchema("string");
        schema.set(QStringLiteral("pattern"), "^[A-Z]{3}$");
        return schema;
    }
};

template <typename V>
struct WireType<QList<V>> {
    static constexpr Bounds kUsual{0, 1000};

    static Result<QList<V>, DecodeError> read(const JsonValue &json, Reading reading) {
        const Bounds bounds = reading.bounds.orElse(kUsual.least, kUsual.most);
        const JsonValue::Array *array = json.array();
        if (!array)
            return wrongType("a list");
        const auto count = qint64(array->size());
        if (count < bounds.least || count > bounds.most) {
            return DecodeError{
                ErrorCode::OutOfRange,
                {},
                QStringLiteral("must have %1 to %2 elements").arg(bounds.least).arg(bounds.most)};
        }
        QList<V> values;
        values.reserve(count);
        for (qint64 i = 0; i < count; ++i) {
            auto element = WireType<V>::read((*array)[std::size_t(i)], {{}, reading.unknown});
            if (!element)
                return within(QStringLiteral("[%1]").arg(i), element.error());
            values.append(std::move(element).value());
        }
        return values;
    }
    static void write(JsonWriter &writer, const QList<V> &values) {
        writer.beginArray();
        for (const V &value : values)
            WireType<V>::write(writer, value);
        writer.endArray();
    }
    static JsonValue schema(SchemaBook &components, Bounds bounds) {
        JsonValue schema = typeSchema("array");
        schema.set(QStringLiteral("items"), WireType<V>::schema(components, {}));
        setBounds(schema, "minItems", "maxItems", bounds.orElse(kUsual.least, kUsual.most));
        return schema;
    }
};

template <typename V>
inline constexpr bool isOptional = false;
template <typename V>
inline constexpr bool isOptional<std::optional<V>> = true;

/// The inside of an optional is read as itself; being absent is the object's matter.
template <typename V>
struct WireType<std::optional<V>> {
    static Result<std::optional<V>, DecodeError> read(const JsonValue &json, Reading reading) {
        auto value = WireType<V>::read(json, reading);
        if (!value)
            return value.error();
        return std::optional<V>(std::move(value).value());
    }
    static void write(JsonWriter &writer, const std::optional<V> &value) {
        WireType<V>::write(writer, *value);
    }
    static JsonValue schema(SchemaBook &components, Bounds bounds) {
        return WireType<V>::schema(components, bounds);
    }
};

namespace detail {

template <typename T, typename V>
Result<V, DecodeError> readField(const JsonValue &json, const Field<T, V> &field, Unknown unknown) {
    const QLatin1StringView name(field.name);
    const JsonValue *found = json.find(name);
    if (!found) {
        if constexpr (isOptional<V>)
            return V();
        else
            return DecodeError{ErrorCode::MissingField, QString(name),
                               QStringLiteral("is missing")};
    }
    auto value = WireType<V>::read(*found, {field.bounds, unknown});
    if (!value)
        return within(QString(name), value.error());
    return value;
}

/// Stands for a member of any type where only its presence is asked for.
struct AnyMember {
    template <typename V>
    operator V() const;
};

/// Whether an aggregate has members beyond those that are described: its initialiser takes one
/// more. (An optional takes `AnyMember` in two ways, which is one too many.)
template <typename T, typename... Members>
constexpr bool hasMoreMembers = requires {
    T{std::declval<Members>()..., AnyMember()};
}
|| requires {
    T{std::declval<Members>()..., std::nullopt};
};

template <typename T, typename... V>
constexpr bool isFullyDescribed(const std::tuple<Field<T, V>...> &) {
    return !hasMoreMembers<T, V...>;
}

/// Reads the fields from left to right and stops at the first that fails.
template <typename T, std::size_t... I>
Result<T, DecodeError> readFields(const JsonValue &json, Unknown unknown,
                                  std::index_sequence<I...>) {
    constexpr auto &fields = Described<T>::fields;
    std::optional<DecodeError> error;
    [[maybe_unused]] const auto next = [&]<std::size_t index>() {
        using V =
            std::remove_cvref_t<decltype(std::declval<T>().*(std::get<index>(fields).member))>;
        std::optional<V> held;
        if (!error) {
            auto value = readField<T, V>(json, std::get<index>(fields), unknown);
            if (value)
                held = std::move(value).value();
            else
                error = value.error();
        }
        return held;
    };
    [[maybe_unused]] auto values = std::tuple{next.template operator()<I>()...};
    if (error)
        return *error;
    return T{std::move(*std::get<I>(values))...};
}

template <typename T>
const QString *unknownMember(const JsonValue::Object &object) {
    for (const auto &member : object) {
        const bool known = std::apply(
            [&](const auto &...field) {
                return ((member.name == QLatin1StringView(field.name)) || ...);
            },
            Described<T>::fields);
        if (!known)
            return &member.name;
    }
    return nullptr;
}

} // namespace detail

template <typename T>
requires IsDescribed<T>
struct WireType<T> {
    static_assert(detail::isFullyDescribed<T>(Described<T>::fields),
                  "a member has no description, or they stand in different orders");
    static constexpr auto kFieldCount =
        std::tuple_size_v<std::remove_cvref_t<decltype(Described<T>::fields)>>;

    static Result<T, DecodeError> read(const JsonValue &json, Reading reading) {
        const JsonValue::Object *object = json.object();
        if (!object)
            return wrongType("an object");
        if (reading.unknown == Unknown::Refused) {
            if (const QString *name = detail::unknownMember<T>(*object))
                return DecodeError{ErrorCode::UnknownField, *name,
                                   QStringLiteral("is not known here")};
        }
        return detail::readFields<T>(json, reading.unknown,
                                     std::make_index_sequence<kFieldCount>());
    }

    static void write(JsonWriter &writer, const T &value) {
        writer.beginObject();
        const auto one = [&](const auto &field) {
            const auto &member = value.*(field.member);
            using V = std::remove_cvref_t<decltype(member)>;
            if constexpr (isOptional<V>) {
                if (!member)
                    return;
            }
            writer.key(QLatin1StringView(field.name));
            WireType<V>::write(writer, member);
        };
        std::apply([&](const auto &...field) { (one(field), ...); }, Described<T>::fields);
        writer.endObject();
    }

    static JsonValue schema(SchemaBook &components, Bounds) {
        const QString name = QString::fromLatin1(Described<T>::name);
        if (!components.contains(name)) {
            components.reserve(name);
            components.fill(name, describe(components));
        }
        JsonValue reference{JsonValue::Object()};
        reference.set(QStringLiteral("$ref"),
                      QString(QStringLiteral("#/components/schemas/") + name));
        return reference;
    }

private:
    static JsonValue describe(SchemaBook &components) {
        JsonValue properties{JsonValue::Object()};
        JsonValue::Array required;
        const auto one = [&](const auto &field) {
            using V = std::remove_cvref_t<decltype(std::declval<T>().*(field.member))>;
            properties.set(QString::fromLatin1(field.name),
                           WireType<V>::schema(components, field.bounds));
            if constexpr (!isOptional<V>)
                required.push_back(field.name);
        };
        std::apply([&](const auto &...field) { (one(field), ...); }, Described<T>::fields);
        JsonValue schema = typeSchema("object");
        schema.set(QStringLiteral("properties"), std::move(properties));
        if (!required.empty())
            schema.set(QStringLiteral("required"), std::move(required));
        schema.set(QStringLiteral("additionalProperties"), false);
        return schema;
    }
};

template <>
struct Described<LocalizedText> {
    static constexpr const char *name = "LocalizedText";
    static constexpr auto fields =
        std::tuple{field("ko", &LocalizedText::ko), field("en", &LocalizedText::en)};
};

/// Two members that are only valid together, so it has no description of independent fields.
template <>
struct WireType<GeoPoint> {
    static Result<GeoPoint, DecodeError> read(const JsonValue &json, Reading);
    static void write(JsonWriter &writer, const GeoPoint &value);
    static JsonValue schema(SchemaBook &components, Bounds);
};

template <>
struct WireType<Money> {
    static Result<Money, DecodeError> read(const JsonValue &json, Reading);
    static void write(JsonWriter &writer, const Money &value);
    static JsonValue schema(SchemaBook &components, Bounds);
};

/// Anything: used for the data of events, which are read by their type afterwards.
template <>
struct WireType<JsonValue> {
    static Result<JsonValue, DecodeError> read(const JsonValue &json, Reading) { return json; }
    static void write(JsonWriter &writer, const JsonValue &value) { writer.raw(value.toJson()); }
    static JsonValue schema(SchemaBook &, Bounds) { return JsonValue{JsonValue::Object()}; }
};

DecodeError toDecodeError(const JsonError &error);

template <typename T>
Result<T, DecodeError> decodeValue(const JsonValue &value, Unknown unknown) {
    return WireType<T>::read(value, {{}, unknown});
}

template <typename T>
Result<T, DecodeError> decode(QByteArrayView json, Unknown unknown) {
    auto tree = parseJson(json);
    if (!tree)
        return toDecodeError(tree.error());
    return decodeValue<T>(*tree, unknown);
}

template <typename T>
QByteArray encode(const T &document) {
    JsonWriter writer;
    WireType<T>::write(writer, document);
    return writer.bytes();
}

template <typename T>
JsonValue schemaOf(SchemaBook &components) {
    return WireType<T>::schema(components, {});
}

} // namespace soban::contract

/// Makes the codec of one described type available to the rest of the program.
#define SOBAN_INSTANTIATE_CODEC(T)                                                                 \
    template soban::Result<T, soban::contract::DecodeError> soban::contract::decode<T>(            \
        QByteArrayView, soban::contract::Unknown);                                                 \
    template soban::Result<T, soban::contract::DecodeError> soban::contract::decodeValue<T>(       \
        const soban::contract::JsonValue &, soban::contract::Unknown);                             \
    template QByteArray soban::contract::encode<T>(const T &);                                     \
    template soban::contract::JsonValue soban::contract::schemaOf<T>(soban::contract::SchemaBook &)
