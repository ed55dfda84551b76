// SPDX-License-Identifier: GPL-3.0-or-later
// Two servers on one PostgreSQL: whatever happens at one of them holds at the other.
#include "clock/Clock.h"
#include "contract/ShopOffice.h"
#include "support/PostgresServer.h"
#include "support/TestTown.h"

#include <QJsonObject>
#include <QTest>
#include <QWebSocket>

#include <memory>

using namespace soban;
using namespace soban::testing;
using contract::ErrorCode;
using contract::RouteId;

namespace {

/// Somebody who hears events over a WebSocket.
class Listener {
public:
    Listener(QUrl server, const QByteArray &token) {
        server.setScheme(QStringLiteral("ws"));
        server.setPath(contract::pathOf(RouteId::StreamEvents));
        QNetworkRequest request(server);
        request.setRawHeader("Authorization", "Bearer " + token);
        QObject::connect(&m_socket, &QWebSocket::textMessageReceived, &m_socket,
                         [this](const QString &text) { m_heard.append(text.toUtf8()); });
        m_socket.open(request);
    }

    /// Whether the stream has begun: from then on nothing passes it by.
    bool isListening() const { return !m_heard.isEmpty(); }
    int count(const char *type, OrderId order) const {
        int found = 0;
        for (const QByteArray &text : m_heard)
            found += text.contains(type) && text.contains(order.toText().toLatin1()) ? 1 : 0;
        return found;
    }
    bool isClosed() const { return m_socket.state() == QAbstractSocket::UnconnectedState; }
    int closeCode() const { return m_socket.closeCode(); }

private:
    QWebSocket m_socket;
    QList<QByteArray> m_heard;
};

constexpr auto kPlaced = "soban.order.placed";

} // namespace

class TstServers : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void init();

    void orderOfOneIsHeardAtTheOther();
    void keyHoldsAtEveryServer();
    void orderByCardIsChargedOnce();
    void whoSignsInAtOneIsKnownAtTheOther();
    void whoSignsOutAtOneIsOutAtTheOther();
    void unknownTokenIsStillUnknown();
    void menuThatChangedAtOneIsOrderedFromAtTheOther();
    void timerFiresOnce();
    void timerOfAServerThatIsGoneFires();
    void chargeOfAServerThatIsGoneIsTakenOver();
    void databaseThatWasAwayIsHeardAgain();
    void serversTellHowManyTheyAre();

private:
    static QStringList arguments();
    ApiCall placement(PaymentMethod method = PaymentMethod::OnDelivery,
                      Fulfilment how = Fulfilment::OwnDelivery) const {
        return m_town.request(RouteId::PlaceOrder, Caller::Customer, {},
                              contract::encode(m_town.cart(how, method)));
    }
    /// Places an order, and returns what the customer sees of it.
    contract::OrderView place() {
        const auto order = m_town.call(placement()).as<contract::OrderView>();
        if (!order)
            qFatal("no order is placed");
        return *order;
    }
    /// The shop's steps, by turns at one server and at the other, until the customer has it.
    void deliver(const contract::OrderView &order);
    int completions(OrderId order);

    TestTown m_town;
};

void TstServers::initTestCase() {
    const auto fault = m_town.start(arguments());
    QVERIFY2(!fault, qPrintable(fault.value_or(QString())));
}

void TstServers::init() {
    if (m_town.hasNeighbour())
        return;
    const auto fault = m_town.startNeighbour(arguments());
    QVERIFY2(!fault, qPrintable(fault.value_or(QString())));
}

/// A delivered order completes by itself after a second of these.
QStringList TstServers::arguments() {
    static const QString kBegin = QString::number(SystemClock().now().ms());
    const QStringList settings{QStringLiteral("clock.speed=60"),
                               QStringLiteral("clock.wallAnchorMs=") + kBegin,
                               QStringLiteral("clock.shownAnchorMs=") + kBegin,
                               QStringLiteral("order.autoCompleteMinutes=1"),
                               QStringLiteral("session.accessMinutes=10000")};
    QStringList words;
    for (const QString &setting : settings)
        words << QStringLiteral("--set") << setting;
    return words;
}

void TstServers::deliver(const contract::OrderView &order) {
    int version = order.version;
    const auto step = [&](RouteId route, const QByteArray &body = {}) {
        ApiCall call = m_town.request(route, Caller::Shop, {order.id.toText()}, body);
        call.atVersion(version);
        // What one server has done the other must know, or it would refuse the version.
        const auto answer = version++ % 2 == 0 ? m_town.call(call) : m_town.callNeighbour(call);
        QVERIFY2(answer.status == 200, answer.summary().constData());
    };
    step(RouteId::AcceptTicket, contract::encode(contract::AcceptRequest{20}));
    step(RouteId::StartTicket);
    step(RouteId::FinishTicket);
    step(RouteId::PickUpTicket);
    step(RouteId::HandOverTicket, contract::encode(contract::HandOverRequest{order.handOverCode}));
}

