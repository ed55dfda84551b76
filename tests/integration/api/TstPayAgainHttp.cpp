// SPDX-License-Identifier: GPL-3.0-or-later
// Orders whose card was declined, through the real server, with the provider's ledger as the
// witness.
#include "OrderWalk.h"

#include <QDateTime>
#include <QJsonObject>
#include <QTest>

using namespace soban;
using namespace soban::testing;
using contract::PayRequest;
using contract::RouteId;

class TstPayAgainHttp : public QObject {
    Q_OBJECT

private:
    TestTown m_town;

    /// What the provider has taken for an order, over all its payments.
    QList<qint64> takenFor(OrderId order) {
        const auto audit = m_town.audit(order);
        QList<qint64> taken;
        const QJsonArray ledger = m_town.ledger();
        for (const auto &entry : ledger) {
            for (const contract::PaymentView &payment : audit->payments) {
                if (entry[u"orderId"].toString() == payment.id.toText() &&
                    entry[u"status"].toString() == u"DONE")
                    taken.append(entry[u"totalAmount"].toInteger());
            }
        }
        return taken;
    }
    bool declineNext() {
        return m_town.orderFault({{QStringLiteral("kind"), QStringLiteral("declined")},
                                  {QStringLiteral("operation"), QStringLiteral("charge")},
                                  {QStringLiteral("count"), 1}});
    }
    ApiCall payment(const Standing &standing, const PayRequest &request) {
        ApiCall call = m_town.request(RouteId::PayOrder, Caller::Customer, {standing.id.toText()},
                                      contract::encode(request));
        return call.atVersion(standing.version);
    }
    inline static const PayRequest kByCard{PaymentMethod::Card, {}};
    inline static const PayRequest kAtDoor{PaymentMethod::OnDelivery, {}};

private slots:
    void initTestCase() {
        const auto fault = m_town.start();
        QVERIFY2(!fault, qPrintable(fault.value_or(QString())));
    }
    void cleanup() { QVERIFY(m_town.clearFaults()); }

    void secondTryIsChargedOnce() { // R2 G3 G4
        const auto standing = standUnpaid(m_town);
        QVERIFY(standing);
        const ApiCall call = payment(*standing, kByCard);
        const ApiAnswer paid = m_town.call(call);
        QCOMPARE(paid.status, 201);
        const auto order = paid.as<contract::OrderView>();
        QVERIFY(order && order->state == OrderState::Placed);
        QCOMPARE(order->paymentState, PaymentState::Paid);
        QVERIFY(!order->allowedActions.contains(Action::PayAgain));
        // The app that has not heard the answer asks again.
        const ApiAnswer again = m_town.call(call);
        QCOMPARE(again.status, 201);
        QCOMPARE(again.body, paid.body);
        QCOMPARE(takenFor(standing->id), QList<qint64>{order->total.minor()});
        const auto audit = m_town.audit(standing->id);
        QCOMPARE(audit->payments.size(), 2);
        QVERIFY(audit->kept == audit->owed);
    }

    void itMayBeDeclinedAgain() { // R2 G3
        const auto standing = standUnpaid(m_town);
        QVERIFY(standing && declineNext());
        const ApiAnswer second = m_town.call(payment(*standing, kByCard));
        QCOMPARE(second.status, 402);
        const auto present = second.problem()->present;
        QVERIFY(present && present->state == OrderState::PaymentPending);
        QVERIFY(takenFor(standing->id).isEmpty());
        Standing next = *standing;
        next.version = present->version;
        QCOMPARE(m_town.call(payment(next, kAtDoor)).status, 201);
        const auto audit = m_town.audit(standing->id);
        QCOMPARE(audit->state, OrderState::Placed);
        QCOMPARE(audit->payments.last().state, PaymentState::Due);
        QVERIFY(takenFor(standing->id).isEmpty());
    }

