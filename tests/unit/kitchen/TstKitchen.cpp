// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/Outcomes.h"
#include "support/TestBench.h"

#include <QTest>

using namespace soban;
using namespace soban::testing;
using namespace std::chrono_literals;
using contract::ErrorCode;

namespace {

/// A code that the order does not have.
QString wrongCodeOf(const Order &order) {
    return order.handOverCode == QStringLiteral("0000") ? QStringLiteral("0001")
                                                        : QStringLiteral("0000");
}

} // namespace

class TstKitchen : public QObject {
    Q_OBJECT

private:
    struct House {
        TestBench bench;
        kitchen::Kitchen &kitchen = bench.rooms.model().kitchen;

        Order in(const contract::PlaceOrderRequest &request, OrderState state) {
            return bench.walk(bench.place(request), state);
        }
        Order snacksIn(OrderState state) { return in(bench.hands.snackRequest(), state); }
        Order flowersIn(OrderState state) { return in(bench.hands.flowerRequest(), state); }
        Actor owner(const Order &order) const { return bench.hands.ownerOf(order); }
    };

private slots:
    void acceptanceKeepsThePreparationTime() { // R4
        House house;
        const Order placed = house.snacksIn(OrderState::Placed);
        const auto accepted =
            house.kitchen.accept(placed.id, house.owner(placed), placed.version, 35);
        QVERIFY(accepted);
        const Order stored = house.bench.hands.order(placed.id);
        QCOMPARE(stored.preparationMinutes.value_or(0), 35);
        QVERIFY(stored.times.accepted == house.bench.clock.now());
        const auto moved =
            std::get<OrderMoved>(house.bench.heard.of(EventType::OrderAccepted).last().data);
        QCOMPARE(moved.preparationMinutes.value_or(0), 35);
        QVERIFY(moved.expectedAt);
    }

    void startAndEndOfCookingAreRecorded() { // R5
        House house;
        const Order accepted = house.snacksIn(OrderState::Accepted);
        house.bench.clock.advance(2min);
        const Instant started = house.bench.clock.now();
        QVERIFY(house.kitchen.start(accepted.id, house.owner(accepted), accepted.version));
        house.bench.clock.advance(15min);
        QVERIFY(house.kitchen.finish(accepted.id, house.owner(accepted), accepted.version + 1));
        const Order ready = house.bench.hands.order(accepted.id);
        QVERIFY(ready.times.started == started);
        QVERIFY(ready.times.ready == house.bench.clock.now());
        QCOMPARE(ready.stage.delivery, DeliveryState::Open);
    }

    void extensionPromisesALaterTime_data() { // R4 R5
        QTest::addColumn<OrderState>("state");
        QTest::newRow("R4 accepted") << OrderState::Accepted;
        QTest::newRow("R5 preparing") << OrderState::Preparing;
    }
    void extensionPromisesALaterTime() {
        QFETCH(OrderState, state);
        House house;
        const Order order = house.snacksIn(state);
        const auto before = estimateArrival(order);
        QVERIFY(house.kitchen.extend(order.id, house.owner(order), order.version, 10));
        const Order later = house.bench.hands.order(order.id);
        QCOMPARE(later.stage.order, state);
        QVERIFY(estimateArrival(later)->latest == before->latest + 10min);
        QCOMPARE(house.bench.heard.count(EventType::OrderExtended), 1);
    }

    void extensionHasAnEnd() { // R4
        House house;
        const Order order = house.snacksIn(OrderState::Preparing);
        const auto outcome = house.kitchen.extend(order.id, house.owner(order), order.version, 221);
        QCOMPARE(codeOf(outcome), ErrorCode::OutOfRange);
        QCOMPARE(house.bench.hands.order(order.id).version, order.version);
    }

    void anotherShopLearnsNothing() {
        House house;
        const Order placed = house.snacksIn(OrderState::Placed);
        const Actor florist{Role::Shop, house.bench.town.flowerOwner, house.bench.town.flowerShop};
        const auto outcome = house.kitchen.accept(placed.id, florist, placed.version, 20);
        QCOMPARE(codeOf(outcome), ErrorCode::NotFound);
    }

