// SPDX-License-Identifier: GPL-3.0-or-later
#include "payment/RefundRunner.h"
#include "support/TestBench.h"

#include "RunnerKit.h"

#include <QTest>

#include <atomic>

using namespace soban;
using namespace soban::payment;
using namespace soban::testing;
using namespace std::chrono_literals;

namespace {

/// Answers as told: each outcome of a list once, then as usual: all goes back. A key that it has
/// carried out gives nothing back a second time.
class RefundingProvider : public LaterProvider {
public:
    QList<RefundOutcome> nextOutcomes;
    QList<RefundRequest> requests;
    int mostAtOnce = 0;

    void refund(const RefundRequest &request, Then<RefundOutcome> then) override {
        requests.append(request);
        mostAtOnce = std::max(mostAtOnce, ++m_open);
        const RefundOutcome outcome = nextOutcomes.isEmpty()
                                          ? RefundOutcome(Refunded{kTownTime, request.amount})
                                          : nextOutcomes.takeFirst();
        answerLater([this, then, outcome] {
            --m_open;
            then(outcome);
        });
    }

private:
    int m_open = 0;
};

} // namespace

class TstRefundRunner : public QObject {
    Q_OBJECT

private:
    struct House {
        LiveBench bench;
        RefundingProvider provider;
        int recordsToFail = 0;
        int readsToFail = 0;
        std::atomic<bool> isOthers = false; ///< all that is open
        std::unique_ptr<RefundRunner> runner;

        // What the writer calls back must not be gone before the writer is.
        ~House() { bench.stop(); }

        void startRunner() {
            const RefundRunner::Ledger ledger{
                [this](std::optional<RefundId> after, int limit) {
                    failIf(readsToFail);
                    return bench.rooms().refundBook().openRefunds(after, limit);
                },
                [this](RefundId refund, const RefundOutcome &outcome) {
                    failIf(recordsToFail);
                    bench.rooms().payments().record(refund, outcome);
                },
                [this](RefundId) { return isOthers.load(); }};
            // Nobody wants to wait for seconds between two tries here.
            runner =
                std::make_unique<RefundRunner>(provider, bench.writer(), ledger, Pace{10ms, 10ms});
            QObject::connect(&bench.bus(), &EventBus::committed, runner.get(),
                             &RefundRunner::onCommitted, Qt::QueuedConnection);
        }
        void restart() {
            bench.stop();
            runner.reset();
            bench.start();
            startRunner();
            runner->look();
        }

        /// A paid order that its customer cancels.
        OrderId cancelOne() {
            std::optional<OrderId> id;
            bench.run([&](Hands &hands) { id = hands.place(hands.snackRequest()); });
            bench.run([&](Hands &hands) { hands.pay(*id); });
            bench.run([&](Hands &hands) {
                (void)bench.rooms().placement().cancel(
                    *id, hands.customer(), hands.order(*id).version, {EndReason::ChangedMind});
            });
            return *id;
        }
        PaymentState stateOf(OrderId order) {
            std::optional<PaymentState> state;
            bench.run([&](Hands &hands) { state = hands.payment(order).state; });
            return *state;
        }
    };

private slots:
    void refundIsSentOnceAndWrittenDown() { // R7 G3
        House house;
        house.startRunner();
        const OrderId order = house.cancelOne();
        QTRY_COMPARE(house.stateOf(order), PaymentState::Refunded);
        QCOMPARE(house.provider.requests.size(), 1);
    }

    void openOutcomeIsSentAgainUnderTheSameKey_data() { // G5
        QTest::addColumn<bool>("wasSent");
        QTest::newRow("G5 unknown") << true;
        QTest::newRow("G5 not sent") << false;
    }
    void openOutcomeIsSentAgainUnderTheSameKey() {
        QFETCH(bool, wasSent);
        House house;
        house.startRunner();
        house.provider.nextOutcomes = {wasSent ? RefundOutcome(Unknown{}) : NotSent{}};
        const OrderId order = house.cancelOne();
        QTRY_COMPARE(house.stateOf(order), PaymentState::Refunded);
        QCOMPARE(house.provider.requests.size(), 2);
        QCOMPARE(house.provider.requests[0].idempotencyKey,
                 house.provider.requests[1].idempotencyKey);
    }

    void restartTakesUpWhatWasLeftOpen() { // G11
        House house;
        const OrderId order = house.cancelOne(); // nobody carries it out yet
        house.restart();
        QTRY_COMPARE(house.stateOf(order), PaymentState::Refunded);
        QCOMPARE(house.provider.requests.size(), 1);
    }

    void refundInFlightIsNotSentAgain() { // G3
        House house;
        house.startRunner();
        house.provider.isHolding = true;
        const OrderId first = house.cancelOne();
        QTRY_COMPARE(house.provider.requests.size(), 1);
        const OrderId second = house.cancelOne();
        QTRY_COMPARE(house.provider.requests.size(), 2);
        house.provider.letGo();
        QTRY_COMPARE(house.stateOf(first), PaymentState::Refunded);
        QTRY_COMPARE(house.stateOf(second), PaymentState::Refunded);
        QCOMPARE(house.provider.requests.size(), 2);
    }

    void fewAreSentAtATime() { // G14
        House house;
        QList<OrderId> orders;
        for (int i = 0; i < 12; ++i)
            orders.append(house.cancelOne());
        house.restart();
        QTRY_COMPARE(house.stateOf(orders.last()), PaymentState::Refunded);
        QCOMPARE(house.provider.requests.size(), 12);
        QVERIFY(house.provider.mostAtOnce <= 4);
    }

    void outcomeThatCannotBeWrittenIsAskedForAgain() { // G13
        House house;
        house.startRunner();
        house.recordsToFail = kRunsOfAFailingWork;
        const OrderId order = house.cancelOne();
        QTRY_COMPARE(house.stateOf(order), PaymentState::Refunded);
        QCOMPARE(house.provider.requests.size(), 2);
    }

    void lookThatFailsIsRepeated() { // G13
        House house;
        const OrderId order = house.cancelOne();
        house.readsToFail = kRunsOfAFailingWork;
        house.restart();
        QTRY_COMPARE(house.stateOf(order), PaymentState::Refunded);
    }

    void whatAnotherServerCarriesOutIsLeftToItWhileItLives() {
        House house;
        house.isOthers = true;
        const OrderId order = house.cancelOne();
        house.restart();
        house.cancelOne();
        QTest::qWait(50);
        QVERIFY(house.provider.requests.isEmpty());
        house.isOthers = false;
        house.runner->look();
        QTRY_COMPARE(house.stateOf(order), PaymentState::Refunded);
    }
};

std::unique_ptr<QObject> newTstRefundRunner() {
    return std::make_unique<TstRefundRunner>();
}

#include "TstRefundRunner.moc"
