// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/Handler.h"
#include "http/Listener.h"

#include <QRegularExpression>
#include <QTcpSocket>
#include <QTest>
#include <QWebSocket>

#include <functional>
#include <utility>
#include <vector>

/// A handler made of what a test puts in; without, it keeps each request's Reply for later.
class TestHandler : public soban::http::Handler {
public:
    using Request = soban::http::Request;
    using Reply = soban::http::Reply;

    std::function<void(const Request &, const Reply &)> onRequest;
    std::function<soban::http::UpgradeVerdict(const Request &)> onUpgrade;
    std::function<void(std::unique_ptr<QWebSocket>, quint64)> onOpened;
    std::vector<std::pair<Request, Reply>> kept;

    void handle(Request request, Reply reply) override {
        if (onRequest)
            onRequest(request, reply);
        else
            kept.emplace_back(std::move(request), std::move(reply));
    }

    soban::http::UpgradeVerdict upgrade(const Request &request) override {
        return onUpgrade ? onUpgrade(request) : Handler::upgrade(request);
    }

    void webSocketOpened(std::unique_ptr<QWebSocket> socket, quint64 ticket) override {
        if (onOpened)
            onOpened(std::move(socket), ticket);
    }
};

/// A client that sends exactly the bytes it is told and keeps all it gets.
class RawClient {
public:
    explicit RawClient(quint16 port) {
        QObject::connect(&m_socket, &QTcpSocket::readyRead, &m_socket,
                         [this] { m_received += m_socket.readAll(); });
        m_socket.connectToHost(QHostAddress::LocalHost, port);
        m_socket.waitForConnected(); // the kernel accepts for the listener
    }

    void send(const QByteArray &bytes) {
        m_socket.write(bytes);
        m_socket.flush();
    }
    const QByteArray &received() const { return m_received; }
    bool receivedStartsWith(const QByteArray &bytes) const { return m_received.startsWith(bytes); }
    bool isConnected() const { return m_socket.state() == QAbstractSocket::ConnectedState; }
    bool isClosed() const { return m_socket.state() == QAbstractSocket::UnconnectedState; }
    QTcpSocket &socket() { return m_socket; }

private:
    QTcpSocket m_socket;
    QByteArray m_received;
};

/// Qt complains in the log when a socket is used wrongly: no test may pass then.
inline void failOnAnyWarning() {
    QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
}

inline QByteArray getRequest(const QByteArray &target, const QByteArray &moreHeaders = {}) {
    return "GET " + target + " HTTP/1.1\r\nHost: localhost\r\n" + moreHeaders + "\r\n";
}

inline QByteArray okWith(const QByteArray &body) {
    return "HTTP/1.1 200 OK\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Length: " +
           QByteArray::number(body.size()) + "\r\n\r\n" + body;
}
