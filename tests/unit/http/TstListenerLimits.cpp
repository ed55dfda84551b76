// SPDX-License-Identifier: GPL-3.0-or-later
// Time, and how many: what a Listener grants each client and no more.
#include "HttpTestKit.h"

#include <QElapsedTimer>
#include <QTimer>

#include <cerrno>
#include <memory>

#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace soban::http;

namespace {

constexpr int kShortMs = 150;
constexpr int kLongMs = 60'000;

/// All the time in the world, so that a test shortens one span only.
Limits patient() {
    Limits limits;
    limits.headMs = kLongMs;
    limits.bodyMs = kLongMs;
    limits.answerMs = kLongMs;
    limits.idleMs = kLongMs;
    limits.minBytesPerSecond = 1 << 20;
    return limits;
}

QByteArray upgradeRequest() {
    return getRequest("/stream", "Connection: Upgrade\r\nUpgrade: websocket\r\n"
                                 "Sec-WebSocket-Version: 13\r\n"
                                 "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n");
}

/// A client that does nothing by itself: it takes little ahead, and does not hang up either.
class NativeClient {
public:
    explicit NativeClient(quint16 port) : m_descriptor(::socket(AF_INET, SOCK_STREAM, 0)) {
        const int little = 1024;
        ::setsockopt(m_descriptor, SOL_SOCKET, SO_RCVBUF, &little, sizeof little);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(port);
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        QCOMPARE(::connect(m_descriptor, reinterpret_cast<sockaddr *>(&address), sizeof address),
                 0);
    }
    ~NativeClient() { ::close(m_descriptor); }
    Q_DISABLE_COPY_MOVE(NativeClient)

    void send(const QByteArray &bytes) const {
        QCOMPARE(::send(m_descriptor, bytes.constData(), size_t(bytes.size()), 0), bytes.size());
    }
    int descriptor() const { return m_descriptor; }

private:
    const int m_descriptor;
};

} // namespace

class TstListenerLimits : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void slowRequestIs408_data();
    void slowRequestIs408();
    void drippingDoesNotHelp();
    void slowRequestBehindAnAnswerIs408();
    void silentConnectionEndsWithoutAWord();
    void idleConnectionEndsWithoutAWord();
    void aRequestThatWaitsIsNotHurried();
    void largeBodyMayTakeItsTime();
    void readerThatDoesNotReadIsCutOff_data();
    void readerThatDoesNotReadIsCutOff();
    void readerOfNothingLeavesNothingWithTheKernel();
    void readerThatIsSlowButReadsGetsAll();
    void refusedClientThatStaysIsCutOff();
    void lastRequestOfAConnection();
    void connectionsOfOneAddress();
    void webSocketsCountForTheirAddress();

private:
    void listen(const Limits &limits);
    std::unique_ptr<RawClient> connectClient() const {
        return std::make_unique<RawClient>(m_listener->port());
    }

    std::unique_ptr<TestHandler> m_handler;
    std::unique_ptr<Listener> m_listener;
};

void TstListenerLimits::init() {
    failOnAnyWarning();
    m_handler = std::make_unique<TestHandler>();
}

void TstListenerLimits::cleanup() {
    m_listener.reset();
    m_handler.reset();
}

void TstListenerLimits::listen(const Limits &limits) {
    m_listener = std::make_unique<Listener>(*m_handler, limits);
    QVERIFY(m_listener->listen(QHostAddress::LocalHost, 0));
}

void TstListenerLimits::slowRequestIs408_data() {
    QTest::addColumn<QByteArray>("begun");
    QTest::addColumn<bool>("isBody");
    QTest::newRow("one byte") << QByteArray("G") << false;
    QTest::newRow("no end of the head") << QByteArray("GET / HTTP/1.1\r\nHost: h\r\n") << false;
    QTest::newRow("no body") << QByteArray(
                                    "POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 10\r\n\r\n")
                             << true;
    QTest::newRow("half a body")
        << QByteArray("POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 10\r\n\r\n12345") << true;
    QTest::newRow("after 100 Continue")
        << QByteArray("POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 10\r\n"
                      "Expect: 100-continue\r\n\r\n")
        << true;
}

void TstListenerLimits::slowRequestIs408() {
    QFETCH(QByteArray, begun);
    QFETCH(bool, isBody);
    Limits limits = patient();
    (isBody ? limits.bodyMs : limits.headMs) = kShortMs;
    listen(limits);
    const QElapsedTimer clock = [] {
        QElapsedTimer started;
        started.start();
        return started;
    }();
    const auto client = connectClient();
    client->send(begun);
    QTRY_VERIFY(client->isClosed());
    QVERIFY(clock.elapsed() >= kShortMs);
    QVERIFY2(client->received().contains("HTTP/1.1 408 Request Timeout\r\n"),
             client->received().constData());
    QVERIFY(client->received().contains("\r\nConnection: close\r\n"));
    QVERIFY(m_handler->kept.empty());
    QTRY_COMPARE(m_listener->connectionCount(), 0);
}

