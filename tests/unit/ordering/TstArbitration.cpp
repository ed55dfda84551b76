// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/Codec.h"
#include "support/Outcomes.h"
#include "support/TestBench.h"

#include <QRegularExpression>
#include <QTest>

using namespace soban;
using namespace soban::testing;
using contract::ErrorCode;
using contract::OperatorEndRequest;
using payment::Refunded;

class TstArbitration : public QObject {
    Q_OBJECT

private:
    struct House {
        TestBench bench;

        Order snacksIn(OrderState state, PaymentMethod method = PaymentMethod::Card) {
            return bench.walk(bench.place(bench.hands.snackRequest(method)), state);
        }
        Order now(const Order &order) const { return bench.hands.order(order.id); }
        Actor operatorOfPlatform() const { return {Role::Operator, bench.town.mina, {}}; }
        template <typename Step>
        OrderLifecycle::Outcome decide(const Step &step) {
            std::optional<OrderLifecycle::Outcome> outcome;
            bench.work([&] { outcome = step(); });
            return *outcome;
        }
        OrderLifecycle::Outcome cancel(const Order &order, const OperatorEndRequest &request) {
            return decide([&] {
                return bench.rooms.model().arbitration.cancel(order.id, operatorOfPlatform(),
                                                              order.version, request);
            });
        }
        OrderLifecycle::Outcome settle(const Order &order, qint64 refund,
                                       const QString &words = QStringLiteral("No spoon")) {
            return decide([&] {
                return bench.rooms.model().arbitration.settle(order.id, operatorOfPlatform(),
                                                              now(order).version,
                                                              {Party::Shop, refund, words});
            });
        }
        /// The provider will not give back the last that was asked for.
        void refuseRefund() {
            QTest::ignoreMessage(QtCriticalMsg, QRegularExpression(QStringLiteral("by a person")));
            bench.work([&] {
                bench.rooms.payments().record(refunds().last().id,
                                              payment::Refused{QStringLiteral("X"), {}});
            });
        }
        void bringBack(const Order &order) {
            bench.work([&] {
                QVERIFY(bench.rooms.model().dispatch.bringBack(order.id, bench.hands.rider(),
                                                               DeliveryState::PickedUp,
                                                               EndReason::NobodyAtDoor, {}));
            });
        }
        QList<payment::OpenRefund> refunds() {
            return bench.rooms.refundBook().openRefunds({}, 100);
        }
        /// The provider has given back what was asked for.
        void giveBack(const Order &order) {
            for (const auto &refund : refunds()) {
                const Money before = bench.hands.payment(order.id).refunded;
                bench.work([&] {
                    bench.rooms.payments().record(
                        refund.id,
                        Refunded{bench.clock.now(), *before.plus(refund.request.amount)});
                });
            }
        }
        /// What was decided each time that the operator's deed has been written down.
        QStringList audited(const QString &deed, const Order &order) {
            storage::Rows rows = bench.rooms.database().query(
                "SELECT decision FROM audit WHERE deed = ? AND object = ? ORDER BY id", deed,
                order.id.toText());
            QStringList decisions;
            while (rows.next())
                decisions.append(rows.text(0));
            return decisions;
        }
        bool isBalanced(const Order &order) const { // G4
            return kept(bench.hands.payment(order.id)) == owed(now(order));
        }
    };

private slots:
    void cancelsAsTheRulesHaveIt() { // R4 G4
        House house;
        const Order order = house.snacksIn(OrderState::Preparing);
        QVERIFY(house.cancel(order, {EndReason::NoRider}));
        const Order ended = house.now(order);
        QCOMPARE(ended.stage.order, OrderState::Cancelled);
        QCOMPARE(ended.ending->by, Role::Operator);
        QCOMPARE(ended.ending->fault, Party::Platform);
        QVERIFY(ended.ending->refund == order.total);
        house.giveBack(order);
        QVERIFY(house.isBalanced(order));
        QVERIFY(ended.times.ended);
        QCOMPARE(house.audited(QStringLiteral("order-cancel"), order),
                 {QString::fromUtf8(contract::encode(*ended.ending))});
    }

