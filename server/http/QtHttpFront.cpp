// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/QtHttpFront.h"

#include <QHttpServerRequest>
#include <QHttpServerResponder>
#include <QTcpServer>

namespace soban::http {

QtHttpFront::QtHttpFront(QObject *parent) : QAbstractHttpServer(parent) {
#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
    addWebSocketUpgradeVerifier(
        this, [this](const QHttpServerRequest &request) { return verify(request); });
#endif
}

void QtHttpFront::serve(QTcpServer *server) {
    bind(server);
}

#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)

namespace {

class ResponderHold final : public TransportHold {
public:
    explicit ResponderHold(QHttpServerResponder &&responder) : m_responder(std::move(responder)) {}

private:
    // Never written to: the Connection writes the answer, so that both versions of Qt send the same
    // bytes. Its end lets Qt read the next request.
    QHttpServerResponder m_responder;
};

} // namespace

void QtHttpFront::connectionOpened(Connection *connection) {
    const Peer peer = connection->peer();
    m_byPeer.insert(peer, connection);
    connect(connection, &QObject::destroyed, this, [this, peer, connection] {
        if (m_byPeer.value(peer) == connection)
            m_byPeer.remove(peer);
    });
}

Connection *QtHttpFront::connectionOf(const QHttpServerRequest &request) const {
    return m_byPeer.value({request.remoteAddress(), request.remotePort()});
}

bool QtHttpFront::handleRequest(const QHttpServerRequest &request,
                                QHttpServerResponder &responder) {
    if (Connection *connection = connectionOf(request)) {
        connection->dispatch(request.body(), std::make_unique<ResponderHold>(std::move(responder)));
    }
    return true;
}

void QtHttpFront::missingHandler(const QHttpServerRequest &, QHttpServerResponder &) {
    // Never reached: every request is taken.
}

QHttpServerWebSocketUpgradeResponse QtHttpFront::verify(const QHttpServerRequest &request) {
    // A denied upgrade never gets here: deny() would send a status line without a length.
    Connection *connection = connectionOf(request);
    if (connection == nullptr || !connection->isUpgradeNext())
        return QHttpServerWebSocketUpgradeResponse::passToNext();
    connection->releaseToWebSocket();
    return QHttpServerWebSocketUpgradeResponse::accept();
}

#else

void QtHttpFront::connectionOpened(Connection *) {}

bool QtHttpFront::handleRequest(const QHttpServerRequest &request, QTcpSocket *socket) {
    Connection *connection = linkOf(*socket).connection;
    if (connection == nullptr)
        return false;
    if (connection->isUpgradeNext())
        connection->releaseToWebSocket();
    else
        connection->dispatch(request.body(), nullptr);
    return true; // which lets Qt do the WebSocket handshake
}

void QtHttpFront::missingHandler(const QHttpServerRequest &, QTcpSocket *) {
    // Never reached: every request is taken.
}

#endif

} // namespace soban::http
