// SPDX-License-Identifier: GPL-3.0-or-later
// Orders that their customer changes, through the real server, with the provider's ledger as the
// witness.
#include "OrderWalk.h"

#include <QJsonObject>
#include <QTest>

#include <numeric>

using namespace soban;
using namespace soban::testing;
using contract::ChangeRequest;
using contract::OrderView;
using contract::RouteId;

class TstChangeHttp : public QObject {
    Q_OBJECT

private:
    TestTown m_town;

    /// So many rice soups, each for 9000, and the way for 2000.
    ApiCall change(const Standing &standing, int soups) {
        const auto cart = m_town.cart(standing.stage.fulfilment, PaymentMethod::Card);
        ChangeRequest request{cart.lines, cart.address, QString(), 9'000 * soups + 2'000};
        request.lines.first().quantity = soups;
        ApiCall call = m_town.request(RouteId::ChangeOrder, Caller::Customer,
                                      {standing.id.toText()}, contract::encode(request));
        return call.atVersion(standing.version);
    }
    OrderView orderOf(const Standing &standing) {
        return *m_town
                    .call(
                        m_town.request(RouteId::GetOrder, Caller::Customer, {standing.id.toText()}))
                    .as<OrderView>();
    }
    contract::TicketView ticketOf(const Standing &standing) {
        return *m_town
                    .call(m_town.request(RouteId::GetTicket, Caller::Shop, {standing.id.toText()}))
                    .as<contract::TicketView>();
    }
    /// What the provider took and keeps for an order, payment by payment.
    QList<qint64> balancesOf(OrderId order) {
        QList<qint64> balances;
        const auto audit = m_town.audit(order);
        const QJsonArray ledger = m_town.ledger();
        for (const contract::PaymentView &payment : audit->payments) {
            for (const auto &entry : ledger) {
                if (entry[u"orderId"].toString() == payment.id.toText() &&
                    entry[u"status"].toString() != u"ABORTED")
                    balances.append(entry[u"balanceAmount"].toInteger());
            }
        }
        return balances;
    }
    bool isAtRest(OrderId order) {
        const auto audit = m_town.audit(order);
        return audit && audit->kept == audit->owed;
    }
    bool fault(const char *kind, int delayMs = 0) {
        QJsonObject fault{{QStringLiteral("kind"), QString::fromLatin1(kind)},
                          {QStringLiteral("operation"), QStringLiteral("charge")},
                          {QStringLiteral("count"), 1}};
        if (delayMs > 0)
            fault.insert(QStringLiteral("delayMs"), delayMs);
        return m_town.orderFault(fault);
    }
    std::optional<Standing> placed(PaymentMethod method = PaymentMethod::Card) {
        return stand(m_town, Fulfilment::PlatformRider, {}, method);
    }

private slots:
    void initTestCase() {
        const auto fault = m_town.start();
        QVERIFY2(!fault, qPrintable(fault.value_or(QString())));
    }
    void cleanup() { QVERIFY(m_town.clearFaults()); }

