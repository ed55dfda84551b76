// SPDX-License-Identifier: GPL-3.0-or-later
#include "HttpTestKit.h"

#include <QRandomGenerator>

#include <memory>
#include <thread>

#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace soban::http;

namespace {

/// Leaves with a reset (RST) instead of an orderly end (FIN).
void reset(RawClient &client) {
    const linger hard{1, 0};
    ::setsockopt(static_cast<int>(client.socket().socketDescriptor()), SOL_SOCKET, SO_LINGER, &hard,
                 sizeof hard);
    client.socket().abort();
}

} // namespace

class TstListenerDisconnects : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void clientLeavesBeforeTheAnswer_data();
    void clientLeavesBeforeTheAnswer();
    void clientLeavesInMidRequest();
    void clientLeavesInMidAnswer();
    void clientLeavesAmidPipelinedAnswers();
    void clientsComeAndGoWhileThreadsAnswer();
    void clientThatNeverReadsIsCutOff();
    void refusedClientThatIsStillSendingGetsItsAnswer();
    void listenerDiesBeforeTheAnswers();
    void listenerDiesWhileThreadsAnswer();

private:
    std::unique_ptr<TestHandler> m_handler;
    std::unique_ptr<Listener> m_listener;
};

void TstListenerDisconnects::init() {
    failOnAnyWarning();
    m_handler = std::make_unique<TestHandler>();
    m_listener = std::make_unique<Listener>(*m_handler);
    QVERIFY(m_listener->listen(QHostAddress::LocalHost, 0));
}

void TstListenerDisconnects::cleanup() {
    m_listener.reset();
    m_handler.reset();
}

void TstListenerDisconnects::clientLeavesBeforeTheAnswer_data() {
    QTest::addColumn<bool>("withReset");
    QTest::addColumn<bool>("answerFirst");
    QTest::newRow("FIN, answer when gone") << false << false;
    QTest::newRow("RST, answer when gone") << true << false;
    QTest::newRow("FIN, answer at the same time") << false << true;
    QTest::newRow("RST, answer at the same time") << true << true;
}

void TstListenerDisconnects::clientLeavesBeforeTheAnswer() {
    QFETCH(bool, withReset);
    QFETCH(bool, answerFirst);
    constexpr size_t kClients = 300;
    std::vector<std::unique_ptr<RawClient>> clients;
    for (size_t i = 0; i < kClients; ++i) {
        clients.push_back(std::make_unique<RawClient>(m_listener->port()));
        clients.back()->send(getRequest("/"));
    }
    QTRY_COMPARE(m_handler->kept.size(), kClients);
    for (const auto &client : clients) {
        if (withReset)
            reset(*client);
        else
            client->socket().abort();
    }
    if (!answerFirst) {
        QTRY_COMPARE(m_listener->connectionCount(), 0);
        QVERIFY(m_handler->kept.front().second.isAbandoned());
    }
    for (const auto &[request, reply] : m_handler->kept)
        QVERIFY(reply.send(Answer::text(200, "anyone?")));
    QTRY_COMPARE(m_listener->connectionCount(), 0);
    QCOMPARE(m_listener->inFlightCount(), 0);
}

void TstListenerDisconnects::clientLeavesInMidRequest() {
    const QByteArray whole = "POST /a HTTP/1.1\r\nHost: h\r\nContent-Length: 20\r\n\r\n0123456789"
                             "0123456789";
    std::vector<std::unique_ptr<RawClient>> clients;
    for (int i = 0; i < 300; ++i) {
        clients.push_back(std::make_unique<RawClient>(m_listener->port()));
        clients.back()->send(whole.left(i % (whole.size() - 1)));
    }
    QTRY_COMPARE(m_listener->connectionCount(), 300);
    for (size_t i = 0; i < clients.size(); ++i) {
        if (i % 2 == 0)
            reset(*clients[i]);
        else
            clients[i]->socket().disconnectFromHost();
    }
    QTRY_COMPARE(m_listener->connectionCount(), 0);
    QVERIFY(m_handler->kept.empty());
}

void TstListenerDisconnects::clientLeavesInMidAnswer() {
    const QByteArray large(4 << 20, 'x'); // more than the socket buffers hold
    m_handler->onRequest = [&large](const Request &, const Reply &reply) {
        reply.send(Answer::text(200, large));
    };
    for (int i = 0; i < 60; ++i) {
        auto client = std::make_unique<RawClient>(m_listener->port());
        client->socket().setReadBufferSize(1);
        client->send(getRequest("/"));
        QTRY_VERIFY(client->socket().bytesAvailable() > 0 || !client->received().isEmpty());
        if (i % 2 == 0)
            reset(*client);
    }
    QTRY_COMPARE(m_listener->connectionCount(), 0);
}

