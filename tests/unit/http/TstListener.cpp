// SPDX-License-Identifier: GPL-3.0-or-later
#include "HttpTestKit.h"

#include <QThread>
#include <QTimer>

#include <memory>
#include <random>
#include <thread>

#include <sys/resource.h>
#include <unistd.h>

using namespace soban::http;

class TstListener : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void handsOverTheWholeRequest();
    void answersAtOnceAndKeepsTheConnection();
    void answersLate();
    void answersOfAPipelineLeaveInOrder();
    void pipelineOfDoneAnswers();
    void requestInManyPieces();
    void answersFromAnotherThread();
    void answersFromManyThreadsInOrder();
    void unansweredReplyGives500();
    void headHasLengthAndNoBody();
    void honoursConnectionClose_data();
    void honoursConnectionClose();
    void answerCanCloseTheConnection();
    void refusesBeforeTheHandler_data();
    void refusesBeforeTheHandler();
    void refusalWaitsForEarlierAnswers();
    void refusalBehindDoneAnswers();
    void largeBodyWithinItsRouteLimit();
    void sendsContinue();
    void limitsThePipeline();
    void turnsAwayConnectionsBeyondTheLimit();
    void acceptsAgainWhenFilesAreFreeAgain();
    void tellsWhyItCannotListen();
    void portIsClaimedByOneAlone();
    void thoseThatShareAPortShareItsConnections();
    void drains();

private:
    void listen(Limits limits = {});
    std::unique_ptr<RawClient> connectClient() const {
        return std::make_unique<RawClient>(m_listener->port());
    }

    std::unique_ptr<TestHandler> m_handler;
    std::unique_ptr<Listener> m_listener;
};

void TstListener::listen(Limits limits) {
    m_listener = std::make_unique<Listener>(*m_handler, std::move(limits));
    const ListenOutcome outcome = m_listener->listen(QHostAddress::LocalHost, 0);
    QVERIFY2(outcome, qPrintable(outcome.error));
    QVERIFY(m_listener->port() != 0);
}

void TstListener::init() {
    // One of them is about what has to be warned of.
    if (QTest::currentTestFunction() != QByteArray("acceptsAgainWhenFilesAreFreeAgain"))
        failOnAnyWarning();
    m_handler = std::make_unique<TestHandler>();
    listen();
}

void TstListener::cleanup() {
    m_listener.reset();
    m_handler.reset(); // and with it replies that outlive the listener
}

void TstListener::handsOverTheWholeRequest() {
    const auto client = connectClient();
    client->send(
        "POST /a%20b/c?x=%31&x=2 HTTP/1.1\r\nHost: h\r\nX-One:  1 \r\nContent-Length: 5\r\n\r\n" +
        QByteArray("1\0\r\n5", 5));
    QTRY_COMPARE(m_handler->kept.size(), size_t(1));
    const Request &request = m_handler->kept.front().first;
    QCOMPARE(request.method(), Method::Post);
    QCOMPARE(request.path(), QByteArray("/a%20b/c"));
    QCOMPARE(request.segments(), (QStringList{"a b", "c"}));
    QCOMPARE(request.queryValues(u"x"), (QStringList{"1", "2"}));
    QCOMPARE(request.header("x-one"), QByteArray("1"));
    QCOMPARE(request.body(), QByteArray("1\0\r\n5", 5));
    QVERIFY(request.peerAddress().isLoopback());
    QCOMPARE(request.peerPort(), client->socket().localPort());
}

void TstListener::answersAtOnceAndKeepsTheConnection() {
    m_handler->onRequest = [](const Request &request, const Reply &reply) {
        reply.send(Answer::text(200, request.path()));
    };
    const auto client = connectClient();
    client->send(getRequest("/1"));
    QTRY_COMPARE(client->received(), okWith("/1"));
    client->send(getRequest("/2"));
    QTRY_COMPARE(client->received(), okWith("/1") + okWith("/2"));
    QVERIFY(client->isConnected());
    QCOMPARE(m_listener->connectionCount(), 1);
    QCOMPARE(m_listener->inFlightCount(), 0);
}

