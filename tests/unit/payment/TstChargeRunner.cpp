// SPDX-License-Identifier: GPL-3.0-or-later
#include "payment/ChargeRunner.h"
#include "support/TestBench.h"

#include "RunnerKit.h"

#include <QElapsedTimer>
#include <QTest>

#include <atomic>

using namespace soban;
using namespace soban::payment;
using namespace soban::testing;
using namespace std::chrono_literals;

namespace {

Captured captured(const Money &amount) {
    return {QStringLiteral("provider-key"), kTownTime, amount, Money::zero(amount.currency()),
            QStringLiteral("card"),         {}};
}

/// Answers as told: each outcome of a list once, then as usual. Everything is captured by default,
/// and nothing is known that was not charged.
class ScriptedProvider : public LaterProvider {
public:
    QList<ChargeOutcome> nextCharges;
    QList<LookUpOutcome> nextLookUps;

    QList<ChargeRequest> charges;
    QList<PaymentId> lookUps;
    QList<std::chrono::steady_clock::time_point> lookUpMoments;

    void charge(const ChargeRequest &request, Then<ChargeOutcome> then) override {
        charges.append(request);
        const ChargeOutcome outcome = nextCharges.isEmpty()
                                          ? ChargeOutcome(captured(request.amount))
                                          : nextCharges.takeFirst();
        answerLater([then, outcome] { then(outcome); });
    }
    void lookUp(PaymentId payment, Then<LookUpOutcome> then) override {
        lookUps.append(payment);
        lookUpMoments.append(std::chrono::steady_clock::now());
        const LookUpOutcome outcome =
            nextLookUps.isEmpty() ? LookUpOutcome(NotFound()) : nextLookUps.takeFirst();
        answerLater([then, outcome] { then(outcome); });
    }
};

} // namespace

class TstChargeRunner : public QObject {
    Q_OBJECT

private:
    struct House {
        LiveBench bench;
        ScriptedProvider provider;
        int readsToFail = 0;
        int recordsToFail = 0;
        std::atomic<int> records = 0;
        std::atomic<bool> isOthers = false; ///< all that is open
        // Nobody wants to wait for seconds between two questions here.
        Pace pace{10ms, 10ms};
        std::unique_ptr<ChargeRunner> runner;

        // What the writer calls back must not be gone before the writer is.
        ~House() { bench.stop(); }

        void startRunner() {
            const ChargeRunner::Ledger ledger{
                [this](std::optional<PaymentId> after, int limit) {
                    failIf(readsToFail);
                    return bench.rooms().paymentBook().openCharges(after, limit);
                },
                [this](PaymentId payment) {
                    failIf(readsToFail);
                    return bench.rooms().paymentBook().openCharge(payment);
                },
                [this](PaymentId payment, const ChargeOutcome &outcome) {
                    ++records;
                    failIf(recordsToFail);
                    bench.rooms().payments().record(payment, outcome);
                },
                [this](PaymentId) { return isOthers.load(); }};
            runner = std::make_unique<ChargeRunner>(provider, bench.writer(), ledger, pace);
            QObject::connect(&bench.bus(), &EventBus::committed, runner.get(),
                             &ChargeRunner::onCommitted, Qt::QueuedConnection);
        }
        void restart() {
            bench.stop();
            runner.reset();
            bench.start();
            startRunner();
            runner->recover();
        }

