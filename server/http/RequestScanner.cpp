// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/RequestScanner.h"

#include "http/HeaderSyntax.h"

#include <algorithm>
#include <array>

namespace soban::http {

namespace {

// Qt's header parser drops all headers when one line is longer than 8 KiB.
constexpr qsizetype kMaxHeaderLineBytes = 8000;

std::optional<Method> methodOf(QByteArrayView name) {
    static constexpr std::array kAll = {Method::Get,   Method::Head,   Method::Post,   Method::Put,
                                        Method::Patch, Method::Delete, Method::Options};
    for (const Method method : kAll) {
        if (methodName(method) == name)
            return method;
    }
    return std::nullopt;
}

/// nullopt unless the line is "name: value" with nothing between the name and the colon.
std::optional<Header> parseHeaderLine(QByteArrayView line) {
    const qsizetype colon = line.indexOf(':');
    if (colon <= 0 || !isToken(line.first(colon)))
        return std::nullopt;
    const QByteArrayView value = line.sliced(colon + 1).trimmed();
    if (!isFieldValue(value))
        return std::nullopt;
    return Header{line.first(colon).toByteArray(), value.toByteArray()};
}

std::optional<qint64> parseLength(const QByteArray &text) {
    const bool digits =
        std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
    if (text.isEmpty() || text.size() > 18 || !digits)
        return std::nullopt;
    return text.toLongLong();
}

/// The headers that frame a request or decide who reads it on. Each may come only once.
struct FramingHeaders {
    const QByteArray *host = nullptr;
    const QByteArray *contentLength = nullptr;
    const QByteArray *transferEncoding = nullptr;
    const QByteArray *connection = nullptr;
    const QByteArray *upgrade = nullptr;
    const QByteArray *expect = nullptr;