void TstListenerDisconnects::clientLeavesAmidPipelinedAnswers() {
    for (int i = 0; i < 100; ++i) {
        RawClient client(m_listener->port());
        client.send(getRequest("/1") + getRequest("/2") + getRequest("/3"));
        QTRY_COMPARE(m_handler->kept.size(), size_t(3));
        m_handler->kept[1].second.send(Answer::text(200, "2"));
        reset(client);
        m_handler->kept[0].second.send(Answer::text(200, "1"));
        QTRY_COMPARE(m_listener->connectionCount(), 0);
        m_handler->kept.clear();
    }
}

void TstListenerDisconnects::clientsComeAndGoWhileThreadsAnswer() {
    std::vector<std::jthread> threads;
    m_handler->onRequest = [&threads](const Request &request, const Reply &reply) {
        threads.emplace_back([request, reply] { reply.send(Answer::text(200, request.path())); });
    };
    QRandomGenerator random(42);
    std::vector<std::unique_ptr<RawClient>> clients;
    for (int i = 0; i < 400; ++i) {
        clients.push_back(std::make_unique<RawClient>(m_listener->port()));
        clients.back()->send(getRequest("/1") + getRequest("/2"));
        QCoreApplication::processEvents();
        if (i >= 10)
            reset(*clients[random.bounded(static_cast<quint32>(clients.size()))]);
        if (threads.size() > 50)
            threads.clear();
    }
    for (const auto &client : clients)
        reset(*client);
    QTRY_COMPARE(m_listener->connectionCount(), 0);
}

void TstListenerDisconnects::clientThatNeverReadsIsCutOff() {
    Limits limits;
    limits.maxQueuedAnswerBytes = 1 << 20;
    m_listener = std::make_unique<Listener>(*m_handler, limits);
    QVERIFY(m_listener->listen(QHostAddress::LocalHost, 0));
    const QByteArray large(1 << 20, 'x');
    m_handler->onRequest = [&large](const Request &, const Reply &reply) {
        reply.send(Answer::text(200, large));
    };
    RawClient client(m_listener->port());
    client.socket().setReadBufferSize(1);
    for (int i = 0; i < 32; ++i)
        client.send(getRequest("/"));
    QTRY_COMPARE(m_listener->connectionCount(), 1);
    QTRY_COMPARE(m_listener->connectionCount(), 0);
}

void TstListenerDisconnects::refusedClientThatIsStillSendingGetsItsAnswer() {
    // Closing a socket with unread bytes resets it, and a reset throws away what the client has not
    // read yet. This client reads only when it has sent all it wanted.
    const int client = ::socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(m_listener->port());
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    QCOMPARE(::connect(client, reinterpret_cast<sockaddr *>(&address), sizeof address), 0);
    const QByteArray head = "POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 3000000\r\n\r\n";
    const QByteArray piece(50000, 'x');
    QCOMPARE(::send(client, head.constData(), size_t(head.size()), MSG_NOSIGNAL), head.size());
    for (int i = 0; i < 10; ++i) {
        QCOMPARE(::send(client, piece.constData(), size_t(piece.size()), MSG_NOSIGNAL),
                 piece.size());
        QTest::qWait(5); // the listener's turn
    }
    QByteArray received(1000, '\0');
    const auto size = ::recv(client, received.data(), size_t(received.size()), MSG_DONTWAIT);
    ::close(client);
    QVERIFY(size > 0);
    QVERIFY(received.startsWith("HTTP/1.1 413 "));
    QTRY_COMPARE(m_listener->connectionCount(), 0);
}

void TstListenerDisconnects::listenerDiesBeforeTheAnswers() {
    std::vector<std::unique_ptr<RawClient>> clients;
    for (int i = 0; i < 50; ++i) {
        clients.push_back(std::make_unique<RawClient>(m_listener->port()));
        clients.back()->send(getRequest("/"));
    }
    QTRY_COMPARE(m_handler->kept.size(), size_t(50));
    m_listener.reset();
    for (const auto &[request, reply] : m_handler->kept) {
        QVERIFY(reply.isAbandoned());
        QVERIFY(reply.send(Answer::empty(204)));
    }
    for (const auto &client : clients)
        QTRY_VERIFY(client->isClosed());
}

void TstListenerDisconnects::listenerDiesWhileThreadsAnswer() {
    for (int round = 0; round < 10; ++round) {
        m_listener = std::make_unique<Listener>(*m_handler);
        QVERIFY(m_listener->listen(QHostAddress::LocalHost, 0));
        RawClient client(m_listener->port());
        for (int i = 0; i < 30; ++i)
            client.send(getRequest("/"));
        QTRY_COMPARE(m_handler->kept.size(), size_t(30));
        std::jthread answering([kept = std::move(m_handler->kept)] {
            for (const auto &[request, reply] : kept)
                reply.send(Answer::text(200, "x"));
        });
        m_handler->kept.clear();
        QCoreApplication::processEvents();
        m_listener.reset();
    }
}

QTEST_GUILESS_MAIN(TstListenerDisconnects)
#include "TstListenerDisconnects.moc"