        OrderId place() {
            std::optional<OrderId> id;
            bench.run([&](Hands &hands) { id = hands.place(hands.snackRequest()); });
            return *id;
        }
        PaymentState stateOf(OrderId order) {
            std::optional<PaymentState> state;
            bench.run([&](Hands &hands) { state = hands.payment(order).state; });
            return *state;
        }
        /// A charge whose outcome nobody knows, not even the provider: by the pace, the next
        /// question is far away.
        PaymentId openAndAskedSevenTimes() {
            startRunner();
            provider.nextCharges = {Unknown{}};
            provider.nextLookUps = QList<LookUpOutcome>(7, Unknown{});
            place();
            if (!QTest::qWaitFor([this] { return provider.lookUps.size() == 7; }))
                qFatal("it is not asked about");
            return provider.charges.first().payment;
        }
        bool isPlaced(OrderId order) {
            std::optional<OrderState> state;
            bench.run([&](Hands &hands) { state = hands.order(order).stage.order; });
            return state == OrderState::Placed;
        }
    };

private slots:
    void newChargeIsSentOnceAndPlacesTheOrder() { // R2 R3
        House house;
        house.startRunner();
        const OrderId order = house.place();
        QTRY_VERIFY(house.isPlaced(order));
        QCOMPARE(house.stateOf(order), PaymentState::Paid);
        QCOMPARE(house.provider.charges.size(), 1);
        QCOMPARE(house.provider.charges.first().order, order);
        QVERIFY(house.provider.lookUps.isEmpty());
    }

    void chargeInFlightIsNotSentAgain() { // G3
        House house;
        house.startRunner();
        house.provider.isHolding = true;
        const OrderId first = house.place();
        QTRY_COMPARE(house.provider.charges.size(), 1);
        const OrderId second = house.place();
        QTRY_COMPARE(house.provider.charges.size(), 2);
        house.provider.letGo();
        QTRY_VERIFY(house.isPlaced(first) && house.isPlaced(second));
        QCOMPARE(house.provider.charges.size(), 2);
        QVERIFY(house.provider.charges[0].payment != house.provider.charges[1].payment);
    }

    void declineIsWrittenDown() { // R2
        House house;
        house.startRunner();
        house.provider.nextCharges = {Declined{QStringLiteral("X"), QStringLiteral("no money")}};
        const OrderId order = house.place();
        QTRY_COMPARE(house.stateOf(order), PaymentState::Declined);
        QVERIFY(!house.isPlaced(order));
        QCOMPARE(house.provider.charges.size(), 1);
    }

