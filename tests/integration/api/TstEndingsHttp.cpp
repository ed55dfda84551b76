// SPDX-License-Identifier: GPL-3.0-or-later
// Orders that end without their goods, through the real server, with the provider's ledger as the
// witness.
#include "OrderWalk.h"
#include "contract/Delivery.h"
#include "contract/Operator.h"

#include <QJsonObject>
#include <QTest>

using namespace soban;
using namespace soban::testing;
using contract::EndRequest;
using contract::RouteId;

class TstEndingsHttp : public QObject {
    Q_OBJECT

private:
    TestTown m_town;

    /// What the provider has kept of an order's payments.
    qint64 balanceAtProvider(OrderId order) {
        const auto audit = m_town.audit(order);
        qint64 balance = 0;
        const QJsonArray ledger = m_town.ledger();
        for (const auto &entry : ledger) {
            for (const contract::PaymentView &payment : audit->payments) {
                if (entry[u"orderId"].toString() == payment.id.toText() &&
                    entry[u"status"].toString() != u"ABORTED")
                    balance += entry[u"balanceAmount"].toInteger();
            }
        }
        return balance;
    }
    int cancelsAtProvider(OrderId order) {
        const auto audit = m_town.audit(order);
        int cancels = 0;
        const QJsonArray ledger = m_town.ledger();
        for (const auto &entry : ledger) {
            if (entry[u"orderId"].toString() == audit->payments.first().id.toText())
                cancels += int(entry[u"cancels"].toArray().size());
        }
        return cancels;
    }
    bool isRefunded(OrderId order) {
        const auto audit = m_town.audit(order);
        return audit && audit->payments.first().state == PaymentState::Refunded;
    }
    ApiAnswer end(RouteId route, Caller caller, const Standing &standing,
                  const EndRequest &request) {
        ApiCall call =
            m_town.request(route, caller, {standing.id.toText()}, contract::encode(request));
        return m_town.call(call.atVersion(standing.version));
    }

private slots:
    void initTestCase() {
        const auto fault = m_town.start();
        QVERIFY2(!fault, qPrintable(fault.value_or(QString())));
    }
    void cleanup() { QVERIFY(m_town.clearFaults()); }

    void moneyOfAnEndedOrderGoesBackOnce_data() { // R4 R7 G3 G4
        QTest::addColumn<int>("route");
        QTest::addColumn<int>("caller");
        QTest::addColumn<int>("reason");
        QTest::addColumn<int>("steps");
        const auto row = [](const char *name, RouteId route, Caller caller, EndReason reason,
                            int steps) {
            QTest::newRow(name) << int(route) << int(caller) << int(reason) << steps;
        };
        row("R7 cancelled by the customer", RouteId::CancelOrder, Caller::Customer,
            EndReason::ChangedMind, 0);
        row("R7 cancelled once accepted", RouteId::CancelOrder, Caller::Customer,
            EndReason::Mistake, 1);
        row("R4 refused", RouteId::RefuseTicket, Caller::Shop, EndReason::TooBusy, 0);
        row("G4 cancelled while it is prepared", RouteId::CancelTicket, Caller::Shop,
            EndReason::Mishap, 2);
        row("G4 cancelled as no rider came", RouteId::CancelTicket, Caller::Shop,
            EndReason::NoRider, 3);
    }
    void moneyOfAnEndedOrderGoesBackOnce() {
        QFETCH(int, route);
        QFETCH(int, caller);
        QFETCH(int, reason);
        QFETCH(int, steps);
        const Steps way{{Action::Accept, Caller::Shop},
                        {Action::Start, Caller::Shop},
                        {Action::Finish, Caller::Shop}};
        const auto standing =
            stand(m_town, Fulfilment::PlatformRider, way.first(steps), PaymentMethod::Card);
        QVERIFY(standing);
        QVERIFY(balanceAtProvider(standing->id) > 0);
        const ApiAnswer answer =
            end(RouteId(route), Caller(caller), *standing, EndRequest{EndReason(reason)});
        QCOMPARE(answer.status, 200);
        QTRY_VERIFY(isRefunded(standing->id));
        QCOMPARE(balanceAtProvider(standing->id), 0);
        QCOMPARE(cancelsAtProvider(standing->id), 1);
        const auto audit = m_town.audit(standing->id);
        QVERIFY(audit->kept == audit->owed); // G4
        QCOMPARE(audit->reservedUnits, 0);
        QVERIFY(audit->times.ended);
    }

