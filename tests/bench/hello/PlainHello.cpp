// SPDX-License-Identifier: GPL-3.0-or-later
#include "PlainHello.h"

#include <QHttpServerRequest>
#include <QHttpServerResponder>
#include <QTcpServer>
#include <QTcpSocket>

#include <memory>

namespace soban::bench {

quint16 PlainHello::listen() {
    auto server = std::make_unique<QTcpServer>();
    if (!server->listen(QHostAddress(QHostAddress::LocalHost)))
        return 0;
    const quint16 port = server->serverPort();
    bind(server.release()); // becomes its child
    return port;
}

#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)

bool PlainHello::handleRequest(const QHttpServerRequest &, QHttpServerResponder &responder) {
    responder.write(QByteArrayLiteral("hello\n"), "text/plain; charset=utf-8");
    return true;
}

#else

bool PlainHello::handleRequest(const QHttpServerRequest &, QTcpSocket *socket) {
    socket->write("HTTP/1.1 200 OK\r\nContent-Type: text/plain; charset=utf-8\r\n"
                  "Content-Length: 6\r\n\r\nhello\n");
    socket->flush();
    return true;
}

#endif

} // namespace soban::bench
