// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/TestBench.h"

#include <QTest>

using namespace soban;
using namespace soban::testing;
using namespace std::chrono_literals;

class TstTimerClerk : public QObject {
    Q_OBJECT

private:
    static QList<Timer> timers(TestBench &bench) {
        return bench.rooms.timers().due(bench.clock.now() + 24h * 30, 10);
    }
    static Order placed(TestBench &bench) {
        return bench.walk(bench.place(bench.hands.snackRequest()), OrderState::Placed);
    }

private slots:
    void paidOrderWaitsForTheShopAsLongAsIsSet() { // R3 G12
        TestBench bench;
        const Order order = placed(bench);
        const auto all = timers(bench);
        QCOMPARE(all.size(), 1);
        QCOMPARE(all.first().kind, TimerKind::Answer);
        QVERIFY(all.first().dueAt == bench.clock.now() + 5min);
        QVERIFY(bench.hands.order(order.id).answerBy == all.first().dueAt);
    }

    void unpaidOrderHasNoTimer() { // R3
        TestBench bench;
        bench.place(bench.hands.snackRequest());
        QVERIFY(timers(bench).isEmpty());
    }

    void answeredOrderHasNoTimer_data() { // R4
        QTest::addColumn<OrderState>("state");
        QTest::newRow("R4 accepted") << OrderState::Accepted;
        QTest::newRow("R5 preparing") << OrderState::Preparing;
        QTest::newRow("R12 confirmed") << OrderState::Completed;
    }
    void answeredOrderHasNoTimer() {
        QFETCH(OrderState, state);
        TestBench bench;
        bench.walk(placed(bench).id, state);
        QVERIFY(timers(bench).isEmpty());
    }

    void orderOfTheNightWaitsUntilTheShopOpens() { // R3
        TestBench bench;
        bench.clock.advance(10h); // three at night
        auto request = bench.hands.snackRequest();
        request.wantedAt = bench.clock.now() + 14h;
        const Order order = bench.walk(bench.place(request), OrderState::Placed);
        const auto entry = bench.catalogue.find(order.shop);
        QVERIFY(!entry->shop.hours.isOpenAt(bench.clock.now()));
        QVERIFY(order.answerBy == *entry->shop.hours.nextOpening(bench.clock.now()) + 5min);
    }

    void openDeliveryWaitsForARiderAsLongAsIsSet() { // R8 G12
        TestBench bench;
        const OrderId order = bench.orderIn(OrderState::Ready);
        QCOMPARE(timers(bench).size(), 1);
        QCOMPARE(timers(bench).first().kind, TimerKind::Widen);
        QVERIFY(timers(bench).first().dueAt == bench.clock.now() + 5min);
        // Struck out by whoever fires it; then the next one is set, as long as there is a next.
        const auto fire = [&] {
            bench.work([&] {
                QVERIFY(bench.rooms.timers().strike(timers(bench).first()));
                bench.rooms.dispatch().widen(order);
            });
        };
        fire();
        fire();
        QCOMPARE(timers(bench).size(), 1);
        fire();
        QVERIFY(bench.hands.order(order).riderSearch->isInVain);
        QVERIFY(timers(bench).isEmpty());
    }

    void deliveryThatIsTakenHasNoTimer() { // R9
        TestBench bench;
        const OrderId order = bench.orderIn(OrderState::Ready);
        bench.walk(order, DeliveryState::Claimed);
        QVERIFY(timers(bench).isEmpty());
    }

    void expiredOrderTellsWhyAndHasNoTimer() { // R3
        TestBench bench;
        const Order order = placed(bench);
        bench.clock.advance(5min);
        bench.work([&] { bench.rooms.placement().expire(order.id); });
        const Order over = bench.hands.order(order.id);
        QCOMPARE(over.stage.order, OrderState::Expired);
        QVERIFY(over.ending && over.ending->reason == EndReason::NoAnswer);
        QVERIFY(timers(bench).isEmpty());
    }

    void answeredOrderDoesNotExpire() { // R3 G12
        TestBench bench;
        const Order order = bench.walk(placed(bench).id, OrderState::Accepted);
        bench.work([&] { bench.rooms.placement().expire(order.id); });
        QCOMPARE(bench.hands.order(order.id).stage.order, OrderState::Accepted);
    }
};

std::unique_ptr<QObject> newTstTimerClerk() {
    return std::make_unique<TstTimerClerk>();
}

#include "TstTimerClerk.moc"
