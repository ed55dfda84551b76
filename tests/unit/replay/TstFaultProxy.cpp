// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/FaultProxy.h"

#include <QSignalSpy>
#include <QTcpSocket>
#include <QTest>
#include <QWebSocket>
#include <QWebSocketServer>

using namespace soban::testing;
using Upgrades = FaultProxy::Upgrades;

class TstFaultProxy : public QObject {
    Q_OBJECT

private slots:
    void init();
    void passesWebSocketsOn();
    void refusesUpgrades();
    void letsUpgradesThroughAndThenNothing();
    void passesOtherRequestsOnUntouched_data();
    void passesOtherRequestsOnUntouched();
    void hangsUpWhenTheServerIsGone();

private:
    QUrl through(const FaultProxy &proxy, const char *scheme) const {
        return QUrl(QStringLiteral("%1://127.0.0.1:%2/stream")
                        .arg(QString::fromLatin1(scheme))
                        .arg(proxy.port()));
    }

    std::unique_ptr<QWebSocketServer> m_server; ///< greets each client
    int m_greeted = 0;
};

void TstFaultProxy::init() {
    m_greeted = 0;
    m_server =
        std::make_unique<QWebSocketServer>(QStringLiteral("test"), QWebSocketServer::NonSecureMode);
    QVERIFY(m_server->listen(QHostAddress(QHostAddress::LocalHost)));
    connect(m_server.get(), &QWebSocketServer::newConnection, this, [this] {
        QWebSocket *socket = m_server->nextPendingConnection();
        socket->setParent(m_server.get());
        socket->sendTextMessage(QStringLiteral("hello"));
        ++m_greeted;
    });
}

void TstFaultProxy::passesWebSocketsOn() {
    FaultProxy proxy(Upgrades::Pass);
    proxy.setTarget(m_server->serverPort());
    QWebSocket socket;
    QSignalSpy heard(&socket, &QWebSocket::textMessageReceived);
    socket.open(through(proxy, "ws"));
    QTRY_COMPARE(heard.size(), 1);
    QCOMPARE(heard.first().first().toString(), QStringLiteral("hello"));
}

void TstFaultProxy::refusesUpgrades() {
    FaultProxy proxy(Upgrades::Refuse);
    proxy.setTarget(m_server->serverPort());
    for (const char *status : {"403", "400"}) {
        QTcpSocket socket;
        socket.connectToHost(QHostAddress(QHostAddress::LocalHost), proxy.port());
        socket.write("GET /stream HTTP/1.1\r\nHost: x\r\nUpgrade: WebSocket\r\n\r\n");
        QTRY_COMPARE(socket.state(), QAbstractSocket::UnconnectedState);
        QVERIFY(socket.readAll().startsWith(QByteArray(QByteArray("HTTP/1.1 ") + status)));
    }
    QCOMPARE(proxy.upgradesMet(), 2);
    QCOMPARE(m_greeted, 0);
}

void TstFaultProxy::letsUpgradesThroughAndThenNothing() {
    FaultProxy proxy(Upgrades::Silence);
    proxy.setTarget(m_server->serverPort());
    QWebSocket socket;
    QSignalSpy connected(&socket, &QWebSocket::connected);
    QSignalSpy heard(&socket, &QWebSocket::textMessageReceived);
    socket.open(through(proxy, "ws"));
    QTRY_COMPARE(connected.size(), 1);
    QTRY_COMPARE(m_greeted, 1);
    // What was sent before another upgrade would have arrived before it.
    QWebSocket later;
    QSignalSpy laterConnected(&later, &QWebSocket::connected);
    later.open(through(proxy, "ws"));
    QTRY_COMPARE(laterConnected.size(), 1);
    QCOMPARE(heard.size(), 0);
    // Nor does it carry that the server has left.
    m_server.reset();
    QTcpSocket plain;
    plain.connectToHost(QHostAddress(QHostAddress::LocalHost), proxy.port());
    plain.write("GET / HTTP/1.1\r\n\r\n");
    QTRY_COMPARE(plain.state(), QAbstractSocket::UnconnectedState);
    QCOMPARE(socket.state(), QAbstractSocket::ConnectedState);
    QCOMPARE(heard.size(), 0);
}

void TstFaultProxy::passesOtherRequestsOnUntouched_data() {
    QTest::addColumn<int>("upgrades");
    QTest::newRow("pass") << int(Upgrades::Pass);
    QTest::newRow("refuse") << int(Upgrades::Refuse);
    QTest::newRow("silence") << int(Upgrades::Silence);
}

void TstFaultProxy::passesOtherRequestsOnUntouched() {
    QFETCH(int, upgrades);
    QTcpServer echo;
    QVERIFY(echo.listen(QHostAddress(QHostAddress::LocalHost)));
    connect(&echo, &QTcpServer::newConnection, &echo, [&echo] {
        QTcpSocket *socket = echo.nextPendingConnection();
        connect(socket, &QTcpSocket::readyRead, socket,
                [socket] { socket->write(socket->readAll()); });
    });
    FaultProxy proxy{Upgrades(upgrades)};
    proxy.setTarget(echo.serverPort());
    QTcpSocket socket;
    socket.connectToHost(QHostAddress(QHostAddress::LocalHost), proxy.port());
    QByteArray sent = "POST /orders HTTP/1.1\r\nContent-Length: 3000000\r\n\r\n";
    sent += QByteArray(3'000'000, 'x');
    socket.write(sent);
    QByteArray back;
    connect(&socket, &QTcpSocket::readyRead, this, [&] { back += socket.readAll(); });
    QTRY_COMPARE(back.size(), sent.size());
    QCOMPARE(back, sent);
    QCOMPARE(proxy.upgradesMet(), 0);
}

void TstFaultProxy::hangsUpWhenTheServerIsGone() {
    FaultProxy proxy(Upgrades::Pass);
    proxy.setTarget(m_server->serverPort());
    m_server.reset();
    QTcpSocket socket;
    socket.connectToHost(QHostAddress(QHostAddress::LocalHost), proxy.port());
    socket.write("GET / HTTP/1.1\r\n\r\n");
    QTRY_COMPARE(socket.state(), QAbstractSocket::UnconnectedState);
}

QTEST_GUILESS_MAIN(TstFaultProxy)
#include "TstFaultProxy.moc"