void TstListener::answersLate() {
    const auto client = connectClient();
    client->send(getRequest("/late"));
    QTRY_COMPARE(m_handler->kept.size(), size_t(1));
    QCOMPARE(m_listener->inFlightCount(), 1);
    QVERIFY(client->received().isEmpty());
    const Reply reply = m_handler->kept.front().second;
    QVERIFY(!reply.isAbandoned());
    QVERIFY(reply.send(Answer::text(200, "late")));
    QVERIFY(!reply.send(Answer::text(200, "twice")));
    QTRY_COMPARE(client->received(), okWith("late"));
}

void TstListener::answersOfAPipelineLeaveInOrder() {
    const auto client = connectClient();
    client->send(getRequest("/0") + getRequest("/1") + getRequest("/2") + getRequest("/3"));
    QTRY_COMPARE(m_handler->kept.size(), size_t(4));
    const auto answer = [this](size_t i) {
        m_handler->kept[i].second.send(Answer::text(200, m_handler->kept[i].first.path()));
    };
    answer(2);
    answer(3);
    answer(1);
    QTest::qWait(20); // nothing may come: there is no condition to wait for
    QVERIFY(client->received().isEmpty());
    answer(0);
    QTRY_COMPARE(client->received(), okWith("/0") + okWith("/1") + okWith("/2") + okWith("/3"));
    client->send(getRequest("/4"));
    QTRY_COMPARE(m_handler->kept.size(), size_t(5));
    answer(4);
    QTRY_VERIFY(client->received().endsWith(okWith("/4")));
}

void TstListener::pipelineOfDoneAnswers() {
    m_handler->onRequest = [](const Request &request, const Reply &reply) {
        reply.send(Answer::text(200, request.path() + request.body()));
    };
    const auto client = connectClient();
    QByteArray sent;
    QByteArray expected;
    for (int i = 0; i < 500; ++i) {
        const QByteArray number = QByteArray::number(i);
        sent += "POST /" + number +
                " HTTP/1.1\r\nHost: h\r\nContent-Length: " + QByteArray::number(number.size()) +
                "\r\n\r\n" + number;
        expected += okWith("/" + number + number);
    }
    client->send(sent);
    QTRY_COMPARE(client->received(), expected);
}

void TstListener::requestInManyPieces() {
    const auto client = connectClient();
    QTRY_VERIFY(client->isConnected());
    const QByteArray whole =
        "POST /pieces HTTP/1.1\r\nHost: h\r\nContent-Length: 10\r\n\r\n0123456789" +
        getRequest("/next");
    for (qsizetype i = 0; i < whole.size(); ++i) {
        client->send(whole.mid(i, 1));
        QCoreApplication::processEvents();
    }
    QTRY_COMPARE(m_handler->kept.size(), size_t(2));
    QCOMPARE(m_handler->kept[0].first.body(), QByteArray("0123456789"));
    QCOMPARE(m_handler->kept[1].first.path(), QByteArray("/next"));
}

void TstListener::answersFromAnotherThread() {
    const auto client = connectClient();
    client->send(getRequest("/"));
    QTRY_COMPARE(m_handler->kept.size(), size_t(1));
    const std::jthread answering(
        [reply = m_handler->kept.front().second] { reply.send(Answer::text(200, "there")); });
    QTRY_COMPARE(client->received(), okWith("there"));
}

