// SPDX-License-Identifier: GPL-3.0-or-later
// Every test runs on Qt's own dispatcher, too: ours may do nothing that Qt's does not, and has to
// do all that it does.
#include "eventloop/NetworkDispatcher.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QSemaphore>
#include <QSocketNotifier>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryFile>
#include <QTest>
#include <QThread>
#include <QTimer>

#include <array>

#include <sys/socket.h>
#include <unistd.h>

using namespace soban;

namespace {

constexpr int kMostMs = 5000; ///< nothing here takes so long

/// Turns the loop of the thread that it is called on until `done`; false if that takes too long.
bool turnUntil(const std::function<bool()> &done) {
    QElapsedTimer since;
    since.start();
    while (!done()) {
        if (since.elapsed() > kMostMs)
            return false;
        QCoreApplication::processEvents(QEventLoop::AllEvents);
    }
    return true;
}

/// Turns it a few times, for what must not happen.
void turn(int times = 5) {
    for (int i = 0; i < times; ++i)
        QCoreApplication::processEvents(QEventLoop::AllEvents);
}

/// Two sockets that are connected with each other.
class Pair {
public:
    Pair() {
        if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0, m_ends.data()))
            qFatal("no sockets");
    }
    ~Pair() {
        closeNear();
        closeFar();
    }
    Q_DISABLE_COPY_MOVE(Pair)

    int near() const { return m_ends[0]; }
    bool write(const char *text = "x") const {
        return ::write(m_ends[1], text, qstrlen(text)) == qint64(qstrlen(text));
    }
    QByteArray read() const {
        std::array<char, 64> text;
        const auto count = ::read(m_ends[0], text.data(), text.size());
        return {text.data(), std::max<qsizetype>(0, count)};
    }
    void closeNear() { close(m_ends[0]); }
    void closeFar() { close(m_ends[1]); }

private:
    static void close(int &end) {
        if (end >= 0)
            ::close(std::exchange(end, -1));
    }

    std::array<int, 2> m_ends{-1, -1};
};

/// A thread with the dispatcher that is tested.
class Loop {
public:
    explicit Loop(bool isOurs) {
        if (isOurs)
            m_thread.setEventDispatcher(newNetworkDispatcher().release());
        m_context.moveToThread(&m_thread);
        m_thread.start();
    }
    ~Loop() {
        m_thread.quit();
        m_thread.wait();
    }
    Q_DISABLE_COPY_MOVE(Loop)

    QObject &context() { return m_context; }
    QThread &thread() { return m_thread; }
    template <typename Function>
    void run(Function function) {
        QMetaObject::invokeMethod(&m_context, function, Qt::BlockingQueuedConnection);
    }

private:
    QThread m_thread;
    QObject m_context;
};

class TimerLog : public QObject {
public:
    std::function<void(int)> handle;
    QList<int> fired;

protected:
    void timerEvent(QTimerEvent *event) override {
        fired.append(event->timerId());
        if (handle)
            handle(event->timerId());
    }
};

} // namespace

class TstDispatcher : public QObject {
    Q_OBJECT

private:
    /// The test, on each of the two.
    void onBoth() {
        QTest::addColumn<bool>("isOurs");
        QTest::newRow("Qt's own") << false;
        if (newNetworkDispatcher())
            QTest::newRow("ours") << true;
    }

private slots:
    void initTestCase() { QVERIFY(qEnvironmentVariableIsSet("QT_NO_GLIB")); }

    void worksForOtherThreads_data() { onBoth(); }
    void worksForOtherThreads();
    void turnWithNothingToDoDoesNothing_data() { onBoth(); }
    void turnWithNothingToDoDoesNothing();
    void isInterruptedFromAnotherThread_data() { onBoth(); }
    void isInterruptedFromAnotherThread();

    void timersFireInTheirOrder_data() { onBoth(); }
    void timersFireInTheirOrder();
    void timersAreKnown_data() { onBoth(); }
    void timersAreKnown();
    void timerWithoutIntervalStarvesNobody_data() { onBoth(); }
    void timerWithoutIntervalStarvesNobody();
    void timerEndedByAnotherDoesNotFire_data() { onBoth(); }
    void timerEndedByAnotherDoesNotFire();
    void timersOwnerMayGoInItsHandler_data() { onBoth(); }
    void timersOwnerMayGoInItsHandler();
    void nestedLoopDoesNotEnterATimerAgain_data() { onBoth(); }
    void nestedLoopDoesNotEnterATimerAgain();