    void refundWhoseAnswerIsLostIsNotDoubled_data() { // G3 G5
        QTest::addColumn<QString>("fault");
        QTest::newRow("G5 the connection ends after the work") << "dropAfterWork";
        QTest::newRow("G5 an error after the work") << "errorAfterWork";
    }
    void refundWhoseAnswerIsLostIsNotDoubled() {
        QFETCH(QString, fault);
        const auto standing = stand(m_town, Fulfilment::PlatformRider, {}, PaymentMethod::Card);
        QVERIFY(standing);
        QVERIFY(m_town.orderFault({{QStringLiteral("kind"), fault},
                                   {QStringLiteral("operation"), QStringLiteral("refund")},
                                   {QStringLiteral("count"), 1}}));
        QCOMPARE(
            end(RouteId::RefuseTicket, Caller::Shop, *standing, {EndReason::ClosingSoon}).status,
            200);
        constexpr int kPatienceMs = 20'000; // the runner rests before it tries again
        QTRY_VERIFY_WITH_TIMEOUT(isRefunded(standing->id), kPatienceMs);
        QCOMPARE(m_town.faultHits(), 1);
        QCOMPARE(cancelsAtProvider(standing->id), 1);
        QCOMPARE(balanceAtProvider(standing->id), 0);
    }

    void refundOutlivesTheServer() { // G11
        const auto standing = stand(m_town, Fulfilment::PlatformRider, {}, PaymentMethod::Card);
        QVERIFY(standing);
        QVERIFY(m_town.orderFault({{QStringLiteral("kind"), QStringLiteral("never")},
                                   {QStringLiteral("operation"), QStringLiteral("refund")}}));
        QCOMPARE(end(RouteId::RefuseTicket, Caller::Shop, *standing, {EndReason::TooBusy}).status,
                 200);
        m_town.killServer();
        QVERIFY(m_town.clearFaults());
        const auto fault = m_town.restartServer();
        QVERIFY2(!fault, qPrintable(fault.value_or(QString())));
        QTRY_VERIFY(isRefunded(standing->id));
        QCOMPARE(cancelsAtProvider(standing->id), 1);
    }

    void everybodyConcernedReadsHowItEnded() { // R4 R10
        const auto standing = stand(m_town, Fulfilment::PlatformRider, {}, PaymentMethod::Card);
        QVERIFY(standing);
        const ApiAnswer answer = end(RouteId::RefuseTicket, Caller::Shop, *standing,
                                     {EndReason::Other, QStringLiteral("The gas is off")});
        const auto ticket = answer.as<contract::TicketView>();
        QVERIFY(ticket && ticket->ending && ticket->times.ended);
        const auto order =
            m_town
                .call(m_town.request(RouteId::GetOrder, Caller::Customer, {standing->id.toText()}))
                .as<contract::OrderView>();
        QVERIFY(order && order->ending == ticket->ending);
        QCOMPARE(order->ending->words, QStringLiteral("The gas is off"));
        QVERIFY(order->ending->refund == order->total);
        QVERIFY(order->allowedActions.isEmpty());
    }

    void operatorEndsAnOrderInPart() { // R4 R10 G4
        const Steps way{{Action::Accept, Caller::Shop}, {Action::Start, Caller::Shop}};
        const auto standing = stand(m_town, Fulfilment::PlatformRider, way, PaymentMethod::Card);
        QVERIFY(standing);
        const qint64 paid = balanceAtProvider(standing->id);
        ApiCall call = m_town.request(RouteId::EndOrder, Caller::Operator, {standing->id.toText()},
                                      contract::encode(contract::OperatorEndRequest{
                                          EndReason::Mishap, {}, Party::Shop, paid - 500}));
        QCOMPARE(m_town.call(call.atVersion(standing->version)).status, 204);
        QTRY_COMPARE(balanceAtProvider(standing->id), 500);
        QTRY_VERIFY(m_town.audit(standing->id)->kept.minor() == 500);
        QVERIFY(m_town.audit(standing->id)->owed.minor() == 500);
    }

