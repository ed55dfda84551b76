// SPDX-License-Identifier: GPL-3.0-or-later
#include "HubTestKit.h"

#include <QRegularExpression>
#include <QSignalSpy>
#include <QThread>

#include <numeric>

#include <sys/resource.h>

using namespace soban;
using namespace soban::realtime;

namespace {

QList<qint64> range(qint64 first, qint64 last) {
    QList<qint64> result(last - first + 1);
    std::iota(result.begin(), result.end(), first);
    return result;
}

const QList<Addressee> kAnn{account(1)};
const QList<Addressee> kBen{account(2)};

} // namespace

class TstHubSockets : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();

    void passesLiveEventsToThoseTheyAreFor();
    void passesOnWhatAnotherServerHasCommitted();
    void tellsInPassingThatNoCardCanBeCharged();
    void givesAnEventOnceToTwoAddresseesOfOneClient();
    void replaysSinceAndGoesOnLive();
    void replaysInPagesWhileEventsGoOn();
    void joinsWhatIsWrittenTogether();
    void tellsTheCursorWhenNothingWasForTheClient();
    void beginsWithTheNextEventWithoutASince();
    void asksForResyncAndGoesOn_data();
    void asksForResyncAndGoesOn();
    void cutsOffASlowReaderWhoResumes();
    void replayWaitsForASlowReader();
    void cutsOffWhoAsksForPongsAndDoesNotRead();
    void dropsASilentPeer_data();
    void dropsASilentPeer();
    void closesOnAFloodOfMessages();
    void refusesLargeMessages();
    void endsTheStreamsOfAnEndedSession();
    void drains();
    void closesWhenTheLogCannotBeRead();
    void replacesTheOldestStreamOfASession();
    void boundsTheStreamsOfAnAccount();
    void survivesClientsThatLeave();
    void serversOnSeveralThreads();
    void thousandSubscribersOneEvent();

private:
    void restart();
    std::unique_ptr<StreamClient> connectClient(const QString &query) {
        return std::make_unique<StreamClient>(m_host->port(), query);
    }
    /// A client that has caught up.
    std::unique_ptr<StreamClient> liveClient(const QString &query) {
        auto client = connectClient(query);
        [&] { QTRY_VERIFY(!client->notes.isEmpty()); }();
        return client;
    }

    HubLimits m_limits;
    std::unique_ptr<Backend> m_backend;
    std::unique_ptr<HubHost> m_host;
};

