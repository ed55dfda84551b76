// SPDX-License-Identifier: GPL-3.0-or-later
// Private to server/http.
#pragma once

#include "http/Listener.h"
#include "http/PeerCounts.h"

#include <QTcpServer>

#include <functional>
#include <optional>
#include <variant>

namespace soban::http {

/// The status with which a connection is turned away.
struct TurnedAway {
    int status;
};

/// What becomes of a new connection.
using Entry = std::variant<PeerCounts::Place, TurnedAway>;

/// Accepts connections, plain or with TLS, and introduces each before Qt's HTTP server sees it.
class SocketServer final : public QTcpServer {
    Q_OBJECT
public:
    struct Needs {
        /// Whether there is room for one more connection of that peer.
        std::function<Entry(const QHostAddress &peer)> judge;
        /// Called with the connected socket, which has a ClientLink; must call `handOver` to pass
        /// it on to Qt. With TLS the handshake is still to come.
        std::function<void(QTcpSocket *socket, const std::function<void()> &handOver)> admit;
        std::optional<QSslConfiguration> tls;
    };

    explicit SocketServer(Needs needs, QObject *parent = nullptr);

    /// Begins to listen; why not, if it cannot.
    std::optional<QString> open(const QHostAddress &address, quint16 port, PortUse use);

protected:
    void incomingConnection(qintptr descriptor) override;

private:
    void rest();
    QTcpSocket *newSocket(PeerCounts::Place place);

    const Needs m_needs;
    bool m_isResting = false; ///< nothing could be accepted lately
};

} // namespace soban::http
