// SPDX-License-Identifier: GPL-3.0-or-later
#include "load/ResponseReader.h"

namespace soban::bench {

namespace {

constexpr QByteArrayView kHeadEnd("\r\n\r\n");
constexpr QByteArrayView kLineEnd("\r\n");

std::optional<qsizetype> numberIn(QByteArrayView digits) {
    bool isNumber = false;
    const qlonglong number = digits.trimmed().toByteArray().toLongLong(&isNumber);
    return isNumber && number >= 0 ? std::optional(qsizetype(number)) : std::nullopt;
}

/// The value of a header line, up to the end of the line, if it has that name.
std::optional<QByteArrayView> valueOf(QByteArrayView line, QByteArrayView name) {
    if (line.size() <= name.size() || line[name.size()] != ':' ||
        line.first(name.size()).compare(name, Qt::CaseInsensitive) != 0)
        return std::nullopt;
    const qsizetype end = line.indexOf('\r');
    return (end < 0 ? line : line.first(end)).sliced(name.size() + 1).trimmed();
}

} // namespace

std::optional<ResponseReader::Head> ResponseReader::parseHead(QByteArrayView head) {
    constexpr QByteArrayView kVersion("HTTP/1.1 ");
    constexpr qsizetype kStatusDigits = 3;
    if (!head.startsWith(kVersion))
        return std::nullopt;
    const auto status = numberIn(
        head.sliced(kVersion.size()).first(std::min(kStatusDigits, head.size() - kVersion.size())));
    if (!status)
        return std::nullopt;
    Head parsed{int(*status), 0};
    for (qsizetype at = head.indexOf(kLineEnd); at >= 0; at = head.indexOf(kLineEnd, at + 1)) {
        const QByteArrayView line = head.sliced(at + kLineEnd.size());
        if (const auto tag = valueOf(line, "etag"))
            parsed.tag = tag->toByteArray();
        const auto lengthText = valueOf(line, "content-length");
        if (!lengthText)
            continue;
        const auto length = numberIn(*lengthText);
        if (!length)
            return std::nullopt;
        parsed.bodyBytes = *length;
    }
    return parsed;
}

std::optional<Response> ResponseReader::take() {
    const QByteArrayView rest = QByteArrayView(m_buffer).sliced(m_begin);
    const qsizetype headBytes = m_isBroken ? -1 : rest.indexOf(kHeadEnd);
    if (headBytes < 0)
        return std::nullopt;
    const auto head = parseHead(rest.first(headBytes));
    if (!head) {
        m_isBroken = true;
        return std::nullopt;
    }
    const qsizetype bodyBegin = headBytes + kHeadEnd.size();
    if (rest.size() < bodyBegin + head->bodyBytes)
        return std::nullopt;
    Response response{head->status, rest.sliced(bodyBegin, head->bodyBytes).toByteArray(),
                      head->tag};
    drop(bodyBegin + head->bodyBytes);
    return response;
}

QByteArray ResponseReader::takeRest() {
    const QByteArray rest = m_buffer.sliced(m_begin);
    m_buffer.clear();
    m_begin = 0;
    return rest;
}

void ResponseReader::drop(qsizetype bytes) {
    m_begin += bytes;
    if (m_begin < m_buffer.size())
        return;
    m_buffer.resize(0); // which keeps the memory
    m_begin = 0;
}

} // namespace soban::bench
