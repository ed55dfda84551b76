// SPDX-License-Identifier: GPL-3.0-or-later
// Turns of the loop and timers.
#include "DispatcherKit.h"

#include <QSemaphore>
#include <QTimer>

using namespace soban::testing;

class TstDispatcher : public QObject {
    Q_OBJECT

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

int main(int argc, char **argv) {
    return runOnBoth<TstDispatcher>(argc, argv);
}

#include "TstDispatcher.moc"
