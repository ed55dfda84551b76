// SPDX-License-Identifier: GPL-3.0-or-later
#include "../identity/IdentityTestKit.h"
#include "api/IdentityRoutes.h"

#include <chrono>
#include <future>

using namespace soban;
using namespace soban::identity;
using contract::RouteId;
using namespace std::chrono_literals;

namespace {

/// Keeps the answer of a call, which may come on any thread.
class Recorder : public http::ReplySink {
public:
    using Promise = std::promise<http::Answer>;

    explicit Recorder(Promise promise) : m_promise(std::move(promise)) {}
    void deliver(http::Answer answer) override { m_promise.set_value(std::move(answer)); }
    void giveUp() override {}
    bool isAbandoned() const override { return false; }

private:
    Promise m_promise;
};

} // namespace

class TstIdentityRoutes : public QObject {
    Q_OBJECT

private slots:
    void init() {
        m_house = std::make_unique<IdentityHouse>();
        m_routes = std::make_unique<api::IdentityRoutes>(m_house->identity);
    }
    void cleanup() {
        m_routes.reset();
        m_house.reset();
    }

    void walksThroughASession() {
        const auto opened = sessionOf(call(RouteId::Register, registration()), 201);
        QVERIFY(opened);
        const auto signedIn = sessionOf(
            call(RouteId::SignIn, contract::encode(contract::SignInRequest{
                                      QStringLiteral("Mina"), QStringLiteral("correct horse")})),
            201);
        QVERIFY(signedIn);
        QCOMPARE(signedIn->account.id, opened->account.id);
        const auto refreshed =
            sessionOf(call(RouteId::Refresh,
                           contract::encode(contract::RefreshRequest{signedIn->refreshToken})),
                      200);
        QVERIFY(refreshed);
        const auto who = m_house->whoHas(refreshed->accessToken);
        QVERIFY(who);
        const auto out = call(RouteId::SignOut, {}, {}, *who);
        QCOMPARE(out.status(), 204);
        QVERIFY(out.body().isEmpty());
        QVERIFY(!m_house->whoHas(refreshed->accessToken));
    }

    void locksAndUnlocks() {
        const auto opened = sessionOf(call(RouteId::Register, registration()), 201);
        QVERIFY(opened);
        const AccountId boss = m_house->operatorId();
        const SignedIn who{m_house->ids.next<SessionId>(), Actor{Role::Operator, boss, {}},
                           m_house->clock.now()};
        const QString id = opened->account.id.toText();
        QCOMPARE(call(RouteId::DisableAccount, {}, id, who).status(), 204);
        QVERIFY(!m_house->whoHas(opened->accessToken));
        QCOMPARE(call(RouteId::EnableAccount, {}, id, who).status(), 204);
        QCOMPARE(call(RouteId::DisableAccount, {}, QStringLiteral("acc_1"), who).status(), 404);
        QCOMPARE(call(RouteId::DisableAccount, {}, boss.toText(), who).status(), 403);
    }

    void refusesWithAProblem_data() {
        QTest::addColumn<RouteId>("route");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("status");
        QTest::newRow("no JSON") << RouteId::SignIn << QByteArray("{") << 400;
        QTest::newRow("short password")
            << RouteId::Register << registration().replace("correct horse", "short") << 400;
        QTest::newRow("shop by itself")
            << RouteId::Register << registration().replace("customer", "shop") << 400;
        QTest::newRow("unknown user")
            << RouteId::SignIn << QByteArray(R"({"login":"nobody","password":"x"})") << 401;
        QTest::newRow("unknown token")
            << RouteId::Refresh << QByteArray(R"({"refreshToken":"x"})") << 401;
    }
    void refusesWithAProblem() {
        QFETCH(RouteId, route);
        QFETCH(QByteArray, body);
        const auto answer = call(route, body);
        QTEST(answer.status(), "status");
        QCOMPARE(answer.contentType(), QByteArray("application/problem+json"));
    }

