// SPDX-License-Identifier: GPL-3.0-or-later
#include "DomainTestKit.h"

#include "domain/Payment.h"

#include <QTest>

using namespace soban;
using soban::test::at;
using soban::test::id;
using soban::test::krw;
using soban::test::sampleOrder;

namespace {

Payment payment(PaymentState state, qint64 amount, qint64 refunded) {
    return {id<PaymentId>(1),
            id<OrderId>(7),
            PaymentMethod::Card,
            state,
            krw(amount),
            krw(refunded),
            {},
            {},
            at("2026-11-20T03:00:00Z"),
            {}};
}

Order endedOrder(qint64 refund) {
    Order order = sampleOrder(OrderState::Cancelled);
    order.ending = Ending{Role::Operator, EndReason::Mishap, {}, Party::Shop, krw(refund)};
    return order;
}

Order settledOrder(qint64 refund) {
    Order order = sampleOrder(OrderState::Completed);
    order.settlement = Settlement{Party::Shop, krw(refund), QStringLiteral("It was cold")};
    return order;
}

} // namespace

class TstPayment : public QObject {
    Q_OBJECT

private slots:
    void keptFollowsPaymentState_data();
    void keptFollowsPaymentState();
    void owedFollowsOrderState_data();
    void owedFollowsOrderState();
    void partlyRefundedOrderOwesTheRest();
    void paymentsStandTogether_data();
    void paymentsStandTogether();
};

void TstPayment::keptFollowsPaymentState_data() {
    QTest::addColumn<PaymentState>("state");
    QTest::addColumn<qint64>("refunded");
    QTest::addColumn<qint64>("kept");
    QTest::newRow("G4 pending") << PaymentState::Pending << qint64(0) << qint64(0);
    QTest::newRow("G4 paid") << PaymentState::Paid << qint64(0) << qint64(15000);
    QTest::newRow("G4 declined") << PaymentState::Declined << qint64(0) << qint64(0);
    QTest::newRow("G4 unknown") << PaymentState::Unknown << qint64(0) << qint64(0);
    QTest::newRow("G4 partly refunded")
        << PaymentState::PartlyRefunded << qint64(4000) << qint64(11000);
    QTest::newRow("G4 refunded") << PaymentState::Refunded << qint64(15000) << qint64(0);
    QTest::newRow("G4 due") << PaymentState::Due << qint64(0) << qint64(0);
    QTest::newRow("G4 collected") << PaymentState::Collected << qint64(0) << qint64(15000);
    QTest::newRow("G4 waived") << PaymentState::Waived << qint64(0) << qint64(0);
}

void TstPayment::keptFollowsPaymentState() {
    QFETCH(PaymentState, state);
    QFETCH(qint64, refunded);
    QFETCH(qint64, kept);
    QCOMPARE(soban::kept(payment(state, 15000, refunded)), krw(kept));
}

void TstPayment::owedFollowsOrderState_data() {
    QTest::addColumn<OrderState>("state");
    QTest::addColumn<qint64>("byCard");
    QTest::addColumn<qint64>("onDelivery");
    const auto row = [](OrderState state, qint64 byCard, qint64 onDelivery) {
        QTest::addRow("G4 %s", toText(state).data()) << state << byCard << onDelivery;
    };
    row(OrderState::PaymentPending, 0, 0);
    row(OrderState::PaymentFailed, 0, 0);
    row(OrderState::Placed, 15000, 0);
    row(OrderState::Accepted, 15000, 0);
    row(OrderState::Preparing, 15000, 0);
    row(OrderState::Ready, 15000, 0);
    row(OrderState::PickedUp, 15000, 0);
    row(OrderState::Delivered, 15000, 15000);
    row(OrderState::Completed, 15000, 15000);
    row(OrderState::Refused, 0, 0);
    row(OrderState::Expired, 0, 0);
    row(OrderState::Cancelled, 0, 0);
    row(OrderState::Returned, 15000, 0); // by default nobody at the door is the customer's fault
}

void TstPayment::partlyRefundedOrderOwesTheRest() { // G4
    Order order = sampleOrder(OrderState::Cancelled);
    order.ending = Ending{Role::Operator, EndReason::Mishap, {}, Party::Customer, krw(4000)};
    QCOMPARE(owed(order), krw(11000));
    order.paymentMethod = PaymentMethod::OnDelivery;
    QCOMPARE(owed(order), krw(0));
}