    void shopDoesNotKnowOfAnUnpaidOrder() { // R3
        House house;
        const Order pending =
            house.bench.hands.order(house.bench.place(house.bench.hands.snackRequest()));
        const auto outcome =
            house.kitchen.accept(pending.id, house.owner(pending), pending.version, 20);
        QCOMPARE(codeOf(outcome), ErrorCode::NotFound);
    }

    void oldTicketIsStale() { // G6
        House house;
        const Order accepted = house.snacksIn(OrderState::Accepted);
        const auto outcome =
            house.kitchen.start(accepted.id, house.owner(accepted), accepted.version - 1);
        QCOMPARE(codeOf(outcome), ErrorCode::StaleVersion);
        QCOMPARE(outcome.error().present->version, accepted.version);
        QCOMPARE(outcome.error().present->state, OrderState::Accepted);
    }

    void stepTakenTwiceIsRefused() {
        House house;
        const Order accepted = house.snacksIn(OrderState::Accepted);
        QVERIFY(house.kitchen.start(accepted.id, house.owner(accepted), accepted.version));
        const auto again =
            house.kitchen.start(accepted.id, house.owner(accepted), accepted.version + 1);
        QCOMPARE(codeOf(again), ErrorCode::NotAllowedNow);
    }

    void shopsOwnCourierBringsFlowers() { // R14
        House house;
        const Order ready = house.flowersIn(OrderState::Ready);
        QCOMPARE(ready.stage.delivery, DeliveryState::None);
        QVERIFY(house.bench.heard.of(EventType::OfferShown).isEmpty());
        QVERIFY(house.kitchen.pickUp(ready.id, house.owner(ready), ready.version));
        QVERIFY(house.kitchen.handOver(ready.id, house.owner(ready), ready.version + 1,
                                       ready.handOverCode));
        const Order delivered = house.bench.hands.order(ready.id);
        QCOMPARE(delivered.stage.order, OrderState::Delivered);
        QCOMPARE(delivered.stage.delivery, DeliveryState::Delivered);
        QVERIFY(delivered.times.pickedUp && delivered.times.delivered);
    }

    void handOverAtTheDoorNeedsTheCustomersCode() { // R14
        House house;
        const Order onTheWay = house.flowersIn(OrderState::PickedUp);
        for (const QString &code :
             {wrongCodeOf(onTheWay), QString(), QString(onTheWay.handOverCode + u'1')}) {
            const auto outcome =
                house.kitchen.handOver(onTheWay.id, house.owner(onTheWay), onTheWay.version, code);
            QCOMPARE(codeOf(outcome), ErrorCode::WrongCode);
            QCOMPARE(outcome.error().field.value_or(QString()), QStringLiteral("code"));
        }
        QCOMPARE(house.bench.hands.order(onTheWay.id).version, onTheWay.version);
    }

    void photoStandsForTheCodeAtTheDoor() { // R12 R14
        House house;
        const Order onTheWay = house.flowersIn(OrderState::PickedUp);
        const auto byPhoto = [&](const QString &photo) {
            return house.kitchen.handOverByPhoto(onTheWay.id, house.owner(onTheWay),
                                                 onTheWay.version, photo);
        };
        const auto unknown = byPhoto(QStringLiteral("up-0"));
        QCOMPARE(codeOf(unknown), ErrorCode::InvalidValue);
        QCOMPARE(unknown.error().field.value_or(QString()), QStringLiteral("photo"));
        QCOMPARE(house.bench.hands.order(onTheWay.id).stage.order, OrderState::PickedUp);

        const QString photo = QStringLiteral("up-1");
        house.bench.work([&] {
            const auto refusal = house.bench.rooms.model().pictures.keep(
                {photo, "image/png", "png", 1, 1}, *house.owner(onTheWay).account);
            QVERIFY(!refusal);
        });
        QVERIFY(byPhoto(photo));
        const Order delivered = house.bench.hands.order(onTheWay.id);
        QCOMPARE(delivered.stage.order, OrderState::Delivered);
        QCOMPARE(delivered.proofPhoto, std::optional(photo));
    }

