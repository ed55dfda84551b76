// SPDX-License-Identifier: GPL-3.0-or-later
#include "ScriptedServer.h"

#include <optional>

namespace {

/// The first request of the buffer, taken out of it, once it is there in whole.
std::optional<ScriptedServer::Request> takeRequest(QByteArray &buffer) {
    const qsizetype end = buffer.indexOf("\r\n\r\n");
    if (end < 0)
        return std::nullopt;
    ScriptedServer::Request request;
    const QList<QByteArray> lines = buffer.left(end).replace("\r\n", "\n").split('\n');
    const QList<QByteArray> words = lines.first().split(' ');
    const QUrl target(QString::fromLatin1(words.value(1)));
    request.method = words.value(0);
    request.path = target.path();
    request.query = QUrlQuery(target.query());
    for (const QByteArray &line : lines.sliced(1)) {
        const qsizetype colon = line.indexOf(':');
        request.headers.insert(line.left(colon).toLower(), line.mid(colon + 1).trimmed());
    }
    const qsizetype length = request.headers.value("content-length").toLongLong();
    if (buffer.size() < end + 4 + length)
        return std::nullopt;
    request.body = buffer.mid(end + 4, length);
    buffer.remove(0, end + 4 + length);
    return request;
}

bool isUpgrade(const QByteArray &head) {
    return head.toLower().contains("\r\nupgrade: websocket");
}

} // namespace

void ScriptedServer::Exchange::answer(int status, const QByteArray &body,
                                      const QByteArray &headers) const {
    raw("HTTP/1.1 " + QByteArray::number(status) + " Scripted\r\nContent-Length: " +
        QByteArray::number(body.size()) + "\r\n" + headers + "\r\n" + body);
}

void ScriptedServer::Exchange::raw(const QByteArray &bytes) const {
    if (m_socket)
        m_socket->write(bytes);
}

void ScriptedServer::Exchange::hangUp() const {
    if (m_socket)
        m_socket->disconnectFromHost();
}

bool ScriptedServer::Exchange::isOpen() const {
    return m_socket && m_socket->state() == QAbstractSocket::ConnectedState;
}

ScriptedServer::ScriptedServer()
    : m_webSockets(QStringLiteral("scripted"), QWebSocketServer::NonSecureMode) {
    m_tcp.listen(QHostAddress::LocalHost);
    m_port = m_tcp.serverPort();
    connect(&m_tcp, &QTcpServer::newConnection, this, &ScriptedServer::accept);
    connect(&m_webSockets, &QWebSocketServer::newConnection, this, &ScriptedServer::takeWebSocket);
}

ScriptedServer::~ScriptedServer() {
    for (QTcpSocket *socket : m_buffers.keys())
        socket->disconnect(this);
    for (QWebSocket *socket : std::as_const(webSockets)) {
        socket->disconnect(this);
        delete socket;
    }
}

soban::client::ServerAddress ScriptedServer::address() const {
    const QUrl url(QStringLiteral("http://127.0.0.1:%1").arg(m_port));
    return soban::client::ServerAddress::of(url).value();
}

QList<ScriptedServer::Exchange> ScriptedServer::requestsTo(const QString &path) const {
    QList<Exchange> found;
    for (const Exchange &exchange : exchanges) {
        if (exchange.request.path == path)
            found.append(exchange);
    }
    return found;
}

void ScriptedServer::hangUpAll() {
    for (QTcpSocket *socket : m_buffers.keys())
        socket->abort();
    for (QWebSocket *socket : QList(webSockets))
        socket->abort();
}

void ScriptedServer::accept() {
    while (QTcpSocket *socket = m_tcp.nextPendingConnection()) {
        ++connections;
        m_buffers.insert(socket, {});
        connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(socket); });
        connect(socket, &QTcpSocket::disconnected, this, [this, socket] {
            m_buffers.remove(socket);
            socket->deleteLater();
        });
    }
}

void ScriptedServer::read(QTcpSocket *socket) {
    const QByteArray head = socket->peek(64 * 1024);
    if (takesWebSockets && isUpgrade(head)) {
        if (head.contains("\r\n\r\n"))
            upgrade(socket);
        return;
    }
    m_buffers[socket] += socket->readAll();
    while (m_buffers.contains(socket)) {
        auto request = takeRequest(m_buffers[socket]);
        if (!request)
            return;
        exchanges.append(Exchange(*std::move(request), socket));
        if (onRequest)
            onRequest(Exchange(exchanges.last()));
    }
}

void ScriptedServer::upgrade(QTcpSocket *socket) {
    QByteArray head = socket->peek(64 * 1024);
    exchanges.append(Exchange(*takeRequest(head), nullptr));
    socket->disconnect(this);
    m_buffers.remove(socket);
    m_webSockets.handleConnection(socket);
    emit socket->readyRead(); // its bytes came before anybody else listened
}

void ScriptedServer::takeWebSocket() {
    QWebSocket *socket = m_webSockets.nextPendingConnection();
    webSockets.append(socket);
    connect(socket, &QWebSocket::disconnected, this, [this, socket] {
        webSockets.removeOne(socket);
        socket->deleteLater();
    });
    emit upgraded(socket);
}
