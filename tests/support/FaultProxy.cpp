// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/FaultProxy.h"

#include <QPointer>
#include <QTcpSocket>

namespace soban::testing {

namespace {

const QByteArray kEndOfHead = QByteArrayLiteral("\r\n\r\n");
constexpr qsizetype kLongestHead = 64 * 1024;
constexpr qint64 kCalmBytes = 1 << 20; ///< unsent on one side, before more is read from the other

bool asksForWebSocket(const QByteArray &head) {
    return head.toLower().contains("\r\nupgrade: websocket");
}

/// One client's connection and its continuation to the server.
class Joint : public QObject {
public:
    Joint(QTcpSocket *client, FaultProxy::Upgrades upgrades, quint16 target, std::atomic<int> &met,
          const std::atomic<FaultProxy::Line> &line)
        : m_client(client)
        , m_server(new QTcpSocket(this))
        , m_upgrades(upgrades)
        , m_target(target)
        , m_met(met)
        , m_line(line) {
        m_client->setParent(this);
        m_client->setSocketOption(QAbstractSocket::LowDelayOption, 1);
        connect(m_client, &QTcpSocket::readyRead, this, &Joint::clientSpoke);
        connect(m_server, &QTcpSocket::readyRead, this, &Joint::serverSpoke);
        connect(m_server, &QTcpSocket::bytesWritten, this, &Joint::clientSpoke);
        connect(m_client, &QTcpSocket::bytesWritten, this, &Joint::serverSpoke);
        connect(m_client, &QTcpSocket::disconnected, this, &QObject::deleteLater);
        connect(m_server, &QTcpSocket::disconnected, this, &Joint::serverLeft);
        connect(m_server, &QTcpSocket::errorOccurred, this, &Joint::serverLeft);
        clientSpoke();
    }

    /// What was held back goes on its way.
    void release() { serverSpoke(); }

private:
    enum class Stage { Head, Passing, Upgrading, Silent, Refused };

    void clientSpoke() {
        if (m_stage == Stage::Head)
            readHead();
        else if (m_stage == Stage::Silent || m_stage == Stage::Refused)
            m_client->readAll();
        else if (m_server->state() == QAbstractSocket::ConnectedState &&
                 m_server->bytesToWrite() < kCalmBytes)
            m_server->write(m_client->readAll());
    }

    /// Only a connection's first request can be a browser's or Qt's upgrade: they open one for it.
    void readHead() {
        m_head += m_client->readAll();
        if (!m_head.contains(kEndOfHead) && m_head.size() < kLongestHead)
            return;
        const bool isUpgrade = asksForWebSocket(m_head);
        if (isUpgrade)
            ++m_met;
        if (isUpgrade && m_upgrades == FaultProxy::Upgrades::Refuse) {
            refuse();
            return;
        }
        m_stage = isUpgrade && m_upgrades == FaultProxy::Upgrades::Silence ? Stage::Upgrading
                                                                           : Stage::Passing;
        connect(m_server, &QTcpSocket::connected, this, [this] {
            m_server->setSocketOption(QAbstractSocket::LowDelayOption, 1);
            m_server->write(std::exchange(m_head, {}));
            clientSpoke();
        });
        m_server->connectToHost(QHostAddress(QHostAddress::LocalHost), m_target);
    }

    void refuse() {
        m_stage = Stage::Refused;
        const QByteArray status = m_met % 2 == 0 ? "400 Bad Request" : "403 Forbidden";
        m_client->write("HTTP/1.1 " + status +
                        "\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
        m_client->disconnectFromHost();
    }

    void serverSpoke() {
        if (m_server->bytesAvailable() == 0 || m_line == FaultProxy::Line::Held)
            return;
        if (m_stage == Stage::Silent || m_line == FaultProxy::Line::Deaf)
            m_server->readAll();
        else if (m_stage == Stage::Upgrading)
            passHeadOnly();
        else if (m_client->bytesToWrite() < kCalmBytes)
            m_client->write(m_server->readAll());
    }

    void passHeadOnly() {
        m_answer += m_server->readAll();
        const qsizetype end = m_answer.indexOf(kEndOfHead);
        if (end < 0)
            return;
        // A refusal by the server itself is passed on whole.
        const bool isOpen = m_answer.startsWith("HTTP/1.1 101");
        m_client->write(isOpen ? m_answer.first(end + kEndOfHead.size()) : m_answer);
        m_stage = isOpen ? Stage::Silent : Stage::Passing;
    }

    void serverLeft() {
        // Whoever carries nothing does not carry the server's leave either.
        if (m_stage == Stage::Silent || m_stage == Stage::Refused)
            return;
        m_client->write(m_server->readAll());
        m_client->disconnectFromHost();
        if (m_client->state() == QAbstractSocket::UnconnectedState)
            deleteLater();
    }

    QTcpSocket *m_client;
    QTcpSocket *m_server;
    const FaultProxy::Upgrades m_upgrades;
    const quint16 m_target;
    std::atomic<int> &m_met;
    const std::atomic<FaultProxy::Line> &m_line;
    Stage m_stage = Stage::Head;
    QByteArray m_head;
    QByteArray m_answer;
};

} // namespace

FaultProxy::FaultProxy(Upgrades upgrades) : m_server(new QTcpServer) {
    m_server->setMaxPendingConnections(4000);
    QObject::connect(m_server, &QTcpServer::newConnection, m_server, [this, upgrades] {
        while (QTcpSocket *client = m_server->nextPendingConnection()) {
            if (m_line == Line::Cut)
                delete client;
            else
                (new Joint(client, upgrades, m_target, m_met, m_line))->setParent(m_server);
        }
    });
    m_server->moveToThread(&m_thread);
    QObject::connect(&m_thread, &QThread::finished, m_server, &QObject::deleteLater);
    m_thread.start();
    const auto listen = [this] {
        if (m_server->listen(QHostAddress(QHostAddress::LocalHost)))
            m_port = m_server->serverPort();
    };
    QMetaObject::invokeMethod(m_server, listen, Qt::BlockingQueuedConnection);
}

void FaultProxy::setLine(Line line) {
    m_line = line;
    // Connections that wait to be taken are children as well; those are met as they are taken.
    const auto follow = [this, line] {
        const auto joints = m_server->children(); // a copy
        for (QObject *child : joints) {
            auto *joint = dynamic_cast<Joint *>(child);
            if (joint && line == Line::Cut)
                delete joint;
            else if (joint)
                joint->release();
        }
    };
    QMetaObject::invokeMethod(m_server, follow, Qt::BlockingQueuedConnection);
}

FaultProxy::~FaultProxy() {
    m_thread.quit();
    m_thread.wait();
}

} // namespace soban::testing