    void dearerOneIsChargedOnce() { // R7 G3 G4
        const auto standing = placed();
        QVERIFY(standing);
        const ApiCall call = change(*standing, 2);
        const ApiAnswer changed = m_town.call(call);
        QVERIFY2(changed.status == 201, changed.summary().constData());
        const auto order = changed.as<OrderView>();
        QCOMPARE(order->total.minor(), 20'000);
        QCOMPARE(order->lines.first().quantity, 2);
        QCOMPARE(order->paymentState, PaymentState::Paid);
        QVERIFY(!order->pendingChange);
        // The app that has not heard the answer asks again.
        QCOMPARE(m_town.call(call).body, changed.body);
        QCOMPARE(balancesOf(standing->id), (QList<qint64>{11'000, 9'000}));
        QVERIFY(isAtRest(standing->id));
        const auto ticket = ticketOf(*standing);
        QCOMPARE(ticket.total.minor(), 20'000);
        QVERIFY(ticket.beforeChange && ticket.beforeChange->lines.first().quantity == 1);
        QVERIFY(!ticket.beforeChange->address); // it is a rider's matter
    }

    void secondChargeThatGoesBackIsNotTheWholeOrder() { // R7 R10 G4
        auto standing = placed();
        QVERIFY(standing);
        QCOMPARE(m_town.call(change(*standing, 2)).status, 201);
        standing->version = orderOf(*standing).version;
        QVERIFY(advance(m_town, *standing, {Action::Accept, Caller::Shop}));
        QVERIFY(advance(m_town, *standing, {Action::Start, Caller::Shop}));
        ApiCall call = m_town.request(RouteId::EndOrder, Caller::Operator, {standing->id.toText()},
                                      contract::encode(contract::OperatorEndRequest{
                                          EndReason::Mishap, {}, Party::Customer, 9'000}));
        const auto ended = m_town.call(call.atVersion(standing->version));
        QVERIFY2(ended.status == 204, ended.summary().constData());
        QTRY_COMPARE(balancesOf(standing->id), (QList<qint64>{11'000, 0}));
        QTRY_COMPARE(orderOf(*standing).paymentState, PaymentState::PartlyRefunded);
    }

    void cheaperOneGivesBackTheDifference() { // R7 G4
        auto standing = placed();
        QVERIFY(standing);
        QCOMPARE(m_town.call(change(*standing, 3)).status, 201);
        standing->version = orderOf(*standing).version;
        const ApiAnswer changed = m_town.call(change(*standing, 1));
        QVERIFY2(changed.status == 201, changed.summary().constData());
        QTRY_VERIFY(isAtRest(standing->id));
        const QList<qint64> balances = balancesOf(standing->id);
        QCOMPARE(std::accumulate(balances.cbegin(), balances.cend(), qint64(0)), 11'000);
    }

    void declinedDifferenceChangesNothing() { // R7 G4
        const auto standing = placed();
        QVERIFY(standing && fault("declined"));
        const ApiAnswer answer = m_town.call(change(*standing, 2));
        QCOMPARE(answer.status, 402);
        QVERIFY(answer.problem()->present);
        QCOMPARE(answer.problem()->present->state, OrderState::Placed);
        const OrderView order = orderOf(*standing);
        QCOMPARE(order.total.minor(), 11'000);
        QCOMPARE(order.paymentState, PaymentState::Paid);
        QVERIFY(!order.pendingChange && order.allowedActions.contains(Action::Change));
        QVERIFY(!ticketOf(*standing).beforeChange);
        QVERIFY(isAtRest(standing->id));
    }

    void preparationWinsAgainstAPaymentUnderWay() { // R7 G4 G6
        auto standing = stand(m_town, Fulfilment::PlatformRider, {{Action::Accept, Caller::Shop}},
                              PaymentMethod::Card);
        QVERIFY(standing && fault("late", 700));
        const auto customer = m_town.newConnection();
        QVERIFY(customer->send(change(*standing, 2)));
        QTRY_VERIFY(orderOf(*standing).pendingChange);
        QVERIFY(!orderOf(*standing).allowedActions.contains(Action::Change));
        QCOMPARE(ticketOf(*standing).total.minor(), 11'000); // what the shop is to cook
        standing->version = orderOf(*standing).version;
        QVERIFY(advance(m_town, *standing, {Action::Start, Caller::Shop}));
        const ApiAnswer answer = customer->receive();
        QCOMPARE(answer.status, 409);
        QCOMPARE(answer.problem()->code, contract::ErrorCode::NotAllowedNow);
        QCOMPARE(answer.problem()->present->state, OrderState::Preparing);
        QTRY_COMPARE(balancesOf(standing->id), (QList<qint64>{11'000, 0}));
        QTRY_VERIFY(isAtRest(standing->id));
        QCOMPARE(orderOf(*standing).total.minor(), 11'000);
    }

    void changeAgainstAcceptHasOneWinner() { // G6
        const auto standing = placed(PaymentMethod::OnDelivery);
        QVERIFY(standing);
        const auto customer = m_town.newConnection();
        const auto shop = m_town.newConnection();
        QVERIFY(customer->send(change(*standing, 2)));
        QVERIFY(shop->send(
            actionCall(m_town, wiredAction(RouteId::AcceptTicket), Caller::Shop, *standing)));
        const ApiAnswer changed = customer->receive();
        const ApiAnswer accepted = shop->receive();
        const QByteArray both = changed.summary() + " and " + accepted.summary();
        QVERIFY2((changed.status == 201) != (accepted.status == 200), both.constData());
        const ApiAnswer &lost = changed.status == 201 ? accepted : changed;
        QCOMPARE(lost.status, 409);
        QCOMPARE(lost.problem()->present->version, standing->version + 1);
    }

    void crashBetweenChargeAndAnswerChargesOnce() { // G3 G5 G11
        const auto standing = placed();
        QVERIFY(standing && fault("dropAfterWork"));
        const ApiCall call = change(*standing, 2);
        QVERIFY(m_town.newConnection()->send(call));
        QTRY_COMPARE(balancesOf(standing->id), (QList<qint64>{11'000, 9'000}));
        m_town.killServer();
        const auto failed = m_town.restartServer();
        QVERIFY2(!failed, qPrintable(failed.value_or(QString())));
        QTRY_COMPARE(orderOf(*standing).total.minor(), 20'000);
        QCOMPARE(balancesOf(standing->id), (QList<qint64>{11'000, 9'000}));
        const ApiAnswer answer = m_town.call(call);
        QCOMPARE(answer.status, 201);
        QCOMPARE(answer.as<OrderView>()->total.minor(), 20'000);
        QVERIFY(isAtRest(standing->id));
    }

    void whatIsPaidAtTheDoorIsDueAsChanged() { // R7 G4
        auto standing = placed(PaymentMethod::OnDelivery);
        QVERIFY(standing);
        QCOMPARE(m_town.call(change(*standing, 2)).status, 201);
        standing->version = orderOf(*standing).version;
        for (const Step &step : Steps{{Action::Accept, Caller::Shop},
                                      {Action::Start, Caller::Shop},
                                      {Action::Finish, Caller::Shop},
                                      {Action::Claim, Caller::NearRider},
                                      {Action::PickUp, Caller::NearRider},
                                      {Action::HandOver, Caller::NearRider}})
            QVERIFY(advance(m_town, *standing, step));
        const auto audit = m_town.audit(standing->id);
        QCOMPARE(audit->kept.minor(), 20'000);
        QVERIFY(audit->kept == audit->owed);
        QCOMPARE(audit->payments.size(), 1);
    }
};

QTEST_GUILESS_MAIN(TstChangeHttp)
#include "TstChangeHttp.moc"
