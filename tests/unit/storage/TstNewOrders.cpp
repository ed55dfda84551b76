// SPDX-License-Identifier: GPL-3.0-or-later
#include "StorageTestKit.h"
#include "storage/SqlOrderStore.h"
#include "storage/SqlPaymentStore.h"
#include "support/TestBench.h"

#include <QTest>

using namespace soban;
using namespace soban::storage;
using namespace soban::testing;

/// Orders and payments between their making and the end of the transaction.
class TstNewOrders : public QObject {
    Q_OBJECT

private:
    struct House {
        TestBench bench;
        Database &database = bench.rooms.database();
        SqlPaymentStore payments{database};
        SqlOrderStore orders{database};

        /// An order like one that is there, under an id and with a version of its own.
        Order draft(OrderState state = OrderState::PaymentPending) {
            Order order = bench.hands.order(bench.place(bench.hands.snackRequest()));
            order.id = bench.ids.next<OrderId>();
            order.version = 1;
            order.stage.order = state;
            return order;
        }
        Order stored(OrderId id) { return *SqlOrderStore(database).find(id); }
        std::optional<PaymentState> standingOf(OrderId id) {
            return payments.standingOf(*orders.find(id));
        }
        bool isStored(OrderId id) { return SqlOrderStore(database).find(id).has_value(); }
    };

    static Order nextOf(Order order, OrderState state) {
        order.version += 1;
        order.stage.order = state;
        return order;
    }

private slots:
    void newOrderIsThereBeforeItIsWritten() { // G1
        House house;
        const Order order = house.draft();
        house.bench.work([&] {
            house.orders.insert(order);
            QCOMPARE(house.orders.find(order.id)->handOverCode, order.handOverCode);
            QVERIFY(!house.isStored(order.id));
        });
        QVERIFY(house.isStored(order.id));
    }

    void newOrderIsWrittenWithAllThatBecameOfIt() { // G1, G7
        House house;
        Order order = house.draft();
        order.rider = house.bench.town.nearRider;
        order.preparationMinutes = 25;
        order.times.accepted = kTownTime;
        order.times.completed = kTownTime + std::chrono::hours(1);
        order.proofPhoto = QStringLiteral("up-1");
        house.bench.work([&] {
            house.orders.insert(order);
            QVERIFY(house.orders.update(nextOf(order, OrderState::Placed)));
            QVERIFY(
                !house.orders.update(nextOf(order, OrderState::Accepted))); // not the one before
            QCOMPARE(house.orders.find(order.id)->stage.order, OrderState::Placed);
        });
        const Order stored = house.stored(order.id);
        QCOMPARE(stored.version, 2);
        QCOMPARE(stored.stage.order, OrderState::Placed);
        QCOMPARE(stored.rider, order.rider);
        QCOMPARE(stored.preparationMinutes, order.preparationMinutes);
        QCOMPARE(stored.times.accepted, order.times.accepted);
        QCOMPARE(stored.times.completed, order.times.completed);
        QCOMPARE(stored.proofPhoto, order.proofPhoto);
        QCOMPARE(stored.total, order.total);
        QCOMPARE(stored.pickUpCode, order.pickUpCode);
    }

    void newOrderGoesWithTheSavepointThatMadeIt() { // G1
        House house;
        const Order kept = house.draft();
        const Order undone = house.draft();
        house.bench.work([&] {
            house.orders.insert(kept);
            const int savepoint = house.database.openSavepoint();
            QVERIFY(house.orders.update(nextOf(kept, OrderState::Placed)));
            house.orders.insert(undone);
            house.database.undoChanges(savepoint);
            QVERIFY(!house.orders.find(undone.id));
            QCOMPARE(house.orders.find(kept.id)->version, 1);
        });
        QVERIFY(!house.isStored(undone.id));
        QCOMPARE(house.stored(kept.id).version, 1);
    }

    void newOrderGoesWithItsTransaction() { // G1
        House house;
        const Order order = house.draft();
        house.bench.workInVain([&] { house.orders.insert(order); });
        QVERIFY(!house.orders.find(order.id));
        house.bench.work([] {});
        QVERIFY(!house.isStored(order.id));
    }

    void newPaymentTakesInWhatBecomesOfIt() { // G4
        House house;
        const OrderId order = house.bench.place(house.bench.hands.snackRequest());
        Payment payment = house.bench.hands.payment(order);
        payment.id = house.bench.ids.next<PaymentId>();
        Payment paid = payment;
        paid.state = PaymentState::Paid;
        paid.providerKey = QStringLiteral("key-1");
        paid.settledAt = kTownTime;
        house.bench.work([&] {
            house.payments.insert(payment, house.bench.town.minasCard);
            const int savepoint = house.database.openSavepoint();
            house.payments.update(paid);
            QCOMPARE(house.standingOf(order), std::optional(PaymentState::Paid));
            house.database.undoChanges(savepoint);
            QCOMPARE(house.standingOf(order), std::optional(payment.state));
            house.payments.update(paid);
            QCOMPARE(house.payments.find(payment.id)->state, PaymentState::Paid);
            const auto all = house.payments.ofOrder(order);
            QCOMPARE(all.size(), 2); // the one that is stored, and the new one once
            QCOMPARE(all.last().state, PaymentState::Paid);
        });
        const Payment stored = *SqlPaymentStore(house.database).find(payment.id);
        QCOMPARE(stored.state, PaymentState::Paid);
        QCOMPARE(stored.providerKey, paid.providerKey);
        QCOMPARE(stored.settledAt, paid.settledAt);
        QCOMPARE(stored.requestedAt, payment.requestedAt);
        QCOMPARE(house.standingOf(order), std::optional(PaymentState::Paid));
        QCOMPARE(house.bench.countOf("SELECT COUNT(*) FROM payments WHERE card_id IS NOT NULL"), 2);
    }
};

std::unique_ptr<QObject> newTstNewOrders() {
    return std::make_unique<TstNewOrders>();
}

#include "TstNewOrders.moc"
