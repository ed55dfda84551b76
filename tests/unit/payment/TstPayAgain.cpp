// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/Outcomes.h"
#include "support/TestBench.h"

#include <QTest>

using namespace soban;
using namespace soban::testing;
using namespace std::chrono_literals;
using contract::ErrorCode;
using contract::PayRequest;
using payment::ChargeOutcome;
using payment::Declined;
using payment::Unknown;

class TstPayAgain : public QObject {
    Q_OBJECT

private:
    struct House {
        TestBench bench;

        /// A stew, of which there are three, for 9000 and the way for 3000.
        OrderId place() {
            auto request = bench.hands.snackRequest();
            request.lines = {{bench.town.stew, {}, 1}};
            request.expectedTotalMinor = 12'000;
            return bench.place(request);
        }
        OrderId placeDeclined() {
            const OrderId order = place();
            decline(order);
            return order;
        }
        void record(OrderId order, const ChargeOutcome &outcome) {
            const PaymentId payment = bench.hands.payment(order).id;
            bench.work([&] { bench.rooms.payments().record(payment, outcome); });
        }
        void decline(OrderId order) {
            record(order, Declined{QStringLiteral("X"), QStringLiteral("no money")});
        }
        OrderLifecycle::Outcome pay(OrderId order, const PayRequest &request,
                                    std::optional<Actor> by = {}) {
            std::optional<OrderLifecycle::Outcome> outcome;
            const int version = bench.hands.order(order).version;
            bench.work([&] {
                outcome = bench.rooms.placement().payAgain(
                    order, by.value_or(bench.hands.customer()), version, request);
            });
            return *outcome;
        }
        void giveUp(OrderId order) {
            bench.work([&] { bench.rooms.placement().giveUpPayment(order); });
        }
        OrderState stateOf(OrderId order) const { return bench.hands.order(order).stage.order; }
        QList<Timer> timers() { return bench.rooms.timers().due(bench.clock.now() + 24h, 10); }
    };
    inline static const PayRequest kByCard{PaymentMethod::Card, {}};
    inline static const PayRequest kAtDoor{PaymentMethod::OnDelivery, {}};

private slots:
    void declinedOrderWaitsForItsCustomer() { // R2 R16
        House house;
        const OrderId order = house.placeDeclined();
        QCOMPARE(house.stateOf(order), OrderState::PaymentPending);
        QCOMPARE(house.bench.remaining(house.bench.town.stew), 2); // kept for it
        const auto timers = house.timers();
        QCOMPARE(timers.size(), 1);
        QCOMPARE(timers.first().kind, TimerKind::Payment);
        QVERIFY(timers.first().dueAt == house.bench.clock.now() + 10min);
        QVERIFY(house.bench.hands.order(order).answerBy == timers.first().dueAt);
        // The shop hears nothing of it (R3).
        for (const DomainEvent &event : house.bench.heard.all)
            QCOMPARE(event.audience, QList<Addressee>{house.bench.town.mina});
    }

