// SPDX-License-Identifier: GPL-3.0-or-later
// The part of a Connection that gives its client no more than its time.
#include "http/Connection.h"

#include <linux/sockios.h>
#include <sys/ioctl.h>
#include <sys/socket.h>

namespace soban::http {

namespace {

/// Cuts a client off that does not read. A plain end would leave what it was to read with the
/// kernel, megabytes perhaps, for as long as the kernel hopes.
void reset(QTcpSocket &socket) {
    const ::linger none{1, 0};
    ::setsockopt(static_cast<int>(socket.socketDescriptor()), SOL_SOCKET, SO_LINGER, &none,
                 sizeof none);
    socket.abort();
}

/// Whether the kernel still keeps bytes that the client has no room for.
bool isUnread(const QTcpSocket &socket) {
    int bytes = 0;
    const auto descriptor = static_cast<int>(socket.socketDescriptor());
    return ::ioctl(descriptor, SIOCOUTQ, &bytes) == 0 && bytes > 0;
}

} // namespace

Connection::Awaited Connection::awaited() const {
    using What = Awaited::What;
    const quint64 request = m_scanner.headCount();
    if (m_isLingering)
        return {What::Goodbye};
    if (m_socket->bytesToWrite() > 0)
        return {What::Reading};
    if (m_closing || !m_pending.empty())
        return {What::Nothing}; // it is our turn
    if (m_scanner.bodyBytesMissing() > 0)
        return {What::Body, request};
    if (!m_scanner.heads().empty())
        return {What::Nothing}; // Qt is about to hand it over
    return {m_scanner.isMidRequest() || request == 0 ? What::Head : What::NextRequest, request};
}

qint64 Connection::millisecondsFor(const Awaited &awaited) const {
    const Limits &limits = m_host.limits();
    switch (awaited.what) {
    case Awaited::What::Nothing:
        break;
    case Awaited::What::Head:
        return limits.headMs;
    case Awaited::What::Body:
        return limits.bodyMs + travelMs(m_scanner.bodyBytesMissing());
    case Awaited::What::NextRequest:
        return limits.idleMs;
    case Awaited::What::Reading:
        return limits.answerMs + travelMs(m_socket->bytesToWrite());
    case Awaited::What::Goodbye:
        return limits.lingerMs + travelMs(m_socket->bytesToWrite());
    }
    return 0;
}

/// How long so many bytes take with the slowest client.
qint64 Connection::travelMs(qint64 bytes) const {
    constexpr qint64 kMsPerSecond = 1000;
    return bytes * kMsPerSecond / m_host.limits().minBytesPerSecond;
}

/// To be called whenever something may have come or gone. Whoever does the same thing on, a byte at
/// a time, gains nothing by it.
void Connection::updateDeadline() {
    const Awaited now = awaited();
    if (now == m_awaited)
        return;
    m_awaited = now;
    setDeadline(now.what == Awaited::What::Nothing ? kNever
                                                   : m_host.nowMs() + millisecondsFor(now));
}

void Connection::setDeadline(qint64 atMs) {
    m_deadlineMs = atMs;
    // Later moments are looked up when the one that is watched has come: a busy connection costs
    // the host nothing.
    if (atMs >= m_watchedAtMs)
        return;
    m_watchedAtMs = atMs;
    m_host.watch(m_id, atMs);
}

void Connection::lookAtTheTime(qint64 watchedAtMs) {
    if (watchedAtMs != m_watchedAtMs)
        return; // an earlier moment was asked for since
    m_watchedAtMs = kNever;
    if (m_deadlineMs > m_host.nowMs())
        setDeadline(m_deadlineMs);
    else if (awaited() != m_awaited)
        updateDeadline(); // the answer was read, and nobody told
    else
        onTimeOver();
}

void Connection::onTimeOver() {
    switch (m_awaited.what) {
    case Awaited::What::Nothing:
        break;
    case Awaited::What::Head:
    case Awaited::What::Body:
        if (m_scanner.isMidRequest()) {
            endWith(m_host.handler().refusal(408, QByteArrayLiteral("The request took too long.")),
                    false);
            break;
        }
        [[fallthrough]]; // not a byte came: there is nothing to answer
    case Awaited::What::NextRequest:
        if (!isUnread(*m_socket)) {
            closeIfIdle();
            break;
        }
        [[fallthrough]]; // a small answer, all this time
    case Awaited::What::Reading:
        reset(*m_socket);
        break;
    case Awaited::What::Goodbye:
        if (isUnread(*m_socket))
            reset(*m_socket);
        else
            m_socket->abort();
        break;
    }
}

} // namespace soban::http
