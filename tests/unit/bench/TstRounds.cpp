// SPDX-License-Identifier: GPL-3.0-or-later
#include "stage/Rounds.h"

#include <QTest>

#include <memory>

using namespace soban::bench;
using namespace std::chrono_literals;

namespace {

LoadResult answers(int count) {
    LoadResult result;
    result.seconds = 1;
    for (int i = 0; i < count; ++i)
        result.latency.record(1ms);
    return result;
}

} // namespace

class TstRounds : public QObject {
    Q_OBJECT

private slots:
    void sidesTakeTurns() {
        Rounds rounds;
        QByteArray order;
        for (const char side : {'A', 'B', 'C'})
            rounds.add([&order, side] {
                order.append(side);
                return answers(1);
            });
        rounds.run(2);
        QCOMPARE(order, QByteArray("ABCABC"));
    }

    void ratioIsThatOfTheSameRound() {
        Rounds rounds;
        // The machine gets slower and slower; one side is always half as fast as the other.
        int speed = 3200;
        const int fast = rounds.add([&] { return answers(speed); });
        const int slow = rounds.add([&] {
            speed /= 2;
            return answers(speed);
        });
        rounds.run(3);
        QCOMPARE(rounds.ratio(slow, fast), 0.5);
        QCOMPARE(rounds.ratio(fast, slow), 2.0);
        QCOMPARE(rounds.perSecond(fast), 1600.0);
        QCOMPARE(rounds.latency(fast).count(), 3200 + 1600 + 800);
    }

    void sideThatDidNothingGivesNoRatio() {
        Rounds rounds;
        const int all = rounds.add([] { return answers(10); });
        const int none = rounds.add([] { return answers(0); });
        rounds.run(2);
        QCOMPARE(rounds.ratio(all, none), 0.0);
    }

    void serversTimeIsSharedAmongAllAnswers() {
        Rounds rounds;
        int round = 0;
        const int side = rounds.add([&] {
            LoadResult result = answers(50);
            result.answers = 60; // with those of the warm-up
            result.serverTime = ++round * 3ms;
            result.wall = 12ms;
            return result;
        });
        QCOMPARE(rounds.serverMicroseconds(side), 0.0);
        rounds.run(2);
        QCOMPARE(rounds.serverMicroseconds(side), 75.0);
        QCOMPARE(rounds.serverPercent(side), 37.5);
    }

    void firstFaultIsTold() {
        Rounds rounds;
        rounds.add([] { return answers(10); });
        rounds.add([] {
            LoadResult result = answers(10);
            result.failures = 3;
            result.firstFailure = QStringLiteral("503 full");
            return result;
        });
        QCOMPARE(rounds.fault(), QString());
        rounds.run(1);
        QCOMPARE(rounds.fault(),
                 QStringLiteral("side 2: 3 requests failed, the first with 503 full"));
    }

    void medianIsTheMiddle() {
        QCOMPARE(median({}), 0.0);
        QCOMPARE(median({3, 1, 2}), 2.0);
        QCOMPARE(median({4, 1, 2, 3}), 2.5);
    }
};

std::unique_ptr<QObject> newTstRounds() {
    return std::make_unique<TstRounds>();
}

#include "TstRounds.moc"
