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

} // namespace

std::optional<ResponseReader::Head> ResponseReader::parseHead(QByteArrayView head) {
    constexpr QByteArrayView kVersion("HTTP/1.1 ");
    constexpr QByteArrayView kLength("content-length");
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
        if (line.size() <= kLength.size() || line[kLength.size()] != ':' ||
            line.first(kLength.size()).compare(kLength, Qt::CaseInsensitive) != 0)
            continue;
        const qsizetype end = line.indexOf('\r');
        const QByteArrayView value = end < 0 ? line : line.first(end);
        const auto length = numberIn(value.sliced(kLength.size() + 1));
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
    Response response{head->status, rest.sliced(bodyBegin, head->bodyBytes).toByteArray()};
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
