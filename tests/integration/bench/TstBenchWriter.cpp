// SPDX-License-Identifier: GPL-3.0-or-later
// The writers that a bench measures against, in the real server.
#include "support/TestTown.h"

#include <QTest>

using namespace soban;
using namespace soban::testing;
using contract::RouteId;

class TstBenchWriter : public QObject {
    Q_OBJECT

private slots:
    void ordersAreAnsweredAlikeAndStoredOrNot_data() {
        QTest::addColumn<QString>("writer");
        QTest::addColumn<int>("stored");
        QTest::newRow("group") << QStringLiteral("group") << 3;
        QTest::newRow("single") << QStringLiteral("single") << 3;
        QTest::newRow("null") << QStringLiteral("null") << 0;
    }
    void ordersAreAnsweredAlikeAndStoredOrNot() {
        QFETCH(QString, writer);
        QFETCH(int, stored);
        TestTown town;
        const auto fault = town.start({QStringLiteral("--bench-writer"), writer});
        QVERIFY2(!fault, qPrintable(fault.value_or(QString())));
        const QByteArray body =
            contract::encode(town.cart(Fulfilment::PlatformRider, PaymentMethod::OnDelivery));
        for (int number = 1; number <= 3; ++number) {
            const auto answer =
                town.call(town.request(RouteId::PlaceOrder, Caller::Customer, {}, body));
            QCOMPARE(answer.status, 201);
            const auto order = answer.as<contract::OrderView>();
            QVERIFY(order);
            QCOMPARE(order->state, OrderState::Placed);
            QCOMPARE(order->number, number);
        }
        QCOMPARE(town.audits().size(), stored);
    }
};

QTEST_GUILESS_MAIN(TstBenchWriter)
#include "TstBenchWriter.moc"
