// SPDX-License-Identifier: GPL-3.0-or-later
#include "ClientTestKit.h"

#include <QSignalSpy>

using namespace std::chrono_literals;
using namespace soban::client;
using soban::contract::ErrorCode;
using Exchange = ScriptedServer::Exchange;

namespace {

constexpr soban::Instant kStart = soban::Instant::fromMs(1'700'000'000'000);
const QString kSessions = QStringLiteral("/api/v1/sessions");
const QString kRefresh = QStringLiteral("/api/v1/sessions/refresh");

/// A session on a clock that the test moves.
struct TimedSession {
    explicit TimedSession(const ScriptedServer &server)
        : session(transport, server.address(), clock, store, quickBackoff()) {}

    soban::ManualClock clock{kStart};
    HttpTransport transport;
    MemoryTokenStore store;
    Session session;

    std::optional<QString> storedToken() {
        std::optional<QString> token;
        store.load([&token](const auto &kept) {
            if (kept)
                token = kept->accessToken;
        });
        return token;
    }
};

/// Answers each sign-in or refresh with the next tokens.
std::function<void(const Exchange &)> giveTokens(int &given, soban::ManualClock &clock) {
    return [&given, &clock](const Exchange &exchange) {
        const bool isNew = !exchange.request.path.endsWith(u"refresh");
        exchange.answer(isNew ? 201 : 200, soban::contract::encode(tokens(++given, clock.now())));
    };
}

} // namespace

class TstSession : public QObject {
    Q_OBJECT

private slots:
    void signsInAndKeepsTheTokens() {
        ScriptedServer server;
        TimedSession timed(server);
        int given = 0;
        server.onRequest = giveTokens(given, timed.clock);
        QSignalSpy signedIn(&timed.session, &Session::signedIn);
        bool isDone = false;
        timed.session.signIn({QStringLiteral("owner"), QStringLiteral("secret12")}, this,
                             [&isDone](const auto &account) { isDone = account.ok(); });
        QTRY_VERIFY(isDone);
        QCOMPARE(signedIn.size(), 1);
        QCOMPARE(timed.session.accessToken(), QStringLiteral("access-1"));
        QCOMPARE(timed.session.account()->login, QStringLiteral("owner"));
        QCOMPARE(timed.storedToken(), QStringLiteral("access-1"));
        const auto &request = server.exchanges.first().request;
        QCOMPARE(request.path, kSessions);
        QCOMPARE(request.body, QByteArray(R"({"login":"owner","password":"secret12"})"));
        QVERIFY(!request.headers.contains("authorization"));
    }

    void registersAndIsSignedIn() {
        ScriptedServer server;
        TimedSession timed(server);
        int given = 0;
        server.onRequest = giveTokens(given, timed.clock);
        bool isDone = false;
        timed.session.registerAccount(
            {soban::Role::Customer, QStringLiteral("new"), QStringLiteral("secret12"),
             QStringLiteral("New"), QStringLiteral("010"), soban::Language::Korean},
            this, [&isDone](const auto &account) { isDone = account.ok(); });
        QTRY_VERIFY(isDone);
        QVERIFY(timed.session.isSignedIn());
        QCOMPARE(server.exchanges.first().request.path, QStringLiteral("/api/v1/accounts"));
    }

    void tellsWhyItCouldNotSignIn() {
        ScriptedServer server;
        server.onRequest = [](const Exchange &e) { refuse(e, ErrorCode::InvalidCredentials); };
        TimedSession timed(server);
        std::optional<ApiError> error;
        timed.session.signIn({QStringLiteral("owner"), QStringLiteral("wrong")}, this,
                             [&error](const auto &account) { error = account.error(); });
        QTRY_VERIFY(error);
        QVERIFY(error->is(ErrorCode::InvalidCredentials));
        QCOMPARE(error->kind, ApiError::Kind::Refused);
        QVERIFY(!timed.session.isSignedIn());
    }

    void takesUpTheSessionOfTheLastRun() {
        ScriptedServer server;
        TimedSession timed(server);
        QSignalSpy signedIn(&timed.session, &Session::signedIn);
        QSignalSpy signedOut(&timed.session, &Session::signedOut);
        timed.session.restore();
        QCOMPARE(signedOut.size(), 1);
        timed.store.save(tokens(7, kStart));
        timed.session.restore();
        QCOMPARE(signedIn.size(), 1);
        QCOMPARE(timed.session.accessToken(), QStringLiteral("access-7"));
    }

    void refreshesAheadOfExpiryByTheClock() {
        ScriptedServer server;
        TimedSession timed(server);
        timed.store.save(tokens(1, kStart));
        timed.session.restore();
        int given = 1;
        server.onRequest = giveTokens(given, timed.clock);
        QSignalSpy refreshed(&timed.session, &Session::refreshed);
        timed.clock.advance(40min); // of 60
        QTest::qWait(50);           // in which nothing may happen
        QCOMPARE(refreshed.size(), 0);
        timed.clock.advance(6min);
        QTRY_COMPARE(refreshed.size(), 1);
        QCOMPARE(server.exchanges.first().request.body,
                 QByteArray(R"({"refreshToken":"refresh-1"})"));
        QCOMPARE(timed.session.accessToken(), QStringLiteral("access-2"));
        QCOMPARE(timed.storedToken(), QStringLiteral("access-2"));
        timed.clock.advance(46min);
        QTRY_COMPARE(refreshed.size(), 2);
        QCOMPARE(given, 3);
    }

