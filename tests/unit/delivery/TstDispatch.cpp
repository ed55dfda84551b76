// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/Outcomes.h"
#include "support/TestBench.h"

#include <QTest>

using namespace soban;
using namespace soban::testing;
using namespace std::chrono_literals;
using contract::ErrorCode;
using delivery::Dispatch;

class TstDispatch : public QObject {
    Q_OBJECT

private:
    struct House {
        TestBench bench;
        Dispatch &dispatch = bench.rooms.model().dispatch;
        storage::SqlDeliveryStore store{bench.rooms.database()};
        const TownIds &town = bench.town;

        Actor nearRider() const { return bench.hands.rider(); }
        static Actor rider(AccountId account) { return {Role::Rider, account, {}}; }
        /// Whom the latest event of a type was addressed to.
        QList<Addressee> lastAudience(EventType type) const {
            const auto events = bench.heard.of(type);
            return events.isEmpty() ? QList<Addressee>{} : events.last().audience;
        }
        void widen(OrderId order) {
            bench.work([&] { dispatch.widen(order); });
        }
        std::optional<RiderSearch> searchOf(OrderId order) const {
            return bench.hands.order(order).riderSearch;
        }
        int offersShown() const { return bench.heard.count(EventType::OfferShown); }
        QString wrongCodeOf(OrderId order) const {
            const QString zeros = QStringLiteral("0000");
            return bench.hands.order(order).handOverCode == zeros ? QStringLiteral("0001") : zeros;
        }
        auto handOver(OrderId order, const QString &code) {
            return dispatch.handOver(order, nearRider(), DeliveryState::PickedUp, code, {});
        }
    };

private slots:
    void onlyRidersOnDutyNearTheShopAreShownTheOffer() { // R8
        House house;
        house.bench.orderIn(OrderState::Ready);
        QCOMPARE(house.offersShown(), 1);
        QCOMPARE(house.lastAudience(EventType::OfferShown), QList<Addressee>{house.town.nearRider});
    }

    void offerIsNotShownBeforeTheFoodIsReady() { // R8
        House house;
        house.bench.orderIn(OrderState::Preparing);
        QCOMPARE(house.offersShown(), 0);
        QCOMPARE(house.store.openNear(townCentre(), 1000).size(), 0);
    }

    void offerTellsTheAreaButNotTheDoor() { // R8
        House house;
        const Order order = house.bench.hands.order(house.bench.orderIn(OrderState::Ready));
        const auto offer =
            std::get<Offer>(house.bench.heard.of(EventType::OfferShown).first().data);
        QVERIFY(!(offer.dropArea == order.address.position));
        QVERIFY(offer.dropArea.distanceMetersTo(order.address.position) < 100);
        QCOMPARE(offer.shopName.en, QStringLiteral("Soban Snacks"));
        QCOMPARE(offer.readySince, *order.times.ready);
        QCOMPARE(offer.number, std::optional(order.number));
    }

    void payGrowsWithTheWay() {
        House house;
        house.bench.orderIn(OrderState::Ready);
        const auto offer =
            std::get<Offer>(house.bench.heard.of(EventType::OfferShown).first().data);
        // 37.887, the area's latitude to three places, is 0.007 degrees from the shop.
        QCOMPARE(offer.wayMeters, 778);
        QCOMPARE(offer.pay.minor(), 3000 + 500 * 778 / 1000);
    }

    void offerTellsWhatIsToBeCollectedAtTheDoor() { // R8
        House house;
        const auto collected = [&] {
            return std::get<Offer>(house.bench.heard.of(EventType::OfferShown).last().data)
                .collectAtDoor;
        };
        house.bench.orderIn(OrderState::Ready);
        QVERIFY(!collected());
        const OrderId order =
            house.bench.place(house.bench.hands.snackRequest(PaymentMethod::OnDelivery));
        const Money total = house.bench.walk(order, OrderState::Ready).total;
        QCOMPARE(collected(), std::optional(total));
    }