    void readerIsToldUntilAllIsRead_data() { onBoth(); }
    void readerIsToldUntilAllIsRead();
    void writerIsToldThatThereIsRoom_data() { onBoth(); }
    void writerIsToldThatThereIsRoom();
    void whoIsDisabledIsNotTold_data() { onBoth(); }
    void whoIsDisabledIsNotTold();
    void readerIsToldThatTheOtherHungUp_data() { onBoth(); }
    void readerIsToldThatTheOtherHungUp();
    void whoIsDeletedMeanwhileIsNotTold_data() { onBoth(); }
    void whoIsDeletedMeanwhileIsNotTold();
    void nestedLoopTellsTheRest_data() { onBoth(); }
    void nestedLoopTellsTheRest();
    void socketsMayBeLeftOut_data() { onBoth(); }
    void socketsMayBeLeftOut();

    void descriptorUsedAgainIsAnother_data() { onBoth(); }
    void descriptorUsedAgainIsAnother();
    void copyOfAClosedDescriptorKeepsNobodyAwake_data() { onBoth(); }
    void copyOfAClosedDescriptorKeepsNobodyAwake();
    void fileIsAlwaysReady_data() { onBoth(); }
    void fileIsAlwaysReady();

    void manyConnectionsAreServed_data() { onBoth(); }
    void manyConnectionsAreServed();
};

void TstDispatcher::worksForOtherThreads() {
    QFETCH(bool, isOurs);
    Loop loop(isOurs);
    constexpr int kPosts = 20'000;
    int seen = 0;
    QSemaphore done;
    for (int i = 0; i < kPosts; ++i)
        QMetaObject::invokeMethod(&loop.context(), [&seen, &done] {
            if (++seen == kPosts)
                done.release();
        });
    QVERIFY(done.tryAcquire(1, kMostMs));
    // And one by one: each has to wake it up.
    for (int i = 0; i < 200; ++i) {
        QMetaObject::invokeMethod(&loop.context(), [&done] { done.release(); });
        QVERIFY(done.tryAcquire(1, kMostMs));
    }
}

void TstDispatcher::turnWithNothingToDoDoesNothing() {
    QFETCH(bool, isOurs);
    Loop loop(isOurs);
    loop.run([] {
        turn();
        QVERIFY(!QThread::currentThread()->eventDispatcher()->processEvents(QEventLoop::AllEvents));
    });
}

void TstDispatcher::isInterruptedFromAnotherThread() {
    QFETCH(bool, isOurs);
    Loop loop(isOurs);
    QSemaphore inside;
    QSemaphore outside;
    QEventLoop *inner = nullptr;
    QMetaObject::invokeMethod(&loop.context(), [&] {
        QEventLoop nested;
        inner = &nested;
        QTimer::singleShot(0, &nested, [&inside] { inside.release(); });
        nested.exec();
        outside.release();
    });
    QVERIFY(inside.tryAcquire(1, kMostMs));
    inner->quit();
    QVERIFY(outside.tryAcquire(1, kMostMs));
}

void TstDispatcher::timersFireInTheirOrder() {
    QFETCH(bool, isOurs);
    Loop loop(isOurs);
    loop.run([] {
        TimerLog log;
        const int last = log.startTimer(40, Qt::PreciseTimer);
        const int first = log.startTimer(5, Qt::PreciseTimer);
        const int second = log.startTimer(20, Qt::PreciseTimer);
        log.handle = [&log](int id) { log.killTimer(id); };
        QElapsedTimer since;
        since.start();
        QVERIFY(turnUntil([&] { return log.fired.size() == 3; }));
        QCOMPARE(log.fired, (QList<int>{first, second, last}));
        QVERIFY(since.elapsed() >= 39);
    });
}

void TstDispatcher::timersAreKnown() {
    QFETCH(bool, isOurs);
    Loop loop(isOurs);
    loop.run([] {
        QAbstractEventDispatcher *dispatcher = QThread::currentThread()->eventDispatcher();
        TimerLog log;
        QCOMPARE(dispatcher->remainingTime(9999), -1);
        const int id = log.startTimer(2000, Qt::CoarseTimer);
        const auto timers = dispatcher->registeredTimers(&log);
        QCOMPARE(timers.size(), 1);
        QCOMPARE(timers.first().timerId, id);
        QCOMPARE(timers.first().interval, 2000);
        QCOMPARE(timers.first().timerType, Qt::CoarseTimer);
        const int left = dispatcher->remainingTime(id);
        QVERIFY2(left > 1800 && left <= 2100, qPrintable(QString::number(left))); // coarse
        log.killTimer(id);
        QVERIFY(dispatcher->registeredTimers(&log).isEmpty());
        QVERIFY(!dispatcher->unregisterTimers(&log));
    });
}