    void declinedOrderSaysThatItWaits() { // R2 R10
        const auto standing = standUnpaid(m_town);
        QVERIFY(standing);
        const auto order =
            m_town
                .call(m_town.request(RouteId::GetOrder, Caller::Customer, {standing->id.toText()}))
                .as<contract::OrderView>();
        QVERIFY(order && order->allowedActions.contains(Action::PayAgain));
        QCOMPARE(order->paymentState, PaymentState::Declined);
        QVERIFY(order->answerBy && *order->answerBy > order->times.created);
        // The shop's ways do not lead to it (R3).
        const auto ticket =
            m_town.call(m_town.request(RouteId::GetTicket, Caller::Shop, {standing->id.toText()}));
        QCOMPARE(ticket.status, 404);
    }

    void twoAtOnceAreOnePayment() { // G3 G8
        const auto standing = standUnpaid(m_town);
        QVERIFY(standing);
        QVERIFY(m_town.orderFault({{QStringLiteral("kind"), QStringLiteral("late")},
                                   {QStringLiteral("operation"), QStringLiteral("charge")},
                                   {QStringLiteral("delayMs"), 300},
                                   {QStringLiteral("count"), 1}}));
        const auto one = m_town.newConnection();
        const auto other = m_town.newConnection();
        QVERIFY(one->send(payment(*standing, kByCard)));
        QVERIFY(other->send(payment(*standing, kAtDoor)));
        const ApiAnswer first = one->receive();
        const ApiAnswer second = other->receive();
        const QByteArray both = first.summary() + " and " + second.summary();
        QVERIFY2((first.status == 201) != (second.status == 201), both.constData());
        const auto audit = m_town.audit(standing->id);
        QCOMPARE(audit->payments.size(), 2);
        QVERIFY(takenFor(standing->id).size() <= 1);
    }

    void crashBetweenChargeAndAnswerChargesOnce() { // G3 G5 G11
        const auto standing = standUnpaid(m_town);
        QVERIFY(standing);
        QVERIFY(m_town.orderFault({{QStringLiteral("kind"), QStringLiteral("dropAfterWork")},
                                   {QStringLiteral("operation"), QStringLiteral("charge")},
                                   {QStringLiteral("count"), 1}}));
        const ApiCall call = payment(*standing, kByCard);
        QVERIFY(m_town.newConnection()->send(call));
        QTRY_COMPARE(takenFor(standing->id).size(), 1);
        m_town.killServer();
        const auto fault = m_town.restartServer();
        QVERIFY2(!fault, qPrintable(fault.value_or(QString())));
        QTRY_COMPARE(m_town.audit(standing->id)->state, OrderState::Placed);
        QCOMPARE(takenFor(standing->id).size(), 1);
        // The app that has heard nothing asks again, and has its answer.
        const ApiAnswer answer = m_town.call(call);
        QCOMPARE(answer.status, 201);
        QCOMPARE(answer.as<contract::OrderView>()->id, standing->id);
        QCOMPARE(m_town.audit(standing->id)->payments.size(), 2);
    }

    void whatNobodyPaysEndsByItself() { // R2 R16 G12
        m_town.killServer();
        const QString now = QString::number(QDateTime::currentMSecsSinceEpoch());
        QStringList settings;
        for (const QString &setting :
             QStringList{QStringLiteral("clock.speed=30"), u"clock.wallAnchorMs=" + now,
                         u"clock.shownAnchorMs=" + now, QStringLiteral("order.payAgainMinutes=1")})
            settings << QStringLiteral("--set") << setting;
        const auto fault = m_town.restartServer(settings);
        QVERIFY2(!fault, qPrintable(fault.value_or(QString())));
        const auto standing = standUnpaid(m_town);
        QVERIFY(standing);
        QTRY_COMPARE_WITH_TIMEOUT(m_town.audit(standing->id)->state, OrderState::PaymentFailed,
                                  20'000);
        const auto audit = m_town.audit(standing->id);
        QVERIFY(audit->kept == audit->owed && audit->kept.isZero());
    }
};

QTEST_GUILESS_MAIN(TstPayAgainHttp)
#include "TstPayAgainHttp.moc"