void TstListener::answersFromManyThreadsInOrder() {
    constexpr int kClients = 20;
    constexpr int kRequests = 20;
    std::vector<std::unique_ptr<RawClient>> clients;
    QByteArray expected;
    for (int c = 0; c < kClients; ++c) {
        clients.push_back(connectClient());
        for (int r = 0; r < kRequests; ++r)
            clients.back()->send(getRequest("/" + QByteArray::number(r)));
    }
    for (int r = 0; r < kRequests; ++r)
        expected += okWith("/" + QByteArray::number(r));
    QTRY_COMPARE(m_handler->kept.size(), size_t(kClients * kRequests));
    std::shuffle(m_handler->kept.begin(), m_handler->kept.end(), std::mt19937(7));
    std::vector<std::jthread> threads;
    for (size_t t = 0; t < 4; ++t) {
        threads.emplace_back([this, t] {
            for (size_t i = t; i < m_handler->kept.size(); i += 4) {
                const auto &[request, reply] = m_handler->kept[i];
                reply.send(Answer::text(200, request.path()));
            }
        });
    }
    threads.clear();
    for (const auto &client : clients)
        QTRY_COMPARE(client->received(), expected);
    QCOMPARE(m_listener->inFlightCount(), 0);
}

void TstListener::unansweredReplyGives500() {
    m_handler->onRequest = [](const Request &, const Reply &) {};
    const auto client = connectClient();
    client->send(getRequest("/forgotten"));
    QTRY_VERIFY(client->receivedStartsWith("HTTP/1.1 500 Internal Server Error\r\n"));
    QVERIFY(client->isConnected());

    m_handler->onRequest = nullptr;
    const auto other = connectClient();
    other->send(getRequest("/forgotten-elsewhere"));
    QTRY_COMPARE(m_handler->kept.size(), size_t(1));
    const std::jthread forgetting([kept = std::move(m_handler->kept)]() mutable { kept.clear(); });
    QTRY_VERIFY(other->receivedStartsWith("HTTP/1.1 500 "));
}

void TstListener::headHasLengthAndNoBody() {
    const auto client = connectClient();
    client->send("HEAD / HTTP/1.1\r\nHost: h\r\n\r\n" + getRequest("/"));
    QTRY_COMPARE(m_handler->kept.size(), size_t(2));
    QCOMPARE(m_handler->kept[0].first.method(), Method::Head);
    for (const auto &[request, reply] : m_handler->kept)
        reply.send(Answer::text(200, "12345"));
    const QByteArray whole = okWith("12345");
    QTRY_COMPARE(client->received(), whole.chopped(5) + whole);
}

void TstListener::honoursConnectionClose_data() {
    QTest::addColumn<QByteArray>("request");
    QTest::newRow("Connection: close") << getRequest("/", "Connection: close\r\n");
    QTest::newRow("in a list") << getRequest("/", "Connection: te, Close\r\n");
    QTest::newRow("HTTP/1.0") << QByteArray("GET / HTTP/1.0\r\n\r\n");
}

void TstListener::honoursConnectionClose() {
    QFETCH(QByteArray, request);
    const auto client = connectClient();
    client->send(request + getRequest("/too-much"));
    QTRY_VERIFY(!m_handler->kept.empty());
    m_handler->kept[0].second.send(Answer::text(200, "bye"));
    QTRY_VERIFY(client->isClosed());
    QCOMPARE(client->received(),
             QByteArray("HTTP/1.1 200 OK\r\nContent-Type: text/plain; charset=utf-8\r\n"
                        "Content-Length: 3\r\nConnection: close\r\n\r\nbye"));
    QTRY_COMPARE(m_listener->connectionCount(), 0);
}

void TstListener::answerCanCloseTheConnection() {
    m_handler->onRequest = [](const Request &, const Reply &reply) {
        reply.send(Answer::empty(204).closeConnection());
    };
    const auto client = connectClient();
    client->send(getRequest("/1") + getRequest("/2"));
    QTRY_VERIFY(client->isClosed());
    QCOMPARE(client->received(),
             QByteArray("HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n"));
}