    void riderWhoComesNearIsToldOnce() { // R8
        House house;
        house.bench.orderIn(OrderState::Ready);
        QVERIFY(house.dispatch.reportPosition(house.town.farRider, northOf(townCentre(), 3100)));
        QCOMPARE(house.offersShown(), 1);
        QVERIFY(house.dispatch.reportPosition(house.town.farRider, northOf(townCentre(), 2900)));
        QCOMPARE(house.offersShown(), 2);
        QCOMPARE(house.lastAudience(EventType::OfferShown), QList<Addressee>{house.town.farRider});
        QVERIFY(house.dispatch.reportPosition(house.town.farRider, northOf(townCentre(), 100)));
        QCOMPARE(house.offersShown(), 2);
    }

    void riderWhoGoesOnDutyNearIsTold() { // R8
        House house;
        house.bench.orderIn(OrderState::Ready);
        house.dispatch.setDuty(house.town.idleRider, true, northOf(townCentre(), 200));
        QCOMPARE(house.lastAudience(EventType::OfferShown), QList<Addressee>{house.town.idleRider});
    }

    void positionOfAnIdleRiderIsNotTaken() {
        House house;
        house.bench.orderIn(OrderState::Ready);
        QVERIFY(!house.dispatch.reportPosition(house.town.idleRider, townCentre()));
        QVERIFY(!house.store.positionOnDuty(house.town.idleRider));
        QCOMPARE(house.offersShown(), 1);
    }

    void claimWithdrawsTheOfferFromTheOthersOnly() { // R9
        House house;
        house.dispatch.setDuty(house.town.idleRider, true, northOf(townCentre(), 200));
        const OrderId order = house.bench.orderIn(OrderState::Ready);
        QCOMPARE(house.lastAudience(EventType::OfferShown).size(), 2);
        QVERIFY(house.dispatch.claim(order, house.nearRider(), DeliveryState::Open, {}));
        QCOMPARE(house.lastAudience(EventType::OfferWithdrawn),
                 QList<Addressee>{house.town.idleRider});
        const auto heard = house.bench.heard.of(EventType::OfferWithdrawn);
        QCOMPARE(std::get<OfferWithdrawn>(heard.last().data).reason, WithdrawReason::Claimed);
        QVERIFY(house.bench.hands.order(order).rider == house.town.nearRider);
        QVERIFY(house.store.openNear(townCentre(), 1000).isEmpty());
    }

    void secondClaimLoses() { // G6 R9
        House house;
        house.dispatch.setDuty(house.town.idleRider, true, northOf(townCentre(), 200));
        const OrderId order = house.bench.orderIn(OrderState::Ready);
        QVERIFY(house.dispatch.claim(order, house.nearRider(), DeliveryState::Open, {}));
        const auto second =
            house.dispatch.claim(order, house.rider(house.town.idleRider), DeliveryState::Open, {});
        QCOMPARE(codeOf(second), ErrorCode::AlreadyClaimed);
        QCOMPARE(second.error().present->deliveryState, DeliveryState::Claimed);
        QVERIFY(house.bench.hands.order(order).rider == house.town.nearRider);
    }

    void nobodyNearMeansThatRidersFartherAwayAreAsked() { // R8
        House house;
        QVERIFY(house.dispatch.reportPosition(house.town.farRider, northOf(townCentre(), 5000)));
        const OrderId order = house.bench.orderIn(OrderState::Ready);
        QCOMPARE(house.offersShown(), 1);
        house.widen(order);
        QCOMPARE(house.offersShown(), 2);
        QCOMPARE(house.lastAudience(EventType::OfferShown), QList<Addressee>{house.town.farRider});
        QVERIFY(house.searchOf(order) == (RiderSearch{6000, false}));
        QVERIFY(
            house.dispatch.claim(order, house.rider(house.town.farRider), DeliveryState::Open, {}));
    }

    void riderWhoComesWithinTheWiderCircleIsTold() { // R8
        House house;
        const OrderId order = house.bench.orderIn(OrderState::Ready);
        house.widen(order);
        QVERIFY(house.dispatch.reportPosition(house.town.farRider, northOf(townCentre(), 6100)));
        QCOMPARE(house.offersShown(), 1);
        QVERIFY(house.dispatch.reportPosition(house.town.farRider, northOf(townCentre(), 5900)));
        QCOMPARE(house.offersShown(), 2);
        // Other deliveries are asked for as near as ever.
        house.bench.orderIn(OrderState::Ready);
        QCOMPARE(house.lastAudience(EventType::OfferShown), QList<Addressee>{house.town.nearRider});
    }

