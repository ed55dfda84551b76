// SPDX-License-Identifier: GPL-3.0-or-later
#include "DomainTestKit.h"

#include "domain/Review.h"
#include "domain/Schedule.h"

#include <QTest>

using namespace soban;
using soban::test::at;
using soban::test::sampleOrder;

class TstOrder : public QObject {
    Q_OBJECT

private slots:
    void estimatesNothingBeforeAcceptance();
    void estimatesArrival_data();
    void estimatesArrival();
    void promisesInFivesAndKeepsToIt_data();
    void promisesInFivesAndKeepsToIt();
    void whatLeavesBeforeItsDayArrivesBeforeIt();
    void recordsEachStep_data();
    void recordsEachStep();
    void forgetsAClaimThatWasGivenBack();
    void mayBeReviewedFromHandOverOn();
    void countsOnTheDayForWhichItIsWanted();
    void shopReachesItsRadius();
};

void TstOrder::estimatesNothingBeforeAcceptance() {
    Order order = sampleOrder(OrderState::Placed);
    QVERIFY(!estimateArrival(order));
    order.preparationMinutes = 20;
    QVERIFY(!estimateArrival(order));
    order.preparationMinutes.reset();
    order.times.accepted = at("2026-11-20T03:00:00Z");
    QVERIFY(!estimateArrival(order));
}

void TstOrder::estimatesArrival_data() {
    QTest::addColumn<Fulfilment>("how");
    QTest::addColumn<QByteArray>("ready");
    QTest::addColumn<QByteArray>("wanted");
    QTest::addColumn<QByteArray>("expected");
    QTest::addColumn<QByteArray>("latest");
    const auto row = [](const char *tag, Fulfilment how, const char *ready, const char *wanted,
                        const char *expected, const char *latest) {
        QTest::newRow(tag) << how << QByteArray(ready) << QByteArray(wanted) << QByteArray(expected)
                           << QByteArray(latest);
    };

    // Accepted at 03:00 with 20 minutes; a quarter of an hour for the way, then ten minutes until
    // it is late.
    const auto rider = Fulfilment::PlatformRider;
    row("rider", rider, "", "", "2026-11-20T03:35:00Z", "2026-11-20T03:45:00Z");
    row("own delivery", Fulfilment::OwnDelivery, "", "", "2026-11-20T03:35:00Z",
        "2026-11-20T03:45:00Z");
    row("collection", Fulfilment::Collection, "", "", "2026-11-20T03:20:00Z",
        "2026-11-20T03:30:00Z");
    row("ready early", rider, "2026-11-20T03:10:00Z", "", "2026-11-20T03:25:00Z",
        "2026-11-20T03:35:00Z");
    row("ready late", rider, "2026-11-20T03:30:00Z", "", "2026-11-20T03:45:00Z",
        "2026-11-20T03:55:00Z");
    row("R1 wanted later", rider, "", "2026-11-21T01:00:00Z", "2026-11-21T01:00:00Z",
        "2026-11-21T01:10:00Z");
    row("R1 wanted sooner", rider, "", "2026-11-20T03:10:00Z", "2026-11-20T03:35:00Z",
        "2026-11-20T03:45:00Z");
    row("R1 ready long before it is wanted", rider, "2026-11-20T03:10:00Z", "2026-11-21T01:00:00Z",
        "2026-11-21T01:00:00Z", "2026-11-21T01:10:00Z");
}

void TstOrder::estimatesArrival() {
    QFETCH(Fulfilment, how);
    QFETCH(QByteArray, ready);
    QFETCH(QByteArray, wanted);
    QFETCH(QByteArray, expected);
    QFETCH(QByteArray, latest);

    Order order = sampleOrder(OrderState::Accepted);
    order.stage.fulfilment = how;
    order.times.accepted = at("2026-11-20T03:00:00Z");
    order.preparationMinutes = 20;
    order.times.ready = Instant::fromRfc3339(QString::fromLatin1(ready));
    order.wantedAt = Instant::fromRfc3339(QString::fromLatin1(wanted));
    const auto estimate = estimateArrival(order);
    QVERIFY(estimate);
    QCOMPARE(estimate->expected.toRfc3339(), at(expected.constData()).toRfc3339());
    QCOMPARE(estimate->latest.toRfc3339(), at(latest.constData()).toRfc3339());
}

void TstOrder::promisesInFivesAndKeepsToIt_data() {
    QTest::addColumn<Fulfilment>("how");
    QTest::addColumn<int>("usual");
    QTest::addColumn<int>("extra");
    QTest::addColumn<int>("soonest");
    QTest::newRow("R4 R10 delivery") << Fulfilment::PlatformRider << 20 << 0 << 35;
    QTest::newRow("R4 R10 own delivery") << Fulfilment::OwnDelivery << 20 << 0 << 35;
    QTest::newRow("R4 R10 collection") << Fulfilment::Collection << 20 << 0 << 20;
    QTest::newRow("R4 R10 in fives") << Fulfilment::PlatformRider << 12 << 0 << 30;
    QTest::newRow("R4 R10 busy") << Fulfilment::PlatformRider << 20 << 15 << 50;
    QTest::newRow("R4 R10 busier than may be said") << Fulfilment::Collection << 200 << 100 << 240;
}

