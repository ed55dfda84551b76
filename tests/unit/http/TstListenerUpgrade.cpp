// SPDX-License-Identifier: GPL-3.0-or-later
#include "HttpTestKit.h"

#include <QSignalSpy>

#include <memory>

using namespace soban::http;

namespace {

QByteArray upgradeRequest(const QByteArray &target, const QByteArray &moreHeaders = {}) {
    return getRequest(target, "Connection: Upgrade\r\nUpgrade: websocket\r\n"
                              "Sec-WebSocket-Version: 13\r\n"
                              "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n" +
                                  moreHeaders);
}

const QByteArray kDenied =
    "HTTP/1.1 401 Unauthorized\r\nContent-Type: application/problem+json\r\n"
    "Content-Length: 2\r\nWWW-Authenticate: Bearer\r\nConnection: close\r\n\r\n{}";

} // namespace

class TstListenerUpgrade : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void acceptedSocketComesWithItsTicketAndEchoes();
    void ticketsDontGetMixedUp();
    void closedSocketsAreFreed();
    void framesAheadOfTheAnswerAreRefused();
    void openSocketOutlivesTheListener();
    void largeMessagesAreRefused();
    void deniedUpgradeGetsItsAnswerOnce();
    void deniedUpgradeWaitsForEarlierAnswers();
    void upgradeBehindAnOpenRequestIsRefused();
    void upgradeBehindADoneRequestIsAccepted();
    void brokenHandshakeNeverReachesTheHandler_data();
    void brokenHandshakeNeverReachesTheHandler();
    void upgradeAfterARequestOnTheSameConnection();
    void plainGetOfAStreamRouteIsARequest();
    void clientLeavesDuringTheHandshake();

private:
    QUrl url(const char *path) const {
        return QUrl(QString("ws://127.0.0.1:%1%2").arg(m_listener->port()).arg(path));
    }

    std::unique_ptr<TestHandler> m_handler;
    std::unique_ptr<Listener> m_listener;
    std::vector<std::pair<quint64, std::unique_ptr<QWebSocket>>> m_opened;
};

void TstListenerUpgrade::init() {
    failOnAnyWarning();
    m_handler = std::make_unique<TestHandler>();
    m_handler->onUpgrade = [](const Request &request) -> UpgradeVerdict {
        if (request.header("Authorization") != QByteArray("Bearer good")) {
            return Answer::withBody(401, "application/problem+json", "{}")
                .withHeader("WWW-Authenticate", "Bearer");
        }
        return UpgradeAccepted{request.queryValue(u"since").value_or("0").toULongLong()};
    };
    m_handler->onOpened = [this](std::unique_ptr<QWebSocket> socket, quint64 ticket) {
        QWebSocket *raw = socket.get();
        connect(raw, &QWebSocket::textMessageReceived, raw,
                [raw](const QString &text) { raw->sendTextMessage("echo " + text); });
        m_opened.emplace_back(ticket, std::move(socket));
    };
    m_listener = std::make_unique<Listener>(*m_handler);
    QVERIFY(m_listener->listen(QHostAddress::LocalHost, 0));
}

void TstListenerUpgrade::cleanup() {
    m_opened.clear();
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    m_listener.reset();
    m_handler.reset();
}

void TstListenerUpgrade::acceptedSocketComesWithItsTicketAndEchoes() {
    QWebSocket client;
    QSignalSpy received(&client, &QWebSocket::textMessageReceived);
    QNetworkRequest request(url("/stream?since=12345678901234"));
    request.setRawHeader("Authorization", "Bearer good");
    client.open(request);
    QTRY_COMPARE(client.state(), QAbstractSocket::ConnectedState);
    QTRY_COMPARE(m_opened.size(), size_t(1));
    QCOMPARE(m_opened.front().first, quint64(12345678901234));
    client.sendTextMessage(QString::fromUtf8("안녕"));
    QTRY_COMPARE(received.size(), 1);
    QCOMPARE(received.first().first().toString(), QString::fromUtf8("echo 안녕"));
    QTRY_COMPARE(m_listener->connectionCount(), 0);
    client.close();
    QTRY_COMPARE(m_opened.front().second->state(), QAbstractSocket::UnconnectedState);
    QVERIFY(m_opened.front().second->closeCode() == QWebSocketProtocol::CloseCodeNormal);
    QVERIFY(m_handler->kept.empty());
}

