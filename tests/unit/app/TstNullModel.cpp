// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/NullModel.h"
#include "contract/Codec.h"
#include "support/TestBench.h"

#include <QTest>

using namespace soban;
using namespace soban::app;
using namespace soban::testing;

class TstNullModel : public QObject {
    Q_OBJECT

private slots:
    void placesAsEverAndStoresNothing() {
        TestBench bench;
        NullModel null(bench.rooms.model(), bench.catalogue, bench.ids, bench.clock);
        const api::WriteModel model = null.model();
        const auto request = bench.hands.snackRequest(PaymentMethod::OnDelivery);
        std::optional<OrderDocuments> documents;
        const auto events = bench.work([&] {
            const auto order = model.placement.place(bench.town.mina, request);
            QVERIFY(order);
            documents = model.views.documents(order->id);
        });
        QVERIFY(documents);
        const auto view = contract::decode<contract::OrderView>(documents->forCustomer);
        QVERIFY(view);
        QCOMPARE(view->state, OrderState::Placed); // moved along the lifecycle, not only created
        QCOMPARE(view->total.minor(), request.expectedTotalMinor);
        QVERIFY(!documents->forShop.isEmpty());
        QVERIFY(events.isEmpty());
        for (const char *sql : {"SELECT COUNT(*) FROM orders", "SELECT COUNT(*) FROM order_views",
                                "SELECT COUNT(*) FROM payments", "SELECT COUNT(*) FROM events"})
            QCOMPARE(bench.countOf(sql), 0);
    }

    void refusesWhatTheTrueModelRefuses() {
        TestBench bench;
        NullModel null(bench.rooms.model(), bench.catalogue, bench.ids, bench.clock);
        auto request = bench.hands.snackRequest(PaymentMethod::OnDelivery);
        request.expectedTotalMinor += 1;
        const auto order = null.model().placement.place(bench.town.mina, request);
        QVERIFY(!order);
        QCOMPARE(order.error().code, contract::ErrorCode::PriceChanged);
    }

    void eachOrderHasItsNumber() {
        TestBench bench;
        NullModel null(bench.rooms.model(), bench.catalogue, bench.ids, bench.clock);
        const api::WriteModel model = null.model();
        const auto request = bench.hands.snackRequest(PaymentMethod::OnDelivery);
        QCOMPARE(model.placement.place(bench.town.mina, request)->number, 1);
        QCOMPARE(model.placement.place(bench.town.mina, request)->number, 2);
    }
};

std::unique_ptr<QObject> newTstNullModel() {
    return std::make_unique<TstNullModel>();
}

#include "TstNullModel.moc"
