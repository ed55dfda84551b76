// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/Request.h"

#include <QSet>
#include <QStringDecoder>

#include <algorithm>

namespace soban::http {

namespace {

int hexValue(char c) {
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    if (c >= 'A' && c <= 'F')
        return c - 'A' + 10;
    return -1;
}

std::optional<QByteArray> unescape(QByteArrayView text) {
    QByteArray bytes;
    bytes.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        char c = text[i];
        if (c == '%') {
            if (i + 2 >= text.size())
                return std::nullopt;
            const int high = hexValue(text[i + 1]);
            const int low = hexValue(text[i + 2]);
            if (high < 0 || low < 0)
                return std::nullopt;
            c = static_cast<char>(high * 16 + low);
            i += 2;
        }
        const auto byte = static_cast<uchar>(c);
        if (byte < 0x20 || byte == 0x7f)
            return std::nullopt;
        bytes.append(c);
    }
    return bytes;
}

/// Of a target, which is printable ASCII throughout.
std::optional<QString> decodeText(QByteArrayView text) {
    if (!text.contains('%'))
        return QString::fromLatin1(text);
    const std::optional<QByteArray> bytes = unescape(text);
    if (!bytes)
        return std::nullopt;
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    QString decoded = decoder.decode(*bytes);
    if (decoder.hasError())
        return std::nullopt;
    return decoded;
}

/// Calls `use` for each piece between separators until it returns false; false if it did.
template <typename Use>
bool forEachPiece(QByteArrayView text, char separator, Use use) {
    qsizetype begin = 0;
    while (true) {
        const qsizetype end = text.indexOf(separator, begin);
        if (!use(end < 0 ? text.sliced(begin) : text.sliced(begin, end - begin)))
            return false;
        if (end < 0)
            return true;
        begin = end + 1;
    }
}

bool decodeSegments(QByteArrayView path, QStringList &segments) {
    return forEachPiece(path.sliced(1), '/', [&segments](QByteArrayView piece) {
        const std::optional<QString> segment = decodeText(piece);
        if (!segment || *segment == QLatin1String(".") || *segment == QLatin1String(".."))
            return false;
        segments.append(*segment);
        return true;
    });
}

bool decodeQuery(QByteArrayView query, QList<QueryItem> &items) {
    return forEachPiece(query, '&', [&items](QByteArrayView piece) {
        const qsizetype equals = piece.indexOf('=');
        const std::optional<QString> name = decodeText(equals < 0 ? piece : piece.first(equals));
        const std::optional<QString> value =
            equals < 0 ? QString() : decodeText(piece.sliced(equals + 1));
        if (!name || name->isEmpty() || !value)
            return false;
        items.append({*name, *value});
        return true;
    });
}

bool sameName(QByteArrayView a, QByteArrayView b) {
    return a.compare(b, Qt::CaseInsensitive) == 0;
}

} // namespace

QByteArray methodName(Method method) {
    switch (method) {
    case Method::Get:
        return QByteArrayLiteral("GET");
    case Method::Head:
        return QByteArrayLiteral("HEAD");
    case Method::Post:
        return QByteArrayLiteral("POST");
    case Method::Put:
        return QByteArrayLiteral("PUT");
    case Method::Patch:
        return QByteArrayLiteral("PATCH");
    case Method::Delete:
        return QByteArrayLiteral("DELETE");
    case Method::Options:
        return QByteArrayLiteral("OPTIONS");
    }
    Q_UNREACHABLE();
}

std::optional<Target> decodeTarget(QByteArrayView rawTarget) {
    const bool printable = std::all_of(rawTarget.begin(), rawTarget.end(),
                                       [](char c) { return c > 0x20 && c < 0x7f && c != '#'; });
    if (!rawTarget.startsWith('/') || !printable)
        return std::nullopt;
    const qsizetype mark = rawTarget.indexOf('?');
    Target target;
    target.path = (mark < 0 ? rawTarget : rawTarget.first(mark)).toByteArray();
    if (!decodeSegments(target.path, target.segments))
        return std::nullopt;
    const bool hasQuery = mark >= 0 && mark + 1 < rawTarget.size();
    if (hasQuery && !decodeQuery(rawTarget.sliced(mark + 1), target.query))
        return std::nullopt;
    return target;
}

Request::Request(Parts parts) : m_parts(std::make_shared<const Parts>(std::move(parts))) {}

std::optional<QString> Request::queryValue(QStringView name) const {
    for (const QueryItem &item : queryItems()) {
        if (item.name == name)
            return item.value;
    }
    return std::nullopt;
}

QStringList Request::queryValues(QStringView name) const {
    QStringList values;
    for (const QueryItem &item : queryItems()) {
        if (item.name == name)
            values.append(item.value);
    }
    return values;
}

std::optional<QString> Request::duplicateQueryName() const {
    QSet<QString> seen;
    for (const QueryItem &item : queryItems()) {
        if (seen.contains(item.name))
            return item.name;
        seen.insert(item.name);
    }
    return std::nullopt;
}

std::optional<QByteArray> Request::header(QByteArrayView name) const {
    for (const Header &header : headers()) {
        if (sameName(header.name, name))
            return header.value;
    }
    return std::nullopt;
}

qsizetype Request::headerCount(QByteArrayView name) const {
    return std::count_if(headers().begin(), headers().end(),
                         [name](const Header &header) { return sameName(header.name, name); });
}

} // namespace soban::http