    void searchEndsAtTheWidestCircleAndTheShopIsTold() { // R8 R14
        House house;
        const OrderId order = house.bench.orderIn(OrderState::Ready);
        const int version = house.bench.hands.order(order).version;
        for (const RiderSearch &expected :
             {RiderSearch{6000, false}, RiderSearch{10'000, false}, RiderSearch{10'000, true}}) {
            house.widen(order);
            QVERIFY(house.searchOf(order) == expected);
        }
        QCOMPARE(house.bench.hands.order(order).version, version + 3);
        const auto told = house.bench.heard.of(EventType::OrderUpdated);
        QCOMPARE(told.size(), 3);
        QVERIFY(told.last().audience.contains(Addressee(house.town.snackBar)));
        // The offer stands for whoever comes after all.
        QVERIFY(house.dispatch.claim(order, house.nearRider(), DeliveryState::Open, {}));
    }

    void takenDeliveryIsNotAskedForFartherAway() { // R8 G6
        House house;
        const OrderId order = house.bench.orderIn(OrderState::Ready);
        QVERIFY(house.dispatch.claim(order, house.nearRider(), DeliveryState::Open, {}));
        const int version = house.bench.hands.order(order).version;
        house.widen(order);
        QCOMPARE(house.bench.hands.order(order).version, version);
        QVERIFY(!house.searchOf(order));
    }

