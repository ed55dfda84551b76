// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/TestBench.h"

#include <QRegularExpression>
#include <QTest>

using namespace soban;
using namespace soban::testing;
using namespace std::chrono_literals;
using payment::Captured;
using payment::ChargeOutcome;
using payment::Declined;
using payment::NotSent;
using payment::Unknown;

class TstPayments : public QObject {
    Q_OBJECT

private:
    struct House {
        TestBench bench;
        payment::Payments &payments = bench.rooms.payments();

        OrderId place(PaymentMethod method) {
            return bench.place(bench.hands.snackRequest(method));
        }
        Payment paymentOf(OrderId order) const { return bench.hands.payment(order); }
        void record(OrderId order, const ChargeOutcome &outcome) {
            bench.work([&] { payments.record(paymentOf(order).id, outcome); });
        }
        Captured captured(OrderId order) const {
            const Money amount = paymentOf(order).amount;
            return {QStringLiteral("key-1"),        bench.clock.now(),      amount,
                    Money::zero(amount.currency()), QStringLiteral("card"), {}};
        }
        /// A stew for 9000 and the way for 3000; three are in stock.
        contract::PlaceOrderRequest stewRequest() const {
            auto request = bench.hands.snackRequest();
            request.lines = {{bench.town.stew, {}, 1}};
            request.expectedTotalMinor = 12'000;
            return request;
        }
        int charges() { return int(bench.rooms.paymentBook().openCharges({}, 100).size()); }
    };

private slots:
    void cardPaymentIsRequestedAndTheOrderWaits() { // R2 R3
        House house;
        const OrderId order = house.place(PaymentMethod::Card);
        const Payment payment = house.paymentOf(order);
        QCOMPARE(payment.state, PaymentState::Pending);
        QCOMPARE(payment.amount.minor(), 11'000);
        QCOMPARE(house.bench.hands.order(order).stage.order, OrderState::PaymentPending);
        const auto heard = house.bench.heard.of(EventType::PaymentRequested);
        QCOMPARE(heard.size(), 1);
        // The money is the customer's affair; the shop hears of the order when it is paid for.
        QCOMPARE(heard.first().audience, QList<Addressee>{house.bench.town.mina});
        QCOMPARE(house.charges(), 1);
    }

    void chargeHasAllThatTheProviderNeeds() { // R2
        House house;
        auto request = house.bench.hands.snackRequest();
        request.lines.append({house.bench.town.ramen, {}, 1});
        request.expectedTotalMinor += 5000;
        const OrderId order = house.bench.place(request);
        const auto open = house.bench.rooms.paymentBook().openCharges({}, 100).first();
        QCOMPARE(open.request.order, order);
        QCOMPARE(open.request.payment, house.paymentOf(order).id);
        QCOMPARE(open.request.amount.minor(), 16'000);
        QCOMPARE(open.request.orderName, QStringLiteral("김밥 외 1건"));
        QCOMPARE(open.request.card.billingKey, QStringLiteral("billing-key"));
        QCOMPARE(open.request.idempotencyKey, open.request.payment.toText());
    }

    void openChargesAreReadPageByPage() {
        House house;
        QList<PaymentId> expected;
        for (int i = 0; i < 5; ++i)
            expected.append(house.paymentOf(house.place(PaymentMethod::Card)).id);
        QList<PaymentId> found;
        std::optional<PaymentId> after;
        for (int i = 0; i < 3; ++i) {
            for (const auto &open : house.bench.rooms.paymentBook().openCharges(after, 2))
                found.append(open.request.payment);
            after = found.last();
        }
        QCOMPARE(found, expected);
    }

    void paymentAtTheDoorPlacesTheOrderAtOnce() { // R2 R3
        House house;
        const OrderId order = house.place(PaymentMethod::OnDelivery);
        QCOMPARE(house.paymentOf(order).state, PaymentState::Due);
        QCOMPARE(house.bench.hands.order(order).stage.order, OrderState::Placed);
        QCOMPARE(house.bench.heard.count(EventType::OrderPlaced), 1);
        QCOMPARE(house.charges(), 0);
    }

    void whatIsDueIsCollectedAtTheHandOver_data() { // R2
        QTest::addColumn<int>("how");
        QTest::newRow("R2 at the door") << int(Fulfilment::PlatformRider);
        QTest::newRow("R2 at the counter") << int(Fulfilment::Collection);
    }
    void whatIsDueIsCollectedAtTheHandOver() {
        QFETCH(int, how);
        House house;
        const OrderId order = house.bench.place(
            house.bench.hands.snackRequest(PaymentMethod::OnDelivery, Fulfilment(how)));
        house.bench.walk(order, OrderState::Ready);
        QCOMPARE(house.paymentOf(order).state, PaymentState::Due);
        house.bench.clock.advance(30min);
        house.bench.walk(order, OrderState::Completed);
        const Payment payment = house.paymentOf(order);
        QCOMPARE(payment.state, PaymentState::Collected);
        QVERIFY(payment.settledAt == house.bench.clock.now());
        QCOMPARE(house.bench.heard.count(EventType::PaymentCollected), 1);
        QVERIFY(kept(payment) == owed(house.bench.hands.order(order))); // G4
    }

    void cardPaymentIsNotCollectedAtTheDoor() {
        House house;
        house.bench.orderIn(OrderState::Completed);
        QCOMPARE(house.bench.heard.count(EventType::PaymentCollected), 0);
    }

    void capturedPaymentPlacesTheOrder() { // R3
        House house;
        const OrderId order = house.place(PaymentMethod::Card);
        house.bench.clock.advance(2s);
        house.record(order, house.captured(order));
        const Payment payment = house.paymentOf(order);
        QCOMPARE(payment.state, PaymentState::Paid);
        QCOMPARE(payment.providerKey, QStringLiteral("key-1"));
        QVERIFY(payment.settledAt == house.bench.clock.now());
        QCOMPARE(house.bench.hands.order(order).stage.order, OrderState::Placed);
        QVERIFY(kept(payment) == owed(house.bench.hands.order(order))); // G4
        QCOMPARE(house.charges(), 0);
    }

    void firstOutcomeStands_data() { // G3 G5
        QTest::addColumn<bool>("isCaptured");
        QTest::newRow("G3 captured") << true;
        QTest::newRow("G3 declined") << false;
    }
    void firstOutcomeStands() {
        QFETCH(bool, isCaptured);
        House house;
        const OrderId order = house.place(PaymentMethod::Card);
        const ChargeOutcome captured = house.captured(order);
        const ChargeOutcome declined = Declined{QStringLiteral("X"), QStringLiteral("no")};
        house.record(order, isCaptured ? captured : declined);
        const int version = house.bench.hands.order(order).version;
        const qsizetype announced = house.bench.heard.all.size();
        for (const ChargeOutcome &later : {captured, declined, ChargeOutcome(Unknown{})})
            house.record(order, later);
        QCOMPARE(house.paymentOf(order).state,
                 isCaptured ? PaymentState::Paid : PaymentState::Declined);
        QCOMPARE(house.bench.hands.order(order).version, version);
        QCOMPARE(house.bench.heard.all.size(), announced);
    }

    void declinedPaymentSaysWhyToItsCustomerAlone() { // R2 R3
        House house;
        const OrderId order = house.place(PaymentMethod::Card);
        house.record(order,
                     Declined{QStringLiteral("REJECT"), QStringLiteral("잔액이 부족합니다")});
        QCOMPARE(house.paymentOf(order).state, PaymentState::Declined);
        QCOMPARE(house.paymentOf(order).declineReason, QStringLiteral("잔액이 부족합니다"));
        QCOMPARE(house.bench.hands.order(order).stage.order, OrderState::PaymentPending);
        const auto told = house.bench.heard.of(EventType::PaymentDeclined);
        QCOMPARE(told.size(), 1);
        const auto moved = std::get<PaymentMoved>(told.first().data);
        QCOMPARE(moved.reason.value_or(QString()), QStringLiteral("잔액이 부족합니다"));
        QCOMPARE(told.first().audience, QList<Addressee>{house.bench.town.mina});
        QCOMPARE(house.charges(), 0);
    }

    void otherAmountThanAskedForIsNoPayment_data() { // R2 G5
        QTest::addColumn<int>("taken");
        QTest::newRow("R2 less") << 10'999;
        QTest::newRow("R2 more") << 11'001;
        QTest::newRow("R2 nothing") << 0;
    }
    void otherAmountThanAskedForIsNoPayment() {
        QFETCH(int, taken);
        House house;
        const OrderId order = house.place(PaymentMethod::Card);
        Captured captured = house.captured(order);
        captured.amount = *Money::of(taken, Currency::krw());
        QTest::ignoreMessage(QtCriticalMsg, QRegularExpression(QStringLiteral("11000")));
        house.record(order, captured);
        QCOMPARE(house.paymentOf(order).state, PaymentState::Unknown);
        QCOMPARE(house.bench.hands.order(order).stage.order, OrderState::PaymentPending);
        QCOMPARE(house.bench.heard.count(EventType::OrderPlaced), 0);
        QCOMPARE(house.bench.heard.count(EventType::PaymentUnknown), 1);
        QCOMPARE(house.charges(), 1);
    }

    void whatWentBackSinceIsWrittenDown() { // R2
        House house;
        const OrderId order = house.place(PaymentMethod::Card);
        Captured captured = house.captured(order);
        captured.refunded = *Money::of(1'000, Currency::krw());
        house.record(order, captured);
        const Payment payment = house.paymentOf(order);
        QCOMPARE(payment.state, PaymentState::PartlyRefunded);
        QCOMPARE(payment.refunded.minor(), 1'000);
        QCOMPARE(kept(payment).minor(), 10'000);
        QCOMPARE(house.bench.hands.order(order).stage.order, OrderState::Placed);
    }

    void paymentThatWentBackInFullEndsTheOrder() { // R2 R3 R16 G4
        House house;
        const OrderId order = house.bench.place(house.stewRequest());
        Captured captured = house.captured(order);
        captured.refunded = captured.amount;
        house.record(order, captured);
        const Payment payment = house.paymentOf(order);
        QCOMPARE(payment.state, PaymentState::Refunded);
        QVERIFY(payment.settledAt);
        const Order ended = house.bench.hands.order(order);
        QCOMPARE(ended.stage.order, OrderState::PaymentFailed);
        QVERIFY(kept(payment) == owed(ended));
        QCOMPARE(house.bench.heard.count(EventType::OrderPlaced), 0);
        QCOMPARE(house.bench.remaining(house.bench.town.stew), 3);
        QCOMPARE(house.charges(), 0);
    }

    void moreBackThanWasTakenIsNoPayment() { // G5
        House house;
        const OrderId order = house.place(PaymentMethod::Card);
        Captured captured = house.captured(order);
        captured.refunded = *Money::of(11'001, Currency::krw());
        QTest::ignoreMessage(QtCriticalMsg, QRegularExpression(QStringLiteral("11001")));
        house.record(order, captured);
        QCOMPARE(house.paymentOf(order).state, PaymentState::Unknown);
        QCOMPARE(house.bench.heard.count(EventType::OrderPlaced), 0);
    }

    void doubtIsToldOnceAndStaysOpen_data() { // G5
        QTest::addColumn<bool>("wasSent");
        QTest::newRow("G5 unknown") << true;
        QTest::newRow("G5 not sent") << false;
    }
    void doubtIsToldOnceAndStaysOpen() {
        QFETCH(bool, wasSent);
        House house;
        const OrderId order = house.place(PaymentMethod::Card);
        const ChargeOutcome outcome = wasSent ? ChargeOutcome(Unknown{}) : ChargeOutcome(NotSent{});
        house.record(order, outcome);
        house.record(order, outcome);
        QCOMPARE(house.paymentOf(order).state, PaymentState::Unknown);
        QVERIFY(!house.paymentOf(order).settledAt);
        QCOMPARE(house.bench.heard.count(EventType::PaymentUnknown), 1);
        QCOMPARE(house.charges(), 1);
        house.record(order, house.captured(order));
        QCOMPARE(house.paymentOf(order).state, PaymentState::Paid);
        QCOMPARE(house.bench.hands.order(order).stage.order, OrderState::Placed);
    }

    void outcomeOfAnUnknownPaymentIsIgnored() {
        House house;
        house.bench.work([&] { house.payments.record(*PaymentId::fromNumber(1), Unknown{}); });
        QVERIFY(house.bench.heard.all.isEmpty());
    }
};

std::unique_ptr<QObject> newTstPayments() {
    return std::make_unique<TstPayments>();
}

#include "TstPayments.moc"