void TstListenerUpgrade::ticketsDontGetMixedUp() {
    std::vector<std::unique_ptr<QWebSocket>> clients;
    for (int i = 0; i < 50; ++i) {
        clients.push_back(std::make_unique<QWebSocket>());
        QNetworkRequest request(url(qPrintable(QString("/stream?since=%1").arg(i))));
        request.setRawHeader("Authorization", "Bearer good");
        clients.back()->open(request);
    }
    QTRY_COMPARE(m_opened.size(), size_t(50));
    for (const auto &[ticket, socket] : m_opened) {
        const QString query = socket->requestUrl().query();
        QCOMPARE(query, QString("since=%1").arg(ticket));
    }
}

void TstListenerUpgrade::closedSocketsAreFreed() {
    for (int i = 0; i < 100; ++i) {
        RawClient client(m_listener->port());
        client.send(upgradeRequest("/stream", "Authorization: Bearer good\r\n"));
        QTRY_COMPARE(m_opened.size(), size_t(1));
        QWebSocket *server = m_opened.front().second.get();
        if (i % 2 == 0) {
            client.socket().abort();
            QTRY_COMPARE(server->state(), QAbstractSocket::UnconnectedState);
        }
        m_opened.clear();
        QTRY_VERIFY(client.isClosed());
    }
    QTRY_COMPARE(m_listener->connectionCount(), 0);
}

void TstListenerUpgrade::framesAheadOfTheAnswerAreRefused() {
    RawClient client(m_listener->port());
    const QByteArray hello = QByteArray::fromHex("818537fa213d7f9f4d5158"); // "Hello", masked
    client.send(upgradeRequest("/stream", "Authorization: Bearer good\r\n") + hello);
    QTRY_VERIFY(client.isClosed());
    QVERIFY(client.receivedStartsWith("HTTP/1.1 400 "));
    QVERIFY(m_opened.empty());
}

void TstListenerUpgrade::openSocketOutlivesTheListener() {
    QWebSocket client;
    QSignalSpy received(&client, &QWebSocket::textMessageReceived);
    QNetworkRequest request(url("/stream"));
    request.setRawHeader("Authorization", "Bearer good");
    client.open(request);
    QTRY_COMPARE(m_opened.size(), size_t(1));
    m_listener.reset();
    m_opened.front().second->sendTextMessage("still here");
    QTRY_COMPARE(received.size(), 1);
    m_opened.clear();
    QTRY_COMPARE(client.state(), QAbstractSocket::UnconnectedState);
}

void TstListenerUpgrade::largeMessagesAreRefused() {
    QWebSocket client;
    QNetworkRequest request(url("/stream"));
    request.setRawHeader("Authorization", "Bearer good");
    client.open(request);
    QTRY_COMPARE(client.state(), QAbstractSocket::ConnectedState);
    QSignalSpy received(&client, &QWebSocket::textMessageReceived);
    client.sendTextMessage(QString(60000, 'x'));
    QTRY_COMPARE(received.size(), 1);
    client.sendTextMessage(QString(70000, 'x'));
    QTRY_COMPARE(client.state(), QAbstractSocket::UnconnectedState);
    QCOMPARE(received.size(), 1);
    QCOMPARE(client.closeCode(), QWebSocketProtocol::CloseCodeTooMuchData);
}

void TstListenerUpgrade::deniedUpgradeGetsItsAnswerOnce() {
    RawClient client(m_listener->port());
    client.send(upgradeRequest("/stream", "Authorization: Bearer bad\r\n"));
    QTRY_VERIFY(client.isClosed());
    QCOMPARE(client.received(), kDenied);
    QTRY_COMPARE(m_listener->connectionCount(), 0);
    QVERIFY(m_opened.empty());
    QVERIFY(m_handler->kept.empty());
}

void TstListenerUpgrade::deniedUpgradeWaitsForEarlierAnswers() {
    RawClient client(m_listener->port());
    client.send(getRequest("/1"));
    QTRY_COMPARE(m_handler->kept.size(), size_t(1));
    client.send(upgradeRequest("/stream"));
    QTest::qWait(20); // nothing may come
    QVERIFY(client.received().isEmpty());
    m_handler->kept.front().second.send(Answer::text(200, "1"));
    QTRY_VERIFY(client.isClosed());
    QVERIFY(client.receivedStartsWith(okWith("1") + "HTTP/1.1 400 "));
}

void TstListenerUpgrade::upgradeBehindAnOpenRequestIsRefused() {
    RawClient client(m_listener->port());
    client.send(getRequest("/1") + upgradeRequest("/stream", "Authorization: Bearer good\r\n"));
    QTRY_COMPARE(m_handler->kept.size(), size_t(1));
    QVERIFY(m_handler->kept.front().second.send(Answer::text(200, "1")));
    QTRY_VERIFY(client.isClosed());
    QVERIFY(client.receivedStartsWith(okWith("1") + "HTTP/1.1 400 "));
    QVERIFY(m_opened.empty());
}