    void deliveryGivenBackIsAskedForAsFarAwayAsBefore() { // R9
        House house;
        QVERIFY(house.dispatch.reportPosition(house.town.farRider, northOf(townCentre(), 5000)));
        const OrderId order = house.bench.orderIn(OrderState::Ready);
        for (int i = 0; i < 3; ++i)
            house.widen(order);
        QVERIFY(house.dispatch.claim(order, house.nearRider(), DeliveryState::Open, {}));
        QVERIFY(house.dispatch.giveBack(order, house.nearRider(), DeliveryState::Claimed, {}));
        QVERIFY(house.searchOf(order) == (RiderSearch{10'000, false}));
        QCOMPARE(house.lastAudience(EventType::OfferShown).size(), 2);
    }

    void riderWhoMayNotSeeTheDeliveryLearnsNothingOfIt_data() { // R8
        QTest::addColumn<bool>("onDuty");
        QTest::newRow("R8 far away") << true;
        QTest::newRow("R8 off duty") << false;
    }
    void riderWhoMayNotSeeTheDeliveryLearnsNothingOfIt() {
        QFETCH(bool, onDuty);
        House house;
        const OrderId order = house.bench.orderIn(OrderState::Ready);
        const AccountId who = onDuty ? house.town.farRider : house.town.idleRider;
        const auto outcome = house.dispatch.claim(order, house.rider(who), DeliveryState::Open, {});
        QCOMPARE(codeOf(outcome), ErrorCode::NotFound);
        QVERIFY(!outcome.error().present);
    }

    void whatIsNotOpenYetIsNotFound() {
        House house;
        const OrderId order = house.bench.orderIn(OrderState::Preparing);
        const auto outcome =
            house.dispatch.claim(order, house.nearRider(), DeliveryState::Open, {});
        QCOMPARE(codeOf(outcome), ErrorCode::NotFound);
    }

    void riderWhoWasShownTheOfferMayClaimItFromAfar() {
        House house;
        const OrderId order = house.bench.orderIn(OrderState::Ready);
        QVERIFY(house.dispatch.reportPosition(house.town.nearRider, northOf(townCentre(), 9000)));
        QVERIFY(house.dispatch.claim(order, house.nearRider(), DeliveryState::Open, {}));
    }

    void claimOnAnOldViewIsStale() { // G6
        House house;
        const OrderId order = house.bench.orderIn(OrderState::Ready);
        const auto outcome =
            house.dispatch.claim(order, house.nearRider(), DeliveryState::None, {});
        QCOMPARE(codeOf(outcome), ErrorCode::StaleVersion);
    }

    void givenBackDeliveryIsOfferedAnew() { // R9
        House house;
        const OrderId order = house.bench.orderIn(OrderState::Ready);
        QVERIFY(house.dispatch.claim(order, house.nearRider(), DeliveryState::Open, {}));
        house.dispatch.setDuty(house.town.idleRider, true, northOf(townCentre(), 200));
        QCOMPARE(house.offersShown(), 1);
        QVERIFY(house.dispatch.giveBack(order, house.nearRider(), DeliveryState::Claimed, {}));
        QCOMPARE(house.offersShown(), 2);
        QVERIFY(
            house.lastAudience(EventType::OfferShown).contains(Addressee(house.town.idleRider)));
        const Order open = house.bench.hands.order(order);
        QVERIFY(!open.rider && !open.times.claimed);
        QVERIFY(house.dispatch.claim(order, house.rider(house.town.idleRider), DeliveryState::Open,
                                     {}));
    }

    void onlyTheWinnerGoesOn() { // R9
        House house;
        const OrderId order = house.bench.orderIn(OrderState::Ready);
        house.bench.walk(order, DeliveryState::Claimed);
        const Actor other = house.rider(house.town.farRider);
        QCOMPARE(codeOf(house.dispatch.pickUp(order, other, DeliveryState::Claimed, {})),
                 ErrorCode::NotFound);
        QCOMPARE(codeOf(house.dispatch.giveBack(order, other, DeliveryState::Claimed, {})),
                 ErrorCode::NotFound);
        QVERIFY(house.dispatch.pickUp(order, house.nearRider(), DeliveryState::Claimed, {}));
    }

    void queuedStepKeepsTheMomentAtWhichItHappened() { // R9
        House house;
        const OrderId order = house.bench.orderIn(OrderState::Ready);
        house.bench.walk(order, DeliveryState::Claimed);
        house.bench.clock.advance(20min);
        const Instant happened = house.bench.clock.now() - 7min;
        QVERIFY(house.dispatch.pickUp(order, house.nearRider(), DeliveryState::Claimed, happened));
        QVERIFY(house.bench.hands.order(order).times.pickedUp == happened);
    }

    void handOverNeedsTheCustomersCode() { // R12
        House house;
        const OrderId order = house.bench.orderIn(OrderState::PickedUp);
        const auto wrong = house.handOver(order, house.wrongCodeOf(order));
        QCOMPARE(codeOf(wrong), ErrorCode::WrongCode);
        QCOMPARE(wrong.error().field.value_or(QString()), QStringLiteral("code"));
        QVERIFY(house.handOver(order, house.bench.hands.order(order).handOverCode));
        QCOMPARE(house.bench.hands.order(order).stage.order, OrderState::Delivered);
    }

    void codeIsLockedForAWhileAfterFiveWrongOnes() { // R12
        House house;
        const OrderId order = house.bench.orderIn(OrderState::PickedUp);
        const QString right = house.bench.hands.order(order).handOverCode;
        for (int round = 0; round < 2; ++round) {
            for (int i = 0; i < 5; ++i)
                QCOMPARE(codeOf(house.handOver(order, house.wrongCodeOf(order))),
                         ErrorCode::WrongCode);
            // Now even the right one does not help: it may have been guessed.
            QCOMPARE(codeOf(house.handOver(order, right)), ErrorCode::CodeLocked);
            house.bench.clock.advance(15min - 1ms);
            QCOMPARE(codeOf(house.handOver(order, right)), ErrorCode::CodeLocked);
            QCOMPARE(house.bench.hands.order(order).stage.order, OrderState::PickedUp);
            house.bench.clock.advance(1ms); // and it is counted anew
        }
        QVERIFY(house.handOver(order, right));
    }

    void fourWrongCodesDoNotLock() { // R12
        House house;
        const OrderId order = house.bench.orderIn(OrderState::PickedUp);
        for (int i = 0; i < 4; ++i)
            QVERIFY(!house.handOver(order, house.wrongCodeOf(order)));
        QVERIFY(house.handOver(order, house.bench.hands.order(order).handOverCode));
    }

    void riderHasOnlyAFewDeliveriesAtATime() { // R9
        House house;
        QList<OrderId> orders;
        for (int i = 0; i < 4; ++i)
            orders.append(house.bench.orderIn(OrderState::Ready));
        const auto claim = [&](OrderId order) {
            return house.dispatch.claim(order, house.nearRider(), DeliveryState::Open, {});
        };
        for (int i = 0; i < 3; ++i)
            QVERIFY(claim(orders[i]));
        const auto fourth = claim(orders[3]);
        QCOMPARE(codeOf(fourth), ErrorCode::NotAllowedNow);
        QCOMPARE(fourth.error().present->deliveryState, DeliveryState::Open);
        QVERIFY(fourth.error().detail.value_or(QString()).contains(u'3'));
        QVERIFY(!house.bench.hands.order(orders[3]).rider);
        // What is on the way counts, what is delivered or given back does not.
        house.bench.walk(orders[0], DeliveryState::PickedUp);
        QCOMPARE(codeOf(claim(orders[3])), ErrorCode::NotAllowedNow);
        house.bench.walk(orders[0], DeliveryState::Delivered);
        QVERIFY(claim(orders[3]));
        QVERIFY(house.dispatch.giveBack(orders[1], house.nearRider(), DeliveryState::Claimed, {}));
        QVERIFY(claim(orders[1]));
    }

    void riderWhoHasAllTheyMayHaveIsStillToldWhoWon() { // G6
        House house;
        house.dispatch.setDuty(house.town.idleRider, true, northOf(townCentre(), 200));
        QList<OrderId> orders;
        for (int i = 0; i < 4; ++i)
            orders.append(house.bench.orderIn(OrderState::Ready));
        for (int i = 0; i < 3; ++i)
            QVERIFY(house.dispatch.claim(orders[i], house.nearRider(), DeliveryState::Open, {}));
        QVERIFY(house.dispatch.claim(orders[3], house.rider(house.town.idleRider),
                                     DeliveryState::Open, {}));
        QCOMPARE(
            codeOf(house.dispatch.claim(orders[3], house.nearRider(), DeliveryState::Open, {})),
            ErrorCode::AlreadyClaimed);
    }

    void shopsTakeOverEndsTheOffer() { // R14
        House house;
        const OrderId order = house.bench.orderIn(OrderState::Ready);
        const Order ready = house.bench.hands.order(order);
        QVERIFY(house.bench.rooms.model().kitchen.takeOver(order, house.bench.hands.ownerOf(ready),
                                                           ready.version));
        const auto heard = house.bench.heard.of(EventType::OfferWithdrawn);
        QCOMPARE(heard.size(), 1);
        QCOMPARE(heard.first().audience, QList<Addressee>{house.town.nearRider});
        QCOMPARE(std::get<OfferWithdrawn>(heard.first().data).reason, WithdrawReason::TakenOver);
        const auto late = house.dispatch.claim(order, house.nearRider(), DeliveryState::Open, {});
        QCOMPARE(codeOf(late), ErrorCode::StaleVersion);
        QCOMPARE(late.error().present->deliveryState, DeliveryState::None);
    }

    void ridersNearAreFoundByMeasuredDistance() { // R8
        House house;
        const auto near = house.store.ridersNear(townCentre(), 3000);
        QCOMPARE(near.size(), 1);
        QCOMPARE(near.first().rider, house.town.nearRider);
        QCOMPARE(house.store.ridersNear(townCentre(), 299).size(), 0);
        QCOMPARE(house.store.ridersNear(townCentre(), 10'100).size(), 2);
    }

    void nobodyGoesOffDutyWithADeliveryInHand() {
        House house;
        const OrderId order = house.bench.orderIn(OrderState::Ready);
        house.bench.walk(order, DeliveryState::Claimed);
        const auto refusal = house.dispatch.setDuty(house.town.nearRider, false, {});
        QVERIFY(refusal);
        QCOMPARE(refusal->code, contract::ErrorCode::NotAllowedNow);
        QVERIFY(house.store.positionOnDuty(house.town.nearRider));
        house.bench.walk(order, OrderState::Delivered);
        QVERIFY(!house.dispatch.setDuty(house.town.nearRider, false, {}));
        QVERIFY(!house.store.positionOnDuty(house.town.nearRider));
    }

    void goingOffDutyKeepsTheLastPosition() {
        House house;
        QVERIFY(!house.dispatch.setDuty(house.town.nearRider, false, {}));
        QVERIFY(!house.store.positionOnDuty(house.town.nearRider));
        QVERIFY(house.store.ridersNear(townCentre(), 3000).isEmpty());
        house.dispatch.setDuty(house.town.nearRider, true, {});
        const auto position = house.store.positionOnDuty(house.town.nearRider);
        QVERIFY(position);
        QCOMPARE(qRound(position->distanceMetersTo(townCentre())), 300);
    }
};

QTEST_GUILESS_MAIN(TstDispatch)
#include "TstDispatch.moc"
