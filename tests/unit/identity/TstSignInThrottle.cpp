// SPDX-License-Identifier: GPL-3.0-or-later
#include "identity/SignInThrottle.h"

#include <QTest>

using namespace soban;
using namespace soban::identity;
using namespace std::chrono_literals;

namespace {

const Instant kStart = Instant::fromMs(1'800'000'000'000);
const QString kMina = QStringLiteral("mina");
const QString kHome = QStringLiteral("192.0.2.1");
const QString kElsewhere = QStringLiteral("198.51.100.7");

} // namespace

class TstSignInThrottle : public QObject {
    Q_OBJECT

private slots:
    void delaysGrowWithEachFailure_data() {
        QTest::addColumn<int>("failures");
        QTest::addColumn<qint64>("waitMs");
        QTest::newRow("none") << 0 << qint64(0);
        QTest::newRow("last free one") << 4 << qint64(0);
        QTest::newRow("free ones used up") << 5 << qint64(1'000);
        QTest::newRow("one more") << 6 << qint64(2'000);
        QTest::newRow("two more") << 7 << qint64(4'000);
        QTest::newRow("five more") << 10 << qint64(32'000);
        QTest::newRow("never more than a minute") << 11 << qint64(60'000);
        QTest::newRow("however many") << 60 << qint64(60'000);
    }
    void delaysGrowWithEachFailure() {
        QFETCH(int, failures);
        ThrottleLimits limits;
        limits.perPair.forgiveEveryMs = 1'000'000'000;
        SignInThrottle throttle(limits);
        Instant now = kStart;
        for (int i = 0; i < failures; ++i) {
            now = now + throttle.admit(kMina, kHome, now);
            // The last wait is over: this one goes through.
            if (i >= 5)
                QCOMPARE(throttle.admit(kMina, kHome, now), 0ms);
        }
        QTEST(qint64(throttle.admit(kMina, kHome, now).count()), "waitMs");
    }

    void waitsAreCountedFromTheLastAdmittedAttempt() {
        SignInThrottle throttle;
        for (int i = 0; i < 5; ++i)
            QCOMPARE(throttle.admit(kMina, kHome, kStart), 0ms);
        QCOMPARE(throttle.admit(kMina, kHome, kStart), 1000ms);
        // To be refused costs nothing.
        QCOMPARE(throttle.admit(kMina, kHome, kStart + 400ms), 600ms);
        QCOMPARE(throttle.admit(kMina, kHome, kStart + 999ms), 1ms);
        QCOMPARE(throttle.admit(kMina, kHome, kStart + 1000ms), 0ms);
        QCOMPARE(throttle.admit(kMina, kHome, kStart + 1000ms), 2000ms);
    }

    void boundsGuessesPerMinute() {
        SignInThrottle throttle;
        int admitted = 0;
        for (auto passed = 0ms; passed < 60min; passed += 100ms)
            admitted += throttle.admit(kMina, kHome, kStart + passed) == 0ms;
        QVERIFY2(admitted <= 5 + 10 + 60, qPrintable(QString::number(admitted)));
        QVERIFY(admitted >= 30);
    }

    void letsTheVictimInFromElsewhere() {
        SignInThrottle throttle;
        for (int i = 0; i < 50; ++i)
            Q_UNUSED(throttle.admit(kMina, kHome, kStart));
        QVERIFY(throttle.admit(kMina, kHome, kStart) > 0ms);
        QCOMPARE(throttle.admit(kMina, kElsewhere, kStart), 0ms);
    }

    void letsTheVictimInUnderAttackFromEverywhere() {
        SignInThrottle throttle;
        for (int i = 0; i < 300; ++i)
            QCOMPARE(throttle.admit(kMina, QStringLiteral("10.0.0.%1").arg(i), kStart), 0ms);
        // Each address of the attack has had its only attempt …
        QVERIFY(throttle.admit(kMina, QStringLiteral("10.0.0.299"), kStart) > 0ms);
        // … and so has a new one, which is enough for who knows the password.
        QCOMPARE(throttle.admit(kMina, kElsewhere, kStart), 0ms);
        throttle.succeeded(kMina, kElsewhere);
        // From now on the address is known, and may mistype as ever.
        for (int i = 0; i < 5; ++i)
            QCOMPARE(throttle.admit(kMina, kElsewhere, kStart), 0ms);
    }

    void sparesAKnownPersonAtAnAbusedAddress() {
        SignInThrottle throttle;
        QCOMPARE(throttle.admit(kMina, kHome, kStart), 0ms);
        throttle.succeeded(kMina, kHome);
        for (int i = 0; i < 100; ++i)
            QCOMPARE(throttle.admit(QStringLiteral("login%1").arg(i), kHome, kStart), 0ms);
        QVERIFY(throttle.admit(QStringLiteral("one more"), kHome, kStart) > 0ms);
        QCOMPARE(throttle.admit(kMina, kHome, kStart), 0ms);
    }

    void successForgivesItsOwnAttemptsOnly() {
        SignInThrottle throttle;
        for (int round = 0; round < 30; ++round) {
            // A thief with an account of his own, between guesses at others.
            for (int i = 0; i < 4; ++i) {
                Q_UNUSED(
                    throttle.admit(QStringLiteral("other%1").arg(round * 4 + i), kHome, kStart));
            }
            if (throttle.admit(QStringLiteral("thief"), kHome, kStart) == 0ms)
                throttle.succeeded(QStringLiteral("thief"), kHome);
        }
        QVERIFY(throttle.admit(QStringLiteral("another"), kHome, kStart) > 0ms);
    }

    void successEndsTheDelay() {
        SignInThrottle throttle;
        for (int i = 0; i < 5; ++i)
            QCOMPARE(throttle.admit(kMina, kHome, kStart), 0ms);
        throttle.succeeded(kMina, kHome);
        QCOMPARE(throttle.admit(kMina, kHome, kStart), 0ms);
    }

    void aWithdrawnAttemptDoesNotCount() {
        SignInThrottle throttle;
        for (int i = 0; i < 500; ++i) {
            QCOMPARE(throttle.admit(kMina, kHome, kStart), 0ms);
            throttle.withdrawn(kMina, kHome);
        }
        QCOMPARE(throttle.keys(), 0);
    }

    void forgetsWithTime() {
        SignInThrottle throttle;
        for (int i = 0; i < 5; ++i)
            QCOMPARE(throttle.admit(kMina, kHome, kStart), 0ms);
        const Instant later = kStart + 5min;
        for (int i = 0; i < 5; ++i)
            QCOMPARE(throttle.admit(kMina, kHome, later), 0ms);
        QCOMPARE(throttle.admit(kMina, kHome, later), 1000ms);
    }

    void survivesAClockThatIsSetBack() {
        SignInThrottle throttle;
        for (int i = 0; i < 5; ++i)
            QCOMPARE(throttle.admit(kMina, kHome, kStart), 0ms);
        const Instant before = kStart - 24h;
        QVERIFY(throttle.admit(kMina, kHome, before) <= 60s);
    }

    void boundsItsMemory() {
        ThrottleLimits limits;
        limits.mostKeys = 100;
        SignInThrottle throttle(limits);
        for (int i = 0; i < 5; ++i)
            QCOMPARE(throttle.admit(kMina, kHome, kStart), 0ms);
        for (int i = 0; i < 5'000; ++i) {
            const QString flood = QStringLiteral("flood%1").arg(i);
            QCOMPARE(throttle.admit(flood, flood, kStart), 0ms);
            throttle.succeeded(QStringLiteral("good%1").arg(i), kHome);
        }
        QVERIFY(throttle.keys() <= 5 * 100);
        // The flood has not washed away who was being slowed.
        QVERIFY(throttle.admit(kMina, kHome, kStart) > 0ms);
    }

    void slowsRegistrationsPerAddress() {
        SignInThrottle throttle;
        for (int i = 0; i < 100; ++i)
            QCOMPARE(throttle.admitRegistration(kHome, kStart), 0ms);
        QCOMPARE(throttle.admitRegistration(kHome, kStart), 1000ms);
        QCOMPARE(throttle.admitRegistration(kElsewhere, kStart), 0ms);
        QCOMPARE(throttle.admit(kMina, kHome, kStart), 0ms);
    }
};

QTEST_APPLESS_MAIN(TstSignInThrottle)
#include "TstSignInThrottle.moc"
