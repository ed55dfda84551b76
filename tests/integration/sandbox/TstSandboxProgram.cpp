// SPDX-License-Identifier: GPL-3.0-or-later
#include "SandboxRig.h"

#include "clock/Clock.h"

#include <QJsonDocument>
#include <QRegularExpression>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QUrlQuery>

using namespace soban;
using namespace soban::payment;

namespace {

/// A receiver of webhooks that answers with the given statuses, then with 200.
class HookReceiver {
public:
    explicit HookReceiver(QList<int> statuses) : m_statuses(std::move(statuses)) {
        QObject::connect(&m_server, &QTcpServer::newConnection, &m_server, [this] {
            QTcpSocket *socket = m_server.nextPendingConnection();
            QObject::connect(socket, &QTcpSocket::readyRead, socket,
                             [this, socket] { take(socket); });
        });
        if (!m_server.listen(QHostAddress::LocalHost))
            qFatal("no port for webhooks");
    }

    QString url() const {
        return QStringLiteral("http://127.0.0.1:%1/hook").arg(m_server.serverPort());
    }
    const QList<QJsonObject> &events() const { return m_events; }
    const QList<QByteArray> &bodies() const { return m_bodies; }

private:
    void take(QTcpSocket *socket) {
        const QByteArray seen = socket->peek(1 << 20);
        const qsizetype body = seen.indexOf("\r\n\r\n") + 4;
        const qsizetype length = seen.mid(seen.toLower().indexOf("content-length:") + 15, 12)
                                     .split('\r')
                                     .first()
                                     .trimmed()
                                     .toLongLong();
        if (body < 4 || seen.size() < body + length)
            return;
        socket->readAll();
        m_bodies.append(seen.mid(body));
        m_events.append(QJsonDocument::fromJson(m_bodies.last()).object());
        const int status = m_statuses.isEmpty() ? 200 : m_statuses.takeFirst();
        socket->write("HTTP/1.1 " + QByteArray::number(status) +
                      " X\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
        socket->disconnectFromHost();
    }

    QTcpServer m_server;
    QList<int> m_statuses;
    QList<QJsonObject> m_events;
    QList<QByteArray> m_bodies;
};

QString statusOf(const QJsonObject &event) {
    return event[QLatin1StringView("data")].toObject()[QLatin1StringView("status")].toString();
}

} // namespace

/// The program itself: its options, its memory, its own calls, its end.
class TstSandboxProgram : public QObject {
    Q_OBJECT

private slots:
    void endsOnSigterm();
    void refusesToStartWithoutASecret();
    void remembersAcrossRestarts();
    void agreesWithAnAcceleratedClock();
    void sendsWebhooksUntilTheyArrive();
    void repeatsAndLosesWebhooksOnOrder();
    void confirmsAfterThePaymentWindow();
    void asksForTheSecret_data();
    void asksForTheSecret();
    void honoursTheTestCode();
    void dropsTheConnectionOnOrder();
    void leadsBackToKnownHostsOnly_data();
    void leadsBackToKnownHostsOnly();
    void writesCustomerTextEscaped();
    void pagesItsLedger();
    void refusesMisspeltFaults_data();
    void refusesMisspeltFaults();

private:
    static testing::PlainHeaders secret(const QByteArray &key = SandboxRig::kSecret) {
        return {{"Authorization", "Basic " + QByteArray(key + ':').toBase64()}};
    }
};

void TstSandboxProgram::endsOnSigterm() {
    SandboxRig rig;
    QVERIFY(rig.start());
    QVERIFY(rig.process().terminate());
}

void TstSandboxProgram::refusesToStartWithoutASecret() {
    testing::ChildProcess process({QStringLiteral(SOBAN_BIN_DIR "/soban-sandbox"),
                                   {},
                                   {{QStringLiteral("SOBAN_TOSS_SECRET_KEY"), QString()}}});
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("no secret key")));
    QVERIFY(!process.start(QStringLiteral("soban-sandbox listening on ")));
    QVERIFY(process.waitForEnd());
    QCOMPARE(process.exitCode(), 2);
}

