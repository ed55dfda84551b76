// SPDX-License-Identifier: GPL-3.0-or-later
#include "ClientTestKit.h"

#include <QRegularExpression>
#include <QSet>
#include <QSignalSpy>

#include <memory>

using namespace std::chrono_literals;
using namespace soban::client;
using soban::contract::CardList;
using soban::contract::ErrorCode;
using Exchange = ScriptedServer::Exchange;

namespace {

const QString kRefresh = QStringLiteral("/api/v1/sessions/refresh");
const QString kCards = QStringLiteral("/api/v1/cards");

/// Collects what calls for the cards end in.
struct Ends {
    QList<ApiError> errors;
    int answers = 0;

    Callback<CardList> collect() {
        return [this](const soban::Result<CardList, ApiError> &cards) {
            if (cards)
                ++answers;
            else
                errors.append(cards.error());
        };
    }
};

/// Takes only `token`, and gives fresh tokens `access-2` for a refresh.
void serveWithToken(const Exchange &exchange, const QByteArray &token) {
    if (exchange.request.path == kRefresh) {
        exchange.answer(200, soban::contract::encode(tokens(2, soban::SystemClock().now())));
        return;
    }
    if (exchange.request.headers.value("authorization") != "Bearer " + token)
        refuse(exchange, ErrorCode::Unauthenticated);
    else
        exchange.answer(200, R"({"cards":[]})");
}

} // namespace

class TstApiClient : public QObject {
    Q_OBJECT

private slots:
    void sendsATypedReadAndReadsItsAnswer() {
        ScriptedServer server;
        server.onRequest = [](const Exchange &e) { serveWithToken(e, "access-1"); };
        SignedInClient client(server);
        Ends ends;
        client.api.send(calls::cards(), this, ends.collect());
        QTRY_COMPARE(ends.answers, 1);
        const auto &request = server.exchanges.first().request;
        QCOMPARE(request.method, QByteArray("GET"));
        QCOMPARE(request.path, kCards);
        QVERIFY(!request.headers.contains("idempotency-key"));
        const QRegularExpression trace(QStringLiteral("^00-[0-9a-f]{32}-[0-9a-f]{16}-01$"));
        QVERIFY(trace.match(QString::fromLatin1(request.headers.value("traceparent"))).hasMatch());
    }

    void sendsACommandWithKeyVersionAndBody() {
        ScriptedServer server;
        SignedInClient client(server);
        for (int i = 0; i < 2; ++i) {
            client.api.send(calls::acceptTicket(orderId(5), 3, {20}), this,
                            Callback<soban::contract::TicketView>([](const auto &) {}));
        }
        QTRY_COMPARE(server.exchanges.size(), 2);
        const auto &request = server.exchanges.first().request;
        QCOMPARE(request.method, QByteArray("POST"));
        QCOMPARE(request.path,
                 QStringLiteral("/api/v1/tickets/%1/accept").arg(orderId(5).toText()));
        QCOMPARE(request.headers.value("if-match"), QByteArray("\"3\""));
        QCOMPARE(request.headers.value("authorization"), QByteArray("Bearer access-1"));
        QCOMPARE(request.body, QByteArray(R"({"preparationMinutes":20})"));
        const QByteArray key = request.headers.value("idempotency-key");
        QCOMPARE(key.size(), 32);
        QVERIFY(server.exchanges.last().request.headers.value("idempotency-key") != key);
    }

    void encodesQueries() {
        ScriptedServer server;
        SignedInClient client(server);
        ShopSearch search{*soban::GeoPoint::of(37.5, 127.25)};
        search.words = QStringLiteral("냉면 & a+b 100%41");
        search.page = {QStringLiteral("c/1="), 20};
        client.api.send(calls::shops(search), this,
                        Callback<soban::contract::ShopList>([](const auto &) {}));
        QTRY_COMPARE(server.exchanges.size(), 1);
        const auto &request = server.exchanges.first().request;
        const auto item = [&request](const char *name) {
            return request.query.queryItemValue(QString::fromLatin1(name), QUrl::FullyDecoded);
        };
        QCOMPARE(item("search"), search.words);
        QVERIFY(!request.query.toString(QUrl::FullyEncoded).contains(u'+'));
        QCOMPARE(item("latitude"), QStringLiteral("37.5000000"));
        QCOMPARE(item("cursor"), QStringLiteral("c/1="));
        QCOMPARE(item("limit"), QStringLiteral("20"));
        QVERIFY(!request.headers.contains("authorization")); // anyone may look
    }

