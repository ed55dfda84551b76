// SPDX-License-Identifier: GPL-3.0-or-later
#include "drill/Stand.h"

#include "clock/Clock.h"
#include "stage/Children.h"
#include "stage/Requests.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRandomGenerator>
#include <QTcpServer>
#include <QUrlQuery>

namespace soban::drill {

namespace {

constexpr int kOk = 200;
const auto kSolapiSecret = QStringLiteral("SOBAN_SOLAPI_SECRET");

QJsonObject objectIn(const std::optional<bench::Response> &response) {
    return response ? QJsonDocument::fromJson(response->body).object() : QJsonObject();
}

QStringList clockSettings(double speed, Instant anchor) {
    if (speed == 1)
        return {};
    const QString now = QString::number(anchor.ms());
    return {QStringLiteral("clock.speed=%1").arg(speed),
            QStringLiteral("clock.wallAnchorMs=") + now,
            QStringLiteral("clock.shownAnchorMs=") + now};
}

/// One that nobody listens at, nor any connection takes by itself while the server is down; 0 if
/// there is none.
quint16 freePort() {
    constexpr quint16 kFirst = 20'000;
    constexpr quint16 kLast = 32'000;
    constexpr int kTries = 100;
    QTcpServer listener;
    for (int i = 0; i < kTries; ++i) {
        const auto port = quint16(QRandomGenerator::global()->bounded(kFirst, kLast));
        if (listener.listen(QHostAddress::LocalHost, port))
            return port;
    }
    return 0;
}

LedgerEntry ledgerEntryOf(const QJsonObject &payment) {
    const QString status = payment[QLatin1StringView("status")].toString();
    return {status == u"DONE" || status == u"PARTIAL_CANCELED" || status == u"CANCELED",
            payment[QLatin1StringView("totalAmount")].toInteger(),
            payment[QLatin1StringView("balanceAmount")].toInteger(),
            int(payment[QLatin1StringView("cancels")].toArray().size())};
}

} // namespace

bench::TownSize hamlet(int stock) {
    return {.shops = 1, .customers = 1, .riders = 1, .stock = stock};
}

Fault Stand::open(const Plan &plan) {
    m_speed = plan.speed;
    m_anchor = SystemClock().now();
    if (auto fault = raiseTown(plan))
        return fault;
    m_serverPort = freePort();
    if (m_serverPort == 0)
        return QStringLiteral("no port is free");
    if (auto fault = startSandbox())
        return fault;
    QStringList settings{
        m_databaseSetting,
        QStringLiteral("listen.port=%1").arg(m_serverPort),
        QStringLiteral("payment.url=http://127.0.0.1:%1").arg(m_sandboxPort.number),
        QStringLiteral("payment.timeoutMs=%1").arg(kProviderLimit.count()),
        QStringLiteral("dispatch.maxActiveDeliveries=1000"),
        QStringLiteral("limits.connectionsPerAddress=100000")};
    m_environment = plan.environment;
    if (plan.hasMessages) {
        const auto messages = messageSettings();
        if (!messages)
            return messages.error();
        settings += *messages;
        m_environment.insert(kSolapiSecret, kSolapiSecret);
    }
    m_server =
        std::make_unique<Server>(bench::programBeside(QStringLiteral("soban-server")),
                                 settings + clockSettings(m_speed, m_anchor) + plan.settings);
    if (auto fault = m_server->start(m_environment))
        return fault;
    return registerCards();
}

Fault Stand::crash() {
    m_server->kill();
    return m_server->start(m_environment);
}

/// KakaoTalk knows some of the texts, so the others are SMS to all.
Result<QStringList, QString> Stand::messageSettings() const {
    QFile templates(m_folder.filePath(QStringLiteral("templates.ini")));
    if (!templates.open(QIODevice::WriteOnly) ||
        templates.write("[ko]\nplaced=T1\naccepted=T2\nready=T3\ndelivered=T4\n") < 0)
        return templates.errorString();
    return QStringList{
        QStringLiteral("messages.sender=033-120-0001"),
        QStringLiteral("messages.solapiUrl=http://127.0.0.1:%1").arg(m_sandboxPort.number),
        QStringLiteral("messages.solapiKey=soban-sandbox"),
        QStringLiteral("messages.kakaoChannel=soban"),
        QStringLiteral("messages.kakaoTemplates=") + templates.fileName(),
        QStringLiteral("messages.timeoutMs=%1").arg(kGatewayLimit.count()),
        QStringLiteral("messages.restMs=200")};
}

bench::Moment Stand::momentOf(Instant shown) const {
    const double wallMs = double((shown - m_anchor).count()) / m_speed;
    const auto wait = m_anchor + std::chrono::milliseconds(qint64(wallMs)) - SystemClock().now();
    return bench::Clock::now() + wait;
}

Fault Stand::raiseTown(const Plan &plan) {
    if (plan.engine == Engine::Sqlite) {
        const QString file = m_folder.filePath(QStringLiteral("soban.sqlite"));
        m_address = storage::SqliteFile{file};
        m_databaseSetting = QStringLiteral("database.file=") + file;
    } else {
        m_postgres = std::make_unique<testing::PostgresServer>();
        if (auto fault = m_postgres->start())
            return fault;
        const auto name = m_postgres->createDatabase();
        if (!name)
            return QStringLiteral("PostgreSQL makes no database");
        const QString url = m_postgres->urlOf(*name);
        m_address = *storage::PostgresPlace::fromUrl(url);
        m_databaseSetting = QStringLiteral("database.url=") + url;
    }
    const auto town = bench::raiseTown(m_address, plan.size);
    if (!town)
        return town.error();
    m_town = *town;
    return std::nullopt;
}

Fault Stand::startSandbox() {
    m_sandbox = std::make_unique<testing::ChildProcess>(testing::ChildProcess::Setup{
        bench::programBeside(QStringLiteral("soban-sandbox")),
        {QStringLiteral("--webhook-url"),
         QStringLiteral("http://127.0.0.1:%1/api/v1/payment-hints").arg(m_serverPort),
         QStringLiteral("--webhook-pause"), QStringLiteral("100")},
        {{QStringLiteral("SOBAN_TOSS_SECRET_KEY"), QStringLiteral("test_sk_drill")},
         {kSolapiSecret, kSolapiSecret}}});
    const auto url = m_sandbox->start(QStringLiteral("soban-sandbox listening on "));
    if (!url)
        return QStringLiteral("the sandbox does not start");
    m_sandboxPort = {quint16(QUrl(*url).port())};
    return std::nullopt;
}

Fault Stand::registerCards() {
    for (const char *kind : {"normal", "declined"}) {
        if (auto fault = registerCard(kind))
            return fault;
    }
    return learnCards();
}

/// Each customer registers one; the sandbox takes its kind for the proof of a visit to its page.
Fault Stand::registerCard(const char *kind) {
    QList<QByteArray> requests;
    for (const QByteArray &token : m_town.customerTokens)
        requests.append(bench::postRequest("/api/v1/card-registrations", token, {}));
    const auto begun = askAll(line(), requests);
    requests.clear();
    for (const auto &answer : begun) {
        const QUrl page(objectIn(answer)[QLatin1StringView("url")].toString());
        const QString key = QUrlQuery(page).queryItemValue(QStringLiteral("customerKey"));
        requests.append(bench::getRequest("/api/v1/card-registrations/return?customerKey=" +
                                          key.toLatin1() + "&authKey=test_auth_" + kind));
    }
    for (const auto &answer : askAll(line(), requests)) {
        if (!answer || answer->status != kOk)
            return QStringLiteral("a card cannot be registered: ") + describe(answer);
    }
    return std::nullopt;
}

Fault Stand::learnCards() {
    QList<QByteArray> requests;
    for (const QByteArray &token : m_town.customerTokens)
        requests.append(bench::getRequest("/api/v1/cards", token));
    for (const auto &answer : askAll(line(), requests)) {
        QMap<QByteArray, QString> cards; // by id, which rises
        for (const auto &card : objectIn(answer)[QLatin1StringView("cards")].toArray()) {
            const QJsonObject object = card.toObject();
            cards.insert(object[QLatin1StringView("id")].toString().toLatin1(), {});
        }
        if (cards.size() != 2)
            return QStringLiteral("a customer has not the cards: ") + describe(answer);
        m_cards.append({cards.firstKey(), cards.lastKey()});
    }
    return std::nullopt;
}

Fault Stand::addFault(const QJsonObject &rule) {
    const QByteArray body = QJsonDocument(rule).toJson(QJsonDocument::Compact);
    const auto answer =
        ask({m_poller, m_sandboxPort}, bench::postRequest("/sandbox/faults", {}, body));
    if (answer && answer->status == kOk)
        return std::nullopt;
    return QStringLiteral("the sandbox does not obey: ") + describe(answer);
}

Result<ProviderLedger, QString> Stand::ledger() {
    ProviderLedger ledger;
    QString cursor = QStringLiteral("0");
    while (!cursor.isEmpty()) {
        const auto answer = ask({m_poller, m_sandboxPort},
                                bench::getRequest("/sandbox/ledger?cursor=" + cursor.toLatin1()));
        if (!answer || answer->status != kOk)
            return QString(QStringLiteral("the ledger cannot be read: ") + describe(answer));
        const QJsonObject page = objectIn(answer);
        for (const auto &payment : page[QLatin1StringView("payments")].toArray()) {
            const QJsonObject object = payment.toObject();
            ledger.insert(object[QLatin1StringView("orderId")].toString().toLatin1(),
                          ledgerEntryOf(object));
        }
        cursor = page[QLatin1StringView("nextCursor")].toString();
    }
    return ledger;
}

Result<PhoneLedger, QString> Stand::phoneLedger() {
    const auto answer = ask({m_poller, m_sandboxPort}, bench::getRequest("/sandbox/messages"));
    if (!answer || answer->status != kOk)
        return QString(QStringLiteral("the phones cannot be read: ") + describe(answer));
    PhoneLedger ledger;
    for (const auto &message : objectIn(answer)[QLatin1StringView("messages")].toArray()) {
        const auto fields = message[QLatin1StringView("customFields")];
        ledger.insert(fields[QLatin1StringView("message")].toString().toLatin1(),
                      message[QLatin1StringView("to")].toString().toLatin1());
    }
    return ledger;
}

} // namespace soban::drill