void TstDispatcher::timerWithoutIntervalStarvesNobody() {
    QFETCH(bool, isOurs);
    Loop loop(isOurs);
    loop.run([] {
        TimerLog busy;
        busy.startTimer(0);
        const Pair pair;
        QSocketNotifier reader(pair.near(), QSocketNotifier::Read);
        QByteArray read;
        QObject::connect(&reader, &QSocketNotifier::activated, &reader,
                         [&] { read += pair.read(); });
        bool isPosted = false;
        QMetaObject::invokeMethod(
            &reader, [&isPosted] { isPosted = true; }, Qt::QueuedConnection);
        TimerLog late;
        late.startTimer(10);
        QVERIFY(pair.write());
        QVERIFY(turnUntil([&] { return read == "x" && isPosted && !late.fired.isEmpty(); }));
        QVERIFY(!busy.fired.isEmpty());
    });
}

void TstDispatcher::timerEndedByAnotherDoesNotFire() {
    QFETCH(bool, isOurs);
    Loop loop(isOurs);
    loop.run([] {
        TimerLog log;
        std::array<int, 2> ids{log.startTimer(5), log.startTimer(5)};
        log.handle = [&](int) {
            for (const int id : ids)
                log.killTimer(id);
        };
        QThread::msleep(20); // both are due
        turn();
        QCOMPARE(log.fired.size(), 1);
    });
}

void TstDispatcher::timersOwnerMayGoInItsHandler() {
    QFETCH(bool, isOurs);
    Loop loop(isOurs);
    loop.run([] {
        auto *log = new TimerLog;
        bool isGone = false;
        QObject::connect(log, &QObject::destroyed, log, [&isGone] { isGone = true; });
        log->startTimer(0);
        log->startTimer(0);
        log->handle = [log](int) { delete log; };
        turn();
        QVERIFY(isGone);
    });
}

void TstDispatcher::nestedLoopDoesNotEnterATimerAgain() {
    QFETCH(bool, isOurs);
    Loop loop(isOurs);
    loop.run([] {
        TimerLog outer;
        TimerLog inner;
        int depth = 0;
        int deepest = 0;
        outer.handle = [&](int id) {
            deepest = std::max(deepest, ++depth);
            if (outer.fired.size() == 1) {
                QEventLoop nested;
                inner.handle = [&](int innerId) {
                    inner.killTimer(innerId);
                    nested.quit();
                };
                inner.startTimer(10);
                nested.exec(); // neither spins nor enters the outer timer
                outer.killTimer(id);
            }
            --depth;
        };
        outer.startTimer(0);
        QVERIFY(turnUntil([&] { return !inner.fired.isEmpty() && depth == 0; }));
        QCOMPARE(deepest, 1);
        QCOMPARE(outer.fired.size(), 1);
    });
}

void TstDispatcher::readerIsToldUntilAllIsRead() {
    QFETCH(bool, isOurs);
    Loop loop(isOurs);
    loop.run([] {
        const Pair pair;
        QSocketNotifier reader(pair.near(), QSocketNotifier::Read);
        int told = 0;
        QObject::connect(&reader, &QSocketNotifier::activated, &reader, [&told] { ++told; });
        turn();
        QCOMPARE(told, 0);
        QVERIFY(pair.write("some"));
        QVERIFY(turnUntil([&] { return told >= 3; })); // as long as it is there
        QCOMPARE(pair.read(), QByteArray("some"));
        told = 0;
        turn();
        QCOMPARE(told, 0);
    });
}

