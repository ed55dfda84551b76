// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/DeadlineWheel.h"

#include <QRandomGenerator>
#include <QTest>

#include <map>

using soban::http::DeadlineWheel;
using Entries = std::vector<DeadlineWheel::Entry>;

class TstDeadlineWheel : public QObject {
    Q_OBJECT

private slots:
    void entriesComeOnceAndNeverEarly();
    void whatLiesBeyondTheRingComesRound();
    void whatIsOverdueComesWithTheNextTick();
    void aLongPauseLosesNothing();
    void isHeldAgainstAList();
};

void TstDeadlineWheel::entriesComeOnceAndNeverEarly() {
    DeadlineWheel wheel;
    QVERIFY(wheel.isEmpty());
    wheel.add({7, 250});
    QVERIFY(!wheel.isEmpty());
    QCOMPARE(wheel.take(0), Entries());
    QCOMPARE(wheel.take(249), Entries());
    QCOMPARE(wheel.take(300), (Entries{{7, 250}}));
    QCOMPARE(wheel.take(400), Entries());
    QVERIFY(wheel.isEmpty());
}

void TstDeadlineWheel::whatLiesBeyondTheRingComesRound() {
    DeadlineWheel wheel;
    constexpr qint64 kInFiveMinutes = 300'000; // the ring is a third of that
    wheel.add({1, kInFiveMinutes});
    for (qint64 now = 0; now < kInFiveMinutes; now += DeadlineWheel::kTickMs)
        QCOMPARE(wheel.take(now), Entries());
    QCOMPARE(wheel.take(kInFiveMinutes), (Entries{{1, kInFiveMinutes}}));
}

void TstDeadlineWheel::whatIsOverdueComesWithTheNextTick() {
    DeadlineWheel wheel;
    QCOMPARE(wheel.take(10'000), Entries());
    wheel.add({1, 10'000});
    wheel.add({2, 5});
    QCOMPARE(wheel.take(10'100).size(), size_t(2));
}

void TstDeadlineWheel::aLongPauseLosesNothing() {
    DeadlineWheel wheel;
    for (quint64 id = 0; id < 2000; ++id)
        wheel.add({id, qint64(id) * 100});
    QCOMPARE(wheel.take(3'600'000).size(), size_t(2000));
    QVERIFY(wheel.isEmpty());
}

void TstDeadlineWheel::isHeldAgainstAList() {
    QRandomGenerator random(20'240'611);
    DeadlineWheel wheel;
    std::map<quint64, qint64> list;
    qint64 now = 0;
    for (quint64 id = 0; id < 20'000; ++id) {
        const qint64 at = now + random.bounded(250'000);
        wheel.add({id, at});
        list.emplace(id, at);
        if (id % 3 != 0)
            continue;
        now += random.bounded(200);
        for (const DeadlineWheel::Entry &entry : wheel.take(now)) {
            QVERIFY(entry.atMs <= now);
            QCOMPARE(list.at(entry.id), entry.atMs);
            list.erase(entry.id);
        }
        // Two ticks: one that rounds up, and one of an entry that was overdue when it came.
        if (id % 300 == 0) {
            for (const auto &[left, at2] : list)
                QVERIFY(at2 > now - 2 * DeadlineWheel::kTickMs);
        }
    }
    QCOMPARE(wheel.take(now + 500'000).size(), list.size());
}

QTEST_GUILESS_MAIN(TstDeadlineWheel)
#include "TstDeadlineWheel.moc"