    void isNotSignedOutByAStranger() {
        ScriptedServer server;
        int answers = 0;
        TimedSession timed(server);
        const auto give = giveTokens(answers, timed.clock);
        server.onRequest = [&](const Exchange &exchange) {
            if (server.exchanges.size() == 1)
                exchange.answer(403, "<html>Sign in to this network</html>");
            else
                give(exchange);
        };
        timed.store.save(tokens(1, kStart));
        timed.session.restore();
        QSignalSpy expired(&timed.session, &Session::expired);
        QSignalSpy refreshed(&timed.session, &Session::refreshed);
        timed.clock.advance(46min);
        QTRY_COMPARE(refreshed.size(), 1);
        QCOMPARE(expired.size(), 0);
        QCOMPARE(server.exchanges.size(), 2);
    }

    void doesNotRefreshOverAndOverWhenTheClockIsWrong() {
        ScriptedServer server;
        TimedSession timed(server);
        timed.store.save(tokens(1, kStart));
        timed.session.restore();
        int given = 1;
        soban::ManualClock servers(kStart);
        server.onRequest = giveTokens(given, servers);
        timed.clock.advance(24h);
        QTRY_COMPARE(timed.session.accessToken(), QStringLiteral("access-2"));
        QTest::qWait(100); // in which nothing may happen
        QCOMPARE(server.exchanges.size(), 1);
    }

    void asksOnceHoweverManyNeedIt() {
        ScriptedServer server;
        TimedSession timed(server);
        timed.store.save(tokens(1, kStart));
        timed.session.restore();
        int refreshed = 0;
        for (int i = 0; i < 5; ++i)
            timed.session.refresh(QStringLiteral("access-1"), this,
                                  [&refreshed](const auto &error) { refreshed += !error; });
        QTRY_COMPARE(server.exchanges.size(), 1);
        int given = 1;
        giveTokens(given, timed.clock)(server.exchanges.first());
        QTRY_COMPARE(refreshed, 5);
        timed.session.refresh(QStringLiteral("access-1"), this,
                              [&refreshed](const auto &error) { refreshed += !error; });
        QTRY_COMPARE(refreshed, 6);
        QCOMPARE(server.exchanges.size(), 1);
    }

    void triesAgainWithTheSameTokenWhenTheAnswerGotLost() {
        ScriptedServer server;
        TimedSession timed(server);
        timed.store.save(tokens(1, kStart));
        timed.session.restore();
        int given = 1;
        const auto answer = giveTokens(given, timed.clock);
        server.onRequest = [&](const Exchange &exchange) {
            switch (server.exchanges.size()) {
            case 1:
                exchange.raw("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{");
                exchange.hangUp();
                break;
            case 2:
                refuse(exchange, ErrorCode::Unavailable);
                break;
            default:
                answer(exchange);
            }
        };
        QSignalSpy expired(&timed.session, &Session::expired);
        std::optional<ApiError> error;
        timed.session.refresh(QStringLiteral("access-1"), this,
                              [&error](const auto &result) { error = result; });
        QTRY_VERIFY(error);
        QCOMPARE(error->kind, ApiError::Kind::Unknown);
        QTRY_COMPARE(timed.session.accessToken(), QStringLiteral("access-2"));
        QCOMPARE(server.exchanges.size(), 3);
        QCOMPARE(server.exchanges.at(2).request.body,
                 QByteArray(R"({"refreshToken":"refresh-1"})"));
        QCOMPARE(expired.size(), 0);
    }

    void endsWhenTheServerTakesTheRefreshTokenNoMore() {
        ScriptedServer server;
        server.onRequest = [](const Exchange &e) { refuse(e, ErrorCode::Unauthenticated); };
        TimedSession timed(server);
        timed.store.save(tokens(1, kStart));
        timed.session.restore();
        QSignalSpy expired(&timed.session, &Session::expired);
        std::optional<ApiError> error;
        timed.session.refresh(QStringLiteral("access-1"), this,
                              [&error](const auto &result) { error = result; });
        QTRY_COMPARE(expired.size(), 1);
        QVERIFY(error && error->isUnauthenticated());
        QVERIFY(!timed.session.isSignedIn());
        QVERIFY(!timed.storedToken());
    }

    void signsOutWhateverTheServerSays() {
        ScriptedServer server;
        server.onRequest = [](const Exchange &exchange) { exchange.hangUp(); };
        TimedSession timed(server);
        timed.store.save(tokens(1, kStart));
        timed.session.restore();
        QSignalSpy signedOut(&timed.session, &Session::signedOut);
        timed.session.signOut();
        QCOMPARE(signedOut.size(), 1);
        QVERIFY(!timed.session.isSignedIn());
        QVERIFY(!timed.storedToken());
        QTRY_VERIFY(!server.exchanges.isEmpty());
        const auto &request = server.exchanges.first().request;
        QCOMPARE(request.method, QByteArray("DELETE"));
        QCOMPARE(request.path, QStringLiteral("/api/v1/sessions/current"));
        QCOMPARE(request.headers.value("authorization"), QByteArray("Bearer access-1"));
    }

    void ignoresARefreshThatASignOutOvertook() {
        ScriptedServer server;
        TimedSession timed(server);
        timed.store.save(tokens(1, kStart));
        timed.session.restore();
        timed.session.refresh(QStringLiteral("access-1"), this, [](const auto &) {});
        QTRY_COMPARE(server.requestsTo(kRefresh).size(), 1);
        timed.session.signOut();
        QTRY_COMPARE(server.exchanges.size(), 2);
        int given = 1;
        giveTokens(given, timed.clock)(server.requestsTo(kRefresh).first());
        QTRY_COMPARE(timed.transport.inFlight(), 1); // the sign-out, unanswered
        QVERIFY(!timed.session.isSignedIn());
        QVERIFY(!timed.storedToken());
    }
};

QTEST_GUILESS_MAIN(TstSession)
#include "TstSession.moc"