void TstListenerLimits::drippingDoesNotHelp() {
    Limits limits = patient();
    limits.headMs = 300;
    listen(limits);
    const auto client = connectClient();
    client->send("GET / HTTP/1.1\r\n");
    QTimer dripping;
    connect(&dripping, &QTimer::timeout, client.get() ? &client->socket() : nullptr,
            [&client] { client->send("a: b\r\n"); });
    dripping.start(20);
    QTRY_VERIFY(client->isClosed());
    QVERIFY(client->receivedStartsWith("HTTP/1.1 408 "));
}

void TstListenerLimits::slowRequestBehindAnAnswerIs408() {
    Limits limits = patient();
    limits.headMs = kShortMs;
    listen(limits);
    const auto client = connectClient();
    client->send(getRequest("/1") + "GET /2 HTTP/1.1\r\n");
    QTRY_COMPARE(m_handler->kept.size(), size_t(1));
    m_handler->kept[0].second.send(Answer::text(200, "1"));
    QTRY_VERIFY(client->isClosed());
    QVERIFY(client->receivedStartsWith(okWith("1") + "HTTP/1.1 408 "));
}

void TstListenerLimits::silentConnectionEndsWithoutAWord() {
    Limits limits = patient();
    limits.headMs = kShortMs;
    listen(limits);
    const auto client = connectClient();
    QTRY_COMPARE(m_listener->connectionCount(), 1);
    QTRY_VERIFY(client->isClosed());
    QCOMPARE(client->received(), QByteArray());
    QTRY_COMPARE(m_listener->connectionCount(), 0);
}

void TstListenerLimits::idleConnectionEndsWithoutAWord() {
    Limits limits = patient();
    limits.idleMs = kShortMs;
    listen(limits);
    m_handler->onRequest = [](const Request &, const Reply &reply) {
        reply.send(Answer::text(200, "here"));
    };
    const auto client = connectClient();
    client->send(getRequest("/"));
    QTRY_VERIFY(client->isClosed());
    QCOMPARE(client->received(), okWith("here"));
    QTRY_COMPARE(m_listener->connectionCount(), 0);
}

void TstListenerLimits::aRequestThatWaitsIsNotHurried() {
    Limits limits;
    limits.headMs = limits.bodyMs = limits.answerMs = limits.idleMs = kShortMs;
    listen(limits);
    const auto waiting = connectClient();
    waiting->send(getRequest("/poll"));
    QTRY_COMPARE(m_handler->kept.size(), size_t(1));
    waiting->send("GET /next HTTP/1.1\r\n");
    // Long after all spans are over for somebody else:
    const auto silent = connectClient();
    QTRY_VERIFY(silent->isClosed());
    const auto second = connectClient();
    QTRY_VERIFY(second->isClosed());
    QVERIFY(waiting->isConnected());
    m_handler->kept.front().second.send(Answer::text(200, "late"));
    QTRY_COMPARE(waiting->received(), okWith("late"));
    waiting->send("Host: h\r\n\r\n"); // whose time has only begun
    QTRY_COMPARE(m_handler->kept.size(), size_t(2));
}

void TstListenerLimits::largeBodyMayTakeItsTime() {
    Limits limits = patient();
    limits.bodyMs = kShortMs;
    limits.minBytesPerSecond = 1000; // a second for what follows
    listen(limits);
    const auto client = connectClient();
    client->send("POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 60000\r\n\r\n");
    const auto other = connectClient(); // of ten bytes
    other->send("POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 10\r\n\r\n");
    QTRY_VERIFY(other->isClosed());
    QVERIFY(client->isConnected());
    client->send(QByteArray(60000, 'x'));
    QTRY_COMPARE(m_handler->kept.size(), size_t(1));
}

void TstListenerLimits::readerThatDoesNotReadIsCutOff_data() {
    QTest::addColumn<bool>("isLast");
    QTest::newRow("an answer") << false;
    QTest::newRow("the last answer") << true;
}

void TstListenerLimits::readerThatDoesNotReadIsCutOff() {
    QFETCH(bool, isLast);
    Limits limits = patient();
    limits.answerMs = kShortMs;
    limits.minBytesPerSecond = 1 << 30;
    listen(limits);
    m_handler->onRequest = [isLast](const Request &, const Reply &reply) {
        Answer answer = Answer::text(200, QByteArray(12 << 20, 'x'));
        if (isLast)
            answer.closeConnection();
        reply.send(answer);
    };
    const auto client = connectClient();
    client->socket().setReadBufferSize(1);
    client->send(getRequest("/"));
    QTRY_COMPARE(m_listener->connectionCount(), 1);
    QTRY_COMPARE(m_listener->connectionCount(), 0);
}