    void tellsHowACallFailed_data() {
        using Kind = ApiError::Kind;
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("kind");
        QTest::addColumn<bool>("isPassing");
        const auto row = [](ErrorCode code, Kind kind, bool isPassing) {
            QTest::newRow(QByteArray(soban::toText(code).latin1()).constData())
                << soban::contract::httpStatus(code) << problem(code) << int(kind) << isPassing;
        };
        row(ErrorCode::StaleVersion, Kind::Refused, false);
        row(ErrorCode::StillRunning, Kind::Refused, true);
        row(ErrorCode::KeyReused, Kind::Refused, false);
        row(ErrorCode::TooManyRequests, Kind::Refused, true);
        row(ErrorCode::Unavailable, Kind::Refused, true);
        row(ErrorCode::OutcomeUnknown, Kind::Unknown, true);
        row(ErrorCode::Internal, Kind::Unknown, true);
        QTest::newRow("gateway 502") << 502 << QByteArray("<html>") << int(Kind::Unknown) << true;
        QTest::newRow("gateway 503") << 503 << QByteArray("<html>") << int(Kind::Unknown) << true;
        QTest::newRow("captive portal") << 302 << QByteArray("") << int(Kind::Unknown) << false;
        QTest::newRow("a proxy's 403")
            << 403 << QByteArray("<html>") << int(Kind::Unknown) << false;
        QTest::newRow("a proxy's 404")
            << 404 << QByteArray("<html>") << int(Kind::Unknown) << false;
        QTest::newRow("not JSON") << 200 << QByteArray("<html>") << int(Kind::Unknown) << false;
        QTest::newRow("other JSON") << 200 << QByteArray("{}") << int(Kind::Unknown) << false;
    }
    void tellsHowACallFailed() {
        QFETCH(int, status);
        QFETCH(QByteArray, body);
        QFETCH(int, kind);
        QFETCH(bool, isPassing);
        ScriptedServer server;
        server.onRequest = [&](const Exchange &exchange) {
            exchange.answer(status, body, "Retry-After: 7\r\n");
        };
        SignedInClient client(server);
        Ends ends;
        client.api.send(calls::cards(), this, ends.collect());
        QTRY_COMPARE(ends.errors.size(), 1);
        const ApiError &error = ends.errors.first();
        QCOMPARE(error.status, status);
        QCOMPARE(int(error.kind), kind);
        QCOMPARE(error.isPassing(), isPassing);
        QCOMPARE(error.problem.has_value(), status >= 400 && body.startsWith('{'));
        if (status >= 300)
            QCOMPARE(error.retryAfter->count(), 7000);
    }

    void tellsWhetherItWasSent() {
        ScriptedServer server;
        server.stopListening();
        SignedInClient client(server);
        Ends ends;
        client.api.send(calls::cards(), this, ends.collect());
        QTRY_COMPARE(ends.errors.size(), 1);
        QCOMPARE(ends.errors.first().kind, ApiError::Kind::NotSent);
        QCOMPARE(ends.errors.first().status, 0);
    }

    void refreshesOnceForManyCallsAndRepeatsEach() {
        ScriptedServer server;
        server.onRequest = [](const Exchange &e) { serveWithToken(e, "access-2"); };
        SignedInClient client(server);
        Ends ends;
        for (int i = 0; i < 5; ++i)
            client.api.send(calls::cards(), this, ends.collect());
        QTRY_COMPARE(ends.answers, 5);
        QCOMPARE(server.requestsTo(kRefresh).size(), 1);
        QCOMPARE(server.requestsTo(kCards).size(), 10);
    }

    void repeatsACommandWithTheSameKey() {
        ScriptedServer server;
        server.onRequest = [](const Exchange &e) { serveWithToken(e, "access-2"); };
        SignedInClient client(server);
        bool isDone = false;
        client.api.send(calls::startCardRegistration(), this,
                        Callback<soban::contract::CardRegistrationView>(
                            [&isDone](const auto &) { isDone = true; }));
        QTRY_VERIFY(isDone);
        const auto sent = server.requestsTo(QStringLiteral("/api/v1/card-registrations"));
        QCOMPARE(sent.size(), 2);
        QCOMPARE(sent.first().request.headers.value("idempotency-key"),
                 sent.last().request.headers.value("idempotency-key"));
    }

    void repeatsNoMoreThanOnce() {
        ScriptedServer server;
        server.onRequest = [](const Exchange &e) { serveWithToken(e, "another"); };
        SignedInClient client(server);
        Ends ends;
        client.api.send(calls::cards(), this, ends.collect());
        QTRY_COMPARE(ends.errors.size(), 1);
        QVERIFY(ends.errors.first().isUnauthenticated());
        QCOMPARE(server.requestsTo(kCards).size(), 2);
    }