void TstOrder::promisesInFivesAndKeepsToIt() {
    QFETCH(Fulfilment, how);
    QFETCH(int, usual);
    QFETCH(int, extra);
    QFETCH(int, soonest);
    const auto suggested = preparationNow(usual, extra > 0 ? std::optional(extra) : std::nullopt);
    const Promise promise = promiseOf(suggested, how);
    QCOMPARE(int(promise.soonest.count()), soonest);
    QCOMPARE(int(promise.latest.count()), soonest + 10);

    Order order = sampleOrder(OrderState::Accepted);
    order.stage.fulfilment = how;
    order.times.accepted = at("2026-11-20T03:00:00Z");
    order.preparationMinutes = int(suggested.count());
    const auto estimate = estimateArrival(order);
    QVERIFY(estimate);
    QCOMPARE(estimate->expected, *order.times.accepted + promise.soonest);
    QCOMPARE(estimate->latest, *order.times.accepted + promise.latest);
}

void TstOrder::whatLeavesBeforeItsDayArrivesBeforeIt() { // R1 R10
    Order order = sampleOrder(OrderState::PickedUp);
    order.stage.fulfilment = Fulfilment::OwnDelivery;
    order.preparationMinutes = 20;
    order.wantedAt = at("2026-11-27T06:00:00Z");
    order.times.accepted = at("2026-11-20T03:00:00Z");
    order.times.ready = at("2026-11-20T03:20:00Z");
    order.times.pickedUp = at("2026-11-20T04:00:00Z");
    QCOMPARE(estimateArrival(order)->expected, at("2026-11-20T04:15:00Z"));
    // On its day the way begins with the step, too, and not when it was ready.
    order.times.pickedUp = at("2026-11-27T05:50:00Z");
    QCOMPARE(estimateArrival(order)->expected, at("2026-11-27T06:05:00Z"));
}

void TstOrder::recordsEachStep_data() {
    QTest::addColumn<OrderState>("to");
    QTest::addColumn<int>("slot"); // index into the optional times; -1: none
    int slot = 0;
    for (OrderState state :
         {OrderState::Placed, OrderState::Accepted, OrderState::Preparing, OrderState::Ready,
          OrderState::PickedUp, OrderState::Delivered, OrderState::Completed}) {
        QTest::newRow(toText(state).data()) << state << slot++;
    }
    for (OrderState state : {OrderState::PaymentFailed, OrderState::Refused, OrderState::Expired,
                             OrderState::Cancelled, OrderState::Returned}) {
        QTest::newRow(toText(state).data()) << state << -1;
    }
}

void TstOrder::recordsEachStep() {
    QFETCH(OrderState, to);
    QFETCH(int, slot);
    const Instant now = at("2026-11-20T03:04:05Z");
    Transition transition{Action::Confirm, {}, {}, {}};
    transition.from.order = OrderState::PaymentPending;
    transition.to.order = to;
    OrderTimes times = sampleOrder(to).times;
    recordTime(times, transition, now);
    const QList<std::optional<Instant>> written{times.placed,   times.accepted, times.started,
                                                times.ready,    times.pickedUp, times.delivered,
                                                times.completed};
    for (int i = 0; i < written.size(); ++i)
        QCOMPARE(written[i], i == slot ? std::optional(now) : std::nullopt);
    QVERIFY(!times.claimed);
    QCOMPARE(times.created, at("2026-11-20T03:00:00Z"));
}

void TstOrder::forgetsAClaimThatWasGivenBack() {
    const Stage ready{OrderState::Ready, DeliveryState::Open, Fulfilment::PlatformRider};
    const auto claim = lifecycle::transition(ready, Action::Claim, Role::Rider);
    QVERIFY(claim);
    OrderTimes times = sampleOrder(OrderState::Ready).times;
    recordTime(times, *claim, at("2026-11-20T03:04:05Z"));
    QCOMPARE(times.claimed, std::optional(at("2026-11-20T03:04:05Z")));
    QVERIFY(!times.ready);

    const auto back = lifecycle::transition(claim->to, Action::GiveBack, Role::Rider);
    QVERIFY(back);
    recordTime(times, *back, at("2026-11-20T03:05:00Z"));
    QVERIFY(!times.claimed);
}

void TstOrder::mayBeReviewedFromHandOverOn() {
    for (OrderState state : allOf<OrderState>()) {
        const bool atTheDoor = state == OrderState::Delivered || state == OrderState::Completed;
        QCOMPARE(mayBeReviewed(sampleOrder(state)), atTheDoor);
    }
}

void TstOrder::countsOnTheDayForWhichItIsWanted() {
    OrderTimes times = sampleOrder(OrderState::Placed).times;
    QCOMPARE(countedAt(times, {}), times.created);
    times.placed = at("2026-11-20T03:01:00Z");
    times.pickedUp = at("2026-11-20T03:30:00Z");
    QCOMPARE(countedAt(times, {}), *times.placed);
    const Instant wanted = at("2026-11-22T09:00:00Z");
    QCOMPARE(countedAt(times, wanted), *times.pickedUp);
    times.pickedUp.reset();
    QCOMPARE(countedAt(times, wanted), wanted);
    times.completed = at("2026-11-22T08:50:00Z"); // collected at the counter
    QCOMPARE(countedAt(times, wanted), *times.completed);
}

void TstOrder::shopReachesItsRadius() {
    const Shop shop = soban::test::sampleShop(); // 2,500 m; 0.01° of latitude is 1,112 m
    QVERIFY(shop.reaches(shop.position));
    QVERIFY(shop.reaches(*GeoPoint::of(37.902, 127.73)));
    QVERIFY(!shop.reaches(*GeoPoint::of(37.903, 127.73)));
    QVERIFY(shop.delivers(Fulfilment::PlatformRider));
    QVERIFY(!shop.delivers(Fulfilment::Collection));
}

QTEST_GUILESS_MAIN(TstOrder)
#include "TstOrder.moc"
