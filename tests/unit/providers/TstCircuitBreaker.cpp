// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/CircuitBreaker.h"

#include <QTest>

using namespace soban::providers;
using namespace std::chrono_literals;
using State = CircuitBreaker::State;

class TstCircuitBreaker : public QObject {
    Q_OBJECT

private:
    struct House {
        CircuitBreaker::Moment now{};
        CircuitBreaker breaker{{3, 5, 10s, 30s}, [this] { return now; }};

        State state() const { return breaker.counts().state; }
        void call(bool isAnswered) {
            const auto pass = breaker.admit();
            QVERIFY(pass);
            breaker.tell(*pass, isAnswered);
        }
        void open() {
            for (int i = 0; i < 3; ++i)
                call(false);
        }
    };

private slots:
    void opensWhenTooManyOfTheRecentCallsFail() { // G14
        House house;
        for (const bool isAnswered : {false, false, true, true, true, false, true, false})
            house.call(isAnswered);
        QCOMPARE(house.state(), State::Closed); // two of the last five
        house.call(false);
        QCOMPARE(house.state(), State::Open);
        QVERIFY(!house.breaker.isAvailable());
        QVERIFY(!house.breaker.admit());
        QCOMPARE(house.breaker.counts().heldBack, 1);
        QCOMPARE(house.breaker.counts().failed, 5);
        QCOMPARE(house.breaker.counts().opened, 1);
    }

    void oneProbeGoesOutAfterTheRest() { // G14
        House house;
        house.open();
        house.now += 9'999ms;
        QVERIFY(!house.breaker.admit());
        house.now += 1ms;
        QCOMPARE(house.state(), State::HalfOpen);
        QVERIFY(house.breaker.isAvailable());
        const auto probe = house.breaker.admit();
        QVERIFY(probe);
        QVERIFY(!house.breaker.isAvailable());
        QVERIFY(!house.breaker.admit());
        house.breaker.tell(*probe, true);
        QCOMPARE(house.state(), State::Closed);
        house.call(true);
    }

    void probeThatFailsMakesTheRestLonger() { // G14
        House house;
        house.open();
        for (const auto rest : {10s, 20s, 30s, 30s}) {
            house.now += rest - 1ms;
            QVERIFY(!house.breaker.isAvailable());
            house.now += 1ms;
            house.call(false);
            QCOMPARE(house.state(), State::Open);
        }
        house.now += 30s;
        house.call(true);
        // The next trouble begins with the short rest.
        house.open();
        house.now += 10s;
        QVERIFY(house.breaker.isAvailable());
    }

    void lateOutcomesOfEarlierCallsChangeNothing_data() {
        QTest::addColumn<bool>("isAnswered");
        QTest::newRow("answered") << true;
        QTest::newRow("not answered") << false;
    }
    void lateOutcomesOfEarlierCallsChangeNothing() {
        QFETCH(bool, isAnswered);
        House house;
        const auto early = house.breaker.admit();
        house.open();
        house.now += 10s;
        const auto probe = house.breaker.admit();
        house.breaker.tell(*early, isAnswered);
        QCOMPARE(house.state(), State::HalfOpen);
        QVERIFY(!house.breaker.admit());
        house.breaker.tell(*probe, true);
        QCOMPARE(house.state(), State::Closed);
    }

    void callThatWasNotMadeSaysNothing() { // G14
        House house;
        for (int i = 0; i < 10; ++i)
            house.breaker.giveBack(*house.breaker.admit());
        QCOMPARE(house.state(), State::Closed);
        QCOMPARE(house.breaker.counts().failed, 0);
        house.open();
        house.now += 10s;
        house.breaker.giveBack(*house.breaker.admit());
        QVERIFY(house.breaker.isAvailable()); // the next one is the probe
        house.call(true);
        QCOMPARE(house.state(), State::Closed);
    }
};

QTEST_GUILESS_MAIN(TstCircuitBreaker)
#include "TstCircuitBreaker.moc"