    /// False if one of them is there twice.
    bool collect(const QList<Header> &headers) {
        for (const Header &header : headers) {
            const QByteArray **place = placeFor(header.name);
            if (place == nullptr)
                continue;
            if (*place != nullptr)
                return false;
            *place = &header.value;
        }
        return true;
    }

private:
    const QByteArray **placeFor(QByteArrayView name) {
        const std::pair<QByteArrayView, const QByteArray **> places[] = {
            {"host", &host},
            {"content-length", &contentLength},
            {"transfer-encoding", &transferEncoding},
            {"connection", &connection},
            {"upgrade", &upgrade},
            {"expect", &expect}};
        for (const auto &[known, place] : places) {
            if (name.size() == known.size() && name.compare(known, Qt::CaseInsensitive) == 0)
                return place;
        }
        return nullptr;
    }
};

bool holds(const QByteArray *list, QByteArrayView word) {
    // Found anywhere in the text, as Qt's own parser does: both must agree on what is an upgrade.
    return list != nullptr && list->toLower().contains(word);
}

} // namespace

void RequestScanner::feed(QByteArrayView bytes) {
    while (!bytes.isEmpty() && m_state != State::Ended) {
        m_endsWithBody = false;
        if (m_state == State::Body) {
            const qsizetype taken = std::min<qint64>(bytes.size(), m_bodyMissing);
            m_bodyMissing -= taken;
            bytes = bytes.sliced(taken);
            m_endsWithBody = m_bodyMissing == 0;
            if (m_endsWithBody)
                m_state = State::Between;
        } else if (m_state == State::Between && (bytes[0] == '\r' || bytes[0] == '\n')) {
            bytes = bytes.sliced(1); // empty lines before a request are allowed (RFC 9112, 2.2)
        } else {
            m_state = State::Head;
            bytes = feedHead(bytes);
        }
    }
    // Qt 6.4 loses them (RFC 6455, 4.1: the client waits for our answer).
    if (!bytes.isEmpty() && !m_refusal && endsInUpgrade())
        refuse(400, QByteArrayLiteral("Bytes follow an upgrade that is not answered yet."));
}

QByteArrayView RequestScanner::feedHead(QByteArrayView bytes) {
    const qsizetype before = m_headBytes.size();
    m_headBytes.append(bytes.first(std::min(bytes.size(), m_limits.maxHeaderBytes + 1 - before)));
    qsizetype lineEnd = m_headBytes.indexOf('\n', before);
    while (lineEnd >= 0) {
        takeLine(QByteArrayView(m_headBytes).sliced(m_lineBegin, lineEnd - m_lineBegin));
        m_lineBegin = lineEnd + 1;
        if (m_state != State::Head) { // the head is complete, or refused
            const qsizetype used = m_lineBegin - before;
            beginHead();
            return bytes.sliced(used);
        }
        lineEnd = m_headBytes.indexOf('\n', m_lineBegin);
    }
    if (m_lineBegin == 0 && m_headBytes.size() > m_limits.maxTargetBytes + 32)
        refuse(414, QByteArrayLiteral("The request target is too long."));
    else if (m_headBytes.size() > m_limits.maxHeaderBytes)
        refuse(431, QByteArrayLiteral("The headers are too large."));
    return m_state == State::Ended ? QByteArrayView() : bytes.sliced(m_headBytes.size() - before);
}

void RequestScanner::beginHead() {
    m_headBytes.clear();
    m_lineBegin = 0;
    m_head = {};
}

/// Judges each line as it comes: Qt's parser, which gets it next, hangs up without a word on lines
/// that it does not like.
void RequestScanner::takeLine(QByteArrayView lineWithCr) {
    std::optional<ScanRefusal> refused;
    if (!lineWithCr.endsWith('\r')) {
        refused = ScanRefusal{400, QByteArrayLiteral("A line ends without a carriage return.")};
    } else if (const QByteArrayView line = lineWithCr.chopped(1); line.isEmpty()) {
        refused = applyHeaders(m_head);
        if (!refused)
            finishHead();
    } else {
        refused = m_lineBegin == 0 ? parseRequestLine(line, m_head) : parseHeader(line, m_head);
    }
    if (refused)
        refuse(refused->status, refused->reason);
}

void RequestScanner::finishHead() {
    m_bodyMissing = m_head.contentLength;
    m_state = m_bodyMissing > 0 ? State::Body : State::Between;
    if (m_head.upgradesToWebSocket)
        m_state = State::Ended; // what follows is not HTTP any more
    m_heads.push_back(std::move(m_head));
    ++m_headCount;
}

std::optional<ScanRefusal> RequestScanner::parseHeader(QByteArrayView line,
                                                       RequestHead &head) const {
    if (line.size() > kMaxHeaderLineBytes || head.headers.size() >= m_limits.maxHeaders)
        return ScanRefusal{431,
                           QByteArrayLiteral("There are too many headers, or one is too large.")};
    std::optional<Header> header = parseHeaderLine(line);
    if (!header)
        return ScanRefusal{400, QByteArrayLiteral("A header is malformed.")};
    head.headers.append(std::move(*header));
    return std::nullopt;
}

std::optional<ScanRefusal> RequestScanner::parseRequestLine(QByteArrayView line,
                                                            RequestHead &head) const {
    const qsizetype first = line.indexOf(' ');
    const qsizetype last = line.lastIndexOf(' ');
    if (first <= 0 || last <= first + 1 || !isToken(line.first(first)))
        return ScanRefusal{400, QByteArrayLiteral("The request line is malformed.")};
    const QByteArrayView version = line.sliced(last + 1);
    const QByteArrayView rawTarget = line.sliced(first + 1, last - first - 1);
    if (version != "HTTP/1.1" && version != "HTTP/1.0")
        return ScanRefusal{400, QByteArrayLiteral("Only HTTP/1.1 and 1.0 are spoken here.")};
    head.isHttp10 = version.endsWith('0');
    const std::optional<Method> method = methodOf(line.first(first));
    if (!method)
        return ScanRefusal{501, QByteArrayLiteral("This method is not known.")};
    head.method = *method;
    if (rawTarget.size() > m_limits.maxTargetBytes)
        return ScanRefusal{414, QByteArrayLiteral("The request target is too long.")};
    std::optional<Target> target = decodeTarget(rawTarget);
    if (!target)
        return ScanRefusal{400, QByteArrayLiteral("The request target is malformed.")};
    head.target = std::move(*target);
    return std::nullopt;
}

std::optional<ScanRefusal> RequestScanner::applyHeaders(RequestHead &head) const {
    FramingHeaders framing;
    if (!framing.collect(head.headers))
        return ScanRefusal{400, QByteArrayLiteral("A header that may come only once came twice.")};
    if (framing.host == nullptr && !head.isHttp10)
        return ScanRefusal{400, QByteArrayLiteral("The Host header is missing.")};
    // Together they are how requests are smuggled (RFC 9112, 6.1): not even a hint to try again.
    if (framing.transferEncoding != nullptr && framing.contentLength != nullptr)
        return ScanRefusal{400, QByteArrayLiteral("Content-Length and Transfer-Encoding differ.")};
    if (framing.transferEncoding != nullptr)
        return ScanRefusal{411,
                           QByteArrayLiteral("Send a Content-Length, not a Transfer-Encoding.")};
    if (framing.contentLength != nullptr) {
        const std::optional<qint64> length = parseLength(*framing.contentLength);
        if (!length)
            return ScanRefusal{400, QByteArrayLiteral("The Content-Length is malformed.")};
        head.contentLength = *length;
    }
    const qint64 maxBody = m_limits.maxBodyBytesFor
                               ? m_limits.maxBodyBytesFor(head.method, head.target.path)
                               : m_limits.maxBodyBytes;
    if (head.contentLength > maxBody)
        return ScanRefusal{413, QByteArrayLiteral("The body is too large.")};
    head.keepsAlive = !head.isHttp10 && !holds(framing.connection, "close");
    head.expectsContinue = holds(framing.expect, "100-continue") && head.contentLength > 0;
    head.upgradesToWebSocket = holds(framing.connection, "upgrade") && framing.upgrade != nullptr &&
                               framing.upgrade->compare("websocket", Qt::CaseInsensitive) == 0;
    if (head.upgradesToWebSocket && head.contentLength > 0)
        return ScanRefusal{400, QByteArrayLiteral("An upgrade has no body.")};
    return std::nullopt;
}

void RequestScanner::refuse(int status, const QByteArray &reason) {
    m_refusal = ScanRefusal{status, reason};
    m_state = State::Ended;
}

} // namespace soban::http
