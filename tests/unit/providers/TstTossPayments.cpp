// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/TossPayments.h"

#include "ScriptedServer.h"

#include <QTest>
#include <QUrlQuery>

using namespace soban;
using namespace soban::payment;
using namespace soban::providers;

class TstTossPayments : public QObject {
    Q_OBJECT

private slots:
    void knowsBadConfigurations_data();
    void knowsBadConfigurations();
    void identifiesItselfAndTheAttempt();
    void asksByTheAttemptsOwnId();
    void leavesNothingToPathTricks();
    void turnsBadRequestsAwayItself_data();
    void turnsBadRequestsAwayItself();
    void sendsAgainWhileStillRunning();
    void makesRegistrationUrls();
    void leavesAloneWhoDoesNotWork();

private:
    CircuitBreaker m_breaker{{.failures = 1000, .recentCalls = 1000}};
    static ScriptedServer::Step ok(int) { return {ScriptedServer::answer(200, "{}")}; }
    static TossConfig configOf(const QUrl &base) {
        TossConfig config;
        config.baseUrl = base;
        config.secretKey = "test_sk";
        config.repeatPause = std::chrono::milliseconds(10);
        return config;
    }
    static ChargeRequest chargeRequest() {
        return {*PaymentId::fromNumber(7),
                *OrderId::fromNumber(3),
                *Money::of(12'000, Currency::krw()),
                QStringLiteral("밥"),
                {QStringLiteral("cust"), QStringLiteral("bill_1")},
                QStringLiteral("charge-7")};
    }
    template <typename Outcome, typename Call>
    static std::optional<Outcome> await(Call call) {
        auto outcome = std::make_shared<std::optional<Outcome>>();
        call([outcome](Outcome got) { *outcome = std::move(got); });
        if (!QTest::qWaitFor([outcome] { return outcome->has_value(); }, 10'000))
            return std::nullopt;
        return *outcome;
    }
};

void TstTossPayments::knowsBadConfigurations_data() {
    QTest::addColumn<QString>("base");
    QTest::addColumn<QByteArray>("secret");
    QTest::addColumn<bool>("isGood");
    QTest::newRow("Toss") << "https://api.tosspayments.com" << QByteArray("live_sk") << true;
    QTest::newRow("sandbox") << "http://127.0.0.1:8123" << QByteArray("test_sk") << true;
    QTest::newRow("IPv6 loopback") << "http://[::1]:8123" << QByteArray("test_sk") << true;
    QTest::newRow("localhost") << "http://localhost:8123" << QByteArray("test_sk") << true;
    QTest::newRow("plain http") << "http://api.tosspayments.com" << QByteArray("live_sk") << false;
    QTest::newRow("looks like loopback")
        << "http://127.0.0.1.evil.example" << QByteArray("sk") << false;
    QTest::newRow("no secret") << "https://api.tosspayments.com" << QByteArray() << false;
    QTest::newRow("user:password") << "https://api.tosspayments.com" << QByteArray("a:b") << false;
    QTest::newRow("no host") << "https:///v1" << QByteArray("sk") << false;
    QTest::newRow("with a query") << "https://api.tosspayments.com?x=1" << QByteArray("sk")
                                  << false;
    QTest::newRow("empty") << "" << QByteArray("sk") << false;
}

void TstTossPayments::knowsBadConfigurations() {
    QFETCH(QString, base);
    QFETCH(QByteArray, secret);
    QFETCH(bool, isGood);
    TossConfig config;
    config.baseUrl = QUrl(base);
    config.secretKey = secret;
    QCOMPARE(!config.problem(), isGood);
}

void TstTossPayments::identifiesItselfAndTheAttempt() {
    ScriptedServer server(ok);
    TossPayments toss(configOf(server.base()), m_breaker);
    QVERIFY(await<ChargeOutcome>([&](auto then) { toss.charge(chargeRequest(), then); }));
    const QByteArray sent = server.requests().first();
    QVERIFY(sent.startsWith("POST /v1/billing/bill_1 HTTP/1.1\r\n"));
    QVERIFY(sent.contains("\r\nAuthorization: Basic dGVzdF9zazo=\r\n"));
    QVERIFY(sent.contains("\r\nIdempotency-Key: charge-7\r\n"));
    QVERIFY(sent.contains("\r\nContent-Type: application/json\r\n"));
    QVERIFY(sent.contains("\"orderId\":\"pay_0000000000007\""));

    const RefundRequest refund{QStringLiteral("tpk_1"), *Money::of(1, Currency::krw()),
                               QStringLiteral("늦음"), QStringLiteral("refund-7")};
    QVERIFY(await<RefundOutcome>([&](auto then) { toss.refund(refund, then); }));
    QVERIFY(server.requests().last().startsWith("POST /v1/payments/tpk_1/cancel HTTP/1.1\r\n"));
    QVERIFY(server.requests().last().contains("\r\nIdempotency-Key: refund-7\r\n"));

    QVERIFY(await<CardOutcome>([&](auto then) {
        toss.issueCard(QStringLiteral("auth_1"), QStringLiteral("cust"), then);
    }));
    const QByteArray issue = server.requests().last();
    QVERIFY(issue.startsWith("POST /v1/billing/authorizations/issue HTTP/1.1\r\n"));
    QVERIFY(issue.contains("\r\nIdempotency-Key: card-"));
    QVERIFY(!issue.left(issue.indexOf("\r\n\r\n")).contains("auth_1"));
}

void TstTossPayments::leavesAloneWhoDoesNotWork() { // G14
    ScriptedServer server(
        [](int) -> ScriptedServer::Step { return {ScriptedServer::answer(503, "{}")}; });
    CircuitBreaker breaker({.failures = 3, .recentCalls = 6});
    TossPayments toss(configOf(server.base()), breaker);
    const auto charge = [&] {
        return await<ChargeOutcome>([&](auto then) { toss.charge(chargeRequest(), then); });
    };
    for (int i = 0; i < 3; ++i)
        QVERIFY(std::holds_alternative<Unknown>(charge().value()));
    // It was not sent, which is known: it may be sent later.
    QVERIFY(std::holds_alternative<NotSent>(charge().value()));
    QCOMPARE(server.requests().size(), 3);
}

void TstTossPayments::asksByTheAttemptsOwnId() {
    ScriptedServer server(ok);
    TossPayments toss(configOf(server.base()), m_breaker);
    QVERIFY(await<LookUpOutcome>([&](auto then) { toss.lookUp(*PaymentId::fromNumber(7), then); }));
    QVERIFY(server.requests().first().startsWith(
        "GET /v1/payments/orders/pay_0000000000007 HTTP/1.1\r\n"));
}

void TstTossPayments::leavesNothingToPathTricks() {
    ScriptedServer server(ok);
    TossPayments toss(configOf(server.base()), m_breaker);
    ChargeRequest request = chargeRequest();
    request.card.billingKey = QStringLiteral("../payments/x?a#b c");
    QVERIFY(await<ChargeOutcome>([&](auto then) { toss.charge(request, then); }));
    QVERIFY(server.requests().first().startsWith(
        "POST /v1/billing/..%2Fpayments%2Fx%3Fa%23b%20c HTTP/1.1\r\n"));
}

void TstTossPayments::turnsBadRequestsAwayItself_data() {
    QTest::addColumn<QString>("idempotencyKey");
    QTest::addColumn<QString>("billingKey");
    QTest::newRow("no key") << ""
                            << "bill_1";
    QTest::newRow("a header within the key") << "a\r\nX-Evil: 1"
                                             << "bill_1";
    QTest::newRow("key not ASCII") << "열쇠"
                                   << "bill_1";
    QTest::newRow("key too long") << QString(301, 'k') << "bill_1";
    QTest::newRow("no card") << "key"
                             << "";
}

void TstTossPayments::turnsBadRequestsAwayItself() {
    QFETCH(QString, idempotencyKey);
    QFETCH(QString, billingKey);
    ScriptedServer server(ok);
    TossPayments toss(configOf(server.base()), m_breaker);
    ChargeRequest request = chargeRequest();
    request.idempotencyKey = idempotencyKey;
    request.card.billingKey = billingKey;
    const auto outcome = await<ChargeOutcome>([&](auto then) { toss.charge(request, then); });
    QVERIFY(outcome && std::holds_alternative<NotSent>(*outcome));
    request = chargeRequest();
    request.amount = *Money::of(1, *Currency::fromCode(u"USD"));
    const auto dollars = await<ChargeOutcome>([&](auto then) { toss.charge(request, then); });
    QVERIFY(dollars && std::holds_alternative<Declined>(*dollars));
    QCOMPARE(server.requests().size(), 0);
}

void TstTossPayments::sendsAgainWhileStillRunning() {
    ScriptedServer server([](int number) {
        const QByteArray running = R"({"code":"IDEMPOTENT_REQUEST_PROCESSING","message":"…"})";
        const QByteArray declined = R"({"code":"REJECT_CARD_PAYMENT","message":"…"})";
        return ScriptedServer::Step{number < 4 ? ScriptedServer::answer(409, running)
                                               : ScriptedServer::answer(403, declined)};
    });
    TossPayments toss(configOf(server.base()), m_breaker);
    const auto outcome =
        await<ChargeOutcome>([&](auto then) { toss.charge(chargeRequest(), then); });
    QVERIFY(outcome && std::holds_alternative<Declined>(*outcome));
    QCOMPARE(server.requests().size(), 4);
    QCOMPARE(server.requests().last(), server.requests().first());
}

void TstTossPayments::makesRegistrationUrls() {
    const QUrl back(QStringLiteral("https://soban.example/cards/return?visit=7&x=%26"));
    const TossPayments sandbox(configOf(QUrl(QStringLiteral("http://127.0.0.1:8123"))), m_breaker);
    const QUrl plain = sandbox.registrationUrl(QStringLiteral("cu+st&1"), back);
    QCOMPARE(plain.path(), QStringLiteral("/card-registration"));
    QCOMPARE(QUrlQuery(plain).queryItemValue("customerKey", QUrl::FullyDecoded),
             QStringLiteral("cu+st&1"));
    QCOMPARE(QUrlQuery(plain).queryItemValue("returnUrl", QUrl::FullyDecoded),
             back.toString(QUrl::FullyEncoded));

    TossConfig config = configOf(QUrl(QStringLiteral("https://api.tosspayments.com")));
    config.registrationPage = QUrl(QStringLiteral("https://soban.example/card?lang=ko"));
    const QUrl own = TossPayments(config, m_breaker).registrationUrl(QStringLiteral("cust"), back);
    QCOMPARE(own.host(), QStringLiteral("soban.example"));
    QCOMPARE(QUrlQuery(own).queryItemValue("lang"), QStringLiteral("ko"));
    QCOMPARE(QUrlQuery(own).queryItemValue("customerKey"), QStringLiteral("cust"));
}

QTEST_GUILESS_MAIN(TstTossPayments)
#include "TstTossPayments.moc"
