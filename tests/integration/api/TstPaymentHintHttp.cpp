// SPDX-License-Identifier: GPL-3.0-or-later
// The card provider tells that a payment has changed, unsigned, so anyone may say so: it is a hint
// to ask, and nothing else.
#include "OrderWalk.h"
#include "support/PlainHttp.h"

#include <QJsonObject>
#include <QTest>

using namespace soban;
using namespace soban::testing;
using contract::RouteId;

class TstPaymentHintHttp : public QObject {
    Q_OBJECT

private:
    TestTown m_town;
    PlainHttp m_http;

    /// In the words of the provider.
    int tell(const QString &payment, const char *status) {
        const QJsonObject told{
            {QStringLiteral("eventType"), QStringLiteral("PAYMENT_STATUS_CHANGED")},
            {QStringLiteral("createdAt"), QStringLiteral("2026-11-20T12:00:00.000000")},
            {QStringLiteral("data"),
             QJsonObject{{QStringLiteral("orderId"), payment},
                         {QStringLiteral("status"), QString::fromLatin1(status)}}}};
        return m_http
            .postJson(m_town.url().resolved(QUrl(contract::pathOf(RouteId::HintPayment))), told)
            .status;
    }
    /// By card, whose charge goes through without an answer.
    std::optional<OrderId> placeInDoubt() {
        if (!m_town.orderFault({{QStringLiteral("kind"), QStringLiteral("never")},
                                {QStringLiteral("operation"), QStringLiteral("charge")},
                                {QStringLiteral("count"), 1}}))
            return std::nullopt;
        const auto order =
            m_town
                .call(m_town.request(
                    RouteId::PlaceOrder, Caller::Customer, {},
                    contract::encode(m_town.cart(Fulfilment::PlatformRider, PaymentMethod::Card))))
                .as<contract::OrderView>();
        return order ? std::optional(order->id) : std::nullopt;
    }
    QString paymentOf(OrderId order) { return m_town.audit(order)->payments.first().id.toText(); }

private slots:
    void initTestCase() {
        // By itself it would be asked about in a minute.
        const auto fault =
            m_town.start({QStringLiteral("--set"), QStringLiteral("payment.askMs=60000"),
                          QStringLiteral("--set"), QStringLiteral("payment.timeoutMs=300")});
        QVERIFY2(!fault, qPrintable(fault.value_or(QString())));
    }

    void hintHasThePaymentAskedAboutAtOnce() { // N5 G3 G5
        const auto order = placeInDoubt();
        QVERIFY(order);
        QCOMPARE(m_town.audit(*order)->state, OrderState::PaymentPending);
        QCOMPARE(m_town.audit(*order)->payments.first().state, PaymentState::Unknown);
        QCOMPARE(tell(paymentOf(*order), "DONE"), 200);
        QTRY_COMPARE(m_town.audit(*order)->state, OrderState::Placed);
        // Told again, and of what was before: the first outcome stays.
        QCOMPARE(tell(paymentOf(*order), "DONE"), 200);
        QCOMPARE(tell(paymentOf(*order), "IN_PROGRESS"), 200);
        QCOMPARE(m_town.audit(*order)->kept, m_town.audit(*order)->total);
    }

    void whatAHintSaysIsNotBelieved() { // N5 G3
        const auto order = placeInDoubt();
        QVERIFY(order);
        QCOMPARE(tell(paymentOf(*order), "ABORTED"), 200);
        QTRY_COMPARE(m_town.audit(*order)->state, OrderState::Placed); // for it was charged
    }

    void nonsenseIsTakenAndForgotten_data() { // N5
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("no JSON") << QByteArray("\xff\xfe{");
        QTest::newRow("64 KiB") << QByteArray(64 * 1024, '[');
        QTest::newRow("no payment") << QByteArray(R"({"eventType":"PAYMENT_STATUS_CHANGED"})");
        QTest::newRow("a payment of nobody")
            << QByteArray(R"({"eventType":"PAYMENT_STATUS_CHANGED",)"
                          R"("data":{"orderId":"pay_0000000000001"}})");
    }
    void nonsenseIsTakenAndForgotten() {
        QFETCH(QByteArray, body);
        const auto answer = m_http.send(
            "POST", m_town.url().resolved(QUrl(contract::pathOf(RouteId::HintPayment))), body);
        QCOMPARE(answer.status, 200);
    }
};

QTEST_GUILESS_MAIN(TstPaymentHintHttp)
#include "TstPaymentHintHttp.moc"
