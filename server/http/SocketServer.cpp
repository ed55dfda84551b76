// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/SocketServer.h"

#include "http/ClientSocket.h"
#include "http/ListeningSocket.h"

#include <QLoggingCategory>
#include <QTimer>

#include <chrono>
#include <utility>

#include <sys/socket.h>
#include <unistd.h>

namespace soban::http {

namespace {

// Qt's defaults (50 and 30) lose connections in a rush.
constexpr int kBacklog = 4096;
constexpr std::chrono::milliseconds kRest{100};

Q_LOGGING_CATEGORY(lcSockets, "soban.http.sockets")

QHostAddress peerOf(int descriptor) {
    sockaddr_storage storage = {};
    socklen_t size = sizeof storage;
    auto *address = reinterpret_cast<sockaddr *>(&storage);
    return ::getpeername(descriptor, address, &size) == 0 ? QHostAddress(address) : QHostAddress();
}

/// Answers without spending a socket object on it.
void answerAndClose(int descriptor, TurnedAway turnedAway) {
    static constexpr char kBusy[] =
        "HTTP/1.1 503 Service Unavailable\r\n"
        "Retry-After: 2\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
    static constexpr char kTooMany[] =
        "HTTP/1.1 429 Too Many Requests\r\n"
        "Retry-After: 2\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
    const QByteArrayView answer = turnedAway.status == 429 ? kTooMany : kBusy;
    // If it doesn't fit into the fresh socket's buffer at once, the client goes without.
    [[maybe_unused]] const ssize_t sent = ::send(
        descriptor, answer.data(), static_cast<size_t>(answer.size()), MSG_DONTWAIT | MSG_NOSIGNAL);
    ::close(descriptor);
}

} // namespace

SocketServer::SocketServer(Needs needs, QObject *parent)
    : QTcpServer(parent), m_needs(std::move(needs)) {
    setMaxPendingConnections(kBacklog);
    connect(this, &QTcpServer::acceptError, this, &SocketServer::rest);
}

std::optional<QString> SocketServer::open(const QHostAddress &address, quint16 port, PortUse use) {
    const ListeningSocket socket = openListeningSocket(address, port, use, kBacklog);
    if (socket.descriptor < 0)
        return socket.error;
    if (setSocketDescriptor(socket.descriptor))
        return std::nullopt;
    ::close(socket.descriptor);
    return errorString();
}

/// Qt has stopped accepting, for want of file descriptors most likely, and would never begin again.
void SocketServer::rest() {
    if (!std::exchange(m_isResting, true))
        qCWarning(lcSockets, "no connection can be accepted: %s", qPrintable(errorString()));
    QTimer::singleShot(kRest, this, &QTcpServer::resumeAccepting);
}

void SocketServer::incomingConnection(qintptr descriptor) {
    if (std::exchange(m_isResting, false))
        qCInfo(lcSockets, "connections are accepted again");
    const int number = static_cast<int>(descriptor);
    Entry entry = m_needs.judge(peerOf(number));
    if (const auto *turnedAway = std::get_if<TurnedAway>(&entry)) {
        if (m_needs.tls)
            ::close(number); // a handshake is what we have no room for
        else
            answerAndClose(number, *turnedAway);
        return;
    }
    QTcpSocket *socket = newSocket(std::move(std::get<PeerCounts::Place>(entry)));
    if (!socket->setSocketDescriptor(descriptor)) {
        delete socket;
        ::close(number);
        return;
    }
    m_needs.admit(socket, [this, socket] { addPendingConnection(socket); });
    if (auto *encrypted = qobject_cast<QSslSocket *>(socket))
        encrypted->startServerEncryption();
}

QTcpSocket *SocketServer::newSocket(PeerCounts::Place place) {
    QTcpSocket *socket = nullptr;
    if (m_needs.tls) {
        auto *encrypted = new TlsSocket(std::move(place));
        encrypted->setSslConfiguration(*m_needs.tls);
        socket = encrypted;
    } else {
        socket = new PlainSocket(std::move(place));
    }
    socket->setParent(this);
    return socket;
}

} // namespace soban::http