int TstServers::completions(OrderId order) {
    int count = 0;
    for (const auto &event : m_town.events(Caller::Customer))
        count += event.type == EventType::OrderCompleted && event.correlationid == order ? 1 : 0;
    return count;
}

void TstServers::orderOfOneIsHeardAtTheOther() { // G8 N7
    const Listener here(m_town.url(), m_town.token(Caller::Shop));
    const Listener there(m_town.neighbourUrl(), m_town.token(Caller::Shop));
    QTRY_VERIFY(here.isListening() && there.isListening());
    for (int i = 0; i < 5; ++i) {
        const bool isHere = i % 2 == 0;
        const auto answer = isHere ? m_town.call(placement()) : m_town.callNeighbour(placement());
        const auto order = answer.as<contract::OrderView>();
        QVERIFY2(order, answer.summary().constData());
        QTRY_COMPARE_WITH_TIMEOUT(here.count(kPlaced, order->id), 1, 900); // before any look
        QTRY_COMPARE_WITH_TIMEOUT(there.count(kPlaced, order->id), 1, 900);
    }
}

void TstServers::keyHoldsAtEveryServer() { // G3 N7
    const auto orders = m_town.audits().size();
    const ApiCall call = placement();
    const auto first = m_town.call(call);
    QCOMPARE(first.status, 201);
    const auto again = m_town.callNeighbour(call);
    QCOMPARE(again.status, 201);
    QCOMPARE(again.body, first.body);
    ApiCall other = call;
    other.body.replace("Home", "Hall");
    QCOMPARE(m_town.callNeighbour(other).problem()->code, ErrorCode::KeyReused);
    // At both at once.
    const ApiCall twice = placement();
    const auto elsewhere = std::make_unique<ApiCaller>(m_town.neighbourUrl());
    QVERIFY(elsewhere->send(twice));
    const auto one = m_town.call(twice);
    const auto two = elsewhere->receive();
    QCOMPARE(one.status, 201);
    QCOMPARE(two.body, one.body);
    QCOMPARE(m_town.audits().size(), orders + 2);
}

void TstServers::orderByCardIsChargedOnce() { // G3 G4 N7
    const auto charges = m_town.ledger().size();
    const ApiCall call = placement(PaymentMethod::Card);
    const auto first = m_town.call(call);
    QVERIFY2(first.status == 201, first.summary().constData());
    QCOMPARE(m_town.callNeighbour(call).body, first.body);
    QTest::qWait(300); // time for another charge, if there were one
    QCOMPARE(m_town.ledger().size(), charges + 1);
}

void TstServers::whoSignsInAtOneIsKnownAtTheOther() { // N7
    constexpr int kTimes = 5;
    for (int i = 0; i < kTimes; ++i) {
        const auto session = m_town.signIn(Caller::OtherCustomer);
        QVERIFY(session);
        ApiCall orders = m_town.request(RouteId::ListOrders, Caller::Nobody);
        orders.token = session->accessToken.toLatin1();
        const auto answer = m_town.callNeighbour(orders);
        QVERIFY2(answer.status == 200, answer.summary().constData());
    }
}

void TstServers::whoSignsOutAtOneIsOutAtTheOther() { // N7
    const auto session = m_town.signIn(Caller::OtherCustomer);
    QVERIFY(session);
    const QByteArray token = session->accessToken.toLatin1();
    ApiCall orders = m_town.request(RouteId::ListOrders, Caller::Nobody);
    orders.token = token;
    QCOMPARE(m_town.callNeighbour(orders).status, 200);
    const Listener there(m_town.neighbourUrl(), token);
    QTRY_VERIFY(there.isListening());
    ApiCall out = m_town.request(RouteId::SignOut, Caller::Nobody);
    out.token = token;
    QCOMPARE(m_town.call(out).status, 204);
    constexpr int kSessionOver = 1008;
    QTRY_VERIFY_WITH_TIMEOUT(there.isClosed(), 900); // before any look
    QCOMPARE(there.closeCode(), kSessionOver);
    QCOMPARE(m_town.callNeighbour(orders).status, 401);
}