void TstListener::refusesBeforeTheHandler_data() {
    QTest::addColumn<QByteArray>("request");
    QTest::addColumn<QByteArray>("statusLine");
    const auto post = [](const QByteArray &headers) {
        return QByteArray("POST / HTTP/1.1\r\nHost: h\r\n" + headers + "\r\n");
    };
    QTest::newRow("R-limits body") << post("Content-Length: 65537\r\n") + QByteArray(65537, 'x')
                                   << QByteArray("HTTP/1.1 413 Content Too Large\r\n");
    QTest::newRow("huge body") << post("Content-Length: 3000000000\r\n") + QByteArray(2000000, 'x')
                               << QByteArray("HTTP/1.1 413 Content Too Large\r\n");
    QTest::newRow("long path") << getRequest("/" + QByteArray(5000, 'a'))
                               << QByteArray("HTTP/1.1 414 URI Too Long\r\n");
    QTest::newRow("large headers")
        << getRequest("/", QByteArray("A: b\r\n").repeated(4000))
        << QByteArray("HTTP/1.1 431 Request Header Fields Too Large\r\n");
    QTest::newRow("bad percent") << getRequest("/%zz")
                                 << QByteArray("HTTP/1.1 400 Bad Request\r\n");
    QTest::newRow("NUL") << getRequest("/%00") << QByteArray("HTTP/1.1 400 Bad Request\r\n");
    QTest::newRow("chunked") << post("Transfer-Encoding: chunked\r\n") + "0\r\n\r\n"
                             << QByteArray("HTTP/1.1 411 Length Required\r\n");
    QTest::newRow("smuggling") << post("Content-Length: 4\r\nContent-Length: 40\r\n") +
                                      getRequest("/smuggled")
                               << QByteArray("HTTP/1.1 400 Bad Request\r\n");
    QTest::newRow("method") << QByteArray("TRACE / HTTP/1.1\r\nHost: h\r\n\r\n")
                            << QByteArray("HTTP/1.1 501 Not Implemented\r\n");
    QTest::newRow("TLS") << QByteArray("\x16\x03\x01\x02\x00\r\n\r\n", 9)
                         << QByteArray("HTTP/1.1 400 Bad Request\r\n");
}

void TstListener::refusesBeforeTheHandler() {
    QFETCH(QByteArray, request);
    QFETCH(QByteArray, statusLine);
    const auto client = connectClient();
    client->send(request);
    QTRY_VERIFY(client->receivedStartsWith(statusLine));
    QVERIFY(client->received().contains("\r\nConnection: close\r\n"));
    QCOMPARE(client->received().count("HTTP/1.1 "), 1);
    QVERIFY(m_handler->kept.empty());
    QTRY_VERIFY(client->isClosed());
    QTRY_COMPARE(m_listener->connectionCount(), 0);
}

void TstListener::refusalWaitsForEarlierAnswers() {
    const auto client = connectClient();
    client->send(getRequest("/1") + getRequest("/2") + getRequest("/%zz") + getRequest("/3"));
    QTRY_COMPARE(m_handler->kept.size(), size_t(2));
    m_handler->kept[1].second.send(Answer::text(200, "2"));
    m_handler->kept[0].second.send(Answer::text(200, "1"));
    QTRY_VERIFY(client->isClosed());
    QVERIFY(client->receivedStartsWith(okWith("1") + okWith("2") + "HTTP/1.1 400 "));
    QCOMPARE(m_handler->kept.size(), size_t(2));
}

void TstListener::refusalBehindDoneAnswers() {
    m_handler->onRequest = [](const Request &request, const Reply &reply) {
        reply.send(Answer::text(200, request.path()));
    };
    const auto client = connectClient();
    client->send(getRequest("/1") + getRequest("/2") + getRequest("/%zz") + getRequest("/3"));
    QTRY_VERIFY(client->isClosed());
    QVERIFY(client->receivedStartsWith(okWith("/1") + okWith("/2") + "HTTP/1.1 400 "));
    QCOMPARE(client->received().count("HTTP/1.1 "), 3);
}