void TstDispatcher::writerIsToldThatThereIsRoom() {
    QFETCH(bool, isOurs);
    Loop loop(isOurs);
    loop.run([] {
        const Pair pair;
        QSocketNotifier reader(pair.near(), QSocketNotifier::Read);
        QSocketNotifier writer(pair.near(), QSocketNotifier::Write);
        int readable = 0;
        int writable = 0;
        QObject::connect(&reader, &QSocketNotifier::activated, &reader, [&] {
            ++readable;
            (void)pair.read();
        });
        QObject::connect(&writer, &QSocketNotifier::activated, &writer, [&] {
            ++writable;
            writer.setEnabled(false);
        });
        QVERIFY(turnUntil([&] { return writable == 1; }));
        turn();
        QCOMPARE(writable, 1);
        QCOMPARE(readable, 0);
        QVERIFY(pair.write()); // the reader is still heard
        QVERIFY(turnUntil([&] { return readable == 1; }));
    });
}

void TstDispatcher::whoIsDisabledIsNotTold() {
    QFETCH(bool, isOurs);
    Loop loop(isOurs);
    loop.run([] {
        const Pair pair;
        QSocketNotifier reader(pair.near(), QSocketNotifier::Read);
        int told = 0;
        QObject::connect(&reader, &QSocketNotifier::activated, &reader, [&] {
            ++told;
            (void)pair.read();
        });
        reader.setEnabled(false);
        QVERIFY(pair.write());
        turn();
        QCOMPARE(told, 0);
        reader.setEnabled(true);
        QVERIFY(turnUntil([&] { return told == 1; }));
    });
}

void TstDispatcher::readerIsToldThatTheOtherHungUp() {
    QFETCH(bool, isOurs);
    Loop loop(isOurs);
    loop.run([] {
        Pair pair;
        QSocketNotifier reader(pair.near(), QSocketNotifier::Read);
        int told = 0;
        QObject::connect(&reader, &QSocketNotifier::activated, &reader, [&] {
            ++told;
            reader.setEnabled(false);
        });
        pair.closeFar();
        QVERIFY(turnUntil([&] { return told == 1; }));
        turn();
        QCOMPARE(told, 1);
    });
}

void TstDispatcher::whoIsDeletedMeanwhileIsNotTold() {
    QFETCH(bool, isOurs);
    Loop loop(isOurs);
    loop.run([] {
        const std::array<Pair, 2> pairs;
        std::array<std::unique_ptr<QSocketNotifier>, 2> readers;
        int told = 0;
        for (size_t i = 0; i < 2; ++i) {
            readers[i] = std::make_unique<QSocketNotifier>(pairs[i].near(), QSocketNotifier::Read);
            QObject::connect(readers[i].get(), &QSocketNotifier::activated, readers[i].get(),
                             [&, i] {
                                 ++told;
                                 readers[1 - i].reset(); // both were ready
                                 (void)pairs[i].read();
                             });
        }
        QVERIFY(pairs[0].write() && pairs[1].write());
        turn();
        QCOMPARE(told, 1);
    });
}

void TstDispatcher::nestedLoopTellsTheRest() {
    QFETCH(bool, isOurs);
    Loop loop(isOurs);
    loop.run([] {
        const std::array<Pair, 2> pairs;
        std::array<std::unique_ptr<QSocketNotifier>, 2> readers;
        QList<size_t> told;
        for (size_t i = 0; i < 2; ++i) {
            readers[i] = std::make_unique<QSocketNotifier>(pairs[i].near(), QSocketNotifier::Read);
            QObject::connect(readers[i].get(), &QSocketNotifier::activated, readers[i].get(),
                             [&, i] {
                                 (void)pairs[i].read();
                                 told.append(i);
                                 // Whoever is told first waits for the other one.
                                 QVERIFY(turnUntil([&] { return told.size() == 2; }));
                             });
        }
        QVERIFY(pairs[0].write() && pairs[1].write());
        turn();
        QCOMPARE(told.size(), 2);
        QVERIFY(told.first() != told.last());
    });
}

void TstDispatcher::socketsMayBeLeftOut() {
    QFETCH(bool, isOurs);
    Loop loop(isOurs);
    loop.run([] {
        const Pair pair;
        QSocketNotifier reader(pair.near(), QSocketNotifier::Read);
        int told = 0;
        QObject::connect(&reader, &QSocketNotifier::activated, &reader, [&] {
            ++told;
            (void)pair.read();
        });
        QVERIFY(pair.write());
        TimerLog log;
        log.startTimer(5);
        QEventLoop nested;
        log.handle = [&nested](int) { nested.quit(); };
        nested.exec(QEventLoop::ExcludeSocketNotifiers);
        QCOMPARE(told, 0);
        QVERIFY(turnUntil([&] { return told == 1; }));
    });
}

