// SPDX-License-Identifier: GPL-3.0-or-later
// Clients that leave in the middle of a request or of an answer, a thousand by default. Meant above
// all for the build with sanitizers: on Qt 6.4.2 an answer to somebody who has left is where
// servers crash.
#include "support/ChildProcess.h"
#include "support/PlainHttp.h"
#include "support/ProcessMemory.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace soban::testing;

namespace {

constexpr int kRows = 8;
constexpr int kAtOnce = 100;
constexpr qint64 kMostGrowthKiB = 24 * 1024; ///< of which the orders that they place are a part
constexpr quint32 kSeed = 20'240'611;

/// What a client does before it leaves.
enum class Leaving {
    InHead,
    InBody,
    AfterRequest,
    InAnswer,
    Pipelined,
    WhilePaying,
    InPoll,
    InUpgrade
};

/// SOBAN_LEAVING_CLIENTS raises it: 10000 for a long look with sanitizers.
int clientsPerRow() {
    const int set = qEnvironmentVariableIntValue("SOBAN_LEAVING_CLIENTS");
    return (set > 0 ? set : 1000) / kRows;
}

QByteArray withLength(const QByteArray &head, const QByteArray &body) {
    return head + "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

} // namespace

class TstLeavingClients : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanupTestCase();
    void cleanup();
    void leavesNothingBehind_data();
    void leavesNothingBehind();
    void servesAsBefore();

private:
    QByteArray requestOf(Leaving how, int number) const;
    QByteArray placeOrder(int number) const;
    void pickItem();
    void registerCard();
    QUrl at(const char *path) const { return QUrl(m_server + QString::fromLatin1(path)); }
    PlainHeaders signedIn() const { return {{"Authorization", "Bearer " + m_token}}; }

    QTemporaryDir m_folder;
    std::unique_ptr<ChildProcess> m_sandbox;
    std::unique_ptr<ChildProcess> m_process;
    QString m_sandboxUrl;
    QString m_server;
    quint16 m_port = 0;
    PlainHttp m_http;
    QByteArray m_token;
    QByteArray m_order;
    QRandomGenerator m_random{kSeed};
    qint64 m_memoryAtFirst = -1; // KiB
};

void TstLeavingClients::initTestCase() {
    const QMap<QString, QString> secret{
        {QStringLiteral("SOBAN_TOSS_SECRET_KEY"), QStringLiteral("test_sk_leaving")}};
    m_sandbox = std::make_unique<ChildProcess>(
        ChildProcess::Setup{QStringLiteral(SOBAN_BIN_DIR "/soban-sandbox"),
                            {QStringLiteral("--port"), QStringLiteral("0")},
                            secret});
    const auto sandbox = m_sandbox->start(QStringLiteral("soban-sandbox listening on "));
    QVERIFY(sandbox);
    m_sandboxUrl = *sandbox;
    m_process = std::make_unique<ChildProcess>(ChildProcess::Setup{
        QStringLiteral(SOBAN_BIN_DIR "/soban-server"),
        {QStringLiteral("--demo"), QStringLiteral("--port"), QStringLiteral("0"),
         QStringLiteral("--database"), m_folder.filePath(QStringLiteral("soban.sqlite")),
         QStringLiteral("--set"), QStringLiteral("payment.url=") + m_sandboxUrl},
        secret});
    const auto server =
        m_process->start(QStringLiteral("soban-server listening on "), std::chrono::seconds(60));
    QVERIFY(server);
    m_server = *server;
    m_port = quint16(QUrl(m_server).port());

    const auto session = m_http.postJson(
        at("/api/v1/sessions"), {{QStringLiteral("login"), QStringLiteral("customer1@demo.soban")},
                                 {QStringLiteral("password"), QStringLiteral("soban-demo")}});
    QCOMPARE(session.status, 201);
    m_token = session.json().value(QStringLiteral("accessToken")).toString().toLatin1();
    pickItem();
    registerCard();
}

