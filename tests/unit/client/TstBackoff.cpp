// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/Backoff.h"

#include <QTest>

using namespace std::chrono_literals;
using soban::client::Backoff;

class TstBackoff : public QObject {
    Q_OBJECT

private slots:
    void doublesUpToItsMost_data() {
        QTest::addColumn<int>("failures");
        QTest::addColumn<int>("spanMs");
        QTest::newRow("first") << 0 << 100;
        QTest::newRow("second") << 1 << 200;
        QTest::newRow("fourth") << 3 << 800;
        QTest::newRow("capped") << 5 << 1000;
        QTest::newRow("for ever") << 1'000'000 << 1000;
    }
    void doublesUpToItsMost() {
        QFETCH(int, failures);
        QFETCH(int, spanMs);
        auto random = soban::client::randomOf(7);
        for (int i = 0; i < 200; ++i) {
            const auto delay = Backoff{100ms, 1000ms}.delay(failures, random).count();
            QVERIFY(delay >= spanMs / 2 && delay <= spanMs);
        }
    }

    void spreadsThoseThatFailedTogether() {
        int early = 0;
        constexpr int kClients = 1000;
        for (quint32 seed = 1; seed <= kClients; ++seed) {
            auto random = soban::client::randomOf(seed);
            early += Backoff{1000ms, 1000ms}.delay(0, random) < 750ms;
        }
        QVERIFY(early > kClients * 4 / 10 && early < kClients * 6 / 10);
    }

    void repeatsItselfForTheSameSeed() {
        auto one = soban::client::randomOf(5);
        auto other = soban::client::randomOf(5);
        for (int i = 0; i < 10; ++i)
            QCOMPARE(Backoff{}.delay(i, one).count(), Backoff{}.delay(i, other).count());
    }
};

QTEST_GUILESS_MAIN(TstBackoff)
#include "TstBackoff.moc"