    void secondCardIsANewCharge() { // R2 G3 G4
        House house;
        const OrderId order = house.placeDeclined();
        const PaymentId first = house.bench.hands.payment(order).id;
        QVERIFY(house.pay(order, kByCard));
        const Payment second = house.bench.hands.payment(order);
        QVERIFY(second.id != first);
        QCOMPARE(second.state, PaymentState::Pending);
        QCOMPARE(second.amount.minor(), 12'000);
        const auto open = house.bench.rooms.paymentBook().openCharges({}, 10);
        QCOMPARE(open.size(), 1);
        QCOMPARE(open.first().request.idempotencyKey, second.id.toText());
        QVERIFY(house.timers().isEmpty());
        house.bench.work([&] { house.bench.hands.pay(order); });
        QCOMPARE(house.stateOf(order), OrderState::Placed);
        QVERIFY(kept(house.bench.hands.payment(order)) == owed(house.bench.hands.order(order)));
        QCOMPARE(house.bench.heard.count(EventType::OrderPlaced), 1);
    }

    void atTheDoorItIsPlacedAtOnce() { // R2 R3
        House house;
        const OrderId order = house.placeDeclined();
        QVERIFY(house.pay(order, kAtDoor));
        QCOMPARE(house.stateOf(order), OrderState::Placed);
        const Order placed = house.bench.hands.order(order);
        QCOMPARE(placed.paymentMethod, PaymentMethod::OnDelivery);
        QVERIFY(!placed.card);
        QCOMPARE(house.bench.hands.payment(order).state, PaymentState::Due);
        house.bench.walk(order, OrderState::Completed);
        QVERIFY(kept(house.bench.hands.payment(order)) == owed(house.bench.hands.order(order)));
    }

    void whatIsNotDeclinedIsNotPaidAgain_data() { // G3 G5
        QTest::addColumn<QString>("stage");
        for (const char *stage : {"pending", "unknown", "paid", "failed"})
            QTest::addRow("G3 %s", stage) << QString::fromLatin1(stage);
    }
    void whatIsNotDeclinedIsNotPaidAgain() {
        QFETCH(QString, stage);
        House house;
        const OrderId order = house.place();
        if (stage == u"unknown")
            house.record(order, Unknown{});
        if (stage == u"paid")
            house.bench.work([&] { house.bench.hands.pay(order); });
        if (stage == u"failed") {
            house.decline(order);
            house.giveUp(order);
        }
        for (const PayRequest &request : {kByCard, kAtDoor})
            QCOMPARE(codeOf(house.pay(order, request)), ErrorCode::NotAllowedNow);
        QCOMPARE(house.bench.countOf("SELECT COUNT(*) FROM payments"), 1);
    }

    void secondPaymentUnderWayIsNotPaidAThirdTime() { // G3
        House house;
        const OrderId order = house.placeDeclined();
        QVERIFY(house.pay(order, kByCard));
        QCOMPARE(codeOf(house.pay(order, kByCard)), ErrorCode::NotAllowedNow);
        house.decline(order);
        QVERIFY(house.pay(order, kByCard));
        QCOMPARE(house.bench.countOf("SELECT COUNT(*) FROM payments"), 3);
    }

    void refusesWhatCannotBePaidThatWay() { // R2
        House house;
        const OrderId order = house.placeDeclined();
        const auto noCard = *CardId::fromNumber(99);
        QCOMPARE(codeOf(house.pay(order, {PaymentMethod::Card, noCard})), ErrorCode::CardMissing);
        const Actor stranger{Role::Customer, house.bench.town.nearRider, {}};
        QCOMPARE(codeOf(house.pay(order, kByCard, stranger)), ErrorCode::NotFound);

        auto gift = house.bench.hands.flowerRequest();
        gift.recipient = Recipient{QStringLiteral("Jun"), QStringLiteral("010-0000-0001")};
        const OrderId flowers = house.bench.place(gift);
        house.decline(flowers);
        const auto atDoor = house.pay(flowers, kAtDoor);
        QCOMPARE(codeOf(atDoor), ErrorCode::InvalidValue);
        QCOMPARE(atDoor.error().field.value_or(QString()), QStringLiteral("paymentMethod"));
        QCOMPARE(house.bench.countOf("SELECT COUNT(*) FROM payments"), 2);
    }

    void shopThatHasClosedMeanwhileIsNotPaid() { // R2 R3
        House house;
        const OrderId order = house.placeDeclined();
        house.bench.clock.advance(10h); // three at night
        QVERIFY(!house.bench.catalogue.find(house.bench.hands.order(order).shop)
                     ->shop.hours.isOpenAt(house.bench.clock.now()));
        for (const PayRequest &request : {kByCard, kAtDoor})
            QCOMPARE(codeOf(house.pay(order, request)), ErrorCode::ShopClosed);
        QCOMPARE(house.bench.countOf("SELECT COUNT(*) FROM payments"), 1);
    }

    void timeThatHasPassedIsNotPaidFor() { // R1 R2
        House house;
        auto request = house.bench.hands.snackRequest();
        request.wantedAt = house.bench.clock.now() + 5min;
        const OrderId order = house.bench.place(request);
        house.decline(order);
        house.bench.clock.advance(6min);
        QCOMPARE(codeOf(house.pay(order, kByCard)), ErrorCode::OutOfRange);
    }

    void lateDeclineEndsTheOrder() { // R2 R16
        House house;
        const OrderId order = house.place();
        house.record(order, Unknown{});
        house.bench.clock.advance(2h);
        house.decline(order);
        QCOMPARE(house.stateOf(order), OrderState::PaymentFailed);
        QCOMPARE(house.bench.remaining(house.bench.town.stew), 3);
    }

    void secondChargeThatGoesThroughTooLateGoesBack() { // R7 G4
        House house;
        const OrderId order = house.placeDeclined();
        QVERIFY(house.pay(order, kByCard));
        house.bench.work([&] {
            const int version = house.bench.hands.order(order).version;
            QVERIFY(house.bench.rooms.placement().cancel(order, house.bench.hands.customer(),
                                                         version, {EndReason::ChangedMind}));
        });
        house.bench.work([&] { house.bench.hands.pay(order); });
        QCOMPARE(house.stateOf(order), OrderState::Cancelled);
        QCOMPARE(house.bench.countOf("SELECT COUNT(*) FROM refunds WHERE amount = 12000"), 1);
    }

    void whatNobodyPaysEnds() { // R2 R16
        House house;
        const OrderId order = house.placeDeclined();
        house.bench.clock.advance(10min);
        house.giveUp(order);
        QCOMPARE(house.stateOf(order), OrderState::PaymentFailed);
        QCOMPARE(house.bench.remaining(house.bench.town.stew), 3);
        const auto failed = house.bench.heard.of(EventType::OrderPaymentFailed);
        QCOMPARE(failed.size(), 1);
        QCOMPARE(failed.first().audience, QList<Addressee>{house.bench.town.mina});
    }

    void paymentUnderWayIsNotGivenUp() { // G3
        House house;
        const OrderId order = house.placeDeclined();
        QVERIFY(house.pay(order, kByCard));
        house.bench.clock.advance(10min);
        house.giveUp(order);
        QCOMPARE(house.stateOf(order), OrderState::PaymentPending);
        house.bench.work([&] { house.bench.hands.pay(order); });
        house.giveUp(order);
        QCOMPARE(house.stateOf(order), OrderState::Placed);
    }

    void goodsAreKeptForAnHourAtMost() { // R16
        House house;
        const OrderId order = house.placeDeclined();
        const Instant created = house.bench.hands.order(order).times.created;
        house.bench.clock.advance(55min);
        QVERIFY(house.pay(order, kByCard));
        house.decline(order);
        QVERIFY(house.bench.hands.order(order).answerBy == created + 1h);
    }

    void customerMayCancelInsteadOfPaying() { // R7 G4
        House house;
        const OrderId order = house.placeDeclined();
        house.bench.work([&] {
            const int version = house.bench.hands.order(order).version;
            QVERIFY(house.bench.rooms.placement().cancel(order, house.bench.hands.customer(),
                                                         version, {EndReason::ChangedMind}));
        });
        QCOMPARE(house.bench.remaining(house.bench.town.stew), 3);
        QVERIFY(house.timers().isEmpty());
        house.giveUp(order);
        QCOMPARE(house.stateOf(order), OrderState::Cancelled);
        QCOMPARE(house.bench.countOf("SELECT COUNT(*) FROM refunds"), 0);
    }
};

std::unique_ptr<QObject> newTstPayAgain() {
    return std::make_unique<TstPayAgain>();
}

#include "TstPayAgain.moc"
