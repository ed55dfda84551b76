// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/Codec.h"
#include "support/TestBench.h"

#include <QTest>

using namespace soban;
using namespace soban::app;
using namespace soban::testing;
using namespace std::chrono_literals;
using storage::StorageError;

class TstWriteBench : public QObject {
    Q_OBJECT

private:
    static CommandKey placingKey(const LiveBench &bench) {
        return {bench.town.mina, QStringLiteral("/v1/orders"), QStringLiteral("key")};
    }
    /// An order by card whose customer waits for the answer.
    static OrderId placeAndAwait(LiveBench &bench) {
        std::optional<OrderId> id;
        bench.run([&](Hands &hands) {
            id = hands.place(hands.snackRequest());
            bench.rooms().model().answers.keep(placingKey(bench), {"hash", 0, {}, id},
                                               bench.clock.now());
        });
        return *id;
    }
    static KeptAnswer answerOf(LiveBench &bench) {
        std::optional<KeptAnswer> answer;
        bench.run([&](Hands &) { answer = bench.rooms().model().answers.find(placingKey(bench)); });
        return *answer;
    }

private slots:
    void outcomeOfAPaymentEndsTheCommandThatWaitsForIt() { // G3
        LiveBench bench;
        const OrderId order = placeAndAwait(bench);
        QCOMPARE(answerOf(bench).status, 0);
        QVERIFY(bench.run([&](Hands &hands) { hands.pay(order); }));
        QCOMPARE(answerOf(bench).status, 201);
        QVERIFY(answerOf(bench).answer.contains(order.toText().toUtf8()));
        QVERIFY(answerOf(bench).answer.contains("\"paid\""));
    }

    void failedPaymentIsAnsweredWithWhereTheOrderStands_data() { // R2
        QTest::addColumn<bool>("isDeclined");
        QTest::newRow("R2 declined") << true;
        QTest::newRow("R2 refunded in full") << false;
    }
    void failedPaymentIsAnsweredWithWhereTheOrderStands() {
        QFETCH(bool, isDeclined);
        LiveBench bench;
        const OrderId order = placeAndAwait(bench);
        QVERIFY(bench.run([&](Hands &hands) {
            const Payment due = hands.payment(order);
            const payment::Captured refunded{QStringLiteral("key"),
                                             due.requestedAt,
                                             due.amount,
                                             due.amount,
                                             QStringLiteral("card"),
                                             {}};
            const payment::Declined declined{QStringLiteral("X"), QStringLiteral("no")};
            bench.rooms().payments().record(due.id, isDeclined ? payment::ChargeOutcome(declined)
                                                               : payment::ChargeOutcome(refunded));
        }));
        const KeptAnswer answer = answerOf(bench);
        QCOMPARE(answer.status, 402);
        const auto problem = contract::decode<contract::Problem>(answer.answer);
        QVERIFY(problem && problem->present);
        QCOMPARE(problem->code, contract::ErrorCode::PaymentDeclined);
        QCOMPARE(problem->present->orderId, order);
        QCOMPARE(problem->present->state,
                 isDeclined ? OrderState::PaymentPending : OrderState::PaymentFailed);
        QCOMPARE(problem->present->version, 2);
    }

    void outcomeThatWasUndoneAnswersNobody() { // G13: no false 201
        LiveBench bench;
        const OrderId order = placeAndAwait(bench);
        QVERIFY(!bench.run([&](Hands &hands) {
            hands.pay(order);
            throw StorageError(StorageError::Kind::Other, QStringLiteral("no space left"));
        }));
        QVERIFY(bench.run([](Hands &) {}));
        QCOMPARE(answerOf(bench).status, 0);
        QVERIFY(bench.run([&](Hands &hands) { hands.pay(order); }));
        QCOMPARE(answerOf(bench).status, 201);
    }

    void deliveredOrderGetsATimer() { // R12 G12
        TestBench bench;
        const OrderId order = bench.orderIn(OrderState::PickedUp);
        QVERIFY(!bench.rooms.timers().nextDue());
        bench.walk(order, OrderState::Delivered);
        QVERIFY(bench.rooms.timers().nextDue() == bench.clock.now() + 60min);
    }

    void restartedBenchKnowsShopsAndRepeatsNoId() {
        LiveBench bench;
        std::optional<OrderId> before;
        bench.run([&](Hands &hands) { before = hands.place(hands.snackRequest()); });
        bench.stop();
        bench.clock.advance(-1h); // the machine's clock was set back
        ManualClock clock(bench.clock.now());
        IdSource ids(clock, 0);
        EventBus bus;
        catalog::Catalogue catalogue;
        identity::SessionDirectory sessions(clock);
        WriteBench rooms({bench.settings, clock, ids, catalogue, bench.pictures, bus, sessions});
        QCOMPARE(catalogue.count(), 2);
        QVERIFY(ids.next<OrderId>() > *before);
    }
};

std::unique_ptr<QObject> newTstWriteBench() {
    return std::make_unique<TstWriteBench>();
}

#include "TstWriteBench.moc"