    void cancelsAndGivesBackInPart() { // R4 G4
        House house;
        const Order order = house.snacksIn(OrderState::Ready);
        QVERIFY(house.cancel(order, {EndReason::Other, QStringLiteral("The road is closed"),
                                     Party::Customer, 1'000}));
        QCOMPARE(house.now(order).ending->fault, Party::Customer);
        QCOMPARE(house.refunds().size(), 1);
        QCOMPARE(house.refunds().first().request.amount.minor(), 1'000);
        house.giveBack(order);
        QVERIFY(house.isBalanced(order));
        QCOMPARE(house.bench.hands.payment(order.id).state, PaymentState::PartlyRefunded);
    }

    void partOfNothingStaysNothing() { // G4
        House house;
        const Order order = house.snacksIn(OrderState::Ready, PaymentMethod::OnDelivery);
        QVERIFY(house.cancel(order, {EndReason::Mishap, {}, {}, 1'000}));
        QVERIFY(house.refunds().isEmpty());
        QCOMPARE(house.bench.hands.payment(order.id).state, PaymentState::Waived);
        QVERIFY(house.isBalanced(order));
    }

    void refusesToCancel_data() { // R4
        QTest::addColumn<OrderState>("state");
        QTest::addColumn<EndReason>("reason");
        QTest::addColumn<qint64>("refund");
        QTest::addColumn<ErrorCode>("code");
        using S = OrderState;
        using R = EndReason;
        QTest::newRow("before it is prepared")
            << S::Accepted << R::Mishap << qint64(0) << ErrorCode::NotAllowedNow;
        QTest::newRow("once it is fetched")
            << S::PickedUp << R::Mishap << qint64(0) << ErrorCode::NotAllowedNow;
        QTest::newRow("for a customer's reason")
            << S::Preparing << R::ChangedMind << qint64(0) << ErrorCode::InvalidValue;
        QTest::newRow("without the words")
            << S::Preparing << R::Other << qint64(0) << ErrorCode::MissingField;
        QTest::newRow("for more than it cost")
            << S::Preparing << R::Mishap << qint64(1'000'000) << ErrorCode::OutOfRange;
    }
    void refusesToCancel() {
        QFETCH(OrderState, state);
        QFETCH(EndReason, reason);
        QFETCH(qint64, refund);
        House house;
        const Order order = house.snacksIn(state);
        const auto outcome = house.cancel(order, {reason, {}, {}, refund});
        QVERIFY(!outcome);
        QTEST(outcome.error().code, "code");
        QCOMPARE(house.now(order).version, order.version);
        QVERIFY(house.refunds().isEmpty());
    }

    void overrulesWhatAReturnCost() { // G4
        House house;
        const Order order = house.snacksIn(OrderState::PickedUp);
        house.bringBack(order);
        QVERIFY(house.refunds().isEmpty()); // it was prepared
        QVERIFY(house.settle(order, order.total.minor()));
        house.giveBack(order);
        QCOMPARE(house.bench.hands.payment(order.id).state, PaymentState::Refunded);
        QVERIFY(house.isBalanced(order));
        QCOMPARE(house.now(order).stage.order, OrderState::Returned);
        QCOMPARE(house.now(order).settlement->fault, Party::Shop);
    }

    void givesBackInStepsButOnceEach() { // G3 G4
        House house;
        const Order order = house.snacksIn(OrderState::Delivered);
        QVERIFY(house.settle(order, 1'000));
        QVERIFY(house.settle(order, 1'500)); // while the first is under way
        QCOMPARE(house.refunds().size(), 2);
        house.giveBack(order);
        QCOMPARE(house.bench.hands.payment(order.id).refunded.minor(), 1'500);
        QVERIFY(house.isBalanced(order));
        QVERIFY(house.settle(order, 1'500)); // says it again
        QVERIFY(house.refunds().isEmpty());
        const auto moved = house.bench.heard.of(EventType::OrderUpdated);
        QVERIFY(!moved.isEmpty());
    }

    void eachDecisionIsWrittenDown() { // G4
        House house;
        const Order order = house.snacksIn(OrderState::Delivered);
        QVERIFY(house.settle(order, 1'000, QStringLiteral("The soup leaked")));
        QVERIFY(house.settle(order, 1'500, QStringLiteral("No spoon")));
        const QStringList decisions = house.audited(QStringLiteral("order-settle"), order);
        QCOMPARE(decisions.size(), 2);
        const auto first = contract::decode<Settlement>(decisions.first().toUtf8());
        const auto second = contract::decode<Settlement>(decisions.last().toUtf8());
        QVERIFY(first && second);
        const auto refundOf1000 = *Money::of(1'000, order.total.currency());
        QVERIFY(*first ==
                (Settlement{Party::Shop, refundOf1000, QStringLiteral("The soup leaked")}));
        QVERIFY(*second == house.now(order).settlement);
    }

    void asksAgainForWhatTheProviderRefused() { // G4
        House house;
        const Order order = house.snacksIn(OrderState::Delivered);
        QVERIFY(house.settle(order, 1'000));
        house.refuseRefund();
        QVERIFY(!house.isBalanced(order));
        QVERIFY(house.settle(order, 1'000));
        QCOMPARE(house.refunds().size(), 1);
        house.giveBack(order);
        QVERIFY(house.isBalanced(order));
    }

    void stillCompletesByItself() { // R12
        House house;
        const Order order = house.snacksIn(OrderState::Delivered);
        QVERIFY(house.settle(order, 1'000));
        house.bench.work([&] { house.bench.rooms.placement().completeByItself(order.id); });
        QCOMPARE(house.now(order).stage.order, OrderState::Completed);
        QVERIFY(house.now(order).settlement);
    }

    void refusesToSettle_data() { // G4
        QTest::addColumn<OrderState>("state");
        QTest::addColumn<PaymentMethod>("method");
        QTest::addColumn<qint64>("refund");
        QTest::addColumn<QString>("words");
        QTest::addColumn<ErrorCode>("code");
        using S = OrderState;
        using M = PaymentMethod;
        const QString why = QStringLiteral("No spoon");
        QTest::newRow("what is under way")
            << S::Ready << M::Card << qint64(1) << why << ErrorCode::NotAllowedNow;
        QTest::newRow("what was paid at the door")
            << S::Delivered << M::OnDelivery << qint64(1) << why << ErrorCode::NotAllowedNow;
        QTest::newRow("for more than it cost")
            << S::Delivered << M::Card << qint64(1'000'000) << why << ErrorCode::OutOfRange;
        QTest::newRow("without a word") << S::Delivered << M::Card << qint64(1)
                                        << QStringLiteral("  ") << ErrorCode::MissingField;
    }
    void refusesToSettle() {
        QFETCH(OrderState, state);
        QFETCH(PaymentMethod, method);
        QFETCH(qint64, refund);
        QFETCH(QString, words);
        House house;
        const Order order = house.snacksIn(state, method);
        const auto outcome = house.settle(order, refund, words);
        QVERIFY(!outcome);
        QTEST(outcome.error().code, "code");
        QVERIFY(house.audited(QStringLiteral("order-settle"), order).isEmpty());
        QVERIFY(!house.now(order).settlement);
    }

    void neverTakesBackWhatHasGoneBack() { // G4
        House house;
        const Order order = house.snacksIn(OrderState::Delivered);
        QVERIFY(house.settle(order, 1'000));
        const auto outcome = house.settle(order, 999);
        QVERIFY(!outcome);
        QCOMPARE(outcome.error().code, ErrorCode::OutOfRange);
        QCOMPARE(house.now(order).settlement->refund.minor(), 1'000);
        house.giveBack(order);
        QVERIFY(!house.settle(order, 999));
        QVERIFY(house.isBalanced(order));
    }

    void decidesLessWhereLessHasGoneBack() { // G4
        House house;
        const Order order = house.snacksIn(OrderState::Delivered);
        QVERIFY(house.settle(order, 500));
        house.giveBack(order);
        QVERIFY(house.settle(order, order.total.minor())); // too much, by mistake
        house.refuseRefund();
        QVERIFY(!house.settle(order, 499));
        QVERIFY(house.settle(order, 700));
        house.giveBack(order);
        QCOMPARE(house.bench.hands.payment(order.id).refunded.minor(), 700);
        QVERIFY(house.isBalanced(order));
    }

    void overrulesAnEndingWhoseRefundWasRefused() { // G4
        House house;
        const Order order = house.snacksIn(OrderState::Ready);
        QVERIFY(house.cancel(order, {EndReason::Mishap}));
        house.refuseRefund();
        QVERIFY(house.settle(order, 1'000));
        house.giveBack(order);
        QCOMPARE(house.bench.hands.payment(order.id).state, PaymentState::PartlyRefunded);
        QVERIFY(house.isBalanced(order));
    }
};

QTEST_GUILESS_MAIN(TstArbitration)
#include "TstArbitration.moc"
