// SPDX-License-Identifier: GPL-3.0-or-later
#include "realtime/SocketFollower.h"

#include "contract/Codec.h"

#include <QTimer>
#include <QWebSocket>

namespace soban::realtime {

namespace {

using Phase = CatchUp::Phase;
using contract::StreamSignal;

constexpr int kPolicyViolated = QWebSocketProtocol::CloseCodePolicyViolated;
// Registered with IANA after RFC 6455; Qt's enumeration ends before them, and a Qt client reports
// them as 1002 with a reason that names the number.
constexpr int kServiceRestart = 1012;
constexpr int kTryAgainLater = 1013;

} // namespace

SocketFollower::SocketFollower(FollowerId id, std::unique_ptr<QWebSocket> socket,
                               std::optional<Sequence> since, FollowerHost &host,
                               const HubLimits &limits, QObject *parent)
    : Follower(id, Kind::Socket, host, CatchUp(since, limits.maxHeldBytes), parent)
    , m_socket(std::move(socket))
    , m_limits(limits) {
    m_socket->setMaxAllowedIncomingFrameSize(limits.maxMessageBytes);
    m_socket->setMaxAllowedIncomingMessageSize(limits.maxMessageBytes);
    connect(m_socket.get(), &QWebSocket::disconnected, this, &SocketFollower::onDisconnected);
}

SocketFollower::~SocketFollower() {
    m_socket->disconnect(this);
    if (m_socket->state() == QAbstractSocket::UnconnectedState)
        return;
    m_socket->close(QWebSocketProtocol::CloseCodeGoingAway);
    m_socket->abort(); // or its TCP socket would outlive it, unowned, until the peer reads
}

void SocketFollower::start() {
    connect(m_socket.get(), &QWebSocket::bytesWritten, this, &SocketFollower::goOn);
    connect(m_socket.get(), &QWebSocket::pong, this, &SocketFollower::heard);
    connect(m_socket.get(), &QWebSocket::textMessageReceived, this, &SocketFollower::onMessage);
    connect(m_socket.get(), &QWebSocket::binaryMessageReceived, this, &SocketFollower::onMessage);
    m_sinceHeard.start();
    m_sinceNote.start();
    if (m_socket->state() == QAbstractSocket::ConnectedState)
        m_host.readOn(id(), m_catchUp.cursor(), m_limits.maxPageEvents);
    else
        onDisconnected(); // it broke while it was handed over
}

bool SocketFollower::offer(const WireEvent &event) {
    if (!hasLeft() && m_catchUp.offer(event) && hasRoomFor(event.bytes))
        write(event);
    return false;
}

void SocketFollower::takePage(const LogPage &page) {
    m_catchUp.takePage(page);
    if (page.isResync) {
        ++m_host.counters().resyncs;
        writeNote(StreamSignal::Resync, page.readTo);
    }
    for (const WireEvent &event : page.events)
        write(event);
    goOn();
}

/// Behind a gap, the next step is taken only when the client has taken most of the last one.
void SocketFollower::goOn() {
    if (hasLeft() || m_catchUp.phase() != Phase::Draining ||
        m_socket->bytesToWrite() > m_limits.calmBytes)
        return;
    const std::optional<QList<WireEvent>> heldBack = m_catchUp.finish();
    if (!heldBack) {
        m_host.readOn(id(), m_catchUp.cursor(), m_limits.maxPageEvents);
        return;
    }
    for (const WireEvent &event : *heldBack)
        write(event);
    writeNote(StreamSignal::Heartbeat, seen());
}

void SocketFollower::write(const WireEvent &event) {
    m_socket->sendTextMessage(event.text);
    ++m_host.counters().eventsSent;
}

void SocketFollower::writeNote(StreamSignal signal, Sequence sequence) {
    const contract::StreamNote note{
        signal, sequence, m_host.isCardPaymentDown() ? std::optional(true) : std::nullopt};
    m_socket->sendTextMessage(QString::fromUtf8(contract::encode(note)));
    m_sinceNote.start();
}

bool SocketFollower::hasRoomFor(qsizetype bytes) {
    if (queuedBytes() + bytes <= m_limits.maxQueuedBytes)
        return true;
    // Perhaps it was this thread that was busy, and the client is ready to take it all.
    m_socket->flush();
    if (queuedBytes() + bytes <= m_limits.maxQueuedBytes)
        return true;
    cutOff(kTryAgainLater, "This client reads too slowly.");
    return false;
}

void SocketFollower::heard() {
    m_sinceHeard.start();
    m_isAsked = false;
}

void SocketFollower::askForLife() {
    if (!m_isAsked && m_sinceHeard.elapsed() > m_limits.pongWithinMs / 3) {
        m_isAsked = true;
        m_socket->ping();
    }
}

void SocketFollower::onMessage() {
    heard();
    // Not at once: Qt may be in the middle of taking its bytes apart.
    if (++m_messages == m_limits.maxMessagesPerHeartbeat + 1) {
        QMetaObject::invokeMethod(
            this, [this] { cutOff(kPolicyViolated, "This stream only listens."); },
            Qt::QueuedConnection);
    }
}

void SocketFollower::sweep() {
    if (m_sinceHeard.elapsed() > m_limits.pongWithinMs) {
        ++m_host.counters().cutOff;
        abort();
        return;
    }
    // Pongs that a client asks for and does not read are queued by Qt without asking anybody.
    if (!hasRoomFor(0))
        return;
    askForLife();
    // One that would be late at the next look goes now.
    if (m_sinceNote.elapsed() + m_limits.lookMs() <= m_limits.heartbeatMs)
        return;
    m_messages = 0;
    m_sinceNote.start();
    if (m_catchUp.hasRead())
        writeNote(StreamSignal::Heartbeat, seen());
}

void SocketFollower::readFailed() {
    close(kTryAgainLater, "The events cannot be read at the moment.");
}

void SocketFollower::end(EndReason reason) {
    switch (reason) {
    case EndReason::SessionOver:
        close(kPolicyViolated, "The session is over.");
        break;
    case EndReason::Replaced:
        close(kTryAgainLater, "This session has opened other streams.");
        break;
    case EndReason::NoRoom:
        close(kTryAgainLater, "There are too many streams.");
        break;
    case EndReason::Draining:
        close(kServiceRestart, "The server restarts.");
        break;
    }
}

qint64 SocketFollower::queuedBytes() const {
    return m_socket->bytesToWrite();
}

void SocketFollower::cutOff(int code, const char *reason) {
    if (!hasLeft())
        ++m_host.counters().cutOff;
    close(code, reason);
}

void SocketFollower::close(int code, const char *reason) {
    if (!leave())
        return;
    // The socket stays until what it holds is sent, but not for long: it may never be.
    QTimer::singleShot(m_limits.closeGraceMs, this, &SocketFollower::abort);
    m_socket->close(static_cast<QWebSocketProtocol::CloseCode>(code), QString::fromLatin1(reason));
    if (m_socket->state() == QAbstractSocket::UnconnectedState)
        deleteLater();
}

void SocketFollower::abort() {
    leave();
    m_socket->abort();
    deleteLater();
}

void SocketFollower::onDisconnected() {
    leave();
    deleteLater();
}

} // namespace soban::realtime