    void operatorSettlesWhatWasDelivered() { // R10 G3 G4
        const Steps way{{Action::Accept, Caller::Shop},      {Action::Start, Caller::Shop},
                        {Action::Finish, Caller::Shop},      {Action::Claim, Caller::NearRider},
                        {Action::PickUp, Caller::NearRider}, {Action::HandOver, Caller::NearRider}};
        const auto standing = stand(m_town, Fulfilment::PlatformRider, way, PaymentMethod::Card);
        QVERIFY(standing);
        const qint64 paid = balanceAtProvider(standing->id);
        const contract::SettleRequest request{Party::Shop, 700, QStringLiteral("The soup leaked")};
        ApiCall call = m_town.request(RouteId::SettleOrder, Caller::Operator,
                                      {standing->id.toText()}, contract::encode(request));
        QCOMPARE(m_town.call(call.atVersion(standing->version)).status, 204);
        QTRY_COMPARE(balanceAtProvider(standing->id), paid - 700);
        const auto order =
            m_town
                .call(m_town.request(RouteId::GetOrder, Caller::Customer, {standing->id.toText()}))
                .as<contract::OrderView>();
        QVERIFY(order && order->settlement);
        QCOMPARE(order->settlement->words, request.words);
        QTRY_VERIFY(m_town.audit(standing->id)->kept == m_town.audit(standing->id)->owed);
        // Sent again as it is, it is answered as it was; what the operator saw is old by then.
        QCOMPARE(m_town.call(call).status, 204);
        ApiCall late = m_town.request(RouteId::SettleOrder, Caller::Operator,
                                      {standing->id.toText()}, contract::encode(request));
        QCOMPARE(m_town.call(late.atVersion(standing->version)).status, 409);
        QCOMPARE(cancelsAtProvider(standing->id), 1);
    }

    void riderIsPaidForWhatNobodyTook() { // R9
        const Steps way{{Action::Accept, Caller::Shop},
                        {Action::Start, Caller::Shop},
                        {Action::Finish, Caller::Shop},
                        {Action::Claim, Caller::NearRider},
                        {Action::PickUp, Caller::NearRider}};
        const auto standing = stand(m_town, Fulfilment::PlatformRider, way, PaymentMethod::Card);
        QVERIFY(standing);
        const auto answer = m_town.call(
            m_town.request(RouteId::ReturnDelivery, Caller::NearRider, {standing->id.toText()},
                           contract::encode(contract::RiderReturnRequest{
                               DeliveryState::PickedUp, EndReason::NobodyAtDoor, {}})));
        QCOMPARE(answer.status, 200);
        const auto delivery = answer.as<contract::DeliveryView>();
        QVERIFY(delivery && delivery->deliveryState == DeliveryState::Returned);
        const auto audit = m_town.audit(standing->id);
        QVERIFY(audit->kept == audit->owed && audit->kept == audit->total); // G4
        QCOMPARE(balanceAtProvider(standing->id), audit->total.minor());
    }

    void customerCannotCancelOnceThePreparationBegan() { // R7
        const Steps way{{Action::Accept, Caller::Shop}, {Action::Start, Caller::Shop}};
        const auto standing = stand(m_town, Fulfilment::PlatformRider, way);
        QVERIFY(standing);
        const auto answer =
            end(RouteId::CancelOrder, Caller::Customer, *standing, {EndReason::ChangedMind});
        QCOMPARE(answer.status, 409);
        QVERIFY(standing->isShownBy(answer.problem()->present));
    }

    void reasonOfSomebodyElseIsRefused() { // R4 R7
        const auto standing = stand(m_town, Fulfilment::PlatformRider);
        QVERIFY(standing);
        const auto customer =
            end(RouteId::CancelOrder, Caller::Customer, *standing, {EndReason::TooBusy});
        QCOMPARE(customer.status, 400);
        QCOMPARE(customer.problem()->field.value_or(QString()), QStringLiteral("reason"));
        const auto silent = end(RouteId::RefuseTicket, Caller::Shop, *standing, {EndReason::Other});
        QCOMPARE(silent.status, 400);
        QCOMPARE(silent.problem()->field.value_or(QString()), QStringLiteral("words"));
    }
};

QTEST_GUILESS_MAIN(TstEndingsHttp)
#include "TstEndingsHttp.moc"
