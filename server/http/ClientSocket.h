// SPDX-License-Identifier: GPL-3.0-or-later
// Private to server/http.
#pragma once

#include "http/PeerCounts.h"

#include <QSslSocket>
#include <QTcpSocket>

namespace soban::http {

class Connection;

/// What is known of a socket besides what it carries.
class ClientLink {
public:
    explicit ClientLink(PeerCounts::Place place) : m_place(std::move(place)) {}
    Q_DISABLE_COPY_MOVE(ClientLink)

    /// Makes the connections between the socket's own signals again, which Qt cuts with all others
    /// when it makes a WebSocket of it.
    virtual void connectItself() {}

    /// Its connection, for as long as it speaks HTTP.
    Connection *connection = nullptr;

protected:
    ~ClientLink() = default;

private:
    const PeerCounts::Place m_place; // counts as long as the socket lives, as a WebSocket too
};

class PlainSocket final : public QTcpSocket, public ClientLink {
public:
    using ClientLink::ClientLink;
};

class TlsSocket final : public QSslSocket, public ClientLink {
public:
    explicit TlsSocket(PeerCounts::Place place) : ClientLink(std::move(place)) {
        TlsSocket::connectItself();
    }

    void connectItself() override {
        // Qt tells of bytes when they are encrypted, however long they then wait for the client.
        connect(this, &QSslSocket::encryptedBytesWritten, this, &QSslSocket::bytesWritten);
    }

    /// What Qt calls written may still wait for the client, encrypted. Whoever watches slow
    /// readers (the connection, and a WebSocket's owner) has to see that as well.
    qint64 bytesToWrite() const override {
        return QSslSocket::bytesToWrite() + encryptedBytesToWrite();
    }
};

/// Every socket that a SocketServer accepted has one.
inline ClientLink &linkOf(QTcpSocket &socket) {
    return dynamic_cast<ClientLink &>(socket);
}

} // namespace soban::http
