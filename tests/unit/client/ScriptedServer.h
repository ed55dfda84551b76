// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/ServerAddress.h"

#include <QHash>
#include <QPointer>
#include <QTcpServer>
#include <QTcpSocket>
#include <QUrlQuery>
#include <QWebSocket>
#include <QWebSocketServer>

#include <functional>
#include <memory>

/// A server of HTTP and WebSocket on one port that does what a test tells it, with real sockets.
class ScriptedServer : public QObject {
    Q_OBJECT

public:
    struct Request {
        QByteArray method;
        QString path;
        QUrlQuery query;
        QHash<QByteArray, QByteArray> headers; ///< names in lower case
        QByteArray body;
    };

    /// One request with the connection on which it came.
    class Exchange {
    public:
        Exchange(Request received, QTcpSocket *socket)
            : request(std::move(received)), m_socket(socket) {}

        void answer(int status, const QByteArray &body = {}, const QByteArray &headers = {}) const;
        void raw(const QByteArray &bytes) const;
        /// Ends the connection properly.
        void hangUp() const;
        bool isOpen() const;

        Request request;

    private:
        QPointer<QTcpSocket> m_socket;
    };

    ScriptedServer();
    ~ScriptedServer() override;

    /// What to do with each request; without, it is left unanswered.
    std::function<void(const Exchange &)> onRequest;
    /// Whether upgrades are accepted; refused ones go to `onRequest`.
    bool takesWebSockets = false;

    /// All requests that came in whole, upgrades among them.
    QList<Exchange> exchanges;
    QList<QWebSocket *> webSockets; ///< open ones
    int connections = 0;

    quint16 port() const { return m_port; }
    soban::client::ServerAddress address() const;
    QList<Exchange> requestsTo(const QString &path) const;
    /// Takes no more connections; those that are open stay.
    void stopListening() { m_tcp.close(); }
    /// Takes connections again, on the same port.
    bool listenAgain() { return m_tcp.listen(QHostAddress::LocalHost, m_port); }
    void hangUpAll();

signals:
    void upgraded(QWebSocket *socket);

private:
    void accept();
    void read(QTcpSocket *socket);
    void upgrade(QTcpSocket *socket);
    void takeWebSocket();

    QTcpServer m_tcp;
    QWebSocketServer m_webSockets;
    QHash<QTcpSocket *, QByteArray> m_buffers;
    quint16 m_port = 0;
};
