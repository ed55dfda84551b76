// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/Json.h"

#include <QLocale>
#include <QUtf8StringView>

#include <rapidjson/encodedstream.h>
#include <rapidjson/memorystream.h>
#include <rapidjson/reader.h>

#include <algorithm>
#include <charconv>
#include <cstring>
#include <optional>

namespace soban::contract {

namespace {

constexpr std::size_t kDeepest = 16;

/// Builds the tree from the reader's events and stops at what RFC 8259 tolerates but we do not.
class TreeBuilder {
public:
    bool Null() { return add({}); }
    bool Bool(bool v) { return add(v); }
    // Not called: numbers come as they are spelled.
    bool Int(int) { return stop(JsonFault::Syntax); }
    bool Uint(unsigned) { return stop(JsonFault::Syntax); }
    bool Int64(int64_t) { return stop(JsonFault::Syntax); }
    bool Uint64(uint64_t) { return stop(JsonFault::Syntax); }
    bool Double(double) { return stop(JsonFault::Syntax); }
    /// The reader has checked the grammar. A whole number of more than 64 bits is not made a
    /// fraction, as the reader itself would.
    bool RawNumber(const char *text, rapidjson::SizeType size, bool) {
        const QByteArrayView digits(text, qsizetype(size));
        const bool isWhole = std::none_of(digits.begin(), digits.end(),
                                          [](char c) { return c == '.' || c == 'e' || c == 'E'; });
        return isWhole ? addNumber<qint64>(digits) : addNumber<double>(digits);
    }
    bool String(const char *text, rapidjson::SizeType size, bool) {
        if (!isText(text, size))
            return stop(JsonFault::InvalidText);
        return add(QString::fromUtf8(text, qsizetype(size)));
    }
    bool Key(const char *text, rapidjson::SizeType size, bool) {
        if (!isText(text, size))
            return stop(JsonFault::InvalidText);
        const QString name = QString::fromUtf8(text, qsizetype(size));
        m_member = name;
        for (const auto &member : *m_open.back()->object()) {
            if (member.name == name)
                return stop(JsonFault::DuplicateKey);
        }
        m_open.back()->object()->push_back({name, {}});
        return true;
    }
    bool StartObject() { return descend(JsonValue::Object()); }
    bool StartArray() { return descend(JsonValue::Array()); }
    bool EndObject(rapidjson::SizeType) { return ascend(); }
    bool EndArray(rapidjson::SizeType) { return ascend(); }

    JsonValue takeRoot() { return std::move(m_root); }
    JsonError error(JsonFault otherwise) const { return {m_fault.value_or(otherwise), m_member}; }

private:
    JsonValue *place(JsonValue value) {
        if (m_open.empty()) {
            m_root = std::move(value);
            return &m_root;
        }
        JsonValue &parent = *m_open.back();
        if (auto *array = parent.array())
            return &array->emplace_back(std::move(value));
        JsonValue &slot = parent.object()->back().value;
        slot = std::move(value);
        return &slot;
    }
    /// The reader lets pass an escaped NUL and an escaped low surrogate without its other half.
    static bool isText(const char *text, rapidjson::SizeType size) {
        return !std::memchr(text, 0, size) && QUtf8StringView(text, qsizetype(size)).isValidUtf8();
    }
    template <typename Number>
    bool addNumber(QByteArrayView digits) {
        Number number{};
        const auto read = std::from_chars(digits.begin(), digits.end(), number);
        return read.ec == std::errc() ? add(number) : stop(JsonFault::NumberOutOfRange);
    }
    bool add(JsonValue value) {
        place(std::move(value));
        return true;
    }
    bool descend(JsonValue container) {
        if (m_open.size() == kDeepest)
            return stop(JsonFault::TooDeep);
        // A parent's vector does not grow while one of its children is open, so the pointer stays.
        m_open.push_back(place(std::move(container)));
        return true;
    }
    bool ascend() {
        m_open.pop_back();
        return true;
    }
    bool stop(JsonFault fault) {
        m_fault = fault;
        return false;
    }

