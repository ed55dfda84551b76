// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Result.h"

#include <QAnyStringView>
#include <QByteArray>
#include <QString>

#include <string>
#include <variant>
#include <vector>

namespace soban::contract {

/// A JSON document as it was read: integers and fractions apart, members in their order.
class JsonValue {
public:
    struct Member;
    using Array = std::vector<JsonValue>;
    using Object = std::vector<Member>;

    JsonValue();
    JsonValue(bool value);
    JsonValue(qint64 value);
    JsonValue(int value);
    JsonValue(double value);
    JsonValue(QString value);
    JsonValue(const char *ascii);
    JsonValue(Array value);
    JsonValue(Object value);

    bool isNull() const { return std::holds_alternative<std::monostate>(m_value); }
    const bool *boolean() const { return std::get_if<bool>(&m_value); }
    const qint64 *integer() const { return std::get_if<qint64>(&m_value); }
    const double *real() const { return std::get_if<double>(&m_value); }
    const QString *string() const { return std::get_if<QString>(&m_value); }
    const Array *array() const { return std::get_if<Array>(&m_value); }
    const Object *object() const { return std::get_if<Object>(&m_value); }
    Array *array() { return std::get_if<Array>(&m_value); }
    Object *object() { return std::get_if<Object>(&m_value); }

    /// The member of that name, or nullptr (also when this is no object).
    const JsonValue *find(QAnyStringView name) const;
    /// Adds a member; this must be an object.
    void set(const QString &name, JsonValue value);

    QByteArray toJson() const;

private:
    std::variant<std::monostate, bool, qint64, double, QString, Array, Object> m_value;
};

struct JsonValue::Member {
    QString name;
    JsonValue value;
};

// Here and not in the class: clang 14 wants Member complete where a value may be destroyed.
inline JsonValue::JsonValue() = default;
inline JsonValue::JsonValue(bool value) : m_value(value) {}
inline JsonValue::JsonValue(qint64 value) : m_value(value) {}
inline JsonValue::JsonValue(int value) : m_value(qint64(value)) {}
inline JsonValue::JsonValue(double value) : m_value(value) {}
inline JsonValue::JsonValue(QString value) : m_value(std::move(value)) {}
inline JsonValue::JsonValue(const char *ascii) : m_value(QString::fromLatin1(ascii)) {}
inline JsonValue::JsonValue(Array value) : m_value(std::move(value)) {}
inline JsonValue::JsonValue(Object value) : m_value(std::move(value)) {}

enum class JsonFault { Syntax, DuplicateKey, TooDeep, InvalidText, NumberOutOfRange };

struct JsonError {
    JsonFault fault;
    QString member; ///< the key at which reading stopped, where it is known
};

/// Reads exactly one RFC 8259 document in valid UTF-8. Refused, unlike by lenient readers:
/// a byte order mark, duplicate keys, NUL in text, lone surrogates, whole numbers beyond 64 bits,
/// fractions beyond a double, more than 16 levels.
Result<JsonValue, JsonError> parseJson(QByteArrayView utf8);

/// Writes JSON without building a tree. The caller keeps the brackets in balance.
class JsonWriter {
public:
    JsonWriter();

    void beginObject() { open('{'); }
    void endObject() { close('}'); }
    void beginArray() { open('['); }
    void endArray() { close(']'); }
    void key(QLatin1StringView name);
    void key(const QString &name);
    void value(bool v);
    void value(qint64 v);
    void value(double v);
    void value(const QString &v);
    /// A text that needs no escape: ASCII without quotes, backslashes and control characters.
    void token(QLatin1StringView ascii);
    void null();
    /// Puts JSON that is already encoded.
    void raw(const QByteArray &json);

    QByteArray bytes() const { return {m_out.data(), qsizetype(m_out.size())}; }

private:
    void open(char bracket);
    void close(char bracket);
    void separate();

    std::string m_out; ///< grows without being asked each time whether others share it
    bool m_needsComma = false;
};

} // namespace soban::contract