void TstPayment::owedFollowsOrderState() {
    QFETCH(OrderState, state);
    QFETCH(qint64, byCard);
    QFETCH(qint64, onDelivery);
    Order order = sampleOrder(state);
    const bool isReturned = state == OrderState::Returned;
    if (lifecycle::isOver(state) && state != OrderState::Completed)
        order.ending = Ending{
            Role::Shop, EndReason::Mishap, {}, Party::Shop, isReturned ? krw(0) : order.total};
    QCOMPARE(owed(order), krw(byCard));
    order.paymentMethod = PaymentMethod::OnDelivery;
    QCOMPARE(owed(order), krw(onDelivery));
}

void TstPayment::paymentsStandTogether_data() {
    using P = PaymentState;
    QTest::addColumn<Order>("order"); // it costs 15,000
    QTest::addColumn<QList<Payment>>("payments");
    QTest::addColumn<PaymentState>("standing");
    const Order placed = sampleOrder(OrderState::Placed);
    const auto row = [](const char *name, const Order &order, const QList<Payment> &payments,
                        P standing) {
        QTest::addRow("G4 %s", name) << order << payments << standing;
    };
    const Payment asked = payment(P::Pending, 15000, 0);
    const Payment declined = payment(P::Declined, 15000, 0);
    const Payment paid = payment(P::Paid, 15000, 0);
    const Payment atFirst = payment(P::Paid, 10000, 0);
    const Payment refunded = payment(P::Refunded, 15000, 15000);
    row("asked for", sampleOrder(OrderState::PaymentPending), {asked}, P::Pending);
    row("declined", sampleOrder(OrderState::PaymentFailed), {declined}, P::Declined);
    row("asked for again", sampleOrder(OrderState::PaymentPending), {declined, asked}, P::Pending);
    row("paid", placed, {paid}, P::Paid);
    row("paid at the second attempt", placed, {declined, paid}, P::Paid);
    row("a late success went back", placed, {refunded, paid}, P::Paid);
    row("a late success goes back still", placed, {paid, paid}, P::Paid);
    row("paid at the door after all", placed, {refunded, payment(P::Due, 15000, 0)}, P::Due);
    row("a dearer change is charged", placed, {paid, payment(P::Unknown, 5000, 0)}, P::Paid);
    row("a dearer change was declined", placed, {paid, payment(P::Declined, 5000, 0)}, P::Paid);
    row("made dearer", placed, {atFirst, payment(P::Paid, 5000, 0)}, P::Paid);
    row("made cheaper", placed, {payment(P::PartlyRefunded, 20000, 5000)}, P::PartlyRefunded);
    row("to be given back", endedOrder(15000), {paid}, P::Paid);
    row("given back", endedOrder(15000), {refunded}, P::Refunded);
    row("given back in part", endedOrder(5000), {payment(P::PartlyRefunded, 15000, 5000)},
        P::PartlyRefunded);
    row("the second charge given back, as it shall", endedOrder(5000),
        {atFirst, payment(P::Refunded, 5000, 5000)}, P::PartlyRefunded);
    row("the first charge is yet to go back", endedOrder(15000),
        {atFirst, payment(P::Refunded, 5000, 5000)}, P::Paid);
    row("both given back", endedOrder(15000),
        {payment(P::Refunded, 10000, 10000), payment(P::Refunded, 5000, 5000)}, P::Refunded);
    row("settled, and under way", settledOrder(4000), {paid}, P::Paid);
    row("settled", settledOrder(4000), {payment(P::PartlyRefunded, 15000, 4000)},
        P::PartlyRefunded);
    row("settled for more, and under way", settledOrder(6000),
        {payment(P::PartlyRefunded, 15000, 4000)}, P::Paid);
    row("settled for nothing back", settledOrder(0), {paid}, P::Paid);
}

void TstPayment::paymentsStandTogether() {
    QFETCH(Order, order);
    QFETCH(QList<Payment>, payments);
    QFETCH(PaymentState, standing);
    QCOMPARE(soban::standing(order, payments), standing);
}

QTEST_APPLESS_MAIN(TstPayment)
#include "TstPayment.moc"