void TstListenerUpgrade::upgradeBehindADoneRequestIsAccepted() {
    m_handler->onRequest = [](const Request &, const Reply &reply) {
        reply.send(Answer::text(200, "1"));
    };
    RawClient client(m_listener->port());
    client.send(getRequest("/1") +
                upgradeRequest("/stream?since=5", "Authorization: Bearer good\r\n"));
    QTRY_COMPARE(m_opened.size(), size_t(1));
    QCOMPARE(m_opened.front().first, quint64(5));
    QTRY_VERIFY(client.receivedStartsWith(okWith("1") + "HTTP/1.1 101 "));
}

void TstListenerUpgrade::brokenHandshakeNeverReachesTheHandler_data() {
    QTest::addColumn<QByteArray>("request");
    QTest::addColumn<QByteArray>("expected");
    const QByteArray good = upgradeRequest("/stream", "Authorization: Bearer good\r\n");
    const auto changed = [&good](const char *from, const char *to) {
        QByteArray request = good;
        return request.replace(from, to);
    };
    QTest::newRow("no key") << changed("Sec-WebSocket-Key", "X-Key") << QByteArray("HTTP/1.1 400 ");
    QTest::newRow("short key") << changed("dGhlIHNhbXBsZSBub25jZQ==", "dGhl")
                               << QByteArray("HTTP/1.1 400 ");
    QTest::newRow("key is no base64")
        << changed("dGhlIHNhbXBsZSBub25jZQ==", "dGhlIHNhbXBsZSBub25j!Q==")
        << QByteArray("HTTP/1.1 400 ");
    QTest::newRow("version") << changed("Version: 13", "Version: 8") << QByteArray("HTTP/1.1 426 ");
    QTest::newRow("POST") << changed("GET", "POST") << QByteArray("HTTP/1.1 400 ");
    QTest::newRow("HTTP/1.0") << changed("HTTP/1.1", "HTTP/1.0") << QByteArray("HTTP/1.1 400 ");
}

void TstListenerUpgrade::brokenHandshakeNeverReachesTheHandler() {
    QFETCH(QByteArray, request);
    QFETCH(QByteArray, expected);
    RawClient client(m_listener->port());
    client.send(request);
    QTRY_VERIFY(client.isClosed());
    QVERIFY2(client.receivedStartsWith(expected), client.received().constData());
    QCOMPARE(client.received().count("HTTP/1.1 4"), 1);
    QVERIFY(m_opened.empty());
}

void TstListenerUpgrade::upgradeAfterARequestOnTheSameConnection() {
    RawClient client(m_listener->port());
    client.send(getRequest("/1"));
    QTRY_COMPARE(m_handler->kept.size(), size_t(1));
    m_handler->kept.front().second.send(Answer::text(200, "1"));
    QTRY_COMPARE(client.received(), okWith("1"));
    client.send(upgradeRequest("/stream?since=3", "Authorization: Bearer good\r\n"));
    QTRY_COMPARE(m_opened.size(), size_t(1));
    QCOMPARE(m_opened.front().first, quint64(3));
    QTRY_VERIFY(client.receivedStartsWith(okWith("1") + "HTTP/1.1 101 "));
}

void TstListenerUpgrade::plainGetOfAStreamRouteIsARequest() {
    m_handler->onRequest = [](const Request &, const Reply &reply) {
        reply.send(Answer::empty(426).withHeader("Upgrade", "websocket"));
    };
    RawClient client(m_listener->port());
    client.send(getRequest("/stream") + getRequest("/stream", "Upgrade: websocket\r\n"));
    const QByteArray expected = "HTTP/1.1 426 Upgrade Required\r\nContent-Length: 0\r\n"
                                "Upgrade: websocket\r\nConnection: upgrade\r\n\r\n";
    QTRY_COMPARE(client.received(), expected + expected);
    QVERIFY(client.isConnected());
}

void TstListenerUpgrade::clientLeavesDuringTheHandshake() {
    for (int i = 0; i < 200; ++i) {
        auto client = std::make_unique<RawClient>(m_listener->port());
        QTRY_VERIFY(client->isConnected());
        client->send(upgradeRequest("/stream", i % 2 == 0 ? "Authorization: Bearer good\r\n" : ""));
        client.reset();
    }
    QTRY_COMPARE(m_listener->connectionCount(), 0);
    for (const auto &[ticket, socket] : m_opened)
        QTRY_COMPARE(socket->state(), QAbstractSocket::UnconnectedState);
}

QTEST_GUILESS_MAIN(TstListenerUpgrade)
#include "TstListenerUpgrade.moc"
