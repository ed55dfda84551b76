// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/Outcomes.h"
#include "support/TestBench.h"

#include <QRegularExpression>
#include <QTest>

using namespace soban;
using namespace soban::testing;
using contract::EndRequest;
using payment::AlreadyRefunded;
using payment::NotSent;
using payment::OpenRefund;
using payment::Refunded;
using payment::RefundOutcome;
using payment::Refused;
using payment::Unknown;

class TstRefunds : public QObject {
    Q_OBJECT

private:
    struct House {
        TestBench bench;
        payment::Payments &payments = bench.rooms.payments();

        Order snacksIn(OrderState state, PaymentMethod method = PaymentMethod::Card) {
            return bench.walk(bench.place(bench.hands.snackRequest(method)), state);
        }
        Order now(const Order &order) const { return bench.hands.order(order.id); }
        Payment paymentOf(const Order &order) const { return bench.hands.payment(order.id); }
        QList<OpenRefund> open() { return bench.rooms.refundBook().openRefunds({}, 100); }

        void cancel(const Order &order) {
            bench.work([&] {
                QVERIFY(bench.rooms.placement().cancel(order.id, bench.hands.customer(),
                                                       order.version, {EndReason::ChangedMind}));
            });
        }
        void refuse(const Order &order) {
            bench.work([&] {
                QVERIFY(bench.rooms.model().kitchen.refuse(order.id, bench.hands.ownerOf(order),
                                                           order.version, {EndReason::TooBusy}));
            });
        }
        void bringBack(const Order &order) {
            bench.work([&] {
                QVERIFY(bench.rooms.model().dispatch.bringBack(order.id, bench.hands.rider(),
                                                               DeliveryState::PickedUp,
                                                               EndReason::NobodyAtDoor, {}));
            });
        }
        void record(const OpenRefund &refund, const RefundOutcome &outcome) {
            bench.work([&] { payments.record(refund.id, outcome); });
        }
        Refunded allBack(const Order &order) const { return {bench.clock.now(), order.total}; }
    };

private slots:
    void cancelledOrderAsksForItsMoneyAndGetsIt() { // R7 G4
        House house;
        const Order placed = house.snacksIn(OrderState::Placed);
        house.cancel(placed);
        QCOMPARE(house.now(placed).stage.order, OrderState::Cancelled);
        QVERIFY(house.now(placed).times.ended == house.bench.clock.now());
        const auto open = house.open();
        QCOMPARE(open.size(), 1);
        QVERIFY(open.first().request.amount == placed.total);
        QCOMPARE(open.first().request.providerKey, house.paymentOf(placed).providerKey);
        QCOMPARE(open.first().request.idempotencyKey, open.first().id.toText());
        // Until the provider has said so, nothing has gone back.
        QCOMPARE(house.paymentOf(placed).state, PaymentState::Paid);
        house.record(open.first(), house.allBack(placed));
        QCOMPARE(house.paymentOf(placed).state, PaymentState::Refunded);
        QVERIFY(kept(house.paymentOf(placed)) == owed(house.now(placed))); // G4
        QVERIFY(house.open().isEmpty());
    }

    void refundIsToldToTheCustomerAlone() { // R7
        House house;
        const Order placed = house.snacksIn(OrderState::Placed);
        house.refuse(placed);
        house.record(house.open().first(), house.allBack(placed));
        for (const EventType type : {EventType::RefundRequested, EventType::RefundSettled}) {
            const auto heard = house.bench.heard.of(type);
            QCOMPARE(heard.size(), 1);
            QCOMPARE(heard.first().audience, QList<Addressee>{house.bench.town.mina});
            QVERIFY(std::get<RefundMoved>(heard.first().data).amount == placed.total);
        }
    }

    void whatIsDueAtTheDoorIsWaived() { // R7 G4
        House house;
        const Order placed = house.snacksIn(OrderState::Placed, PaymentMethod::OnDelivery);
        house.refuse(placed);
        QCOMPARE(house.paymentOf(placed).state, PaymentState::Waived);
        QVERIFY(house.open().isEmpty());
        QVERIFY(kept(house.paymentOf(placed)) == owed(house.now(placed))); // G4
        QCOMPARE(house.bench.heard.count(EventType::PaymentWaived), 1);
    }

    void goodsThatNobodyTookArePaidFor() { // G4
        House house;
        const Order onTheWay = house.snacksIn(OrderState::PickedUp);
        house.bringBack(onTheWay);
        QCOMPARE(house.now(onTheWay).stage.order, OrderState::Returned);
        QVERIFY(house.open().isEmpty());
        QCOMPARE(house.paymentOf(onTheWay).state, PaymentState::Paid);
        QVERIFY(kept(house.paymentOf(onTheWay)) == owed(house.now(onTheWay)));
    }

    void goodsThatWereToBePaidAtTheDoorAreNot() { // G4
        House house;
        const Order onTheWay = house.snacksIn(OrderState::PickedUp, PaymentMethod::OnDelivery);
        house.bringBack(onTheWay);
        QCOMPARE(house.paymentOf(onTheWay).state, PaymentState::Waived);
        QVERIFY(kept(house.paymentOf(onTheWay)) == owed(house.now(onTheWay)));
    }

