// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/Housekeeping.h"
#include "support/TestBench.h"

#include <QTest>

using namespace soban;
using namespace soban::app;
using namespace soban::testing;
using namespace std::chrono_literals;

class TstHousekeeping : public QObject {
    Q_OBJECT

private:
    static void keepAnswers(LiveBench &bench, int count, int status) {
        bench.run([&](Hands &) {
            for (int i = 0; i < count; ++i) {
                const CommandKey key{bench.town.mina, QStringLiteral("/v1/orders"),
                                     QStringLiteral("key-%1-%2").arg(status).arg(i)};
                bench.rooms().model().answers.keep(key, {"hash", status, "{}", {}},
                                                   bench.clock.now());
            }
        });
    }
    static int kept(LiveBench &bench) { return bench.countOf("SELECT COUNT(*) FROM idempotency"); }

private slots:
    void answersAreKeptForThirtyDaysAndThenForgotten() { // G3
        constexpr int kAnswers = 1200;                   // more than one transaction forgets
        LiveBench bench;
        keepAnswers(bench, kAnswers, 201);
        Housekeeping housekeeping(bench.writer(), bench.rooms().model().answers, bench.clock);
        bench.clock.advance(Housekeeping::kKeepAnswers);
        housekeeping.tidy();
        bench.run([](Hands &) {});
        QCOMPARE(kept(bench), kAnswers);
        bench.clock.advance(1ms);
        housekeeping.tidy();
        QTRY_COMPARE(kept(bench), 0);
        bench.stop();
    }

    void commandThatStillRunsIsNotForgotten() { // G3
        LiveBench bench;
        keepAnswers(bench, 1, 0);
        Housekeeping housekeeping(bench.writer(), bench.rooms().model().answers, bench.clock);
        bench.clock.advance(2 * Housekeeping::kKeepAnswers);
        housekeeping.tidy();
        bench.run([](Hands &) {});
        QCOMPARE(kept(bench), 1);
        bench.stop();
    }
};

std::unique_ptr<QObject> newTstHousekeeping() {
    return std::make_unique<TstHousekeeping>();
}

#include "TstHousekeeping.moc"
