// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/TossWire.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace soban;
using namespace soban::payment;
using namespace soban::providers;

namespace {

QJsonObject paymentDocument() {
    return {{"paymentKey", "tpk_1"},
            {"orderId", PaymentId::fromNumber(7)->toText()},
            {"status", "DONE"},
            {"totalAmount", 12'000},
            {"balanceAmount", 12'000},
            {"currency", "KRW"},
            {"method", "카드"},
            {"approvedAt", "2026-11-20T12:00:00+09:00"},
            {"receipt", QJsonObject{{"url", "https://pay.example/r/1"}}},
            {"cancels", QJsonValue::Null},
            {"failure", QJsonValue::Null}};
}

QByteArray with(std::initializer_list<std::pair<const char *, QJsonValue>> changes) {
    QJsonObject document = paymentDocument();
    for (const auto &[name, value] : changes)
        document.insert(QString::fromLatin1(name), value);
    return QJsonDocument(document).toJson();
}

QByteArray without(const char *name) {
    QJsonObject document = paymentDocument();
    document.remove(QString::fromLatin1(name));
    return QJsonDocument(document).toJson();
}

QByteArray error(const char *code) {
    return QByteArray("{\"code\":\"") + code + "\",\"message\":\"말\"}";
}

/// The name of what an outcome is, to compare it in a table.
template <typename Outcome>
QString nameOf(const Outcome &outcome) {
    struct {
        QString operator()(const Captured &) { return QStringLiteral("captured"); }
        QString operator()(const Declined &) { return QStringLiteral("declined"); }
        QString operator()(const Unknown &) { return QStringLiteral("unknown"); }
        QString operator()(const NotSent &) { return QStringLiteral("notSent"); }
        QString operator()(const NotFound &) { return QStringLiteral("notFound"); }
        QString operator()(const Refunded &) { return QStringLiteral("refunded"); }
        QString operator()(const AlreadyRefunded &) { return QStringLiteral("alreadyRefunded"); }
        QString operator()(const Refused &) { return QStringLiteral("refused"); }
        QString operator()(const IssuedCard &) { return QStringLiteral("issued"); }
    } names;
    return std::visit(names, outcome);
}

} // namespace

Q_DECLARE_METATYPE(HttpOutcome)

class TstTossWire : public QObject {
    Q_OBJECT

private slots:
    void readsCharge_data();
    void readsCharge();
    void readsWhatWasCaptured();
    void readsWhyItWasDeclined();
    void readsLookUp_data();
    void readsLookUp();
    void readsRefund_data();
    void readsRefund();
    void readsCard_data();
    void readsCard();
    void keepsStrangeReceiptsAway_data();
    void keepsStrangeReceiptsAway();
    void asksToSendAgain_data();
    void asksToSendAgain();
    void readsWebhook_data();
    void readsWebhook();
    void writesBodies();

private:
    static Money won(qint64 amount) { return *Money::of(amount, Currency::krw()); }
    static ChargeRequest chargeRequest() {
        return {*PaymentId::fromNumber(7),
                *OrderId::fromNumber(3),
                won(12'000),
                QStringLiteral("밥"),
                {QStringLiteral("cust"), QStringLiteral("bill")},
                QStringLiteral("key")};
    }
    static RefundRequest refundRequest() {
        return {QStringLiteral("tpk_1"), won(2'000), QStringLiteral("늦음"), QStringLiteral("key")};
    }
    static void addShared();
};

/// What every POST has in common.
void TstTossWire::addShared() {
    QTest::addColumn<HttpOutcome>("outcome");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, HttpOutcome outcome, const char *expected) {
        QTest::newRow(name) << outcome << QString::fromLatin1(expected);
    };
    row("G5 not sent", HttpNotSent{"refused"}, "notSent");
    row("G5 broken", HttpBroken{"timeout"}, "unknown");
    row("G5 500", HttpAnswer{500, error("UNKNOWN_PAYMENT_ERROR")}, "unknown");
    row("G5 502 of a gateway", HttpAnswer{502, "<html>"}, "unknown");
    row("G5 503", HttpAnswer{503, {}}, "unknown");
    row("G5 redirect", HttpAnswer{302, {}}, "unknown");
    row("G5 200 without a body", HttpAnswer{200, {}}, "unknown");
    row("G5 200 of a captive portal", HttpAnswer{200, "<html>welcome</html>"}, "unknown");
    row("G5 200 cut short", HttpAnswer{200, with({}).chopped(20)}, "unknown");
    row("G5 404 of a gateway", HttpAnswer{404, "not found"}, "unknown");
    row("G5 408 of a gateway", HttpAnswer{408, "{}"}, "unknown");
    row("G5 provider error", HttpAnswer{400, error("PROVIDER_ERROR")}, "unknown");
    row("G5 already processed", HttpAnswer{400, error("ALREADY_PROCESSED_PAYMENT")}, "unknown");
    row("G5 still running", HttpAnswer{409, error("IDEMPOTENT_REQUEST_PROCESSING")}, "unknown");
    row("wrong key", HttpAnswer{401, error("UNAUTHORIZED_KEY")}, "notSent");
    row("too many requests", HttpAnswer{429, error("TOO_MANY_REQUESTS")}, "notSent");
    row("forbidden", HttpAnswer{403, error("FORBIDDEN_REQUEST")}, "notSent");
}

void TstTossWire::readsCharge_data() {
    addShared();
    const auto row = [](const char *name, HttpOutcome outcome, const char *expected) {
        QTest::newRow(name) << outcome << QString::fromLatin1(expected);
    };
    row("done", HttpAnswer{200, with({})}, "captured");
    row("done and refunded since",
        HttpAnswer{200, with({{"status", "PARTIAL_CANCELED"}, {"balanceAmount", 1}})}, "captured");
    row("no receipt", HttpAnswer{200, without("receipt")}, "captured");
    row("aborted", HttpAnswer{200, with({{"status", "ABORTED"}, {"approvedAt", QJsonValue::Null}})},
        "declined");
    row("in progress", HttpAnswer{200, with({{"status", "IN_PROGRESS"}})}, "unknown");
    row("a status of tomorrow", HttpAnswer{200, with({{"status", "FROZEN"}})}, "unknown");
    row("another order", HttpAnswer{200, with({{"orderId", PaymentId::fromNumber(8)->toText()}})},
        "unknown");
    row("another amount", HttpAnswer{200, with({{"totalAmount", 12'001}})}, "unknown");
    row("another currency", HttpAnswer{200, with({{"currency", "USD"}})}, "unknown");
    row("amount is text", HttpAnswer{200, with({{"totalAmount", "12000"}})}, "unknown");
    row("amount is a fraction", HttpAnswer{200, with({{"totalAmount", 12000.5}})}, "unknown");
    row("balance above the total", HttpAnswer{200, with({{"balanceAmount", 12'001}})}, "unknown");
    row("no approval", HttpAnswer{200, with({{"approvedAt", QJsonValue::Null}})}, "unknown");
    row("no payment key", HttpAnswer{200, without("paymentKey")}, "unknown");
    row("card refused", HttpAnswer{403, error("REJECT_CARD_PAYMENT")}, "declined");
    row("card expired", HttpAnswer{400, error("INVALID_CARD_EXPIRATION")}, "declined");
    row("order id taken", HttpAnswer{400, error("DUPLICATED_ORDER_ID")}, "unknown");
    row("400 without a code", HttpAnswer{400, "{\"message\":\"?\"}"}, "unknown");
}

void TstTossWire::readsCharge() {
    QFETCH(HttpOutcome, outcome);
    QTEST(nameOf(toss::readCharge(outcome, chargeRequest())), "expected");
}

void TstTossWire::readsWhatWasCaptured() {
    const ChargeOutcome outcome =
        toss::readCharge(HttpAnswer{200, with({{"balanceAmount", 11'000}})}, chargeRequest());
    const Captured captured = std::get<Captured>(outcome);
    QCOMPARE(captured.providerKey, QStringLiteral("tpk_1"));
    QCOMPARE(captured.amount, won(12'000));
    QCOMPARE(captured.refunded, won(1'000));
    QCOMPARE(captured.approvedAt, *Instant::fromRfc3339(u"2026-11-20T03:00:00Z"));
    QCOMPARE(captured.method, QStringLiteral("카드"));
    QCOMPARE(captured.receiptUrl, QUrl(QStringLiteral("https://pay.example/r/1")));
}

void TstTossWire::readsWhyItWasDeclined() {
    const ChargeOutcome refused =
        toss::readCharge(HttpAnswer{403, error("REJECT_CARD_PAYMENT")}, chargeRequest());
    QCOMPARE(std::get<Declined>(refused).code, QStringLiteral("REJECT_CARD_PAYMENT"));
    QCOMPARE(std::get<Declined>(refused).reason, QStringLiteral("말"));
    const QJsonObject failure{{"code", "EXCEED_MAX_AMOUNT"}, {"message", "한도"}};
    const LookUpOutcome seen =
        toss::readLookUp(HttpAnswer{200, with({{"status", "ABORTED"}, {"failure", failure}})},
                         *PaymentId::fromNumber(7));
    QCOMPARE(std::get<Declined>(seen).code, QStringLiteral("EXCEED_MAX_AMOUNT"));
}

void TstTossWire::readsLookUp_data() {
    QTest::addColumn<HttpOutcome>("outcome");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, HttpOutcome outcome, const char *expected) {
        QTest::newRow(name) << outcome << QString::fromLatin1(expected);
    };
    row("done", HttpAnswer{200, with({})}, "captured");
    row("given back", HttpAnswer{200, with({{"status", "CANCELED"}, {"balanceAmount", 0}})},
        "captured");
    row("expired", HttpAnswer{200, with({{"status", "EXPIRED"}})}, "declined");
    row("ready", HttpAnswer{200, with({{"status", "READY"}})}, "unknown");
    row("waiting for a deposit", HttpAnswer{200, with({{"status", "WAITING_FOR_DEPOSIT"}})},
        "unknown");
    row("no such payment", HttpAnswer{404, error("NOT_FOUND_PAYMENT")}, "notFound");
    row("another 404", HttpAnswer{404, error("NOT_FOUND")}, "unknown");
    row("404 of a gateway", HttpAnswer{404, "nginx"}, "unknown");
    row("its code with another status", HttpAnswer{400, error("NOT_FOUND_PAYMENT")}, "unknown");
    row("wrong key", HttpAnswer{401, error("UNAUTHORIZED_KEY")}, "unknown");
    row("500", HttpAnswer{500, error("X")}, "unknown");
    row("refused connection", HttpNotSent{"refused"}, "unknown");
    row("time-out", HttpBroken{"timeout"}, "unknown");
    row("another order", HttpAnswer{200, with({{"orderId", "pay_other"}})}, "unknown");
}

void TstTossWire::readsLookUp() {
    QFETCH(HttpOutcome, outcome);
    QTEST(nameOf(toss::readLookUp(outcome, *PaymentId::fromNumber(7))), "expected");
}

void TstTossWire::readsRefund_data() {
    addShared();
    const QJsonArray cancels{
        QJsonObject{{"cancelAmount", 2'000}, {"canceledAt", "2026-11-20T13:00:00+09:00"}}};
    const auto refunded = [&cancels](int balance) {
        return with({{"status", balance ? "PARTIAL_CANCELED" : "CANCELED"},
                     {"balanceAmount", balance},
                     {"cancels", cancels}});
    };
    const auto row = [](const char *name, HttpOutcome outcome, const char *expected) {
        QTest::newRow(name) << outcome << QString::fromLatin1(expected);
    };
    row("in part", HttpAnswer{200, refunded(10'000)}, "refunded");
    row("the rest", HttpAnswer{200, refunded(0)}, "refunded");
    row("less than asked for", HttpAnswer{200, refunded(10'001)}, "unknown");
    row("nothing cancelled", HttpAnswer{200, with({})}, "unknown");
    row("another payment",
        HttpAnswer{200,
                   with({{"paymentKey", "tpk_2"}, {"balanceAmount", 0}, {"cancels", cancels}})},
        "unknown");
    row("all of it before", HttpAnswer{400, error("ALREADY_CANCELED_PAYMENT")}, "alreadyRefunded");
    row("too much", HttpAnswer{403, error("NOT_CANCELABLE_AMOUNT")}, "refused");
    row("no such payment", HttpAnswer{404, error("NOT_FOUND_PAYMENT")}, "refused");
}

void TstTossWire::readsRefund() {
    QFETCH(HttpOutcome, outcome);
    QTEST(nameOf(toss::readRefund(outcome, refundRequest())), "expected");
}

void TstTossWire::readsCard_data() {
    addShared();
    const auto card = [](const char *customer, const QJsonValue &number) {
        return QJsonDocument(
                   QJsonObject{{"customerKey", customer},
                               {"billingKey", "bill_1"},
                               {"card", QJsonObject{{"company", "현대"}, {"number", number}}}})
            .toJson();
    };
    const auto row = [](const char *name, HttpOutcome outcome, const char *expected) {
        QTest::newRow(name) << outcome << QString::fromLatin1(expected);
    };
    row("issued", HttpAnswer{200, card("cust", "4330****123*")}, "issued");
    row("of another customer", HttpAnswer{200, card("other", "4330****123*")}, "unknown");
    row("without a number", HttpAnswer{200, card("cust", QJsonValue::Null)}, "unknown");
    row("forged", HttpAnswer{400, error("INVALID_BILL_KEY_REQUEST")}, "refused");
}

void TstTossWire::readsCard() {
    QFETCH(HttpOutcome, outcome);
    QTEST(nameOf(toss::readCard(outcome, QStringLiteral("cust"))), "expected");
}

void TstTossWire::keepsStrangeReceiptsAway_data() {
    QTest::addColumn<QJsonValue>("receipt");
    QTest::newRow("script") << QJsonValue(QJsonObject{{"url", "javascript:alert(1)"}});
    QTest::newRow("file") << QJsonValue(QJsonObject{{"url", "file:///etc/passwd"}});
    QTest::newRow("no host") << QJsonValue(QJsonObject{{"url", "https:///x"}});
    QTest::newRow("null") << QJsonValue(QJsonValue::Null);
    QTest::newRow("text") << QJsonValue("https://pay.example");
}

void TstTossWire::keepsStrangeReceiptsAway() {
    QFETCH(QJsonValue, receipt);
    const ChargeOutcome outcome =
        toss::readCharge(HttpAnswer{200, with({{"receipt", receipt}})}, chargeRequest());
    QVERIFY(std::get<Captured>(outcome).receiptUrl.isEmpty());
}

void TstTossWire::asksToSendAgain_data() {
    QTest::addColumn<HttpOutcome>("outcome");
    QTest::addColumn<bool>("expected");
    QTest::newRow("still running")
        << HttpOutcome(HttpAnswer{409, error("IDEMPOTENT_REQUEST_PROCESSING")}) << true;
    QTest::newRow("another conflict") << HttpOutcome(HttpAnswer{409, error("X")}) << false;
    QTest::newRow("another status")
        << HttpOutcome(HttpAnswer{500, error("IDEMPOTENT_REQUEST_PROCESSING")}) << false;
    QTest::newRow("broken") << HttpOutcome(HttpBroken{}) << false;
}

void TstTossWire::asksToSendAgain() {
    QFETCH(HttpOutcome, outcome);
    QTEST(toss::asksToSendAgain(outcome), "expected");
}

void TstTossWire::readsWebhook_data() {
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<bool>("isHint");
    const QByteArray id = PaymentId::fromNumber(7)->toText().toLatin1();
    const QByteArray data = ",\"data\":{\"orderId\":\"" + id + "\"}}";
    QTest::newRow("ours") << "{\"eventType\":\"PAYMENT_STATUS_CHANGED\"" + data << true;
    QTest::newRow("another event") << "{\"eventType\":\"DEPOSIT_CALLBACK\"" + data << false;
    QTest::newRow("another id")
        << QByteArray("{\"eventType\":\"PAYMENT_STATUS_CHANGED\",\"data\":{\"orderId\":\"ord_1\"}}")
        << false;
    QTest::newRow("no JSON") << QByteArray("PAYMENT_STATUS_CHANGED") << false;
    QTest::newRow("empty") << QByteArray() << false;
}

void TstTossWire::readsWebhook() {
    QFETCH(QByteArray, body);
    QFETCH(bool, isHint);
    QCOMPARE(toss::readWebhook(body), isHint ? PaymentId::fromNumber(7) : std::nullopt);
}

void TstTossWire::writesBodies() {
    const auto read = [](const QByteArray &body) { return QJsonDocument::fromJson(body).object(); };
    ChargeRequest request = chargeRequest();
    request.orderName = QString(101, u'밥');
    QCOMPARE(read(toss::chargeBody(request)), (QJsonObject{{"customerKey", "cust"},
                                                           {"amount", 12'000},
                                                           {"orderId", request.payment.toText()},
                                                           {"orderName", QString(100, u'밥')}}));
    QCOMPARE(read(toss::refundBody(refundRequest())),
             (QJsonObject{{"cancelReason", "늦음"}, {"cancelAmount", 2'000}}));
    QCOMPARE(read(toss::issueBody(QStringLiteral("a"), QStringLiteral("c"))),
             (QJsonObject{{"authKey", "a"}, {"customerKey", "c"}}));
}

QTEST_GUILESS_MAIN(TstTossWire)
#include "TstTossWire.moc"
