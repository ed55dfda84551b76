// SPDX-License-Identifier: GPL-3.0-or-later
#include "clock/Clock.h"

#include <QTest>

#include <algorithm>
#include <limits>

using namespace soban;
using namespace std::chrono_literals;

class TstClock : public QObject {
    Q_OBJECT

private slots:
    void manualClockMovesByHandOnly();
    void systemClockShowsTheWall();
    void steadyClockGoesOnFromTheWall();
    void scaledClocksAgree();
    void scaledClockRunsAtItsSpeed_data();
    void scaledClockRunsAtItsSpeed();
    void scalesWaiting_data();
    void scalesWaiting();
    void neverWaitsANegativeTime_data();
    void neverWaitsANegativeTime();
};

namespace {

constexpr Instant kStart = Instant::fromMs(1'795'143'845'000); // 2026-11-20T03:04:05Z

bool isBetween(Instant moment, Instant first, Instant last) {
    return first <= moment && moment <= last;
}

} // namespace

void TstClock::manualClockMovesByHandOnly() {
    ManualClock clock(kStart);
    QCOMPARE(clock.now(), kStart);
    QCOMPARE(clock.now(), kStart);
    clock.advance(5min);
    QCOMPARE(clock.now(), kStart + 5min);
    clock.advance(-6min);
    QCOMPARE(clock.now(), kStart - 1min);
    // It cannot know when it will be moved, so that whoever waits looks again soon.
    QVERIFY(clock.wallTimeFor(1h) > 0ms);
    QVERIFY(clock.wallTimeFor(1h) < 100ms);
}

void TstClock::systemClockShowsTheWall() {
    const SystemClock clock;
    const Instant before = Instant::fromMs(QDateTime::currentMSecsSinceEpoch());
    const Instant shown = clock.now();
    const Instant after = Instant::fromMs(QDateTime::currentMSecsSinceEpoch());
    QVERIFY(isBetween(shown, before, after));
    QVERIFY(clock.wallTimeFor(90s) == 90s);
}

/// That it goes on when the wall's clock is set is drilled: soban-drill clock.
void TstClock::steadyClockGoesOnFromTheWall() { // G12
    const Instant before = SystemClock().now();
    const SteadyClock clock;
    const Instant shown = clock.now();
    QVERIFY(isBetween(shown, before - 1ms, SystemClock().now() + 1ms));
    QVERIFY(clock.wallTimeFor(90s) == 90s);
    QVERIFY(clock.wallTimeFor(-90s) == 0s);
}

void TstClock::scaledClocksAgree() {
    const Instant wall = SystemClock().now();
    const ScaledClock one(wall, kStart, 60);
    const ScaledClock other(wall, kStart, 60);
    const Instant before = one.now();
    const Instant between = other.now();
    // Each has looked at the wall by itself.
    const auto aMoment = 60 * 1ms;
    QVERIFY(isBetween(between, before - aMoment, one.now() + aMoment));
}

void TstClock::scaledClockRunsAtItsSpeed_data() {
    QTest::addColumn<double>("speed");
    QTest::newRow("slow motion") << 0.5;
    QTest::newRow("real") << 1.0;
    QTest::newRow("a minute a second") << 60.0;
    QTest::newRow("a day in a minute") << 1440.0;
}

void TstClock::scaledClockRunsAtItsSpeed() {
    QFETCH(double, speed);
    // Anchored in the past, so that the wall has moved on without waiting for it.
    const Instant before = SystemClock().now();
    const Instant anchor = before - 10min;
    const ScaledClock clock(anchor, kStart, speed);
    const Instant shown = clock.now();
    const auto passed = SystemClock().now() - anchor;
    const auto scaled = [speed](std::chrono::milliseconds wall) {
        return std::chrono::milliseconds(qint64(double(wall.count()) * speed));
    };
    QVERIFY(isBetween(shown, kStart + scaled(10min - 1ms), kStart + scaled(passed + 1ms)));
}

void TstClock::scalesWaiting_data() {
    QTest::addColumn<double>("speed");
    QTest::addColumn<qint64>("spanMs");
    QTest::addColumn<qint64>("wallMs");
    QTest::newRow("real") << 1.0 << qint64(1234) << qint64(1234);
    QTest::newRow("60 times") << 60.0 << qint64(60'000) << qint64(1000);
    QTest::newRow("never too short") << 60.0 << qint64(61) << qint64(2);
    QTest::newRow("half speed") << 0.5 << qint64(1000) << qint64(2000);
    QTest::newRow("nothing to wait") << 60.0 << qint64(0) << qint64(0);
}

void TstClock::scalesWaiting() {
    QFETCH(double, speed);
    QFETCH(qint64, spanMs);
    QFETCH(qint64, wallMs);
    const ScaledClock clock(SystemClock().now(), kStart, speed);
    QCOMPARE(qint64(clock.wallTimeFor(std::chrono::milliseconds(spanMs)).count()), wallMs);
}

void TstClock::neverWaitsANegativeTime_data() {
    QTest::addColumn<qint64>("spanMs");
    QTest::newRow("overdue") << qint64(-1);
    QTest::newRow("long overdue") << qint64(-86'400'000);
    QTest::newRow("as early as can be") << std::numeric_limits<qint64>::min();
}

void TstClock::neverWaitsANegativeTime() {
    QFETCH(qint64, spanMs);
    const std::chrono::milliseconds span(spanMs);
    QVERIFY(SystemClock().wallTimeFor(span) == 0ms);
    QVERIFY(ScaledClock(SystemClock().now(), kStart, 60).wallTimeFor(span) == 0ms);
    QVERIFY(ScaledClock(SystemClock().now(), kStart, 0.01).wallTimeFor(span) == 0ms);
    QVERIFY(ManualClock(kStart).wallTimeFor(span) >= 0ms);
    // What lies beyond all time is far away, and not now.
    const auto never = std::chrono::milliseconds::max();
    QVERIFY(ScaledClock(SystemClock().now(), kStart, 0.01).wallTimeFor(never) > 24h);
    QVERIFY(ScaledClock(SystemClock().now(), kStart, 60).wallTimeFor(never) > 24h);
}

QTEST_GUILESS_MAIN(TstClock)
#include "TstClock.moc"