    void collectionAtTheCounterCompletesTheOrder() {
        House house;
        const auto request =
            house.bench.hands.snackRequest(PaymentMethod::Card, Fulfilment::Collection);
        const Order ready = house.in(request, OrderState::Ready);
        const auto wrong =
            house.kitchen.collect(ready.id, house.owner(ready), ready.version, wrongCodeOf(ready));
        QCOMPARE(codeOf(wrong), ErrorCode::WrongCode);
        QVERIFY(
            house.kitchen.collect(ready.id, house.owner(ready), ready.version, ready.handOverCode));
        QCOMPARE(house.bench.hands.order(ready.id).stage.order, OrderState::Completed);
    }

    void codeIsLockedForAWhileAfterFiveWrongOnes_data() { // R14
        QTest::addColumn<bool>("atTheDoor");
        QTest::newRow("R14 at the door") << true;
        QTest::newRow("R14 at the counter") << false;
    }
    void codeIsLockedForAWhileAfterFiveWrongOnes() {
        QFETCH(bool, atTheDoor);
        House house;
        const auto collected =
            house.bench.hands.snackRequest(PaymentMethod::Card, Fulfilment::Collection);
        const Order order = atTheDoor ? house.flowersIn(OrderState::PickedUp)
                                      : house.in(collected, OrderState::Ready);
        const auto show = [&](const QString &code) {
            const Actor owner = house.owner(order);
            return atTheDoor ? house.kitchen.handOver(order.id, owner, order.version, code)
                             : house.kitchen.collect(order.id, owner, order.version, code);
        };
        for (int round = 0; round < 2; ++round) {
            for (int i = 0; i < 5; ++i)
                QCOMPARE(codeOf(show(wrongCodeOf(order))), ErrorCode::WrongCode);
            const auto locked = show(order.handOverCode);
            QCOMPARE(codeOf(locked), ErrorCode::CodeLocked);
            QCOMPARE(locked.error().field.value_or(QString()), QStringLiteral("code"));
            house.bench.clock.advance(15min - 1ms);
            QCOMPARE(codeOf(show(order.handOverCode)), ErrorCode::CodeLocked);
            house.bench.clock.advance(1ms); // and it is counted anew
        }
        QVERIFY(show(order.handOverCode));
    }

    void fourWrongCodesDoNotLock() { // R14
        House house;
        const Order order = house.flowersIn(OrderState::PickedUp);
        for (int i = 0; i < 4; ++i)
            QVERIFY(!house.kitchen.handOver(order.id, house.owner(order), order.version,
                                            wrongCodeOf(order)));
        QVERIFY(house.kitchen.handOver(order.id, house.owner(order), order.version,
                                       order.handOverCode));
    }

    void shopTakesOverWhatNoRiderTook() { // R14
        House house;
        const Order ready = house.snacksIn(OrderState::Ready);
        QVERIFY(house.kitchen.takeOver(ready.id, house.owner(ready), ready.version));
        const Order taken = house.bench.hands.order(ready.id);
        QCOMPARE(taken.stage.fulfilment, Fulfilment::OwnDelivery);
        QCOMPARE(taken.stage.delivery, DeliveryState::None);
        QVERIFY(house.kitchen.pickUp(taken.id, house.owner(taken), taken.version));
    }

    void shopCannotTakeOverWhatARiderHas() { // G6
        House house;
        const Order ready = house.snacksIn(OrderState::Ready);
        const Order claimed = house.bench.walk(ready.id, DeliveryState::Claimed);
        const auto late = house.kitchen.takeOver(ready.id, house.owner(ready), ready.version);
        QCOMPARE(codeOf(late), ErrorCode::StaleVersion);
        QCOMPARE(late.error().present->deliveryState, DeliveryState::Claimed);
        QCOMPARE(codeOf(house.kitchen.takeOver(ready.id, house.owner(ready), claimed.version)),
                 ErrorCode::NotAllowedNow);
    }
};

QTEST_GUILESS_MAIN(TstKitchen)
#include "TstKitchen.moc"