void TstHubSockets::initTestCase() {
    rlimit limit{};
    getrlimit(RLIMIT_NOFILE, &limit);
    limit.rlim_cur = std::min<rlim_t>(limit.rlim_max, 16'384);
    setrlimit(RLIMIT_NOFILE, &limit);
}

void TstHubSockets::init() {
    QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
    m_limits = HubLimits();
    m_limits.sweepMs = 10;
    m_limits.heartbeatMs = 40;
    m_backend = std::make_unique<Backend>();
    restart();
}

void TstHubSockets::restart() {
    m_host = std::make_unique<HubHost>(*m_backend, m_limits);
}

void TstHubSockets::cleanup() {
    m_host.reset();
    m_backend.reset();
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
}

void TstHubSockets::passesLiveEventsToThoseTheyAreFor() {
    const auto ann = liveClient("account=1&session=1&since=0");
    const auto ben = liveClient("account=2&session=2&since=0");
    m_backend->commit({kAnn, kBen, {account(2), account(1)}, {account(3)}});
    m_backend->commit({kBen});
    QTRY_COMPARE(ann->events, (QList<qint64>{1, 3}));
    QTRY_COMPARE(ben->events, (QList<qint64>{2, 3, 5}));
    QTRY_COMPARE(ann->cursor(), 5);
    QCOMPARE(ann->events.size(), 2);
    QCOMPARE(m_host->counts().textsMade.load(), 4); // shared, and none for nobody
    QCOMPARE(m_host->counts().eventsSent.load(), 5);
}

void TstHubSockets::passesOnWhatAnotherServerHasCommitted() { // G8 N7
    const auto ann = liveClient("account=1&session=1&since=0");
    m_backend->commit({kAnn});
    m_backend->hear({kAnn, kBen});
    m_backend->commit({kAnn});
    QTRY_COMPARE(ann->events, (QList<qint64>{1, 2, 4}));
}

void TstHubSockets::tellsInPassingThatNoCardCanBeCharged() { // N5
    const auto ann = liveClient("account=1&since=0");
    QVERIFY(!ann->notes.last().isCardPaymentDown);
    m_host->isCardPaymentDown = true;
    QTRY_VERIFY(ann->notes.last().isCardPaymentDown.value_or(false));
    const auto ben = liveClient("account=2&since=0"); // from its first word on
    QVERIFY(ben->notes.first().isCardPaymentDown.value_or(false));
    m_host->isCardPaymentDown = false;
    QTRY_VERIFY(!ann->notes.last().isCardPaymentDown);
}

void TstHubSockets::givesAnEventOnceToTwoAddresseesOfOneClient() {
    const auto owner = liveClient("account=1&account=2&since=0");
    m_backend->commit({{account(1), account(2)}});
    m_backend->commit({kBen});
    QTRY_COMPARE(owner->cursor(), 2);
    QCOMPARE(owner->events, (QList<qint64>{1, 2}));
}

void TstHubSockets::replaysSinceAndGoesOnLive() {
    m_backend->commit({kAnn, kBen, kAnn, kAnn, kBen});
    const auto ann = connectClient("account=1&since=1");
    QTRY_VERIFY(ann->order.size() >= 3); // and then a heartbeat after the other
    QCOMPARE(ann->order.first(3), (QStringList{"3", "4", "heartbeat 5"}));
    m_backend->commit({kAnn});
    QTRY_COMPARE(ann->events, (QList<qint64>{3, 4, 6}));
}

void TstHubSockets::replaysInPagesWhileEventsGoOn() {
    m_limits.maxPageEvents = 7;
    m_limits.maxHeldBytes = 2000; // so little that some held events are let go
    restart();
    for (int i = 0; i < 30; ++i)
        m_backend->commit({kAnn, kBen, kAnn});
    const auto ann = connectClient("account=1&since=0");
    m_backend->pool.isHolding = true;
    QTRY_VERIFY(m_backend->pool.heldCount() == 1);
    for (int i = 0; i < 30; ++i) {
        m_backend->commit({kAnn, kBen, kAnn});
        m_backend->pool.release();
        QCoreApplication::processEvents();
    }
    m_backend->pool.isHolding = false;
    m_backend->pool.release();
    QTRY_COMPARE(ann->cursor(), 180);
    QList<qint64> expected;
    for (qint64 number = 1; number <= 180; ++number) {
        if (number % 3 != 2)
            expected.append(number);
    }
    QCOMPARE(ann->events, expected);
}

void TstHubSockets::joinsWhatIsWrittenTogether() {
    m_limits.heartbeatMs = 60'000;
    restart();
    RawStream ann(m_host->port(), "account=1&since=0");
    ann.startReading();
    QTRY_COMPARE(ann.frames.size(), 1); // the note after the catch-up
    const int reads = ann.reads;
    m_backend->commit({kAnn, kAnn, kAnn});
    m_backend->commit({kAnn, kAnn});
    QTRY_COMPARE(ann.events().size(), 5);
    QCOMPARE(ann.frames.size(), 6); // each event is one message
    QCOMPARE(ann.reads, reads + 1); // and all came in one piece
}

void TstHubSockets::tellsTheCursorWhenNothingWasForTheClient() {
    m_backend->commit({kBen, kBen});
    const auto ann = connectClient("account=1&since=0");
    QTRY_COMPARE(ann->cursor(), 2);
    m_backend->commit({kBen});
    QTRY_COMPARE(ann->cursor(), 3);
    const qsizetype notes = ann->notes.size();
    QTRY_VERIFY(ann->notes.size() > notes + 2); // also when nothing happens at all
    QCOMPARE(ann->cursor(), 3);
    QVERIFY(ann->events.isEmpty());
}

void TstHubSockets::beginsWithTheNextEventWithoutASince() {
    m_backend->commit({kAnn, kAnn});
    const auto ann = connectClient("account=1");
    QTRY_COMPARE(ann->cursor(), 2);
    m_backend->commit({kAnn});
    QTRY_COMPARE(ann->events, QList<qint64>{3});
}

void TstHubSockets::asksForResyncAndGoesOn_data() {
    QTest::addColumn<qint64>("since");
    QTest::newRow("G9 forgotten") << qint64(1);
    QTest::newRow("G9 beyond the end") << qint64(1000);
}

void TstHubSockets::asksForResyncAndGoesOn() {
    QFETCH(qint64, since);
    m_limits.forgottenTo = [](const EventLog &) { return seq(2); };
    restart();
    m_backend->commit({kAnn, kAnn, kAnn});
    const auto ann = connectClient(QString("account=1&since=%1").arg(since));
    QTRY_VERIFY(ann->order.size() >= 2);
    QCOMPARE(ann->order.first(2), (QStringList{"resync 3", "heartbeat 3"}));
    m_backend->commit({kAnn});
    QTRY_COMPARE(ann->events, QList<qint64>{4});
    QCOMPARE(m_host->counts().resyncs.load(), 1);
}

void TstHubSockets::cutsOffASlowReaderWhoResumes() {
    constexpr int kEvents = 600;
    RawStream slow(m_host->port(), "account=1&session=1&since=0");
    QTRY_COMPARE(m_host->counts().sockets.load(), 1);
    m_backend->commit({kAnn});
    QTRY_COMPARE(m_host->counts().eventsSent.load(), 1);
    QTest::qWait(50); // until it is live
    qint64 mostQueued = 0;
    for (int i = 2; i <= kEvents; ++i) {
        m_backend->commit({kAnn}, 30'000);
        QCoreApplication::processEvents();
        mostQueued = std::max(mostQueued, m_host->counts().queuedBytes.load());
    }
    QCOMPARE(m_host->counts().cutOff.load(), 1);
    QCOMPARE(m_host->counts().sockets.load(), 0);
    QVERIFY2(mostQueued <= m_limits.maxQueuedBytes, qPrintable(QString::number(mostQueued)));
    slow.startReading();
    QTRY_VERIFY(slow.isClosed());
    const QList<qint64> first = slow.events();
    QVERIFY(!first.isEmpty() && first.size() < kEvents);
    QCOMPARE(first, range(1, first.last()));

    const auto again = connectClient(QString("account=1&session=1&since=%1").arg(first.last()));
    QTRY_COMPARE_WITH_TIMEOUT(again->cursor(), kEvents, 60'000);
    QCOMPARE(again->events, range(first.last() + 1, kEvents));
}

void TstHubSockets::replayWaitsForASlowReader() {
    constexpr int kEvents = 600;
    for (int i = 1; i <= kEvents; ++i)
        m_backend->commit({kAnn}, 30'000);
    RawStream slow(m_host->port(), "account=1&since=0");
    int submitted = -1;
    // Until the hub reads no more; it needs not ask more often than there are events.
    for (int i = 0; i < kEvents && submitted != m_backend->pool.submitted; ++i) {
        submitted = m_backend->pool.submitted;
        QTest::qWait(200);
        QVERIFY(m_host->counts().queuedBytes.load() <= m_limits.maxQueuedBytes);
    }
    QVERIFY(submitted < kEvents / 4 / 2); // a page holds 4 of them
    QVERIFY(m_host->counts().queuedBytes.load() > m_limits.calmBytes);
    m_backend->commit({kAnn}, 30'000);
    slow.startReading();
    QTRY_COMPARE_WITH_TIMEOUT(slow.events().size(), kEvents + 1, 60'000);
    QCOMPARE(slow.events(), range(1, kEvents + 1));
    QCOMPARE(m_host->counts().cutOff.load(), 0);
}

void TstHubSockets::cutsOffWhoAsksForPongsAndDoesNotRead() {
    m_limits.pongWithinMs = 60'000;
    restart();
    RawStream rude(m_host->port(), "account=1&since=0");
    QTRY_COMPARE(m_host->counts().sockets.load(), 1);
    for (int i = 0; i < 400 && m_host->counts().cutOff == 0; ++i) {
        for (int j = 0; j < 500; ++j)
            rude.send(9, QByteArray(125, 'p'));
        QTest::qWait(1);
    }
    QCOMPARE(m_host->counts().cutOff.load(), 1);
    QCOMPARE(m_host->counts().sockets.load(), 0);
}

void TstHubSockets::dropsASilentPeer_data() {
    QTest::addColumn<int>("heartbeatMs");
    QTest::newRow("heartbeats more often") << 40;
    QTest::newRow("heartbeats less often") << 60'000;
}

void TstHubSockets::dropsASilentPeer() {
    QFETCH(int, heartbeatMs);
    m_limits.heartbeatMs = heartbeatMs;
    m_limits.pongWithinMs = 300;
    restart();
    const auto alive = liveClient("account=1&session=1&since=0");
    RawStream silent(m_host->port(), "account=1&session=2&since=0");
    silent.startReading();
    QTRY_COMPARE(m_host->counts().sockets.load(), 2);
    QTRY_VERIFY(silent.isClosed());
    QCOMPARE(m_host->counts().sockets.load(), 1);
    QCOMPARE(m_host->counts().cutOff.load(), 1);
    QVERIFY(!alive->isClosed());
    // A ping was among what it got.
    QVERIFY(std::any_of(silent.frames.begin(), silent.frames.end(),
                        [](const RawStream::Frame &frame) { return frame.opcode == 9; }));
}

void TstHubSockets::closesOnAFloodOfMessages() {
    m_limits.heartbeatMs = 60'000;
    restart();
    const auto ann = liveClient("account=1&session=1&since=0");
    for (int i = 0; i < m_limits.maxMessagesPerHeartbeat; ++i)
        ann->socket().sendTextMessage("hello");
    m_backend->commit({kAnn});
    QTRY_COMPARE(ann->events.size(), 1);
    QVERIFY(!ann->isClosed());
    for (int i = 0; i < 50; ++i)
        ann->socket().sendBinaryMessage("hello");
    QTRY_VERIFY(ann->isClosed());
    QCOMPARE(ann->socket().closeCode(), QWebSocketProtocol::CloseCodePolicyViolated);
    QTRY_COMPARE(m_host->counts().sockets.load(), 0);
    QCOMPARE(m_host->counts().cutOff.load(), 1);
}

void TstHubSockets::refusesLargeMessages() {
    const auto ann = liveClient("account=1&since=0");
    ann->socket().sendTextMessage(QString(2000, u'x'));
    QTRY_VERIFY(ann->isClosed());
    QCOMPARE(ann->socket().closeCode(), QWebSocketProtocol::CloseCodeTooMuchData);
    QTRY_COMPARE(m_host->counts().sockets.load(), 0);
}

void TstHubSockets::endsTheStreamsOfAnEndedSession() {
    const auto first = liveClient("account=1&session=1&since=0");
    const auto second = liveClient("account=1&session=1&since=0");
    const auto other = liveClient("account=1&session=2&since=0");
    emit m_backend->bus.sessionEnded(*SessionId::fromNumber(1));
    m_backend->commit({kAnn});
    QTRY_VERIFY(first->isClosed() && second->isClosed());
    QCOMPARE(first->socket().closeCode(), QWebSocketProtocol::CloseCodePolicyViolated);
    QTRY_COMPARE(other->events, QList<qint64>{1});
    QVERIFY(first->events.isEmpty() && second->events.isEmpty());
    QCOMPARE(m_host->counts().sockets.load(), 1);
}

void TstHubSockets::drains() {
    RawStream ann(m_host->port(), "account=1&session=1&since=0");
    ann.startReading();
    QTRY_COMPARE(m_host->counts().sockets.load(), 1);
    m_host->hub.closeAll();
    QTRY_VERIFY(ann.isClosed());
    QCOMPARE(ann.closeCode(), 1012);
    RawStream late(m_host->port(), "account=1&session=1&since=0");
    late.startReading();
    QTRY_COMPARE(late.closeCode(), 1012);
    QCOMPARE(m_host->counts().sockets.load(), 0);
}

void TstHubSockets::closesWhenTheLogCannotBeRead() {
    m_backend->pool.isBroken = true;
    RawStream ann(m_host->port(), "account=1&since=0");
    ann.startReading();
    QTRY_COMPARE(ann.closeCode(), 1013);
    QTRY_VERIFY(ann.isClosed());
    QCOMPARE(m_host->counts().sockets.load(), 0);
}

void TstHubSockets::replacesTheOldestStreamOfASession() {
    m_limits.maxSocketsPerSession = 2;
    restart();
    const auto first = liveClient("account=1&session=1&since=0");
    const auto second = liveClient("account=1&session=1&since=0");
    const auto other = liveClient("account=1&session=2&since=0");
    const auto third = liveClient("account=1&session=1&since=0");
    QTRY_VERIFY(first->isClosed());
    m_backend->commit({kAnn});
    QTRY_COMPARE(third->events.size(), 1);
    QTRY_COMPARE(second->events.size(), 1);
    QTRY_COMPARE(other->events.size(), 1);
    QCOMPARE(m_host->counts().sockets.load(), 3);
}

void TstHubSockets::boundsTheStreamsOfAnAccount() {
    m_limits.maxFollowersPerAddressee = 2;
    restart();
    const auto first = liveClient("account=1&session=1&since=0");
    const auto second = liveClient("account=1&session=2&since=0");
    RawStream third(m_host->port(), "account=1&session=3&since=0");
    third.startReading();
    QTRY_COMPARE(third.closeCode(), 1013);
    QCOMPARE(m_host->counts().refused.load(), 1);
    QCOMPARE(m_host->counts().sockets.load(), 2);
    QVERIFY(!first->isClosed() && !second->isClosed());
}

void TstHubSockets::survivesClientsThatLeave() {
    for (int i = 0; i < 60; ++i)
        m_backend->commit({kAnn}, 10'000);
    for (int round = 0; round < 40; ++round) {
        RawStream ann(m_host->port(), "account=1&session=1&since=0");
        for (int turn = 0; turn < round % 10; ++turn)
            QCoreApplication::processEvents();
        m_backend->commit({kAnn});
        ann.socket().abort();
    }
    QTRY_COMPARE(m_host->counts().sockets.load(), 0);
    const auto next = liveClient("account=1&session=1&since=99");
    QCOMPARE(next->events, QList<qint64>{100});
}

void TstHubSockets::serversOnSeveralThreads() {
    std::vector<std::unique_ptr<QThread>> threads;
    std::vector<HubHost *> hosts(2, nullptr);
    for (HubHost *&host : hosts) {
        QThread *thread = threads.emplace_back(std::make_unique<QThread>()).get();
        auto *context = new QObject;
        context->moveToThread(thread);
        connect(thread, &QThread::finished, context, [context, &host] {
            delete host;
            context->deleteLater();
        });
        thread->start();
        QMetaObject::invokeMethod(
            context, [this, &host] { host = new HubHost(*m_backend, m_limits); },
            Qt::BlockingQueuedConnection);
    }
    m_backend->commit({kAnn});
    std::vector<std::unique_ptr<StreamClient>> clients;
    for (int i = 0; i < 8; ++i) {
        clients.push_back(std::make_unique<StreamClient>(
            hosts[size_t(i % 2)]->port(), QString("account=1&session=%1&since=0").arg(i + 1)));
    }
    for (int i = 0; i < 200; ++i) {
        m_backend->commit({kAnn});
        QCoreApplication::processEvents();
    }
    for (const auto &client : clients) {
        QTRY_COMPARE(client->cursor(), 201);
        QCOMPARE(client->events, range(1, 201));
    }
    for (const auto &thread : threads) {
        thread->quit();
        QVERIFY(thread->wait());
    }
}

void TstHubSockets::thousandSubscribersOneEvent() {
    constexpr int kClients = 1000;
    m_limits.heartbeatMs = 4000;
    m_limits.maxFollowersPerAddressee = kClients;
    restart();
    std::vector<std::unique_ptr<StreamClient>> clients;
    for (int i = 1; i <= kClients; ++i) {
        clients.push_back(connectClient(QString("account=1&session=%1&since=0").arg(i)));
        if (i % 50 == 0) {
            QTRY_COMPARE_WITH_TIMEOUT(m_host->counts().sockets.load(), i, 60'000);
        }
    }
    for (const auto &client : clients)
        QTRY_VERIFY_WITH_TIMEOUT(!client->notes.isEmpty(), 60'000);
    QElapsedTimer timer;
    timer.start();
    m_backend->commit({kAnn});
    for (const auto &client : clients)
        QTRY_COMPARE_WITH_TIMEOUT(client->events.size(), 1, 60'000);
    qInfo("one event to %d sockets of this thread: %lld ms", kClients, timer.elapsed());
    QCOMPARE(m_host->counts().textsMade.load(), 1);
    QCOMPARE(m_host->counts().eventsSent.load(), kClients);
}

QTEST_GUILESS_MAIN(TstHubSockets)
#include "TstHubSockets.moc"
