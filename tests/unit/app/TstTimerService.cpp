// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/TimerService.h"
#include "support/TestBench.h"

#include <QTest>

using namespace soban;
using namespace soban::app;
using namespace soban::testing;
using namespace std::chrono_literals;
using storage::StorageError;

class TstTimerService : public QObject {
    Q_OBJECT

private:
    struct House {
        LiveBench bench;
        std::atomic<int> fired = 0;
        int firesToFail = 0; ///< the writer's thread only
        std::unique_ptr<TimerService> service;

        ~House() { bench.stop(); }

        std::unique_ptr<TimerService> newService() {
            const auto fire = [this](const Timer &timer) {
                if (firesToFail > 0) {
                    --firesToFail;
                    throw StorageError(StorageError::Kind::Other, QStringLiteral("no space left"));
                }
                ++fired;
                bench.rooms().placement().completeByItself(timer.order);
            };
            auto made = std::make_unique<TimerService>(
                bench.writer(), TimerService::Desk{bench.rooms().timers(), fire}, bench.clock);
            made->look();
            return made;
        }
        OrderId deliver() {
            std::optional<OrderId> id;
            // An order is stored before anybody else hears of it.
            bench.run([&](Hands &hands) { id = hands.place(hands.snackRequest()); });
            bench.run([&](Hands &hands) { hands.walk(*id, OrderState::Delivered); });
            // As the server does: a timer may have been set.
            if (service)
                service->look();
            return *id;
        }
        OrderState stateOf(OrderId order) {
            std::optional<OrderState> state;
            bench.run([&](Hands &hands) { state = hands.order(order).stage.order; });
            return *state;
        }
        /// Has the service look, and waits until it has.
        void lookNow() {
            service->look();
            bench.run([](Hands &) {});
        }
        int timers() { return bench.countOf("SELECT COUNT(*) FROM timers"); }
    };

private slots:
    void firesWhenTheTimeHasCome() { // R12
        House house;
        house.service = house.newService();
        const OrderId order = house.deliver();
        house.bench.clock.advance(60min - 1ms);
        house.lookNow();
        QCOMPARE(house.fired.load(), 0);
        QCOMPARE(house.stateOf(order), OrderState::Delivered);
        house.bench.clock.advance(1ms);
        QTRY_COMPARE(house.fired.load(), 1);
        QTRY_COMPARE(house.stateOf(order), OrderState::Completed);
        QCOMPARE(house.timers(), 0);
    }

    void firesOnce() { // G12
        House house;
        house.service = house.newService();
        house.deliver();
        house.bench.clock.advance(2h);
        QTRY_COMPARE(house.fired.load(), 1);
        house.bench.clock.advance(2h);
        for (int i = 0; i < 3; ++i)
            house.lookNow();
        QCOMPARE(house.fired.load(), 1);
    }

    void timerOfAnEarlierRunFires() { // G12
        House house;
        const OrderId order = house.deliver();
        house.bench.stop();
        house.bench.clock.advance(2h);
        house.bench.start();
        house.service = house.newService();
        QTRY_COMPARE(house.fired.load(), 1);
        QCOMPARE(house.stateOf(order), OrderState::Completed);
    }

    void firedTimerDoesNotFireInTheNextRun() { // G12
        House house;
        house.service = house.newService();
        house.deliver();
        house.bench.clock.advance(2h);
        QTRY_COMPARE(house.fired.load(), 1);
        house.bench.run([](Hands &) {}); // what fired it is on the disk now
        house.bench.stop();
        house.service.reset();
        house.bench.start();
        house.service = house.newService();
        house.lookNow();
        QCOMPARE(house.fired.load(), 1);
    }

    void severalServicesFireATimerOnce() { // G12
        House house;
        house.service = house.newService();
        const auto second = house.newService();
        house.deliver();
        house.bench.clock.advance(2h);
        QTRY_COMPARE(house.fired.load(), 1);
        house.lookNow();
        second->look();
        house.bench.run([](Hands &) {});
        QCOMPARE(house.fired.load(), 1);
        house.bench.stop();
    }

    void confirmedOrderIsLeftAlone() { // R12 G12
        House house;
        house.service = house.newService();
        const OrderId order = house.deliver();
        house.bench.run([&](Hands &hands) { hands.walk(order, OrderState::Completed); });
        const int completions =
            house.bench.countOf("SELECT COUNT(*) FROM events WHERE type = 'soban.order.completed'");
        house.bench.clock.advance(2h);
        QTRY_COMPARE(house.timers(), 0);
        QCOMPARE(
            house.bench.countOf("SELECT COUNT(*) FROM events WHERE type = 'soban.order.completed'"),
            completions);
    }

    void timerThatCouldNotBeFiredIsFiredLater() { // G12 G13
        House house;
        house.firesToFail = 2; // in the group, and alone
        house.deliver();
        house.bench.clock.advance(2h);
        house.service = house.newService();
        QCOMPARE(house.timers(), 1);
        QTRY_COMPARE(house.fired.load(), 1);
        QTRY_COMPARE(house.timers(), 0);
    }

    void allThatIsDueFires() {       // G12
        constexpr int kOrders = 150; // more than two transactions take
        House house;
        QList<OrderId> orders;
        house.bench.run([&](Hands &hands) {
            for (int i = 0; i < kOrders; ++i)
                orders.append(hands.place(hands.snackRequest()));
        });
        house.bench.run([&](Hands &hands) {
            for (const OrderId order : orders)
                hands.walk(order, OrderState::Delivered);
        });
        QCOMPARE(house.timers(), kOrders);
        house.bench.clock.advance(2h);
        house.service = house.newService();
        QTRY_COMPARE(house.timers(), 0);
        QCOMPARE(house.fired.load(), kOrders);
    }
};

std::unique_ptr<QObject> newTstTimerService() {
    return std::make_unique<TstTimerService>();
}

#include "TstTimerService.moc"