void TstSandboxProgram::remembersAcrossRestarts() {
    const QTemporaryDir folder;
    const QStringList arguments{QStringLiteral("--ledger"), folder.filePath("ledger.jsonl")};
    SandboxRig rig;
    QVERIFY(rig.start(arguments));
    auto adapter = rig.makeAdapter();
    const auto card = rig.newCard(*adapter, QStringLiteral("normal"));
    QVERIFY(card);
    const ChargeRequest request = rig.newCharge(*card);
    const auto charge = [&] {
        return await<ChargeOutcome>([&](auto then) { adapter->charge(request, then); });
    };
    const auto first = charge();
    QVERIFY(first && std::holds_alternative<Captured>(*first));
    rig.process().kill();

    QVERIFY(rig.start(arguments));
    adapter = rig.makeAdapter();
    const auto repeat = charge();
    QVERIFY(repeat && std::holds_alternative<Captured>(*repeat));
    QCOMPARE(std::get<Captured>(*repeat).providerKey, std::get<Captured>(*first).providerKey);
    QCOMPARE(rig.ledgerOf(request.payment.toText()).size(), 1);
    const auto another =
        await<ChargeOutcome>([&](auto then) { adapter->charge(rig.newCharge(*card), then); });
    QVERIFY(another && std::holds_alternative<Captured>(*another));
}

void TstSandboxProgram::agreesWithAnAcceleratedClock() {
    const Instant wall = SystemClock().now();
    const Instant shown = *Instant::fromRfc3339(u"2026-11-20T03:00:00Z");
    SandboxRig rig;
    QVERIFY(rig.start({"--clock-wall-anchor", QString::number(wall.ms()), "--clock-shown-anchor",
                       QString::number(shown.ms()), "--clock-speed", "60"}));
    const auto adapter = rig.makeAdapter();
    const auto card = rig.newCard(*adapter, QStringLiteral("normal"));
    QVERIFY(card);
    const auto outcome =
        await<ChargeOutcome>([&](auto then) { adapter->charge(rig.newCharge(*card), then); });
    QVERIFY(outcome && std::holds_alternative<Captured>(*outcome));
    const auto late = ScaledClock(wall, shown, 60).now() - std::get<Captured>(*outcome).approvedAt;
    QVERIFY(late >= std::chrono::seconds(0) && late < std::chrono::minutes(10));
}

