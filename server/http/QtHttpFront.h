// SPDX-License-Identifier: GPL-3.0-or-later
// Private to server/http. All that differs between Qt 6.4 and Qt 6.8 is in this pair of files.
#pragma once

#include "http/Connection.h"

#include <QAbstractHttpServer>
#include <QHash>

#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
#include <QHttpServerWebSocketUpgradeResponse>
#endif

class QTcpServer;

namespace soban::http {

/// Whether Qt's parser answers "Expect: 100-continue" itself.
inline constexpr bool kQtSendsContinue = QT_VERSION >= QT_VERSION_CHECK(6, 8, 0);
/// Whether Qt stops listening to the socket during a request, and connects to it anew afterwards.
inline constexpr bool kQtReconnectsPerRequest = QT_VERSION >= QT_VERSION_CHECK(6, 8, 0);

/// Qt's HTTP server, used for assembling bodies and for the WebSocket handshake. Everything that is
/// read or written besides goes through the Connection of the socket.
class QtHttpFront final : public QAbstractHttpServer {
    Q_OBJECT
public:
    explicit QtHttpFront(QObject *parent = nullptr);

    /// Takes over a listening server whose sockets are all ClientSockets.
    void serve(QTcpServer *server);
    /// Must be told of every connection before Qt sees its socket.
    void connectionOpened(Connection *connection);

#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
protected:
    bool handleRequest(const QHttpServerRequest &request, QHttpServerResponder &responder) override;
    void missingHandler(const QHttpServerRequest &request,
                        QHttpServerResponder &responder) override;

private:
    Connection *connectionOf(const QHttpServerRequest &request) const;
    QHttpServerWebSocketUpgradeResponse verify(const QHttpServerRequest &request);

    // Qt 6.8 doesn't tell the socket of a request.
    QHash<Peer, Connection *> m_byPeer;
#else
protected:
    bool handleRequest(const QHttpServerRequest &request, QTcpSocket *socket) override;
    void missingHandler(const QHttpServerRequest &request, QTcpSocket *socket) override;
#endif
};

} // namespace soban::http
