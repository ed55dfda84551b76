// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/Json.h"

#include <QUtf8StringView>

#include <rapidjson/encodedstream.h>
#include <rapidjson/memorystream.h>
#include <rapidjson/reader.h>

#include <algorithm>
#include <array>
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

template <typename Number>
void appendNumber(std::string &out, Number number) {
    std::array<char, 32> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number);
    out.append(digits.data(), end.ptr);
}

bool needsEscape(char16_t c) {
    return c < u' ' || c == u'"' || c == u'\\';
}

/// Whether a text is the same in JSON, letter by letter.
bool isPlain(const QString &text) {
    return std::none_of(text.cbegin(), text.cend(),
                        [](QChar c) { return c.unicode() > 0x7f || needsEscape(c.unicode()); });
}

void appendEscape(std::string &out, char c) {
    static constexpr char kHex[] = "0123456789abcdef";
    switch (c) {
    case '\n':
        out.append("\\n");
        break;
    case '\r':
        out.append("\\r");
        break;
    case '\t':
        out.append("\\t");
        break;
    case '"':
    case '\\':
        out.append({'\\', c});
        break;
    default:
        out.append("\\u00").append({kHex[(c >> 4) & 1], kHex[c & 15]});
    }
}

void appendEscaped(std::string &out, const QByteArray &utf8) {
    for (const char c : utf8) {
        if (needsEscape(static_cast<unsigned char>(c)))
            appendEscape(out, c);
        else
            out.push_back(c);
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

const JsonValue *JsonValue::find(QAnyStringView name) const {
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

JsonWriter::JsonWriter() {
    constexpr std::size_t kUsualDocument = 2048;
    m_out.reserve(kUsualDocument);
}

void JsonWriter::open(char bracket) {
    separate();
    m_out.push_back(bracket);
    m_needsComma = false;
}

void JsonWriter::close(char bracket) {
    m_out.push_back(bracket);
    m_needsComma = true;
}

void JsonWriter::separate() {
    if (m_needsComma)
        m_out.push_back(',');
    m_needsComma = true;
}

void JsonWriter::key(QLatin1StringView name) {
    token(name);
    m_out.push_back(':');
    m_needsComma = false;
}

void JsonWriter::key(const QString &name) {
    value(name);
    m_out.push_back(':');
    m_needsComma = false;
}

void JsonWriter::value(bool v) {
    separate();
    m_out.append(v ? "true" : "false");
}

void JsonWriter::value(qint64 v) {
    separate();
    appendNumber(m_out, v);
}

void JsonWriter::value(double v) {
    separate();
    appendNumber(m_out, v);
}

void JsonWriter::value(const QString &v) {
    separate();
    m_out.push_back('"');
    if (isPlain(v)) {
        for (const QChar c : v)
            m_out.push_back(char(c.unicode()));
    } else {
        appendEscaped(m_out, v.toUtf8());
    }
    m_out.push_back('"');
}

void JsonWriter::token(QLatin1StringView ascii) {
    separate();
    m_out.push_back('"');
    m_out.append(ascii.data(), std::size_t(ascii.size()));
    m_out.push_back('"');
}

void JsonWriter::null() {
    separate();
    m_out.append("null");
}

void JsonWriter::raw(const QByteArray &json) {
    separate();
    m_out.append(json.constData(), std::size_t(json.size()));
}

} // namespace soban::contract
