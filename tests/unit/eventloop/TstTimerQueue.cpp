// SPDX-License-Identifier: GPL-3.0-or-later
#include "eventloop/TimerQueue.h"

#include <QTest>

using namespace soban;
using namespace std::chrono_literals;

class TstTimerQueue : public QObject {
    Q_OBJECT

private:
    using Time = TimerQueue::Clock::time_point;

    static void add(TimerQueue &queue, int id, std::chrono::milliseconds interval,
                    QObject *owner = nullptr, Time now = {}) {
        queue.add({id, interval, Qt::PreciseTimer, owner}, now);
    }
    /// Handles all that is due at `now`, at once; the ids.
    static QList<int> fire(TimerQueue &queue, Time now) {
        QList<int> fired;
        for (qsizetype left = queue.dueCount(now); left > 0; --left) {
            const auto firing = queue.beginFiring(now);
            if (!firing)
                break;
            fired.append(firing->id);
            queue.endFiring(*firing);
        }
        return fired;
    }

private slots:
    void emptyQueueHasNothingDue() {
        TimerQueue queue;
        QVERIFY(queue.isEmpty());
        QVERIFY(!queue.untilNext({}));
        QVERIFY(!queue.beginFiring({}));
        QVERIFY(!queue.remaining(1, {}));
        QVERIFY(!queue.remove(1));
    }

    void firstDueFiresFirst() {
        TimerQueue queue;
        add(queue, 1, 30ms);
        add(queue, 2, 10ms);
        add(queue, 3, 20ms);
        QCOMPARE(queue.untilNext({}), std::optional<TimerQueue::Clock::duration>(10ms));
        QCOMPARE(fire(queue, Time(9ms)), QList<int>{});
        QCOMPARE(fire(queue, Time(20ms)), (QList<int>{2, 3}));
        QCOMPARE(queue.remaining(1, Time(20ms)), std::optional<TimerQueue::Clock::duration>(10ms));
    }

    void ofThoseDueTogetherTheEldestFiresFirst() {
        TimerQueue queue;
        for (const int id : {7, 3, 5})
            add(queue, id, 10ms);
        QCOMPARE(fire(queue, Time(10ms)), (QList<int>{7, 3, 5}));
    }

    void keepsItsRhythmThoughItFiresLate() {
        TimerQueue queue;
        add(queue, 1, 10ms);
        QCOMPARE(fire(queue, Time(13ms)), QList<int>{1});
        QCOMPARE(queue.remaining(1, Time(13ms)), std::optional<TimerQueue::Clock::duration>(7ms));
    }

    void whatWasMissedIsNotMadeUpFor() {
        TimerQueue queue;
        add(queue, 1, 10ms);
        QCOMPARE(fire(queue, Time(95ms)), QList<int>{1});
        QCOMPARE(fire(queue, Time(104ms)), QList<int>{});
        QCOMPARE(fire(queue, Time(105ms)), QList<int>{1});
    }

    void timerWithoutIntervalFiresOnceARound() {
        TimerQueue queue;
        add(queue, 1, 0ms);
        add(queue, 2, 0ms);
        QCOMPARE(fire(queue, Time(1ms)), (QList<int>{1, 2}));
        QCOMPARE(fire(queue, Time(1ms)), (QList<int>{1, 2}));
    }

    void firingTimerIsNotDueUntilItHasEnded() {
        TimerQueue queue;
        add(queue, 1, 0ms);
        const auto firing = queue.beginFiring({});
        QVERIFY(firing);
        QVERIFY(!queue.untilNext({}));
        QVERIFY(!queue.beginFiring({}));
        queue.endFiring(*firing);
        QVERIFY(queue.beginFiring({}));
    }

    void timerRemovedWhileFiringIsGone() {
        TimerQueue queue;
        add(queue, 1, 0ms);
        const auto firing = queue.beginFiring({});
        QVERIFY(queue.remove(1));
        queue.endFiring(*firing);
        QVERIFY(queue.isEmpty());
        QVERIFY(!queue.untilNext({}));
    }

    void idUsedAgainWhileFiringIsAnotherTimer() {
        TimerQueue queue;
        add(queue, 1, 0ms);
        const auto firing = queue.beginFiring({});
        queue.remove(1);
        add(queue, 1, 50ms);
        queue.endFiring(*firing);
        QCOMPARE(queue.untilNext({}), std::optional<TimerQueue::Clock::duration>(50ms));
        QCOMPARE(fire(queue, Time(50ms)), QList<int>{1});
    }

    void ownersTimersGoTogether() {
        TimerQueue queue;
        QObject one;
        QObject other;
        add(queue, 1, 10ms, &one);
        add(queue, 2, 10ms, &other);
        add(queue, 3, 20ms, &one);
        QCOMPARE(queue.of(&one).size(), 2);
        QVERIFY(queue.removeAll(&one));
        QVERIFY(!queue.removeAll(&one));
        QCOMPARE(fire(queue, Time(99ms)), QList<int>{2});
    }
};

QTEST_GUILESS_MAIN(TstTimerQueue)
#include "TstTimerQueue.moc"