    void saysUnauthenticatedWhenTheSessionIsOver() {
        ScriptedServer server;
        server.onRequest = [](const Exchange &e) { refuse(e, ErrorCode::Unauthenticated); };
        SignedInClient client(server);
        QSignalSpy expired(&client.session, &Session::expired);
        Ends ends;
        client.api.send(calls::cards(), this, ends.collect());
        QTRY_COMPARE(ends.errors.size(), 1);
        QVERIFY(ends.errors.first().isUnauthenticated());
        QCOMPARE(expired.size(), 1);
        client.api.send(calls::cards(), this, ends.collect());
        QTRY_COMPARE(ends.errors.size(), 2);
        QVERIFY(ends.errors.last().isUnauthenticated());
        QCOMPARE(server.requestsTo(kCards).size(), 1); // the second was not even sent
    }

    void saysNotSentWhenTheRefreshDidNotGetThrough() {
        ScriptedServer server;
        server.onRequest = [](const Exchange &exchange) {
            if (exchange.request.path == kRefresh)
                exchange.hangUp();
            else
                refuse(exchange, ErrorCode::Unauthenticated);
        };
        SignedInClient client(server);
        Ends ends;
        client.api.send(calls::cards(), this, ends.collect());
        QTRY_COMPARE(ends.errors.size(), 1);
        QCOMPARE(ends.errors.first().kind, ApiError::Kind::NotSent);
        QVERIFY(client.session.isSignedIn());
    }

    void dropsTheAnswerWhenTheAskerHasGone() {
        ScriptedServer server;
        SignedInClient client(server);
        Ends ends;
        auto asker = std::make_unique<QObject>();
        client.api.send(calls::cards(), asker.get(), ends.collect());
        QTRY_COMPARE(server.exchanges.size(), 1);
        asker.reset();
        client.api.send(calls::cards(), this, ends.collect());
        server.onRequest = [](const Exchange &e) { serveWithToken(e, "access-1"); };
        QTRY_COMPARE(server.exchanges.size(), 2);
        QTRY_COMPARE(ends.answers, 1);
        QVERIFY(ends.errors.isEmpty());
    }

    void downloadsWhatIsNotJson() {
        ScriptedServer server;
        server.onRequest = [](const Exchange &exchange) {
            exchange.answer(200, "<svg/>", "Content-Type: image/svg+xml\r\n");
        };
        SignedInClient client(server);
        std::optional<Download> picture;
        client.api.send(calls::picture(QStringLiteral("a b.svg")), this,
                        Callback<Download>([&picture](const auto &answer) { picture = *answer; }));
        QTRY_VERIFY(picture);
        QCOMPARE(picture->contentType, QByteArray("image/svg+xml"));
        QCOMPARE(picture->bytes, QByteArray("<svg/>"));
        QCOMPARE(server.exchanges.first().request.path, QStringLiteral("/api/v1/pictures/a b.svg"));
    }

    void saysWhatKindOfPictureItUploads() {
        ScriptedServer server;
        SignedInClient client(server);
        const QByteArray png("\x89PNG\r\n\x1a\n\0file", 12);
        for (const QByteArray &file : {png, QByteArray("\xff\xd8\xff file")}) {
            client.api.send(calls::uploadPicture(file), this,
                            Callback<soban::contract::PictureView>([](const auto &) {}));
        }
        QTRY_COMPARE(server.exchanges.size(), 2);
        QHash<QByteArray, QByteArray> bodies;
        for (const auto &exchange : server.exchanges)
            bodies.insert(exchange.request.headers.value("content-type"), exchange.request.body);
        QCOMPARE(bodies.value("image/png"), png);
        QCOMPARE(bodies.value("image/jpeg"), QByteArray("\xff\xd8\xff file"));
    }