void TstListener::largeBodyWithinItsRouteLimit() {
    Limits limits;
    limits.maxBodyBytesFor = [](Method, QByteArrayView path) {
        return qint64(path == "/picture" ? 5 << 20 : 64 << 10);
    };
    listen(limits);
    const auto client = connectClient();
    const QByteArray picture = QByteArray(5 << 20, '\x89');
    client->send("PUT /picture HTTP/1.1\r\nHost: h\r\nContent-Length: " +
                 QByteArray::number(picture.size()) + "\r\n\r\n" + picture + getRequest("/next"));
    QTRY_COMPARE(m_handler->kept.size(), size_t(2));
    QVERIFY(m_handler->kept[0].first.body() == picture);
}

void TstListener::sendsContinue() {
    const auto client = connectClient();
    client->send("POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 4\r\nExpect: 100-continue\r\n\r\n");
    QTRY_COMPARE(client->received(), QByteArray("HTTP/1.1 100 Continue\r\n\r\n"));
    QVERIFY(m_handler->kept.empty());
    client->send("body");
    QTRY_COMPARE(m_handler->kept.size(), size_t(1));
    m_handler->kept[0].second.send(Answer::text(200, "ok"));
    QTRY_COMPARE(client->received(), "HTTP/1.1 100 Continue\r\n\r\n" + okWith("ok"));
}

void TstListener::limitsThePipeline() {
    Limits limits;
    limits.maxPipelinedRequests = 2;
    listen(limits);
    const auto client = connectClient();
    client->send(getRequest("/1") + getRequest("/2") + getRequest("/3") + getRequest("/4"));
    QTRY_COMPARE(m_handler->kept.size(), size_t(2));
    for (const auto &[request, reply] : m_handler->kept)
        reply.send(Answer::text(200, request.path()));
    QTRY_VERIFY(client->isClosed());
    QVERIFY(client->receivedStartsWith(okWith("/1") + okWith("/2") + "HTTP/1.1 503 "));
    QCOMPARE(m_handler->kept.size(), size_t(2));
}

void TstListener::turnsAwayConnectionsBeyondTheLimit() {
    Limits limits;
    limits.maxConnections = 2;
    listen(limits);
    auto first = connectClient();
    const auto second = connectClient();
    QTRY_COMPARE(m_listener->connectionCount(), 2);
    const auto third = connectClient();
    QTRY_VERIFY(third->isClosed());
    QVERIFY(third->receivedStartsWith("HTTP/1.1 503 "));
    first.reset();
    QTRY_COMPARE(m_listener->connectionCount(), 1);
    const auto fourth = connectClient();
    fourth->send(getRequest("/"));
    QTRY_COMPARE(m_handler->kept.size(), size_t(1));
}

/// Takes all file descriptors that are free, as long as it lives.
class NoFreeFiles {
public:
    NoFreeFiles() {
        ::getrlimit(RLIMIT_NOFILE, &m_before);
        rlimit none = m_before;
        const int firstFree = ::dup(0);
        ::close(firstFree);
        none.rlim_cur = rlim_t(firstFree);
        ::setrlimit(RLIMIT_NOFILE, &none);
    }
    ~NoFreeFiles() { ::setrlimit(RLIMIT_NOFILE, &m_before); }
    Q_DISABLE_COPY_MOVE(NoFreeFiles)

private:
    rlimit m_before{};
};

void TstListener::acceptsAgainWhenFilesAreFreeAgain() {
    m_handler->onRequest = [](const Request &, const Reply &reply) {
        reply.send(Answer::text(200, "here"));
    };
    const auto client = connectClient(); // waits in the kernel's queue
    client->send(getRequest("/"));
    {
        const NoFreeFiles none;
        QTest::ignoreMessage(QtWarningMsg,
                             QRegularExpression(QStringLiteral("no connection can be accepted")));
        QTest::qWait(250); // several tries, and one complaint
        QVERIFY(client->received().isEmpty());
    }
    QTRY_VERIFY(client->receivedStartsWith("HTTP/1.1 200 OK"));
    QTRY_VERIFY(connectClient()->isConnected());
}