void TstListenerLimits::readerOfNothingLeavesNothingWithTheKernel() {
    Limits limits = patient();
    limits.idleMs = kShortMs;
    listen(limits);
    constexpr qsizetype kAnswerBytes = 60'000; // the kernel takes it all at once
    m_handler->onRequest = [](const Request &, const Reply &reply) {
        reply.send(Answer::text(200, QByteArray(kAnswerBytes, 'x')));
    };
    const NativeClient client(m_listener->port());
    client.send(getRequest("/"));
    QTRY_COMPARE(m_listener->connectionCount(), 1);
    QTRY_COMPARE(m_listener->connectionCount(), 0);
    // Otherwise the rest would still come.
    QByteArray taken(kAnswerBytes, '\0');
    const auto first = ::recv(client.descriptor(), taken.data(), size_t(taken.size()), 0);
    const auto second = ::recv(client.descriptor(), taken.data(), size_t(taken.size()), 0);
    const int reason = errno;
    QVERIFY(first < kAnswerBytes);
    QCOMPARE(second, -1);
    QCOMPARE(reason, ECONNRESET);
}

void TstListenerLimits::readerThatIsSlowButReadsGetsAll() {
    Limits limits = patient();
    limits.answerMs = kShortMs;
    limits.minBytesPerSecond = 1 << 20; // 12 seconds for what follows
    listen(limits);
    m_handler->onRequest = [](const Request &, const Reply &reply) {
        reply.send(Answer::text(200, QByteArray(12 << 20, 'x')));
    };
    const auto client = connectClient();
    client->socket().setReadBufferSize(1 << 20);
    QObject::disconnect(&client->socket(), &QTcpSocket::readyRead, nullptr, nullptr);
    client->send(getRequest("/"));
    const auto silent = connectClient(); // whose time passes meanwhile
    silent->socket().setReadBufferSize(1);
    silent->send("GET / HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n");
    qint64 taken = 0;
    QTimer reading;
    connect(&reading, &QTimer::timeout, &client->socket(),
            [&] { taken += client->socket().readAll().size(); });
    reading.start(100); // more than a second in all, while a small answer may take kShortMs
    QTRY_VERIFY(taken > 12 << 20);
    QVERIFY(client->isConnected());
}

void TstListenerLimits::refusedClientThatStaysIsCutOff() {
    Limits limits = patient();
    limits.lingerMs = kShortMs;
    listen(limits);
    const NativeClient client(m_listener->port());
    client.send("hello\r\n");
    QTRY_COMPARE(m_listener->connectionCount(), 1);
    QTRY_COMPARE(m_listener->connectionCount(), 0);
    QVERIFY(m_handler->kept.empty());
}

void TstListenerLimits::lastRequestOfAConnection() {
    Limits limits;
    limits.maxRequestsPerConnection = 3;
    listen(limits);
    m_handler->onRequest = [](const Request &request, const Reply &reply) {
        reply.send(Answer::text(200, request.path()));
    };
    const auto client = connectClient();
    client->send(getRequest("/1"));
    QTRY_COMPARE(client->received(), okWith("/1"));
    client->send(getRequest("/2") + getRequest("/3") + getRequest("/4"));
    QTRY_VERIFY(client->isClosed());
    QVERIFY(client->receivedStartsWith(okWith("/1") + okWith("/2") + "HTTP/1.1 200 OK"));
    QVERIFY(client->received().endsWith("Connection: close\r\n\r\n/3"));
}

void TstListenerLimits::connectionsOfOneAddress() {
    Limits limits;
    limits.peers = PeerCounts::make(3);
    listen(limits);
    Listener second(*m_handler, limits);
    QVERIFY(second.listen(QHostAddress::LocalHost, m_listener->port(), PortUse::Join));
    std::vector<std::unique_ptr<RawClient>> clients;
    for (int i = 0; i < 3; ++i)
        clients.push_back(connectClient());
    QTRY_COMPARE(m_listener->connectionCount() + second.connectionCount(), 3);
    const auto refused = connectClient();
    QTRY_VERIFY(refused->isClosed());
    QVERIFY(refused->receivedStartsWith("HTTP/1.1 429 Too Many Requests\r\nRetry-After: "));
    clients.pop_back();
    QTRY_COMPARE(limits.peers->count(QHostAddress(QHostAddress::LocalHost)), 2);
    const auto welcome = connectClient();
    welcome->send(getRequest("/"));
    QTRY_COMPARE(m_handler->kept.size(), size_t(1));
}

void TstListenerLimits::webSocketsCountForTheirAddress() {
    Limits limits;
    limits.peers = PeerCounts::make(1);
    listen(limits);
    std::unique_ptr<QWebSocket> opened;
    m_handler->onUpgrade = [](const Request &) { return UpgradeAccepted{}; };
    m_handler->onOpened = [&opened](std::unique_ptr<QWebSocket> socket, quint64) {
        opened = std::move(socket);
    };
    auto client = connectClient();
    client->send(upgradeRequest());
    QTRY_VERIFY(opened);
    QTRY_COMPARE(m_listener->connectionCount(), 0);
    const auto refused = connectClient();
    QTRY_VERIFY(refused->isClosed());
    QVERIFY(refused->receivedStartsWith("HTTP/1.1 429 "));
    client.reset();
    QTRY_COMPARE(opened->state(), QAbstractSocket::UnconnectedState);
    QTRY_COMPARE(limits.peers->count(QHostAddress(QHostAddress::LocalHost)), 0);
}

QTEST_GUILESS_MAIN(TstListenerLimits)
#include "TstListenerLimits.moc"