void TstSandboxProgram::sendsWebhooksUntilTheyArrive() {
    HookReceiver receiver({500, 404});
    SandboxRig rig;
    QVERIFY(rig.start({"--webhook-url", receiver.url(), "--webhook-pause", "20"}));
    const auto adapter = rig.makeAdapter();
    const auto card = rig.newCard(*adapter, QStringLiteral("normal"));
    QVERIFY(card);
    const ChargeRequest request = rig.newCharge(*card);
    const auto outcome = await<ChargeOutcome>([&](auto then) { adapter->charge(request, then); });
    QVERIFY(outcome && std::holds_alternative<Captured>(*outcome));
    QTRY_COMPARE(receiver.events().size(), 3);
    QCOMPARE(statusOf(receiver.events().last()), QStringLiteral("DONE"));
    QCOMPARE(adapter->paymentHintedBy(receiver.bodies().last()), std::optional(request.payment));
    QCOMPARE(adapter->paymentHintedBy("{\"eventType\":\"PAYMENT_STATUS_CHANGED\"}"), std::nullopt);

    const RefundRequest refund{std::get<Captured>(*outcome).providerKey,
                               *Money::of(2'000, Currency::krw()), QStringLiteral("가게 사정"),
                               QStringLiteral("refund")};
    const auto refunded = await<RefundOutcome>([&](auto then) { adapter->refund(refund, then); });
    QVERIFY(refunded && std::holds_alternative<Refunded>(*refunded));
    QTRY_COMPARE(receiver.events().size(), 4);
    QCOMPARE(statusOf(receiver.events().last()), QStringLiteral("PARTIAL_CANCELED"));
}

void TstSandboxProgram::repeatsAndLosesWebhooksOnOrder() {
    HookReceiver receiver({});
    SandboxRig rig;
    QVERIFY(rig.start({"--webhook-url", receiver.url(), "--webhook-pause", "20"}));
    const auto adapter = rig.makeAdapter();
    const auto card = rig.newCard(*adapter, QStringLiteral("normal"));
    QVERIFY(card);
    const auto chargeOnce = [&] {
        const auto outcome =
            await<ChargeOutcome>([&](auto then) { adapter->charge(rig.newCharge(*card), then); });
        return outcome && std::holds_alternative<Captured>(*outcome);
    };
    QVERIFY(rig.order({{"kind", "loseWebhook"}, {"count", 1}}));
    QVERIFY(rig.order({{"kind", "delayWebhook"}, {"count", 1}, {"delayMs", 500}}));
    QVERIFY(rig.order({{"kind", "repeatWebhook"}, {"count", 1}}));
    QVERIFY(chargeOnce() && chargeOnce() && chargeOnce());
    QTRY_COMPARE(receiver.events().size(), 3);
    QCOMPARE(receiver.bodies()[0], receiver.bodies()[1]);  // the third charge, twice
    QVERIFY(receiver.bodies()[2] != receiver.bodies()[0]); // the second, overtaken
}

void TstSandboxProgram::confirmsAfterThePaymentWindow() {
    SandboxRig rig;
    QVERIFY(rig.start());
    const auto opened = rig.http().postJson(
        rig.url("/sandbox/payments"),
        {{"orderId", "window-1"}, {"orderName", "꽃다발"}, {"amount", 35'000}, {"card", "normal"}});
    QCOMPARE(opened.status, 201);
    const QJsonValue paymentKey = opened.json()["paymentKey"];
    const auto confirm = [&](int amount) {
        return rig.http().postJson(
            rig.url("/v1/payments/confirm"),
            {{"paymentKey", paymentKey}, {"orderId", "window-1"}, {"amount", amount}}, secret());
    };
    QCOMPARE(confirm(34'999).status, 400);
    const auto confirmed = confirm(35'000);
    QCOMPARE(confirmed.status, 200);
    QCOMPARE(confirmed.json()["status"].toString(), QStringLiteral("DONE"));
    QCOMPARE(confirm(35'000).json()["code"].toString(),
             QStringLiteral("ALREADY_PROCESSED_PAYMENT"));
    const auto seen = rig.http().get(rig.url("/v1/payments/" + paymentKey.toString()), secret());
    QCOMPARE(seen.json()["orderId"].toString(), QStringLiteral("window-1"));
}

void TstSandboxProgram::asksForTheSecret_data() {
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QString>("path");
    QTest::newRow("charge") << QByteArray("POST") << "/v1/billing/bill_x";
    QTest::newRow("issue") << QByteArray("POST") << "/v1/billing/authorizations/issue";
    QTest::newRow("confirm") << QByteArray("POST") << "/v1/payments/confirm";
    QTest::newRow("get") << QByteArray("GET") << "/v1/payments/tpk_x";
    QTest::newRow("get by order") << QByteArray("GET") << "/v1/payments/orders/order-1";
    QTest::newRow("cancel") << QByteArray("POST") << "/v1/payments/tpk_x/cancel";
}

void TstSandboxProgram::asksForTheSecret() {
    QFETCH(QByteArray, method);
    QFETCH(QString, path);
    SandboxRig rig;
    QVERIFY(rig.start());
    for (const auto &headers : {testing::PlainHeaders{}, secret("wrong")}) {
        const auto answer = rig.http().send(method, rig.url(path), "{}", headers);
        QCOMPARE(answer.status, 401);
        QCOMPARE(answer.json()["code"].toString(), QStringLiteral("UNAUTHORIZED_KEY"));
        QVERIFY(!answer.json()["message"].toString().isEmpty());
    }
}

void TstSandboxProgram::honoursTheTestCode() {
    SandboxRig rig;
    QVERIFY(rig.start());
    auto headers = secret();
    headers += testing::PlainHeaders{{"TossPayments-Test-Code", "REJECT_CARD_COMPANY"}};
    const auto answer = rig.http().postJson(rig.url("/v1/billing/bill_x"), {}, headers);
    QCOMPARE(answer.status, 403);
    QCOMPARE(answer.json()["code"].toString(), QStringLiteral("REJECT_CARD_COMPANY"));
}

void TstSandboxProgram::dropsTheConnectionOnOrder() {
    SandboxRig rig;
    QVERIFY(rig.start());
    QVERIFY(rig.order({{"kind", "dropBeforeWork"}, {"operation", "lookUp"}}));
    const QUrl url = rig.url("/v1/payments/tpk_x");
    QTcpSocket socket;
    socket.connectToHost(url.host(), quint16(url.port()));
    QVERIFY(socket.waitForConnected());
    socket.write("GET /v1/payments/tpk_x HTTP/1.1\r\nHost: x\r\nAuthorization: " +
                 secret().first().second + "\r\n\r\n");
    QTRY_COMPARE(socket.state(), QAbstractSocket::UnconnectedState);
    QCOMPARE(socket.readAll(), QByteArray());
    // Nobody else is cut off.
    QCOMPARE(rig.http().get(rig.url("/sandbox/faults")).status, 200);
}

void TstSandboxProgram::leadsBackToKnownHostsOnly_data() {
    QTest::addColumn<QString>("returnUrl");
    QTest::addColumn<bool>("isAllowed");
    QTest::newRow("loopback") << "http://127.0.0.1:8080/back" << true;
    QTest::newRow("localhost") << "http://localhost/back" << true;
    QTest::newRow("configured") << "https://soban.example/back" << true;
    QTest::newRow("other host") << "https://evil.example/back" << false;
    QTest::newRow("looks like it") << "https://soban.example.evil.example/" << false;
    QTest::newRow("user info") << "https://soban.example@evil.example/" << false;
    QTest::newRow("script") << "javascript:alert(1)//localhost" << false;
    QTest::newRow("file") << "file://localhost/etc/passwd" << false;
    QTest::newRow("none") << "" << false;
}

void TstSandboxProgram::leadsBackToKnownHostsOnly() {
    QFETCH(QString, returnUrl);
    QFETCH(bool, isAllowed);
    SandboxRig rig;
    QVERIFY(rig.start({"--return-host", "soban.example"}));
    const QString items =
        "customerKey=cust1&returnUrl=" + QString::fromLatin1(QUrl::toPercentEncoding(returnUrl));
    QCOMPARE(rig.http().get(rig.url("/card-registration?" + items)).status, isAllowed ? 200 : 400);
    const auto answer =
        rig.http().send("POST", rig.url("/card-registration"), (items + "&card=normal").toLatin1());
    QCOMPARE(answer.status, isAllowed ? 302 : 400);
    QCOMPARE(answer.location.isEmpty(), !isAllowed);
}

void TstSandboxProgram::writesCustomerTextEscaped() {
    SandboxRig rig;
    QVERIFY(rig.start());
    const auto page =
        rig.http().get(rig.url("/card-registration?customerKey=%22%3E%3Cscript%3Ealert(1)%3C/"
                               "script%3E&returnUrl=http://localhost/"));
    QCOMPARE(page.status, 200);
    QVERIFY(!page.body.contains("<script>"));
}

void TstSandboxProgram::pagesItsLedger() {
    SandboxRig rig;
    QVERIFY(rig.start());
    for (int i = 0; i < 5; ++i) {
        QCOMPARE(rig.http()
                     .postJson(rig.url("/sandbox/payments"),
                               {{"orderId", QStringLiteral("order-%1").arg(i)},
                                {"amount", 1000 + i},
                                {"card", "normal"}})
                     .status,
                 201);
    }
    QStringList seen;
    QString cursor;
    do {
        const auto page = rig.http().get(rig.url(
            "/sandbox/ledger?limit=2&cursor=" + (cursor.isEmpty() ? QStringLiteral("0") : cursor)));
        QCOMPARE(page.status, 200);
        for (const auto payment : page.json()["payments"].toArray())
            seen.append(payment[u"orderId"].toString());
        cursor = page.json()["nextCursor"].toString();
    } while (!cursor.isEmpty());
    QCOMPARE(seen, QStringList({"order-0", "order-1", "order-2", "order-3", "order-4"}));
    QCOMPARE(rig.http().get(rig.url("/sandbox/ledger?cursor=x")).status, 400);
}

void TstSandboxProgram::refusesMisspeltFaults_data() {
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("kind") << QByteArray(R"({"kind":"lat"})");
    QTest::newRow("operation") << QByteArray(R"({"kind":"late","operation":"pay"})");
    QTest::newRow("field") << QByteArray(R"({"kind":"late","delay":5})");
    QTest::newRow("probability") << QByteArray(R"({"kind":"late","probability":1.5})");
    QTest::newRow("count") << QByteArray(R"({"kind":"late","count":0})");
    QTest::newRow("no JSON") << QByteArray("kind=late");
}

void TstSandboxProgram::refusesMisspeltFaults() {
    QFETCH(QByteArray, body);
    SandboxRig rig;
    QVERIFY(rig.start());
    QCOMPARE(rig.http().send("POST", rig.url("/sandbox/faults"), body).status, 400);
    QVERIFY(rig.http().get(rig.url("/sandbox/faults")).json()["faults"].toArray().isEmpty());
}

QTEST_GUILESS_MAIN(TstSandboxProgram)
#include "TstSandboxProgram.moc"