/// The first item of a shop that is always open, twice, with what it requires.
void TstLeavingClients::pickItem() {
    const auto shops = m_http.get(at("/api/v1/shops?latitude=37.8771&longitude=127.7318"));
    QJsonObject shop;
    for (const auto each : shops.json().value(QStringLiteral("shops")).toArray()) {
        if (shop.isEmpty() && each[QStringLiteral("isOpen")].toBool())
            shop = each.toObject();
    }
    QVERIFY(!shop.isEmpty());
    const QString id = shop.value(QStringLiteral("id")).toString();
    const auto menu = m_http.get(QUrl(m_server + QStringLiteral("/api/v1/shops/") + id)).json();
    const QJsonValue item = menu.value(QStringLiteral("sections"))[0][QStringLiteral("items")][0];
    QJsonArray options;
    for (const auto group : item[QStringLiteral("optionGroups")].toArray()) {
        for (int i = 0; i < group[QStringLiteral("minimum")].toInt(); ++i)
            options.append(group[QStringLiteral("options")][i][QStringLiteral("id")]);
    }
    const QJsonArray lines{QJsonObject{{QStringLiteral("itemId"), item[QStringLiteral("id")]},
                                       {QStringLiteral("optionIds"), options},
                                       {QStringLiteral("quantity"), 9}}};
    const QJsonValue way = shop.value(QStringLiteral("fulfilments"))[0];
    const auto quote = m_http.postJson(at("/api/v1/quotes"), {{QStringLiteral("shopId"), id},
                                                              {QStringLiteral("fulfilment"), way},
                                                              {QStringLiteral("lines"), lines}});
    QCOMPARE(quote.status, 200);
    const QJsonObject position{{QStringLiteral("latitude"), 37.8771},
                               {QStringLiteral("longitude"), 127.7318}};
    m_order =
        QJsonDocument(
            QJsonObject{{QStringLiteral("shopId"), id},
                        {QStringLiteral("fulfilment"), way},
                        {QStringLiteral("lines"), lines},
                        {QStringLiteral("expectedTotalMinor"),
                         quote.json().value(QStringLiteral("total"))[QStringLiteral("minor")]},
                        {QStringLiteral("paymentMethod"), QStringLiteral("card")},
                        {QStringLiteral("address"),
                         QJsonObject{{QStringLiteral("text"), QStringLiteral("101")},
                                     {QStringLiteral("position"), position}}}})
            .toJson(QJsonDocument::Compact);
}

void TstLeavingClients::registerCard() {
    auto headers = signedIn();
    headers.emplaceBack("Idempotency-Key", "leaving-card");
    const auto begun = m_http.send("POST", at("/api/v1/card-registrations"), {}, headers);
    QCOMPARE(begun.status, 201);
    const QUrl page(begun.json().value(QStringLiteral("url")).toString());
    QUrl form = page;
    form.setQuery(QString());
    const auto sent =
        m_http.send("POST", form, page.query(QUrl::FullyEncoded).toLatin1() + "&card=normal",
                    {{"Content-Type", "application/x-www-form-urlencoded"}});
    QVERIFY(!sent.location.isEmpty());
    QCOMPARE(m_http.get(QUrl::fromEncoded(sent.location)).status, 200);
}

void TstLeavingClients::cleanup() {
    QVERIFY(m_process->isRunning());
}

QByteArray TstLeavingClients::placeOrder(int number) const {
    return withLength("POST /api/v1/orders HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " +
                          m_token + "\r\nIdempotency-Key: leaving-" + QByteArray::number(number) +
                          "-order\r\n",
                      m_order);
}

QByteArray TstLeavingClients::requestOf(Leaving how, int number) const {
    const QByteArray shops =
        "GET /api/v1/shops?latitude=37.8771&longitude=127.7318 HTTP/1.1\r\nHost: x\r\n\r\n";
    switch (how) {
    case Leaving::InHead:
        return placeOrder(number).left(20 + number % 100);
    case Leaving::InBody:
        return placeOrder(number).chopped(1 + number % 200);
    case Leaving::AfterRequest:
    case Leaving::InAnswer:
        return shops;
    case Leaving::Pipelined:
        return shops + placeOrder(number) + shops;
    case Leaving::WhilePaying:
        return placeOrder(number);
    case Leaving::InPoll:
        return "GET /api/v1/events?waitMs=20000&since=00000000000000999999 HTTP/1.1\r\nHost: x\r\n"
               "Authorization: Bearer " +
               m_token + "\r\n\r\n";
    case Leaving::InUpgrade:
        return "GET /api/v1/events/stream HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + m_token +
               "\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
               "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n";
    }
    return {};
}