    JsonValue m_root;
    std::vector<JsonValue *> m_open;
    QString m_member;
    std::optional<JsonFault> m_fault;
};

JsonFault faultOf(rapidjson::ParseErrorCode code) {
    switch (code) {
    case rapidjson::kParseErrorStringUnicodeSurrogateInvalid:
    case rapidjson::kParseErrorStringInvalidEncoding:
        return JsonFault::InvalidText;
    case rapidjson::kParseErrorNumberTooBig:
        return JsonFault::NumberOutOfRange;
    default:
        return JsonFault::Syntax;
    }
}

void writeTree(JsonWriter &writer, const JsonValue &value) {
    if (const auto *boolean = value.boolean()) {
        writer.value(*boolean);
    } else if (const auto *integer = value.integer()) {
        writer.value(*integer);
    } else if (const auto *real = value.real()) {
        writer.value(*real);
    } else if (const auto *string = value.string()) {
        writer.value(*string);
    } else if (const auto *array = value.array()) {
        writer.beginArray();
        for (const JsonValue &element : *array)
            writeTree(writer, element);
        writer.endArray();
    } else if (const auto *object = value.object()) {
        writer.beginObject();
        for (const auto &member : *object) {
            writer.key(member.name);
            writeTree(writer, member.value);
        }
        writer.endObject();
    } else {
        writer.null();
    }
}

} // namespace

const JsonValue *JsonValue::find(QStringView name) const {
    if (const Object *members = object()) {
        for (const Member &member : *members) {
            if (member.name == name)
                return &member.value;
        }
    }
    return nullptr;
}

void JsonValue::set(const QString &name, JsonValue value) {
    Q_ASSERT(object());
    object()->push_back({name, std::move(value)});
}

QByteArray JsonValue::toJson() const {
    JsonWriter writer;
    writeTree(writer, *this);
    return writer.bytes();
}

Result<JsonValue, JsonError> parseJson(QByteArrayView utf8) {
    // The iterative parser keeps its state on the heap: nesting cannot exhaust the stack.
    constexpr unsigned kFlags = rapidjson::kParseValidateEncodingFlag |
                                rapidjson::kParseNumbersAsStringsFlag |
                                rapidjson::kParseIterativeFlag;
    // The reader would skip (half of) a byte order mark and end at a NUL, whatever came after.
    if (utf8.isEmpty() || static_cast<unsigned char>(utf8[0]) >= 0x80 || utf8.contains('\0'))
        return JsonError{JsonFault::Syntax, {}};
    rapidjson::MemoryStream bytes(utf8.data(), std::size_t(utf8.size()));
    rapidjson::EncodedInputStream<rapidjson::UTF8<>, rapidjson::MemoryStream> stream(bytes);
    rapidjson::Reader reader;
    TreeBuilder builder;
    const auto result = reader.Parse<kFlags>(stream, builder);
    if (result.IsError())
        return builder.error(faultOf(result.Code()));
    return builder.takeRoot();
}

void JsonWriter::open(char bracket) {
    separate();
    m_out.append(bracket);
    m_needsComma = false;
}

void JsonWriter::close(char bracket) {
    m_out.append(bracket);
    m_needsComma = true;
}

void JsonWriter::separate() {
    if (m_needsComma)
        m_out.append(',');
    m_needsComma = true;
}

void JsonWriter::key(QLatin1StringView name) {
    separate();
    m_out.append('"').append(name.data(), name.size()).append("\":");
    m_needsComma = false;
}

void JsonWriter::key(const QString &name) {
    separate();
    quote(name.toUtf8());
    m_out.append(':');
    m_needsComma = false;
}

void JsonWriter::value(bool v) {
    separate();
    m_out.append(v ? "true" : "false");
}

void JsonWriter::value(qint64 v) {
    separate();
    m_out.append(QByteArray::number(v));
}

void JsonWriter::value(double v) {
    separate();
    m_out.append(QByteArray::number(v, 'g', QLocale::FloatingPointShortest));
}

void JsonWriter::value(const QString &v) {
    separate();
    quote(v.toUtf8());
}

void JsonWriter::null() {
    separate();
    m_out.append("null");
}

void JsonWriter::raw(const QByteArray &json) {
    separate();
    m_out.append(json);
}

void JsonWriter::quote(const QByteArray &utf8) {
    static constexpr char kHex[] = "0123456789abcdef";
    m_out.append('"');
    for (const char c : utf8) {
        switch (c) {
        case '"':
            m_out.append("\\\"");
            break;
        case '\\':
            m_out.append("\\\\");
            break;
        case '\n':
            m_out.append("\\n");
            break;
        case '\r':
            m_out.append("\\r");
            break;
        case '\t':
            m_out.append("\\t");
            break;
        default:
            if (static_cast<unsigned char>(c) < 0x20)
                m_out.append("\\u00").append(kHex[(c >> 4) & 1]).append(kHex[c & 15]);
            else
                m_out.append(c);
        }
    }
    m_out.append('"');
}

} // namespace soban::contract
