// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/TestTown.h"

#include "support/PostgresServer.h"
#include "support/TownPlan.h"

#include <QFile>
#include <QJsonDocument>
#include <QUuid>

namespace soban::testing {

using contract::RouteId;

namespace {

constexpr auto kSecret = "test_sk_town";
constexpr auto kServer = SOBAN_BIN_DIR "/soban-server";
constexpr auto kSandbox = SOBAN_BIN_DIR "/soban-sandbox";

QMap<QString, QString> secrets() {
    return {{QStringLiteral("SOBAN_TOSS_SECRET_KEY"), QString::fromLatin1(kSecret)},
            {QStringLiteral("SOBAN_SOLAPI_SECRET"), QStringLiteral("solapi-secret-of-the-town")},
            {QStringLiteral("SOBAN_OPERATOR_PASSWORD"), QString::fromLatin1(TestTown::kPassword)}};
}

/// Runs the server program with a command; nothing, or what it complained of.
std::optional<QString> runToEnd(const QStringList &arguments) {
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    const auto added = secrets();
    for (auto it = added.begin(); it != added.end(); ++it)
        environment.insert(it.key(), it.value());
    process.setProcessEnvironment(environment);
    process.start(QString::fromLatin1(kServer), arguments);
    if (process.waitForFinished(20'000) && process.exitCode() == 0)
        return std::nullopt;
    process.kill();
    process.waitForFinished();
    return QString::fromUtf8(process.readAllStandardError());
}

QByteArray freshKey() {
    return QUuid::createUuid().toByteArray(QUuid::WithoutBraces);
}

template <typename T>
T readOr(const ApiAnswer &answer, T otherwise) {
    auto document = answer.as<T>();
    if (!document)
        qWarning("unexpected answer: %s", answer.summary().constData());
    return std::move(document).value_or(std::move(otherwise));
}

} // namespace

Role roleOf(Caller caller) {
    switch (caller) {
    case Caller::Customer:
    case Caller::OtherCustomer:
    case Caller::NewCustomer:
        return Role::Customer;
    case Caller::Shop:
    case Caller::OtherShop:
        return Role::Shop;
    case Caller::NearRider:
    case Caller::FarRider:
    case Caller::OtherRider:
    case Caller::OffDutyRider:
        return Role::Rider;
    case Caller::Operator:
        return Role::Operator;
    case Caller::Nobody:
        break;
    }
    return Role::System;
}

QString TestTown::loginOf(Caller caller) {
    return QString(toText(caller)).replace(u' ', u'-') + QStringLiteral("@town.test");
}

std::optional<QString> TestTown::start(const QStringList &serverArguments) {
    if (auto fault = startSandbox())
        return fault;
    if (auto fault = fillDatabase())
        return fault;
    if (auto fault = restartServer(serverArguments))
        return fault;
    if (auto fault = signEverybodyIn())
        return fault;
    for (const Caller caller : {Caller::Customer, Caller::OtherCustomer}) {
        if (auto fault = registerCard(caller, QStringLiteral("normal")))
            return fault;
    }
    if (!loadShops())
        return QStringLiteral("the shops are not all there");
    return std::nullopt;
}

std::optional<QString> TestTown::startSandbox() {
    m_sandbox = std::make_unique<ChildProcess>(ChildProcess::Setup{
        QString::fromLatin1(kSandbox), {QStringLiteral("--port"), QStringLiteral("0")}, secrets()});
    const auto url = m_sandbox->start(QStringLiteral("soban-sandbox listening on "));
    if (!url)
        return QStringLiteral("the sandbox did not start");
    m_sandboxUrl = QUrl(*url);
    return std::nullopt;
}

std::optional<QString> TestTown::fillDatabase() {
    QFile plan(file("town.json"));
    if (!plan.open(QIODevice::WriteOnly))
        return plan.errorString();
    plan.write(contract::encode(testTownPlan()));
    plan.close();
    if (runsOnPostgres())
        m_databaseUrl = postgresOfTheTest().urlOf(freshPostgresDatabase());
    const QStringList database = databaseArguments();
    if (auto fault = runToEnd(QStringList{QStringLiteral("import"), plan.fileName()} + database))
        return fault;
    return runToEnd(QStringList{QStringLiteral("add-operator"), loginOf(Caller::Operator)} +
                    database);
}

QStringList TestTown::databaseArguments() const {
    if (m_databaseUrl.isEmpty())
        return {QStringLiteral("--database"), file("soban.sqlite")};
    return {QStringLiteral("--set"), QStringLiteral("database.url=") + m_databaseUrl};
}

std::unique_ptr<ChildProcess> TestTown::makeServer(const QStringList &arguments) const {
    const QStringList usual{
        QStringLiteral("--port"), QStringLiteral("0"), QStringLiteral("--set"),
        QStringLiteral("payment.url=") + m_sandboxUrl.toString(), QStringLiteral("--set"),
        QStringLiteral("catalogue.pictures=:/soban/demo/pictures"),
        // One rider of the tests leaves deliveries behind in every state.
        QStringLiteral("--set"), QStringLiteral("dispatch.maxActiveDeliveries=1000")};
    return std::make_unique<ChildProcess>(ChildProcess::Setup{
        QString::fromLatin1(kServer), databaseArguments() + usual + arguments, secrets()});
}

std::optional<QString> TestTown::startNeighbour(const QStringList &arguments) {
    m_neighbour.reset();
    m_neighbour = makeServer(arguments);
    const auto url = m_neighbour->start(QStringLiteral("soban-server listening on "));
    if (!url)
        return QStringLiteral("the other server did not start");
    m_neighbourUrl = QUrl(*url);
    m_neighbourApi = std::make_unique<ApiCaller>(m_neighbourUrl);
    return std::nullopt;
}

std::optional<QString> TestTown::restartServer(const QStringList &arguments) {
    m_server.reset();
    m_server = makeServer(arguments);
    const auto url = m_server->start(QStringLiteral("soban-server listening on "));
    if (!url)
        return QStringLiteral("the server did not start");
    m_url = QUrl(*url);
    m_api = newConnection();
    return std::nullopt;
}

std::optional<contract::SessionView> TestTown::signIn(Caller caller) {
    const contract::SignInRequest credentials{loginOf(caller), QString::fromLatin1(kPassword)};
    const auto answer =
        call(request(RouteId::SignIn, Caller::Nobody, {}, contract::encode(credentials)));
    return answer.status == 201 ? answer.as<contract::SessionView>() : std::nullopt;
}

std::optional<QString> TestTown::signEverybodyIn() {
    for (const Caller caller : allOf<Caller>()) {
        if (caller == Caller::Nobody)
            continue;
        const auto session = signIn(caller);
        if (!session)
            return QString(toText(caller)) + QStringLiteral(" cannot sign in");
        m_sessions.insert(caller, {session->accessToken.toLatin1(), session->account.id,
                                   session->account.shopId});
    }
    return std::nullopt;
}

bool TestTown::loadShops() {
    m_kitchen = shop(*m_sessions.value(Caller::Shop).shop);
    m_florist = shop(*m_sessions.value(Caller::OtherShop).shop);
    ApiCall list = request(RouteId::ListShops, Caller::Nobody);
    list.target += "?latitude=37.8796&longitude=127.7282";
    for (const auto &card : readOr(call(list), contract::ShopList()).shops) {
        if (card.name.en == u"Closed shop")
            m_closedShop = shop(card.id);
    }
    return m_kitchen && m_florist && m_closedShop;
}

ApiCall TestTown::request(RouteId id, Caller caller, const QStringList &parts,
                          const QByteArray &body) const {
    const contract::Route &route = contract::route(id);
    ApiCall call;
    call.method = QString(toText(route.method)).toLatin1();
    call.target = contract::pathOf(id, parts).toLatin1();
    call.body = body;
    call.token = token(caller);
    if (route.takesKey)
        call.key = freshKey();
    return call;
}

const contract::MenuItemView &TestTown::item(const contract::ShopView &shop, int index) {
    return shop.sections.first().items.at(index);
}

contract::PlaceOrderRequest TestTown::cart(Fulfilment fulfilment, PaymentMethod method) const {
    const auto &soup = item(kitchen(), 0);
    const qint64 fee =
        fulfilment == Fulfilment::Collection ? 0 : kitchen().card.deliveryFee.minor();
    return {kitchen().card.id,
            fulfilment,
            {{soup.id, {}, 1}},
            soup.price.minor() + fee,
            method,
            {},
            {QStringLiteral("Home"), homeOfCustomers()},
            {},
            {},
            {},
            {}};
}

std::optional<QString> TestTown::registerCard(Caller caller, const QString &card) {
    const auto begun = call(request(RouteId::StartCardRegistration, caller));
    const auto view = begun.as<contract::CardRegistrationView>();
    if (begun.status != 201 || !view)
        return QStringLiteral("no card registration: ") + QString::fromUtf8(begun.summary());
    // The page's form, as a browser sends it; what the page hides in it is in its own address.
    QUrl page(view->url);
    const QByteArray form = page.query(QUrl::FullyEncoded).toLatin1() + "&card=" + card.toLatin1();
    page.setQuery(QString());
    const auto chosen =
        m_http.send("POST", page, form, {{"Content-Type", "application/x-www-form-urlencoded"}});
    const QUrl back = QUrl::fromEncoded(chosen.location);
    ApiCall finish;
    finish.target =
        back.path(QUrl::FullyEncoded).toLatin1() + '?' + back.query(QUrl::FullyEncoded).toLatin1();
    const auto finished = call(finish);
    if (finished.status != 200)
        return QStringLiteral("the card was not registered: ") +
               QString::fromUtf8(finished.summary());
    return std::nullopt;
}

bool TestTown::orderFault(const QJsonObject &fault) {
    return m_http.postJson(sandboxUrl("/sandbox/faults"), fault).status == 200;
}

bool TestTown::clearFaults() {
    return m_http.send("DELETE", sandboxUrl("/sandbox/faults")).status == 200;
}

int TestTown::faultHits() {
    const auto faults = m_http.get(sandboxUrl("/sandbox/faults")).json();
    int hits = 0;
    for (const QJsonValue fault : faults.value(QLatin1StringView("faults")).toArray())
        hits += fault[QLatin1StringView("hits")].toInt();
    return hits;
}

QJsonArray TestTown::ledger() {
    const auto answer = m_http.get(sandboxUrl("/sandbox/ledger"));
    return answer.json().value(QLatin1StringView("payments")).toArray();
}

QList<contract::OrderAudit> TestTown::audits() {
    QList<contract::OrderAudit> all;
    ApiCall page = request(RouteId::AuditOrders, Caller::Operator);
    const QByteArray first = page.target + "?limit=100";
    page.target = first;
    while (true) {
        const auto list = readOr(call(page), contract::OrderAuditList());
        all.append(list.orders);
        if (!list.nextCursor)
            return all;
        page.target = first + "&cursor=" + list.nextCursor->toLatin1();
    }
}

std::optional<contract::OrderAudit> TestTown::audit(OrderId order) {
    return call(request(RouteId::AuditOrder, Caller::Operator, {order.toText()}))
        .as<contract::OrderAudit>();
}

QList<contract::EventEnvelope> TestTown::events(Caller caller) {
    QList<contract::EventEnvelope> all;
    ApiCall poll = request(RouteId::PollEvents, caller);
    const QByteArray path = poll.target;
    Sequence since = Sequence::before();
    while (true) {
        poll.target = path + "?limit=100&since=" + since.toText().toLatin1();
        const auto page = readOr(call(poll), contract::EventPage{{}, since});
        if (page.events.isEmpty())
            return all;
        all.append(page.events);
        since = page.sequence;
    }
}

std::optional<contract::ShopView> TestTown::shop(ShopId id) {
    return call(request(RouteId::GetShop, Caller::Nobody, {id.toText()})).as<contract::ShopView>();
}

} // namespace soban::testing