void TstServers::unknownTokenIsStillUnknown() {
    ApiCall orders = m_town.request(RouteId::ListOrders, Caller::Nobody);
    orders.token = "nobody-has-this-token";
    QCOMPARE(m_town.callNeighbour(orders).status, 401);
    orders.token.clear();
    QCOMPARE(m_town.callNeighbour(orders).status, 401);
}

void TstServers::menuThatChangedAtOneIsOrderedFromAtTheOther() { // N7
    const ApiCall order = placement();
    const auto set = [this](ShopMode mode) {
        return m_town
            .call(m_town.request(RouteId::SetShopMode, Caller::Shop, {},
                                 contract::encode(contract::ShopModeSetting{mode, {}, {}})))
            .status;
    };
    QCOMPARE(set(ShopMode::Paused), 200);
    // The very next thing, before the bell may have been heard.
    QCOMPARE(m_town.callNeighbour(order).status, 409);
    QCOMPARE(set(ShopMode::Normal), 200);
    QCOMPARE(m_town.callNeighbour(placement()).status, 201);
}

void TstServers::timerFiresOnce() { // G12 N7
    constexpr int kOrders = 5;
    QList<OrderId> orders;
    for (int i = 0; i < kOrders; ++i) {
        const auto order = place();
        deliver(order);
        orders.append(order.id);
    }
    for (const OrderId order : std::as_const(orders)) {
        QTRY_COMPARE_WITH_TIMEOUT(m_town.audit(order)->state, OrderState::Completed, 10'000);
        QCOMPARE(completions(order), 1);
    }
}

void TstServers::timerOfAServerThatIsGoneFires() { // G12 N7
    ApiCall call = placement();
    const auto order = *m_town.callNeighbour(call).as<contract::OrderView>();
    deliver(order);
    m_town.killNeighbour();
    QTRY_COMPARE_WITH_TIMEOUT(m_town.audit(order.id)->state, OrderState::Completed, 10'000);
    QCOMPARE(completions(order.id), 1);
}

void TstServers::chargeOfAServerThatIsGoneIsTakenOver() { // G3 G5 G11 N7
    const auto charges = m_town.ledger().size();
    QVERIFY(m_town.orderFault(
        {{QStringLiteral("kind"), QStringLiteral("late")}, {QStringLiteral("delayMs"), 2'000}}));
    const ApiCall call = placement(PaymentMethod::Card);
    const auto neighbour = std::make_unique<ApiCaller>(m_town.neighbourUrl());
    QVERIFY(neighbour->send(call));
    QTRY_VERIFY_WITH_TIMEOUT(m_town.faultHits() > 0, 5'000); // it has asked the provider
    m_town.killNeighbour();
    QVERIFY(m_town.clearFaults());
    ApiAnswer answer;
    (void)QTest::qWaitFor([&] { return (answer = m_town.call(call)).status == 201; }, 15'000);
    const auto order = answer.as<contract::OrderView>();
    QVERIFY2(order, answer.summary().constData());
    QCOMPARE(m_town.audit(order->id)->state, OrderState::Placed);
    QCOMPARE(m_town.ledger().size(), charges + 1);
}

void TstServers::databaseThatWasAwayIsHeardAgain() { // G8 N7
    const Listener there(m_town.neighbourUrl(), m_town.token(Caller::Shop));
    QTRY_VERIFY(there.isListening());
    postgresOfTheTest().crash();
    QTest::qWait(200);
    QVERIFY(!postgresOfTheTest().restart());
    ApiAnswer answer;
    const ApiCall call = placement();
    QTRY_VERIFY_WITH_TIMEOUT((answer = m_town.call(call)).status == 201, 15'000);
    const auto order = answer.as<contract::OrderView>();
    QVERIFY2(order, answer.summary().constData());
    QTRY_COMPARE_WITH_TIMEOUT(there.count(kPlaced, order->id), 1, 10'000);
}

void TstServers::serversTellHowManyTheyAre() {
    ApiCall metrics;
    metrics.target = "/metrics";
    QTRY_VERIFY(m_town.call(metrics).body.contains("\nsoban_servers 2"));
    QTRY_VERIFY(m_town.callNeighbour(metrics).body.contains("\nsoban_servers 2"));
    m_town.killNeighbour();
    QTRY_VERIFY(m_town.call(metrics).body.contains("\nsoban_servers 1"));
}

int main(int argc, char **argv) {
    qputenv("SOBAN_TEST_DATABASE", "postgres");
    const QCoreApplication application(argc, argv);
    TstServers test;
    return QTest::qExec(&test, argc, argv);
}

#include "TstServers.moc"
