// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/Connection.h"

#include "http/AnswerWire.h"
#include "http/QtHttpFront.h"

#include <algorithm>

#include <sys/socket.h>

namespace soban::http {

namespace {

// Room for what a client sends ahead while a request is being assembled.
constexpr qint64 kReadAheadBytes = 64 * 1024;

std::optional<Answer> handshakeProblem(const Handler &handler, const Request &request,
                                       const RequestHead &head) {
    if (request.method() != Method::Get || !head.keepsAlive)
        return handler.refusal(400, QByteArrayLiteral("A WebSocket begins with an HTTP/1.1 GET."));
    if (request.header("Sec-WebSocket-Version") != QByteArray("13")) {
        return handler.refusal(426, QByteArrayLiteral("Only WebSocket version 13 is spoken here."))
            .withHeader(QByteArrayLiteral("Sec-WebSocket-Version"), QByteArrayLiteral("13"))
            .withHeader(QByteArrayLiteral("Upgrade"), QByteArrayLiteral("websocket"));
    }
    const QByteArray key = request.header("Sec-WebSocket-Key").value_or(QByteArray());
    const auto decoded =
        QByteArray::fromBase64Encoding(key, QByteArray::AbortOnBase64DecodingErrors);
    if (request.headerCount("Sec-WebSocket-Key") != 1 || !decoded || decoded.decoded.size() != 16)
        return handler.refusal(400, QByteArrayLiteral("The Sec-WebSocket-Key is malformed."));
    return std::nullopt;
}

} // namespace

Connection::Connection(quint64 id, QTcpSocket *socket, ConnectionHost &host)
    : QObject(socket)
    , m_id(id)
    , m_socket(socket)
    , m_host(host)
    , m_peer(socket->peerAddress(), socket->peerPort())
    , m_scanner(host.limits()) {
    linkOf(*socket).connection = this;
    socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    const Limits &limits = host.limits();
    const qint64 largest =
        std::max<qint64>(limits.maxBodyBytes, static_cast<qint64>(limits.maxWebSocketBytes));
    socket->setReadBufferSize(limits.maxHeaderBytes + largest + kReadAheadBytes);
    connect(socket, &QTcpSocket::disconnected, this, &Connection::onDisconnected);
    updateDeadline();
}

Connection::~Connection() {
    m_isGone->store(true);
    m_host.connectionEnded(m_id);
}

void Connection::readAhead() {
    connect(m_socket, &QTcpSocket::readyRead, this, &Connection::scanFreshBytes);
}

void Connection::followQt() {
    disconnect(m_leftoverWatch);
    m_leftoverWatch = connect(m_socket, &QTcpSocket::readyRead, this,
                              [this] { m_leftover = m_socket->bytesAvailable(); });
}

void Connection::scanFreshBytes() {
    const qint64 fresh = m_socket->bytesAvailable() - m_leftover;
    if (fresh <= 0 || m_closing || m_hasLastAnswer)
        return;
    const QByteArray bytes = m_socket->peek(m_leftover + fresh);
    m_scanner.feed(QByteArrayView(bytes).sliced(m_leftover));
    if (needsNothingOfQt())
        return dispatchWithoutQt(bytes);
    m_isQtReading = true;
    // Until Qt has a request whole, it keeps all of it in the socket's buffer.
    if (!m_scanner.heads().empty()) {
        const qint64 needed = m_host.limits().maxHeaderBytes + kReadAheadBytes +
                              m_scanner.heads().back().contentLength;
        m_socket->setReadBufferSize(std::max(m_socket->readBufferSize(), needed));
    }
    sendContinueIfAwaited();
    judgeUpgradeIfDue();
    refuseIfDue();
    updateDeadline();
}

/// Whether what has come is one whole request and nothing else. Qt would read its head once more,
/// byte by byte, which is a large part of what a small request costs. Of several it takes one at a
/// turn of the event loop, so that others have theirs.
bool Connection::needsNothingOfQt() const {
    // Qt 6.8 lets go of the socket during a request: there it is in charge throughout.
    if (kQtReconnectsPerRequest || m_isQtReading || m_scanner.refusal() ||
        m_scanner.isMidRequest() || m_scanner.endsInUpgrade())
        return false;
    return m_scanner.heads().size() == 1 &&
           (m_scanner.heads().front().contentLength == 0 || m_scanner.endsWithBody());
}

/// `bytes`: all that the socket holds.
void Connection::dispatchWithoutQt(const QByteArray &bytes) {
    m_socket->skip(bytes.size());
    // Qt has one open whenever it waits for a request, and it would keep the bytes.
    if (m_socket->isTransactionStarted())
        m_socket->commitTransaction();
    dispatch(bytes.last(m_scanner.heads().front().contentLength), nullptr);
    updateDeadline();
}

void Connection::sendContinueIfAwaited() {
    if (kQtSendsContinue || !m_pending.empty() || m_scanner.heads().size() != 1)
        return;
    RequestHead &head = m_scanner.heads().front();
    if (!head.expectsContinue || m_scanner.bodyBytesMissing() != head.contentLength)
        return;
    head.expectsContinue = false;
    write(QByteArrayLiteral("HTTP/1.1 100 Continue\r\n\r\n"));
}

void Connection::refuseIfDue() {
    // Requests that came whole before the bad one are served, and answered, first.
    if (m_closing || m_hasLastAnswer || !m_scanner.refusal() || !m_scanner.heads().empty())
        return;
    const ScanRefusal &refusal = *m_scanner.refusal();
    endWith(m_host.handler().refusal(refusal.status, refusal.reason), false);
}

void Connection::judgeUpgradeIfDue() {
    const bool isNext = m_scanner.endsInUpgrade() && m_scanner.heads().size() == 1;
    if (m_closing || m_hasLastAnswer || !isNext || m_upgradeTicket)
        return;
    UpgradeVerdict verdict = upgradeVerdict();
    if (const auto *accepted = std::get_if<UpgradeAccepted>(&verdict)) {
        m_upgradeTicket = accepted->ticket;
        return;
    }
    const bool isHead = m_scanner.heads().front().method == Method::Head;
    m_scanner.heads().clear();
    endWith(std::move(std::get<Answer>(verdict)), isHead);
}

UpgradeVerdict Connection::upgradeVerdict() const {
    Handler &handler = m_host.handler();
    if (const std::optional<ScanRefusal> &refusal = m_scanner.refusal())
        return handler.refusal(refusal->status, refusal->reason);
    if (!m_pending.empty())
        return handler.refusal(400,
                               QByteArrayLiteral("An upgrade can't wait for earlier answers."));
    if (m_host.isDraining())
        return handler.refusal(503, QByteArrayLiteral("The server is going down."));
    const RequestHead &head = m_scanner.heads().front();
    const Request request = makeRequest(head, {});
    if (std::optional<Answer> problem = handshakeProblem(handler, request, head))
        return *problem;
    return handler.upgrade(request);
}

Request Connection::makeRequest(const RequestHead &head, const QByteArray &body) const {
    return Request({head.method, head.target, head.headers, body, m_peer.first, m_peer.second});
}

void Connection::endWith(Answer lastAnswer, bool isHead) {
    m_hasLastAnswer = true;
    stopReading();
    m_pending.push_back({isHead, true, std::move(lastAnswer), nullptr});
    sendReady();
}

void Connection::dispatch(const QByteArray &body, TransportHoldPtr hold) {
    if (m_closing || m_hasLastAnswer)
        return;
    std::deque<RequestHead> &heads = m_scanner.heads();
    if (heads.empty() || heads.front().contentLength != body.size()) {
        qWarning("http: two parsers disagree about a request; connection cut");
        m_socket->abort();
        return;
    }
    // Known here already, should an answer given at once put the watch out of its turn.
    m_leftover = m_socket->bytesAvailable();
    const RequestHead head = std::move(heads.front());
    heads.pop_front();
    m_isQtReading = m_isQtReading && (m_leftover > 0 || !heads.empty() || m_scanner.isMidRequest());
    const quint64 sequence = m_firstSequence + m_pending.size();
    const bool isLast =
        sequence + 1 >= static_cast<quint64>(m_host.limits().maxRequestsPerConnection);
    m_pending.push_back(
        {head.method == Method::Head, !head.keepsAlive || isLast, std::nullopt, std::move(hold)});
    if (unansweredCount() > m_host.limits().maxPipelinedRequests) {
        answer(sequence,
               m_host.handler()
                   .refusal(503, QByteArrayLiteral("Too many requests wait for an answer."))
                   .closeConnection());
        return;
    }
    m_host.handler().handle(makeRequest(head, body), m_host.makeReply(m_id, sequence, m_isGone));
    judgeUpgradeIfDue();
    refuseIfDue();
}

void Connection::releaseToWebSocket() {
    m_closing = true;
    linkOf(*m_socket).connection = nullptr;
    disconnect(m_socket, nullptr, this, nullptr);
    m_socket->setParent(nullptr); // the QWebSocket on it may outlive the server
    m_host.expectWebSocket(m_socket, *m_upgradeTicket);
    deleteLater();
}

void Connection::answer(quint64 sequence, std::optional<Answer> answer) {
    const quint64 index = sequence - m_firstSequence; // an old sequence wraps around to a large one
    if (m_isGone->load() || index >= m_pending.size() || m_pending[index].answer)
        return;
    if (!answer) {
        answer = m_host.handler().refusal(
            500, QByteArrayLiteral("The server did not answer this request."));
    }
    m_pending[index].answer = std::move(answer);
    if (index == 0)
        sendReady();
}

void Connection::sendReady() {
    QByteArray out;
    while (!m_pending.empty() && m_pending.front().answer && !m_closing) {
        const Pending ready = std::move(m_pending.front());
        m_pending.pop_front();
        ++m_firstSequence;
        const bool drained = m_host.isDraining() && m_pending.empty() && m_scanner.heads().empty();
        m_closing = ready.closesConnection || ready.answer->closesConnection() || drained;
        appendAnswer(out, *ready.answer, {ready.isHead, m_closing});
    }
    if (!out.isEmpty())
        write(out);
    if (m_closing && !m_isGone->load())
        finish();
    else if (kQtReconnectsPerRequest)
        followQt();
    updateDeadline();
}

void Connection::write(const QByteArray &bytes) {
    const qint64 unread = m_socket->bytesToWrite();
    if (unread > m_host.limits().maxQueuedAnswerBytes) {
        m_socket->abort(); // a client that sends and sends, and never reads
        return;
    }
    if (unread == 0)
        m_awaited = {}; // all that it was to read before is read: this counts anew
    else if (m_awaited.what == Awaited::What::Reading)
        setDeadline(m_deadlineMs + travelMs(bytes.size()));
    m_socket->write(bytes);
    m_socket->flush(); // now, not after another turn of the event loop
}

void Connection::finish() {
    m_isGone->store(true); // requests behind this answer get none
    m_pending.clear();
    if (m_scanner.refusal() || m_scanner.isMidRequest()) {
        linger();
    } else {
        stopReading();
        m_socket->disconnectFromHost();
    }
}

void Connection::stopReading() {
    disconnect(m_socket, &QTcpSocket::readyRead, nullptr, nullptr);
}

void Connection::linger() {
    // Closing with unread bytes makes the kernel reset the connection, and the client may lose the
    // answer. So: say that we are done, swallow what still comes, and close when the client does.
    stopReading();
    if (m_socket->isTransactionStarted())
        m_socket->commitTransaction();
    m_socket->readAll();
    connect(m_socket, &QTcpSocket::readyRead, this, [this] { m_socket->readAll(); });
    m_isLingering = true;
    const auto halfClose = [this] {
        if (m_socket->bytesToWrite() == 0)
            ::shutdown(static_cast<int>(m_socket->socketDescriptor()), SHUT_WR);
    };
    connect(m_socket, &QTcpSocket::bytesWritten, this, halfClose);
    halfClose();
}

void Connection::closeIfIdle() {
    if (m_closing || !m_pending.empty() || !m_scanner.heads().empty() || m_scanner.isMidRequest())
        return;
    m_closing = true;
    finish();
    updateDeadline();
}

void Connection::cut() {
    m_closing = true;
    m_isGone->store(true);
    m_pending.clear();
    disconnect(m_socket, nullptr, this, nullptr);
    m_socket->abort();
}

void Connection::onDisconnected() {
    stopReading(); // Qt may have a readyRead() queued for the next pipelined request
    m_closing = true;
    m_isGone->store(true);
    m_pending.clear();
}

} // namespace soban::http
