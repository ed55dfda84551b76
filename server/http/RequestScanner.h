// SPDX-License-Identifier: GPL-3.0-or-later
// Private to server/http.
#pragma once

#include "http/Limits.h"
#include "http/Request.h"

#include <QByteArray>
#include <QList>

#include <deque>
#include <optional>

namespace soban::http {

/// Everything of a request that stands before its body.
struct RequestHead {
    Method method = Method::Get;
    Target target;
    QList<Header> headers;
    qint64 contentLength = 0;
    bool isHttp10 = false;
    bool keepsAlive = true; ///< HTTP/1.1 without "Connection: close".
    bool expectsContinue = false;
    bool upgradesToWebSocket = false;
};

/// Why the bytes of a client are not let through.
struct ScanRefusal {
    int status = 400;
    QByteArray reason;
};

/// Reads along, ahead of Qt's parser, and decides where each request begins and ends.
///
/// Qt 6.4's parser has no limits, keeps neither the raw path nor the HTTP version, and takes
/// contradicting lengths. So the heads come from here, Qt only assembles what comes in pieces, and
/// what two parsers could read differently (RFC 9112, 11.2: request smuggling) is refused.
class RequestScanner {
public:
    explicit RequestScanner(const Limits &limits) : m_limits(limits) {}

    /// Bytes in the order of the stream, each exactly once.
    void feed(QByteArrayView bytes);

    /// Heads that are complete (their bodies may not be), oldest first.
    std::deque<RequestHead> &heads() { return m_heads; }
    const std::deque<RequestHead> &heads() const { return m_heads; }

    /// Set once the stream has gone wrong, after the heads found before; nothing is read from then
    /// on.
    const std::optional<ScanRefusal> &refusal() const { return m_refusal; }

    /// The newest head is a WebSocket upgrade: nothing is read behind it.
    bool endsInUpgrade() const { return !m_heads.empty() && m_heads.back().upgradesToWebSocket; }
    bool isMidRequest() const { return m_state == State::Head || m_state == State::Body; }
    /// Whether the last byte that came was the last of a body: not even an empty line follows.
    bool endsWithBody() const { return m_endsWithBody; }
    /// How many heads were found so far, with those that were taken out of heads().
    quint64 headCount() const { return m_headCount; }
    qint64 bodyBytesMissing() const { return m_state == State::Body ? m_bodyMissing : 0; }

private:
    enum class State { Between, Head, Body, Ended };

    QByteArrayView feedHead(QByteArrayView bytes);
    void beginHead();
    void takeLine(QByteArrayView lineWithCr);
    void finishHead();
    std::optional<ScanRefusal> parseRequestLine(QByteArrayView line, RequestHead &head) const;
    std::optional<ScanRefusal> parseHeader(QByteArrayView line, RequestHead &head) const;
    std::optional<ScanRefusal> applyHeaders(RequestHead &head) const;
    void refuse(int status, const QByteArray &reason);

    const Limits &m_limits;
    State m_state = State::Between;
    QByteArray m_headBytes;    // of the head that is being read
    qsizetype m_lineBegin = 0; // in m_headBytes: the lines before are in m_head
    RequestHead m_head;
    qint64 m_bodyMissing = 0;
    bool m_endsWithBody = false;
    quint64 m_headCount = 0;
    std::deque<RequestHead> m_heads;
    std::optional<ScanRefusal> m_refusal;
};

} // namespace soban::http