void TstDispatcher::descriptorUsedAgainIsAnother() {
    QFETCH(bool, isOurs);
    Loop loop(isOurs);
    loop.run([isOurs] {
        Pair first;
        const int descriptor = first.near();
        auto old = std::make_unique<QSocketNotifier>(descriptor, QSocketNotifier::Read);
        int oldTold = 0;
        QObject::connect(old.get(), &QSocketNotifier::activated, old.get(),
                         [&oldTold] { ++oldTold; });
        turn();
        first.closeNear(); // as nobody should: the notifier is still there
        const Pair second;
        QCOMPARE(second.near(), descriptor);
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("otifiers")));
        QSocketNotifier reader(descriptor, QSocketNotifier::Read);
        int told = 0;
        QObject::connect(&reader, &QSocketNotifier::activated, &reader, [&] {
            ++told;
            (void)second.read();
        });
        QVERIFY(second.write());
        QVERIFY(turnUntil([&] { return told == 1; }));
        if (!isOurs)
            QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("otifiers")));
        old.reset();
        QVERIFY(second.write());
        QVERIFY(turnUntil([&] { return told == 2; }));
        QCOMPARE(oldTold, 0);
    });
}

void TstDispatcher::copyOfAClosedDescriptorKeepsNobodyAwake() {
    QFETCH(bool, isOurs);
    Loop loop(isOurs);
    loop.run([] {
        Pair pair;
        const int copy = ::dup(pair.near()); // as a child process has it
        QVERIFY(copy >= 0);
        auto reader = std::make_unique<QSocketNotifier>(pair.near(), QSocketNotifier::Read);
        turn();
        pair.closeNear();
        QVERIFY(pair.write()); // the copy can be read
        reader.reset();
        turn();
        int turns = 0;
        TimerLog log;
        QEventLoop nested;
        QObject::connect(QThread::currentThread()->eventDispatcher(),
                         &QAbstractEventDispatcher::awake, &log, [&turns] { ++turns; });
        log.handle = [&nested](int) { nested.quit(); };
        log.startTimer(50);
        nested.exec();
        QVERIFY2(turns < 20, qPrintable(QString::number(turns)));
        ::close(copy);
    });
}

void TstDispatcher::fileIsAlwaysReady() {
    QFETCH(bool, isOurs);
    Loop loop(isOurs);
    loop.run([] {
        QTemporaryFile file;
        QVERIFY(file.open());
        auto reader = std::make_unique<QSocketNotifier>(file.handle(), QSocketNotifier::Read);
        int told = 0;
        QObject::connect(reader.get(), &QSocketNotifier::activated, reader.get(),
                         [&told] { ++told; });
        QVERIFY(turnUntil([&] { return told >= 3; }));
        reader.reset();
        told = 0;
        turn();
        QCOMPARE(told, 0);
    });
}

void TstDispatcher::manyConnectionsAreServed() {
    QFETCH(bool, isOurs);
    Loop loop(isOurs);
    loop.run([] {
        constexpr int kConnections = 200;
        QTcpServer server;
        server.setListenBacklogSize(kConnections);
        QVERIFY(server.listen(QHostAddress::LocalHost));
        QObject::connect(&server, &QTcpServer::newConnection, &server, [&server] {
            while (QTcpSocket *socket = server.nextPendingConnection())
                QObject::connect(socket, &QTcpSocket::readyRead, socket,
                                 [socket] { socket->write(socket->readAll()); });
        });
        std::array<QTcpSocket, kConnections> clients;
        int answered = 0;
        for (QTcpSocket &client : clients) {
            QObject::connect(&client, &QTcpSocket::connected, &client,
                             [&client] { client.write("hello"); });
            QObject::connect(&client, &QTcpSocket::readyRead, &client,
                             [&client, &answered] { answered += client.readAll() == "hello"; });
            client.connectToHost(QHostAddress::LocalHost, server.serverPort());
        }
        QVERIFY(turnUntil([&] { return answered == kConnections; }));
    });
}

int main(int argc, char **argv) {
    qputenv("QT_NO_GLIB", "1"); // or Qt's own would be GLib's
    QCoreApplication application(argc, argv);
    TstDispatcher test;
    return QTest::qExec(&test, argc, argv);
}

#include "TstDispatcher.moc"