    void throttlesTheClientAndNotTheGateway() {
        m_routes = std::make_unique<api::IdentityRoutes>(
            m_house->identity, [](const http::Request &request) {
                return QHostAddress(QString::fromLatin1(*request.header("X-Client")));
            });
        const QByteArray guess(R"({"login":"mina","password":"guess"})");
        const http::Header guesser{"X-Client", "192.0.2.1"};
        for (int i = 0; i < 5; ++i)
            QCOMPARE(call(RouteId::SignIn, guess, {}, {}, guesser).status(), 401);
        QCOMPARE(call(RouteId::SignIn, guess, {}, {}, guesser).status(), 429);
        QCOMPARE(call(RouteId::SignIn, guess, {}, {}, {"X-Client", "192.0.2.2"}).status(), 401);
    }

    void tellsHowLongAGuesserHasToWait() {
        const QByteArray guess(R"({"login":"mina","password":"guess"})");
        for (int i = 0; i < 5; ++i)
            QCOMPARE(call(RouteId::SignIn, guess).status(), 401);
        QCOMPARE(retryAfter(call(RouteId::SignIn, guess)), QByteArray("1"));
        m_house->clock.advance(1s);
        QCOMPARE(call(RouteId::SignIn, guess).status(), 401);
        m_house->clock.advance(100ms);
        QCOMPARE(retryAfter(call(RouteId::SignIn, guess)), QByteArray("2"));
        m_house->clock.advance(1900ms);
        QCOMPARE(call(RouteId::SignIn, guess).status(), 401);
        QCOMPARE(retryAfter(call(RouteId::SignIn, guess)), QByteArray("4"));
        m_house->clock.advance(1500ms);
        QCOMPARE(retryAfter(call(RouteId::SignIn, guess)), QByteArray("3"));
    }

    void knowsWhatOneClientIs_data() {
        QTest::addColumn<QString>("address");
        QTest::addColumn<QString>("client");
        QTest::newRow("IPv4") << "192.0.2.1"
                              << "192.0.2.1";
        QTest::newRow("IPv4 in IPv6") << "::ffff:192.0.2.1"
                                      << "192.0.2.1";
        QTest::newRow("IPv6") << "2001:db8:1:2:3:4:5:6"
                              << "2001:db8:1:2::";
        QTest::newRow("its neighbour") << "2001:db8:1:2:ffff::1"
                                       << "2001:db8:1:2::";
        QTest::newRow("another network") << "2001:db8:1:3::1"
                                         << "2001:db8:1:3::";
    }
    void knowsWhatOneClientIs() {
        QFETCH(QString, address);
        QTEST(api::throttledAddress(QHostAddress(address)), "client");
    }

private:
    static QByteArray registration() {
        return contract::encode(contract::RegisterRequest{
            Role::Customer, QStringLiteral("mina"), QStringLiteral("correct horse"),
            QStringLiteral("Mina"), QStringLiteral("010-0000-0001"), Language::Korean});
    }

    static QByteArray retryAfter(const http::Answer &answer) {
        for (const http::Header &header : answer.headers()) {
            if (header.name == "Retry-After")
                return answer.status() == 429 ? header.value : QByteArray("not refused");
        }
        return {};
    }

    static std::optional<contract::SessionView> sessionOf(const http::Answer &answer, int status) {
        if (answer.status() != status)
            return std::nullopt;
        auto session = contract::decode<contract::SessionView>(answer.body());
        return session ? std::optional(*session) : std::nullopt;
    }

    http::Answer call(RouteId id, const QByteArray &body, const QString &account = {},
                      const std::optional<SignedIn> &who = {}, const http::Header &header = {}) {
        Recorder::Promise promise;
        auto answer = promise.get_future();
        http::RouteParams params;
        params.add(QStringLiteral("accountId"), account);
        http::Request::Parts parts;
        parts.body = body;
        parts.headers = {header};
        parts.peerAddress = QHostAddress(QHostAddress::LocalHost);
        m_routes->handlers().value(id)(
            api::Call{contract::route(id),
                      http::Request(parts),
                      http::Reply(std::make_unique<Recorder>(std::move(promise))),
                      params,
                      who ? who->actor : Actor{},
                      who ? std::optional(who->session) : std::nullopt,
                      {}});
        [&] { QTRY_VERIFY(answer.wait_for(0s) == std::future_status::ready); }();
        return answer.get();
    }

    std::unique_ptr<IdentityHouse> m_house;
    std::unique_ptr<api::IdentityRoutes> m_routes;
};

QTEST_GUILESS_MAIN(TstIdentityRoutes)
#include "TstIdentityRoutes.moc"
