// SPDX-License-Identifier: GPL-3.0-or-later
// The provider of card payments hangs: nobody waits for it, everything else goes on, and what was
// left open is settled once it is back.
#include "OrderWalk.h"
#include "contract/Events.h"
#include "support/PlainHttp.h"

#include <QJsonObject>
#include <QTest>

using namespace soban;
using namespace soban::testing;
using contract::ErrorCode;
using contract::RouteId;

class TstCardBreaker : public QObject {
    Q_OBJECT

private:
    TestTown m_town;
    PlainHttp m_http;

    ApiAnswer place(PaymentMethod method) {
        return m_town.call(
            m_town.request(RouteId::PlaceOrder, Caller::Customer, {},
                           contract::encode(m_town.cart(Fulfilment::PlatformRider, method))));
    }
    /// As the shop's app hears it.
    bool isShopTold() {
        const auto page = m_town.call(m_town.request(RouteId::PollEvents, Caller::Shop))
                              .as<contract::EventPage>();
        return page && page->isCardPaymentDown.value_or(false);
    }
    double figure(const QByteArray &name) {
        for (const QByteArray &line :
             m_http.get(m_town.url().resolved(QUrl(QStringLiteral("/metrics")))).body.split('\n')) {
            if (line.startsWith(QByteArray(name + ' ')))
                return line.mid(name.size() + 1).toDouble();
        }
        return -1;
    }

private slots:
    void initTestCase() {
        const auto fault =
            m_town.start({QStringLiteral("--set"), QStringLiteral("payment.timeoutMs=300"),
                          QStringLiteral("--set"), QStringLiteral("payment.failures=3"),
                          QStringLiteral("--set"), QStringLiteral("payment.restMs=4000")});
        QVERIFY2(!fault, qPrintable(fault.value_or(QString())));
    }

    void providerThatHangsIsLeftAloneAndTriedAgain() { // N5 G5 G14
        QVERIFY(place(PaymentMethod::Card).status == 201);
        QCOMPARE(figure("soban_card_breaker_state"), 0);
        QVERIFY(m_town.orderFault({{QStringLiteral("kind"), QStringLiteral("never")}}));
        QList<OrderId> open;
        for (int i = 0; i < 20 && figure("soban_card_breaker_state") == 0; ++i) {
            const auto order = place(PaymentMethod::Card).as<contract::OrderView>();
            if (order)
                open.append(order->id);
        }
        QVERIFY(!open.isEmpty());
        QCOMPARE(figure("soban_card_breaker_state"), 2);

        // Answered at once, and nothing was ordered; what is paid at the door goes on.
        const qsizetype orders = m_town.audits().size();
        const int asked = m_town.faultHits();
        const auto refused = place(PaymentMethod::Card);
        QCOMPARE(m_town.faultHits(), asked); // nobody has waited for the provider
        QCOMPARE(refused.status, 409);
        QCOMPARE(refused.problem()->code, ErrorCode::PaymentUnavailable);
        QCOMPARE(refused.problem()->field.value_or(QString()), QStringLiteral("paymentMethod"));
        QCOMPARE(m_town.audits().size(), orders);
        QCOMPARE(place(PaymentMethod::OnDelivery).status, 201);
        QVERIFY(isShopTold());

        QVERIFY(m_town.clearFaults());
        QTRY_VERIFY_WITH_TIMEOUT(place(PaymentMethod::Card).status == 201, 20'000);
        QCOMPARE(figure("soban_card_breaker_state"), 0);
        QVERIFY(!isShopTold());
        QVERIFY(figure("soban_card_breaker_opened_total") >= 1);
        QVERIFY(figure("soban_card_calls_failed_total") >= 3);
        for (const OrderId order : open) {
            QTRY_COMPARE_WITH_TIMEOUT(m_town.audit(order)->state, OrderState::Placed, 30'000);
            QCOMPARE(m_town.audit(order)->kept, m_town.audit(order)->owed);
        }
    }

    void whatIsToldIsWhatIsDone() { // N5 G14
        // Cards that cannot be registered leave nothing open: nobody asks the provider by himself.
        QVERIFY(m_town.orderFault({{QStringLiteral("kind"), QStringLiteral("never")},
                                   {QStringLiteral("operation"), QStringLiteral("issueCard")}}));
        for (int i = 0; i < 10 && figure("soban_card_breaker_state") == 0; ++i)
            QVERIFY(m_town.registerCard(Caller::Customer, QStringLiteral("normal")).has_value());
        QCOMPARE(figure("soban_card_breaker_state"), 2);
        QVERIFY(isShopTold());

        // Once it has rested an order would be taken, and nobody is led away from it.
        QTRY_COMPARE_WITH_TIMEOUT(figure("soban_card_breaker_state"), 1, 20'000);
        QVERIFY(!isShopTold());
        QCOMPARE(place(PaymentMethod::Card).status, 201);
        QCOMPARE(figure("soban_card_breaker_state"), 0);
    }
};

QTEST_GUILESS_MAIN(TstCardBreaker)
#include "TstCardBreaker.moc"
