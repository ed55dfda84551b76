// SPDX-License-Identifier: GPL-3.0-or-later
// Private to server/http.
#pragma once

#include "http/Listener.h"

#include <QTcpServer>

#include <functional>
#include <optional>

namespace soban::http {

class ClientSocket;

/// Accepts connections as ClientSockets and introduces each to `admit` before Qt's HTTP server sees
/// it.
class SocketServer final : public QTcpServer {
    Q_OBJECT
public:
    /// Whether there is room for one more connection.
    using HasRoom = std::function<bool()>;
    /// Called with the connected socket; must call `handOver` to pass it on to Qt.
    using Admit = std::function<void(ClientSocket *socket, const std::function<void()> &handOver)>;

    SocketServer(HasRoom hasRoom, Admit admit, QObject *parent = nullptr);

    /// Begins to listen; why not, if it cannot.
    std::optional<QString> open(const QHostAddress &address, quint16 port, PortUse use);

protected:
    void incomingConnection(qintptr descriptor) override;

private:
    void rest();

    const HasRoom m_hasRoom;
    const Admit m_admit;
    bool m_isResting = false; ///< nothing could be accepted lately
};

} // namespace soban::http