void TstListener::tellsWhyItCannotListen() {
    Listener second(*m_handler);
    const ListenOutcome outcome = second.listen(QHostAddress::LocalHost, m_listener->port());
    QVERIFY(!outcome);
    QVERIFY(!outcome.error.isEmpty());
    QCOMPARE(second.port(), quint16(0));
}

void TstListener::portIsClaimedByOneAlone() {
    Listener second(*m_handler);
    const auto outcome = second.listen(QHostAddress::LocalHost, m_listener->port());
    QVERIFY(!outcome);
    QVERIFY(!outcome.error.isEmpty());
    // And it is free again once nobody listens.
    const quint16 port = m_listener->port();
    m_listener.reset();
    const auto later = second.listen(QHostAddress::LocalHost, port);
    QVERIFY2(later, qPrintable(later.error));
}

void TstListener::thoseThatShareAPortShareItsConnections() {
    Listener second(*m_handler);
    const auto outcome = second.listen(QHostAddress::LocalHost, m_listener->port(), PortUse::Join);
    QVERIFY2(outcome, qPrintable(outcome.error));
    constexpr int kClients = 60; // all at one listener: once in 10^18 times
    m_handler->onRequest = [](const Request &, const Reply &reply) {
        reply.send(Answer::text(200, "here"));
    };
    std::vector<std::unique_ptr<RawClient>> clients;
    for (int i = 0; i < kClients; ++i) {
        clients.push_back(connectClient());
        clients.back()->send(getRequest("/"));
    }
    for (const auto &client : clients)
        QTRY_COMPARE(client->received(), okWith("here"));
    QVERIFY(m_listener->connectionCount() > 0 && second.connectionCount() > 0);
    QCOMPARE(m_listener->connectionCount() + second.connectionCount(), kClients);
}

void TstListener::drains() {
    const auto idle = connectClient();
    const auto busy = connectClient();
    const auto half = connectClient();
    busy->send(getRequest("/1") + getRequest("/2"));
    half->send("POST /half HTTP/1.1\r\nHost: h\r\nContent-Length: 4\r\n\r\nbo");
    QTRY_COMPARE(m_handler->kept.size(), size_t(2));
    QTRY_COMPARE(m_listener->connectionCount(), 3);
    const quint16 port = m_listener->port();
    // The half request must have been read before the drain begins.
    QTRY_VERIFY(half->socket().bytesToWrite() == 0);
    QTest::qWait(20);

    m_listener->stopAccepting();
    QTRY_VERIFY(idle->isClosed());
    QVERIFY(busy->isConnected());
    m_handler->kept[0].second.send(Answer::text(200, "1"));
    QTRY_COMPARE(busy->received(), okWith("1"));
    m_handler->kept[1].second.send(Answer::text(200, "2"));
    QTRY_VERIFY(busy->isClosed());
    QVERIFY(busy->received().endsWith("Connection: close\r\n\r\n2"));
    half->send("dy");
    QTRY_COMPARE(m_handler->kept.size(), size_t(3));
    m_handler->kept[2].second.send(Answer::text(200, "3"));
    QTRY_VERIFY(half->isClosed());
    QVERIFY(half->received().endsWith("Connection: close\r\n\r\n3"));
    QTRY_COMPARE(m_listener->connectionCount(), 0);
    RawClient late(port);
    QTRY_VERIFY(late.isClosed());
    QCOMPARE(late.socket().error(), QAbstractSocket::ConnectionRefusedError);
}

QTEST_GUILESS_MAIN(TstListener)
#include "TstListener.moc"
