// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/Stock.h"
#include "support/TestBench.h"

#include <QTest>

using namespace soban;
using namespace soban::testing;

class TstStockWarden : public QObject {
    Q_OBJECT

private:
    static contract::PlaceOrderRequest twoStews(const TestBench &bench, Fulfilment how) {
        auto request = bench.hands.snackRequest(PaymentMethod::Card, how);
        request.lines = {{bench.town.stew, {}, 2}};
        request.expectedTotalMinor = how == Fulfilment::Collection ? 18'000 : 21'000;
        return request;
    }
    static int holds(TestBench &bench) { return bench.countOf("SELECT COUNT(*) FROM stock_holds"); }

    static void advance(TestBench &bench, OrderId order, Action action, const Actor &actor) {
        storage::SqlOrderStore orders(bench.rooms.database());
        storage::SqlPeople people(bench.rooms.database());
        storage::SqlStockStore stock(bench.rooms.database());
        OrderLifecycle lifecycle(orders, people, bench.rooms.events(), bench.clock);
        catalog::StockWarden warden(stock);
        lifecycle.addListener(warden);
        bench.work(
            [&] { QVERIFY(lifecycle.advance(order, action, actor, Expectation::nothing())); });
    }

private slots:
    void orderThatDiesPutsBackWhatItHeld_data() { // R16
        QTest::addColumn<int>("state");
        QTest::addColumn<int>("action");
        const auto row = [](const char *tag, OrderState state, Action action) {
            QTest::newRow(tag) << int(state) << int(action);
        };
        row("R16 payment failed", OrderState::PaymentPending, Action::FailPayment);
        row("R16 cancelled by the customer", OrderState::Placed, Action::Cancel);
        row("R16 refused", OrderState::Placed, Action::Refuse);
        row("R16 expired", OrderState::Placed, Action::Expire);
        row("R16 cancelled by the shop", OrderState::Ready, Action::Cancel);
        row("R16 returned", OrderState::PickedUp, Action::ReturnGoods);
    }
    void orderThatDiesPutsBackWhatItHeld() {
        QFETCH(int, state);
        QFETCH(int, action);
        TestBench bench;
        const OrderId id = bench.place(twoStews(bench, Fulfilment::PlatformRider));
        const Order order = bench.walk(id, OrderState(state));
        QCOMPARE(bench.remaining(bench.town.stew), 1);
        QCOMPARE(holds(bench), 1);
        for (const Actor &actor :
             {bench.hands.customer(), bench.hands.ownerOf(order), Actor::system()}) {
            if (lifecycle::transition(order.stage, Action(action), actor.role)) {
                advance(bench, id, Action(action), actor);
                break;
            }
        }
        QCOMPARE(bench.remaining(bench.town.stew), 3);
        QCOMPARE(holds(bench), 0);
    }

    void whatTheCustomerGotIsGone_data() {
        QTest::addColumn<int>("how");
        QTest::newRow("delivered and confirmed") << int(Fulfilment::PlatformRider);
        QTest::newRow("collected") << int(Fulfilment::Collection);
    }
    void whatTheCustomerGotIsGone() {
        QFETCH(int, how);
        TestBench bench;
        const OrderId id = bench.place(twoStews(bench, Fulfilment(how)));
        bench.walk(id, OrderState::Ready);
        QCOMPARE(holds(bench), 1);
        bench.walk(id, OrderState::Completed);
        QCOMPARE(bench.remaining(bench.town.stew), 1);
        QCOMPARE(holds(bench), 0);
    }

    void otherOrdersKeepWhatTheyHold() {
        TestBench bench;
        const OrderId first = bench.place(twoStews(bench, Fulfilment::PlatformRider));
        auto one = bench.hands.snackRequest();
        one.lines = {{bench.town.stew, {}, 1}};
        one.expectedTotalMinor = 12'000;
        bench.place(one);
        advance(bench, first, Action::Cancel, bench.hands.customer());
        QCOMPARE(bench.remaining(bench.town.stew), 2);
        QCOMPARE(holds(bench), 1);
    }
};

std::unique_ptr<QObject> newTstStockWarden() {
    return std::make_unique<TstStockWarden>();
}

#include "TstStockWarden.moc"