    void unknownOutcomeIsAskedAboutAndNotChargedAgain() { // G5
        House house;
        house.startRunner();
        house.provider.nextCharges = {Unknown{}};
        house.provider.nextLookUps = {Unknown{}, captured(*Money::of(11'000, Currency::krw()))};
        const OrderId order = house.place();
        QTRY_VERIFY(house.isPlaced(order));
        QCOMPARE(house.provider.charges.size(), 1);
        QCOMPARE(house.provider.lookUps.size(), 2);
        QCOMPARE(
            house.bench.countOf("SELECT COUNT(*) FROM events WHERE type = 'soban.payment.unknown'"),
            1);
    }

    void hintHasWhatRestsAskedAboutAtOnce() { // N5 G5
        House house;
        house.pace = {10min, 10min};
        house.startRunner();
        house.provider.nextCharges = {Unknown{}};
        house.provider.nextLookUps = {captured(*Money::of(11'000, Currency::krw()))};
        const OrderId order = house.place();
        QTRY_COMPARE(house.stateOf(order), PaymentState::Unknown);
        const PaymentId payment = house.provider.charges.first().payment;
        QTRY_VERIFY((house.runner->hint(payment), house.isPlaced(order)));
        house.runner->hint(payment); // settled
        house.runner->hint(*PaymentId::fromNumber(1));
        QCOMPARE(house.provider.charges.size(), 1);
        QCOMPARE(house.provider.lookUps.size(), 1);
    }

    void hintIsNoWayAroundThePace() { // N5 G14
        House house;
        house.pace = {10min, 10min};
        house.startRunner();
        house.provider.nextCharges = {Unknown{}};
        house.provider.nextLookUps = {Unknown{}, Unknown{}};
        const OrderId order = house.place();
        QTRY_COMPARE(house.stateOf(order), PaymentState::Unknown);
        const PaymentId payment = house.provider.charges.first().payment;
        house.provider.isHolding = true;
        QTRY_VERIFY((house.runner->hint(payment), house.provider.lookUps.size() == 1));
        house.runner->hint(payment); // crosses the question
        house.provider.letGo();
        for (int i = 0; i < 50; ++i) {
            house.runner->hint(payment);
            QTest::qWait(2);
        }
        QCOMPARE(house.provider.lookUps.size(), 1);
    }

    void hintBringsTheNextQuestionForwardToThePacesFirstStep() { // N5 G14
        House house;
        house.pace = {10ms, 1h};
        const PaymentId payment = house.openAndAskedSevenTimes();
        house.provider.nextLookUps = {captured(*Money::of(11'000, Currency::krw()))};
        QTRY_VERIFY((house.runner->hint(payment), house.provider.lookUps.size() == 8));
        const auto gap = house.provider.lookUpMoments[7] - house.provider.lookUpMoments[6];
        QVERIFY(gap >= 10ms);
        QVERIFY(gap < 1280ms); // by the pace
    }

    void hintThatCrossesTheChargeIsFollowedAfterIt() { // N5 G5
        House house;
        house.pace = {10min, 10min};
        house.startRunner();
        house.provider.nextCharges = {Unknown{}};
        house.provider.nextLookUps = {captured(*Money::of(11'000, Currency::krw()))};
        house.provider.isHolding = true;
        const OrderId order = house.place();
        QTRY_COMPARE(house.provider.charges.size(), 1);
        house.runner->hint(house.provider.charges.first().payment);
        house.provider.letGo();
        QTRY_VERIFY(house.isPlaced(order));
        QCOMPARE(house.provider.lookUps.size(), 1);
    }

    void hintThatCrossesAQuestionIsFollowedAfterIt() { // N5 G5 G14
        House house;
        house.pace = {10ms, 1h};
        const PaymentId payment = house.openAndAskedSevenTimes();
        house.provider.nextLookUps = {Unknown{}, captured(*Money::of(11'000, Currency::krw()))};
        house.provider.isHolding = true;
        QTRY_VERIFY((house.runner->hint(payment), house.provider.lookUps.size() == 8));
        house.runner->hint(payment);
        house.provider.letGo();
        QTRY_COMPARE(house.provider.lookUps.size(), 9);
        QVERIFY(house.provider.lookUpMoments[8] - house.provider.lookUpMoments[6] < 1280ms);
    }

    void hintsDoNotPutOffWhatThePaceAsks() { // N5 G14
        House house;
        house.pace = {50ms, 1h};
        house.startRunner();
        house.provider.nextCharges = {Unknown{}};
        house.provider.nextLookUps = QList<LookUpOutcome>(9, Unknown{});
        const OrderId order = house.place();
        QTRY_COMPARE(house.stateOf(order), PaymentState::Unknown);
        const PaymentId payment = house.provider.charges.first().payment;
        while (house.provider.lookUps.size() < 8) {
            house.runner->hint(payment);
            QTest::qWait(1);
        }
        // Were each of them one of the pace's, the next one would be 12.8 s away.
        QTRY_COMPARE_WITH_TIMEOUT(house.provider.lookUps.size(), 9, 5'000);
    }

    void declineIsLearnedByAsking() { // G5
        House house;
        house.startRunner();
        house.provider.nextCharges = {Unknown{}};
        house.provider.nextLookUps = {Declined{QStringLiteral("X"), QStringLiteral("no")}};
        const OrderId order = house.place();
        QTRY_COMPARE(house.stateOf(order), PaymentState::Declined);
        QCOMPARE(house.provider.charges.size(), 1);
    }

    void whatTheProviderDoesNotKnowIsChargedUnderTheSameKey_data() { // G5
        QTest::addColumn<bool>("wasSent");
        QTest::newRow("G5 unknown") << true;
        QTest::newRow("G5 not sent") << false;
    }
    void whatTheProviderDoesNotKnowIsChargedUnderTheSameKey() {
        QFETCH(bool, wasSent);
        House house;
        house.startRunner();
        house.provider.nextCharges = {wasSent ? ChargeOutcome(Unknown{})
                                              : ChargeOutcome(NotSent{})};
        const OrderId order = house.place();
        QTRY_VERIFY(house.isPlaced(order));
        QCOMPARE(house.provider.lookUps.size(), 1);
        QCOMPARE(house.provider.charges.size(), 2);
        QCOMPARE(house.provider.charges[0].payment, house.provider.charges[1].payment);
        QCOMPARE(house.provider.charges[0].idempotencyKey,
                 house.provider.charges[1].idempotencyKey);
    }

    void recoveryAsksBeforeItCharges_data() { // G5 G11
        QTest::addColumn<bool>("wasCharged");
        QTest::addColumn<int>("charges");
        QTest::newRow("G11 charged before the crash") << true << 0;
        QTest::newRow("G11 not charged before the crash") << false << 1;
    }
    void recoveryAsksBeforeItCharges() {
        QFETCH(bool, wasCharged);
        QFETCH(int, charges);
        House house;
        const OrderId order = house.place();
        if (wasCharged)
            house.provider.nextLookUps = {captured(*Money::of(11'000, Currency::krw()))};
        house.restart();
        QTRY_VERIFY(house.isPlaced(order));
        QCOMPARE(house.provider.lookUps.size(), 1);
        QCOMPARE(house.provider.charges.size(), charges);
    }

    void recoveryThatCannotReadIsRepeatedAndStillAsksFirst() { // G11 G13
        House house;
        const OrderId order = house.place();
        house.readsToFail = kRunsOfAFailingWork;
        house.provider.nextLookUps = {captured(*Money::of(11'000, Currency::krw()))};
        house.restart();
        QTRY_VERIFY(house.isPlaced(order));
        QCOMPARE(house.readsToFail, 0);
        QCOMPARE(house.provider.lookUps.size(), 1);
        QVERIFY(house.provider.charges.isEmpty());
    }

    void afterRecoveryNewChargesAreSentAtOnce() {
        House house;
        const OrderId before = house.place();
        house.restart();
        QTRY_VERIFY(house.isPlaced(before));
        const OrderId after = house.place();
        QTRY_VERIFY(house.isPlaced(after));
        QCOMPARE(house.provider.lookUps.size(), 1);
    }

    void outcomeThatCouldNotBeWrittenIsAskedForAgain() { // G5 G13
        House house;
        house.startRunner();
        house.recordsToFail = kRunsOfAFailingWork;
        house.provider.nextLookUps = {captured(*Money::of(11'000, Currency::krw()))};
        const OrderId order = house.place();
        QTRY_VERIFY(house.isPlaced(order));
        QCOMPARE(house.provider.charges.size(), 1);
        QCOMPARE(house.provider.lookUps.size(), 1);
    }

    void burstIsChargedToTheLast() {
        constexpr int kOrders = 450; // more than fit on two pages
        House house;
        house.startRunner();
        house.provider.isHolding = true;
        house.bench.run([&](Hands &hands) {
            for (int i = 0; i < kOrders; ++i)
                hands.place(hands.snackRequest());
        });
        QTRY_COMPARE(house.provider.charges.size(), kOrders);
        house.provider.letGo();
        QTRY_COMPARE(house.bench.countOf("SELECT COUNT(*) FROM payments WHERE state = 'paid'"),
                     kOrders);
        QCOMPARE(house.provider.charges.size(), kOrders);
    }

    void chargeOfAnotherServerIsLeftToItWhileThatLives() { // G3 G5 N7
        House house;
        house.isOthers = true;
        house.startRunner();
        const OrderId order = house.place();
        QTest::qWait(100); // time to send it, if it were its own
        QVERIFY(house.provider.charges.isEmpty() && house.provider.lookUps.isEmpty());
        house.isOthers = false;
        house.runner->takeOver();
        QTRY_VERIFY(house.isPlaced(order));
        QCOMPARE(house.provider.lookUps.size(), 1); // it may have been sent
        QCOMPARE(house.provider.charges.size(), 1);
    }

    void whoTakesOverLeavesItsOwnChargesAsTheyAre() { // G3 N7
        House house;
        house.startRunner();
        house.provider.isHolding = true;
        const OrderId order = house.place();
        QTRY_COMPARE(house.provider.charges.size(), 1);
        house.runner->takeOver();
        const OrderId next = house.place();
        QTRY_COMPARE(house.provider.charges.size(), 2);
        house.provider.letGo();
        QTRY_VERIFY(house.isPlaced(order) && house.isPlaced(next));
        QCOMPARE(house.provider.charges.size(), 2);
        QVERIFY(house.provider.lookUps.isEmpty());
    }

    void newOrdersDoNotMakeOpenOnesAskedAbout() { // G14
        House house;
        house.pace = {1h, 1h};
        house.startRunner();
        house.provider.nextCharges = {Unknown{}};
        const OrderId open = house.place();
        QTRY_COMPARE(house.stateOf(open), PaymentState::Unknown);
        for (int i = 0; i < 5; ++i) {
            const OrderId next = house.place();
            QTRY_VERIFY(house.isPlaced(next));
        }
        QVERIFY(house.provider.lookUps.isEmpty());
        QCOMPARE(house.provider.charges.size(), 6);
    }

    void questionThatBringsNothingNewIsNotWrittenDown() { // G14
        House house;
        house.startRunner();
        house.provider.nextCharges = {Unknown{}};
        house.provider.nextLookUps = {Unknown{}, Unknown{}, Unknown{},
                                      captured(*Money::of(11'000, Currency::krw()))};
        const OrderId order = house.place();
        QTRY_VERIFY(house.isPlaced(order));
        QCOMPARE(house.provider.lookUps.size(), 4);
        QCOMPARE(house.records.load(), 2); // unknown, captured
    }

    void questionsComeFartherAndFartherApart() { // G14
        House house;
        house.pace = {20ms, 1h};
        house.startRunner();
        house.provider.nextCharges = {Unknown{}};
        for (int i = 0; i < 4; ++i)
            house.provider.nextLookUps.append(Unknown{});
        house.provider.nextLookUps.append(captured(*Money::of(11'000, Currency::krw())));
        const QElapsedTimer sinceStart = [] {
            QElapsedTimer timer;
            timer.start();
            return timer;
        }();
        const OrderId order = house.place();
        QTRY_VERIFY(house.isPlaced(order));
        QCOMPARE(house.provider.lookUps.size(), 5);
        QVERIFY(sinceStart.elapsed() >= 20 + 40 + 80 + 160 + 320);
    }

    void fewAreAskedAboutAtATimeAndNewChargesGoFirst() { // G14
        constexpr int kOpen = 20;
        constexpr int kAtATime = 8;
        House house;
        for (int i = 0; i < kOpen; ++i)
            house.place();
        house.provider.isHolding = true;
        house.restart();
        QTRY_COMPARE(house.provider.lookUps.size(), kAtATime);
        house.place();
        QTRY_COMPARE(house.provider.charges.size(), 1);
        QCOMPARE(house.provider.lookUps.size(), kAtATime);
        house.provider.letGo();
        QTRY_COMPARE(house.bench.countOf("SELECT COUNT(*) FROM payments WHERE state = 'paid'"),
                     kOpen + 1);
        QCOMPARE(house.provider.lookUps.size(), kOpen);
    }
};

std::unique_ptr<QObject> newTstChargeRunner() {
    return std::make_unique<TstChargeRunner>();
}

#include "TstChargeRunner.moc"