    void everyRouteOfTheContractHasItsCall() {
        using soban::contract::RouteId;
        using namespace soban;
        const OrderId id = orderId(1);
        const contract::HandOverRequest proof{QStringLiteral("1234")};
        const contract::EndRequest ended{EndReason::Mistake};
        const contract::CollectRequest code{QStringLiteral("1234")};
        const contract::RiderStepRequest riderStep{DeliveryState::Claimed, {}};
        const ShopId shopId = *ShopId::fromNumber(1);
        const MenuItemId itemId = *MenuItemId::fromNumber(1);
        const QList<ApiCall> all{
            calls::account().what,
            calls::shops({*GeoPoint::of(1, 1)}).what,
            calls::shop(*ShopId::fromNumber(1)).what,
            calls::reviews(*ShopId::fromNumber(1)).what,
            calls::picture(QStringLiteral("p")).what,
            calls::quote({*ShopId::fromNumber(1), Fulfilment::Collection, {}}).what,
            calls::startCardRegistration().what,
            calls::cards().what,
            calls::placeOrder({*ShopId::fromNumber(1),
                               Fulfilment::Collection,
                               {},
                               1,
                               PaymentMethod::Card,
                               {},
                               {{}, *GeoPoint::of(1, 1)},
                               {},
                               {},
                               {},
                               {}})
                .what,
            calls::orders().what,
            calls::order(id).what,
            calls::payments(id).what,
            calls::payOrder(id, 1, {PaymentMethod::OnDelivery, {}}).what,
            calls::changeOrder(id, 1, {{}, {{}, *GeoPoint::of(1, 1)}, {}, 0}).what,
            calls::confirmOrder(id, 1).what,
            calls::cancelOrder(id, 1, ended).what,
            calls::writeReview(id, {5, {}}).what,
            calls::messages().what,
            calls::uploadPicture("\x89PNG").what,
            calls::riderPosition(id).what,
            calls::favourites(*GeoPoint::of(1, 1)).what,
            calls::addFavourite(shopId).what,
            calls::removeFavourite(shopId).what,
            calls::addresses().what,
            calls::saveAddresses({}).what,
            calls::messagePreference().what,
            calls::saveMessagePreference({MessageWay::Sms, Language::Korean}).what,
            calls::orderMessages(id).what,
            calls::ownShop().what,
            calls::editShop(1, {}).what,
            calls::setShopMode({}).what,
            calls::ownMenu().what,
            calls::editMenu(1, {}).what,
            calls::setAvailability(itemId, {}).what,
            calls::figures(QDate(2026, 11, 1), QDate(2026, 11, 2)).what,
            calls::exportOrders(QDate(2026, 11, 1), QDate(2026, 11, 2)).what,
            calls::earnings(QDate(2026, 11, 1), QDate(2026, 11, 2)).what,
            calls::tickets().what,
            calls::ticket(id).what,
            calls::acceptTicket(id, 1, {20}).what,
            calls::refuseTicket(id, 1, ended).what,
            calls::extendTicket(id, 1, {10}).what,
            calls::cancelTicket(id, 1, ended).what,
            calls::returnTicket(id, 1, ended).what,
            calls::startTicket(id, 1).what,
            calls::finishTicket(id, 1).what,
            calls::takeOverTicket(id, 1).what,
            calls::pickUpTicket(id, 1).what,
            calls::handOverTicket(id, 1, proof).what,
            calls::collectTicket(id, 1, code).what,
            calls::answerReview(id, {{}}).what,
            calls::duty().what,
            calls::setDuty({false, {}}).what,
            calls::reportPosition({*GeoPoint::of(1, 1)}).what,
            calls::offers().what,
            calls::claimDelivery(id, riderStep).what,
            calls::giveBackDelivery(id, riderStep).what,
            calls::pickUpDelivery(id, riderStep).what,
            calls::handOverDelivery(id, {DeliveryState::PickedUp, {}, {}}).what,
            calls::returnDelivery(id, {DeliveryState::PickedUp, EndReason::NotTaken, {}}).what,
            calls::deliveries().what,
            calls::delivery(id).what,
            calls::auditOrders().what,
            calls::auditOrder(id).what,
            calls::endOrder(id, 1, {EndReason::Mishap}).what,
            calls::settleOrder(id, 1, {Party::Shop, 0, {}}).what,
            calls::auditMessages().what,
            calls::auditOrderMessages(id).what,
            calls::operatorAccounts().what,
            calls::disableAccount(accountId()).what,
            calls::enableAccount(accountId()).what,
            calls::openApi().what,
            calls::live().what,
            calls::ready().what,
            calls::metrics().what};
        QSet<RouteId> callable{RouteId::Register,
                               RouteId::SignIn,
                               RouteId::Refresh,
                               RouteId::SignOut, // by Session
                               RouteId::PollEvents,
                               RouteId::StreamEvents,           // by EventStream
                               RouteId::FinishCardRegistration, // by the browser
                               RouteId::HintPayment,            // by the card provider
                               RouteId::ReportMessage};         // by a message gateway
        for (const ApiCall &call : all) {
            callable.insert(call.route);
            const contract::Route &route = contract::route(call.route);
            QCOMPARE(call.version.has_value(), route.takesVersion);
            QCOMPARE(!call.body.isEmpty(),
                     route.request != nullptr || route.raw != contract::RawBody::None);
            QCOMPARE(call.pathParts.size(), qsizetype(QByteArray(route.path).count('{')));
        }
        for (const contract::Route &route : contract::routes())
            QVERIFY2(callable.contains(route.id), route.path);
    }
};

QTEST_GUILESS_MAIN(TstApiClient)
#include "TstApiClient.moc"