    void moneyThatComesTooLateGoesBackByItself() { // G3 G4 G5
        House house;
        const OrderId order = house.bench.place(house.bench.hands.snackRequest());
        const Order pending = house.bench.hands.order(order);
        house.cancel(pending);
        QVERIFY(house.open().isEmpty()); // nothing has been taken yet
        house.bench.work([&] { house.bench.hands.pay(order); });
        QCOMPARE(house.now(pending).stage.order, OrderState::Cancelled);
        QCOMPARE(house.open().size(), 1);
        house.record(house.open().first(), house.allBack(pending));
        QVERIFY(kept(house.paymentOf(pending)) == owed(house.now(pending)));
    }

    void outcomeIsWrittenDownOnce() { // G3
        House house;
        const Order placed = house.snacksIn(OrderState::Placed);
        house.cancel(placed);
        const OpenRefund refund = house.open().first();
        house.record(refund, house.allBack(placed));
        house.record(refund, house.allBack(placed));
        QVERIFY(house.paymentOf(placed).refunded == placed.total);
        QCOMPARE(house.bench.heard.count(EventType::RefundSettled), 1);
    }

    void whatLeavesItOpenSaysNothing_data() { // G5
        QTest::addColumn<bool>("wasSent");
        QTest::newRow("G5 unknown") << true;
        QTest::newRow("G5 not sent") << false;
    }
    void whatLeavesItOpenSaysNothing() {
        QFETCH(bool, wasSent);
        House house;
        const Order placed = house.snacksIn(OrderState::Placed);
        house.cancel(placed);
        house.record(house.open().first(), wasSent ? RefundOutcome(Unknown{}) : NotSent{});
        QCOMPARE(house.open().size(), 1);
        QCOMPARE(house.paymentOf(placed).state, PaymentState::Paid);
    }

    void whatHasGoneBackOtherwiseCounts() { // G3
        House house;
        const Order placed = house.snacksIn(OrderState::Placed);
        house.cancel(placed);
        house.record(house.open().first(), AlreadyRefunded{});
        QCOMPARE(house.paymentOf(placed).state, PaymentState::Refunded);
        QVERIFY(house.open().isEmpty());
    }

    void refusedRefundIsForAPerson() { // G4
        House house;
        const Order placed = house.snacksIn(OrderState::Placed);
        house.cancel(placed);
        QTest::ignoreMessage(QtCriticalMsg, QRegularExpression(QStringLiteral("NOT_CANCELABLE")));
        house.record(house.open().first(), Refused{QStringLiteral("NOT_CANCELABLE"), {}});
        QVERIFY(house.open().isEmpty());
        QCOMPARE(house.paymentOf(placed).state, PaymentState::Paid);
        const auto told = house.bench.heard.of(EventType::RefundSettled);
        QCOMPARE(std::get<RefundMoved>(told.first().data).state, RefundState::Failed);
    }

    void openRefundsAreReadPageByPage() {
        House house;
        QList<OpenRefund> found;
        for (int i = 0; i < 3; ++i)
            house.cancel(house.snacksIn(OrderState::Placed));
        std::optional<RefundId> after;
        for (int i = 0; i < 2; ++i) {
            found += house.bench.rooms.refundBook().openRefunds(after, 2);
            after = found.last().id;
        }
        QCOMPARE(found.size(), 3);
        QVERIFY(found[0].id < found[1].id && found[1].id < found[2].id);
    }

    void undoneStepAsksForNothing() { // G3
        House house;
        const Order placed = house.snacksIn(OrderState::Placed);
        house.bench.workInVain([&] {
            (void)house.bench.rooms.placement().cancel(placed.id, house.bench.hands.customer(),
                                                       placed.version, {EndReason::Mistake});
        });
        QVERIFY(house.open().isEmpty());
        QCOMPARE(house.now(placed).stage.order, OrderState::Placed);
    }

    void endingNeedsAReasonThatFits_data() {
        QTest::addColumn<EndReason>("reason");
        QTest::addColumn<QString>("words");
        QTest::addColumn<QString>("field");
        QTest::newRow("the shop's reason") << EndReason::TooBusy << QString() << "reason";
        QTest::newRow("the system's reason") << EndReason::NoAnswer << QString() << "reason";
        QTest::newRow("other, without words") << EndReason::Other << QString(" ") << "words";
    }
    void endingNeedsAReasonThatFits() {
        QFETCH(EndReason, reason);
        QFETCH(QString, words);
        House house;
        const Order placed = house.snacksIn(OrderState::Placed);
        std::optional<OrderLifecycle::Outcome> outcome;
        house.bench.workInVain([&] {
            outcome = house.bench.rooms.placement().cancel(
                placed.id, house.bench.hands.customer(), placed.version, EndRequest{reason, words});
        });
        QVERIFY(!*outcome);
        QTEST(outcome->error().field.value_or(QString()), "field");
        QCOMPARE(house.now(placed).stage.order, OrderState::Placed);
    }
};

std::unique_ptr<QObject> newTstRefunds() {
    return std::make_unique<TstRefunds>();
}

#include "TstRefunds.moc"