void TstLeavingClients::leavesNothingBehind_data() {
    QTest::addColumn<int>("how");
    QTest::newRow("in the middle of the head") << int(Leaving::InHead);
    QTest::newRow("in the middle of the body") << int(Leaving::InBody);
    QTest::newRow("right after the request") << int(Leaving::AfterRequest);
    QTest::newRow("in the middle of the answer") << int(Leaving::InAnswer);
    QTest::newRow("with requests in the pipe") << int(Leaving::Pipelined);
    QTest::newRow("while the answer is being computed") << int(Leaving::WhilePaying);
    QTest::newRow("while waiting for events") << int(Leaving::InPoll);
    QTest::newRow("in the middle of an upgrade") << int(Leaving::InUpgrade);
}

void TstLeavingClients::leavesNothingBehind() {
    QFETCH(int, how);
    const auto leaving = Leaving(how);
    const int clientCount = clientsPerRow();
    for (int begun = 0; begun < clientCount; begun += kAtOnce) {
        std::vector<std::unique_ptr<QTcpSocket>> clients;
        for (int i = 0; i < kAtOnce && begun + i < clientCount; ++i) {
            auto &client = clients.emplace_back(std::make_unique<QTcpSocket>());
            client->connectToHost(QHostAddress(QHostAddress::LocalHost), m_port);
        }
        int number = begun + how * clientCount;
        for (auto &client : clients) {
            QVERIFY(client->waitForConnected(5000));
            client->write(requestOf(leaving, number++));
            client->flush();
        }
        for (auto &client : clients) {
            if (leaving == Leaving::InAnswer)
                client->waitForReadyRead(5000);
            // Some say goodbye, some are torn away.
            if (m_random.bounded(2))
                client->abort();
            else
                client->disconnectFromHost();
        }
    }
    QCOMPARE(m_http.get(at("/livez")).status, 200);
    // The first of them warm up what stays.
    if (m_memoryAtFirst < 0)
        m_memoryAtFirst = ProcessMemory(m_process->processId()).now();
}

void TstLeavingClients::servesAsBefore() {
    // Charges of customers who left are still carried out; wait for the last of them.
    auto headers = signedIn();
    headers.emplaceBack("Idempotency-Key", "leaving-the-last");
    headers.emplaceBack("Content-Type", "application/json");
    QTRY_COMPARE_WITH_TIMEOUT(m_http.send("POST", at("/api/v1/orders"), m_order, headers).status,
                              201, 30'000 + 20 * clientsPerRow());
    const auto connections = [this] {
        for (const QByteArray &line : m_http.get(at("/metrics")).body.split('\n')) {
            if (line.startsWith("soban_connections "))
                return line.sliced(18).toDouble();
        }
        return -1.0;
    };
    // Only this test's own connections are left.
    QTRY_VERIFY_WITH_TIMEOUT(connections() >= 0 && connections() <= 6, 20'000);
    const ProcessMemory memory(m_process->processId());
    qInfo("%d clients; memory: %lld KiB after the first, %lld KiB after all, %lld KiB at the most",
          clientsPerRow() * kRows, m_memoryAtFirst, memory.now(), memory.atMost());
    if (ProcessMemory::isTelling())
        QVERIFY(memory.now() - m_memoryAtFirst <= kMostGrowthKiB);
}

void TstLeavingClients::cleanupTestCase() {
    // Drains by itself; a sanitizer's finding would show in the exit code.
    QVERIFY(m_process->terminate());
}

QTEST_GUILESS_MAIN(TstLeavingClients)
#include "TstLeavingClients.moc"
