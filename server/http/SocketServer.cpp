// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/SocketServer.h"

#include "http/Connection.h"
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

/// Answers 503 without spending a socket object on it.
void turnAway(int descriptor) {
    static constexpr char kBusy[] =
        "HTTP/1.1 503 Service Unavailable\r\n"
        "Retry-After: 2\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
    // If it doesn't fit into the fresh socket's buffer at once, the client goes without.
    [[maybe_unused]] const ssize_t sent =
        ::send(descriptor, kBusy, sizeof kBusy - 1, MSG_DONTWAIT | MSG_NOSIGNAL);
    ::close(descriptor);
}

} // namespace

SocketServer::SocketServer(HasRoom hasRoom, Admit admit, QObject *parent)
    : QTcpServer(parent), m_hasRoom(std::move(hasRoom)), m_admit(std::move(admit)) {
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
    if (!m_hasRoom()) {
        turnAway(static_cast<int>(descriptor));
        return;
    }
    auto *socket = new ClientSocket(this);
    if (!socket->setSocketDescriptor(descriptor)) {
        delete socket;
        ::close(static_cast<int>(descriptor));
        return;
    }
    m_admit(socket, [this, socket] { addPendingConnection(socket); });
}

} // namespace soban::http
