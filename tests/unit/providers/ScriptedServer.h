// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QTcpServer>
#include <QTcpSocket>
#include <QUrl>

#include <functional>
#include <utility>

/// An HTTP server that says exactly the bytes that a test hands it, true to the protocol or not.
class ScriptedServer {
public:
    struct Step {
        QByteArray bytes;      ///< empty: says nothing
        bool hangsUp = false;  ///< closes after the bytes
        bool goesAway = false; ///< closes the port before
    };
    using Script = std::function<Step(int requestNumber)>;

    explicit ScriptedServer(Script script) : m_script(std::move(script)) {
        QObject::connect(&m_server, &QTcpServer::newConnection, &m_server, [this] {
            QTcpSocket *socket = m_server.nextPendingConnection();
            QObject::connect(socket, &QTcpSocket::readyRead, socket,
                             [this, socket] { read(socket); });
        });
        if (!m_server.listen(QHostAddress::LocalHost))
            qFatal("no port for the scripted server");
        m_base = QUrl(QStringLiteral("http://127.0.0.1:%1").arg(m_server.serverPort()));
    }

    static QByteArray answer(int status, const QByteArray &body, const QByteArray &headers = {}) {
        return "HTTP/1.1 " + QByteArray::number(status) + " X\r\n" + headers +
               "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
    }

    QUrl url(const QString &path = QStringLiteral("/x")) const {
        return QUrl(m_base.toString() + path);
    }
    QUrl base() const { return m_base; }
    /// Requests as they came, head and body.
    const QList<QByteArray> &requests() const { return m_requests; }

private:
    void read(QTcpSocket *socket) {
        const QByteArray seen = socket->peek(1 << 20);
        const qsizetype headEnd = seen.indexOf("\r\n\r\n");
        if (headEnd < 0)
            return;
        const qsizetype field = seen.toLower().indexOf("content-length:");
        const qsizetype length =
            field < 0 || field > headEnd
                ? 0
                : seen.mid(field + 15, 12).split('\r').first().trimmed().toLongLong();
        if (seen.size() < headEnd + 4 + length)
            return;
        m_requests.append(socket->read(headEnd + 4 + length));
        const Step step = m_script(int(m_requests.size()));
        if (step.goesAway)
            m_server.close();
        if (!step.bytes.isEmpty())
            socket->write(step.bytes);
        if (step.hangsUp)
            socket->disconnectFromHost();
    }

    Script m_script;
    QTcpServer m_server;
    QUrl m_base;
    QList<QByteArray> m_requests;
};
