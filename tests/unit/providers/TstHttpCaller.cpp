// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/HttpCaller.h"

#include "ScriptedServer.h"

#include <QElapsedTimer>
#include <QTest>

using namespace soban::providers;
using namespace std::chrono_literals;

class TstHttpCaller : public QObject {
    Q_OBJECT

private slots:
    void givesTheAnswer_data();
    void givesTheAnswer();
    void looksAtTheErrorFirst_data();
    void looksAtTheErrorFirst();
    void cutsAnEndlessAnswerShort();
    void givesUpInTime();
    void callThatIsSentOnceIsNotSentAgain_data();
    void callThatIsSentOnceIsNotSentAgain();
    void refusedConnectionIsNotSent();
    void refusedSecondTryIsBroken();
    void unknownHostIsNotSent();
    void followsNoRedirect();
    void waitsForAFreeConnection();
    void keepsTheOrder();
    void dropsWhatWaitedTooLong();
    void boundsTheQueue();
    void neverCallsBackFromWithin();
    void mayBeDestroyedByItsOwnCallback();
    void dropsCallsWhenDestroyed();
    void saysNoUrlInItsDetails();

private:
    static HttpCall post(const QUrl &url, const QByteArray &body = "{}") {
        HttpCall call;
        call.verb = HttpCall::Verb::Post;
        call.url = url;
        call.body = body;
        call.headers = {HttpHeader{"Content-Type", "application/json"}};
        return call;
    }
    static HttpCaller::Limits limits(std::chrono::milliseconds total = 5s) {
        HttpCaller::Limits made;
        made.total = total;
        return made;
    }
    static std::optional<HttpOutcome> outcomeOf(HttpCaller &caller, const HttpCall &call) {
        auto outcome = std::make_shared<std::optional<HttpOutcome>>();
        caller.call(call, caller.deadlineFromNow(), [outcome](HttpOutcome got) { *outcome = got; });
        if (!QTest::qWaitFor([outcome] { return outcome->has_value(); }, 10'000))
            return std::nullopt;
        return *outcome;
    }
};

void TstHttpCaller::givesTheAnswer_data() {
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    for (int status :
         {200, 201, 400, 401, 403, 404, 405, 409, 410, 418, 422, 429, 500, 501, 503, 599})
        QTest::addRow("%d", status) << status << QByteArray("{\"code\":\"X\"}");
    QTest::addRow("without a body") << 200 << QByteArray();
}

void TstHttpCaller::givesTheAnswer() {
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    ScriptedServer server(
        [&](int) { return ScriptedServer::Step{ScriptedServer::answer(status, body)}; });
    HttpCaller caller(limits());
    const auto outcome = outcomeOf(caller, post(server.url(), "hello"));
    QVERIFY(outcome && std::holds_alternative<HttpAnswer>(*outcome));
    QCOMPARE(std::get<HttpAnswer>(*outcome).status, status);
    QCOMPARE(std::get<HttpAnswer>(*outcome).body, body);
    QVERIFY(server.requests().first().startsWith("POST /x HTTP/1.1\r\n"));
    QVERIFY(server.requests().first().endsWith("\r\n\r\nhello"));
    QCOMPARE(caller.inFlightCount(), 0);
}

void TstHttpCaller::looksAtTheErrorFirst_data() {
    QTest::addColumn<QByteArray>("bytes");
    const QByteArray whole = ScriptedServer::answer(200, QByteArray(100, 'x'));
    QTest::newRow("200 cut in its body") << whole.chopped(50);
    QTest::newRow("500 cut in its body")
        << ScriptedServer::answer(500, QByteArray(100, 'x')).chopped(50);
    QTest::newRow("cut in its head") << whole.left(20);
    QTest::newRow("nothing at all") << QByteArray();
    QTest::newRow("too long") << ScriptedServer::answer(200,
                                                        QByteArray(qsizetype(300) * 1024, 'x'));
    QTest::newRow("endless") << QByteArray("HTTP/1.1 200 X\r\n\r\n" +
                                           QByteArray(qsizetype(300) * 1024, 'x'));
    QTest::newRow("no HTTP") << QByteArray("220 smtp.example ESMTP\r\n\r\n");
}

void TstHttpCaller::looksAtTheErrorFirst() {
    QFETCH(QByteArray, bytes);
    ScriptedServer server([&](int) { return ScriptedServer::Step{bytes, true}; });
    HttpCaller caller(limits());
    const auto outcome = outcomeOf(caller, post(server.url()));
    QVERIFY(outcome && std::holds_alternative<HttpBroken>(*outcome));
}

void TstHttpCaller::cutsAnEndlessAnswerShort() {
    ScriptedServer server([](int) {
        return ScriptedServer::Step{"HTTP/1.1 200 X\r\n\r\n" +
                                    QByteArray(qsizetype(300) * 1024, 'x')};
    });
    HttpCaller caller(limits(8s));
    QElapsedTimer timer;
    timer.start();
    const auto outcome = outcomeOf(caller, post(server.url()));
    QVERIFY(outcome && std::holds_alternative<HttpBroken>(*outcome));
    QVERIFY(timer.elapsed() < 4000);
}

void TstHttpCaller::givesUpInTime() {
    ScriptedServer server([](int) { return ScriptedServer::Step{}; });
    HttpCaller caller(limits(200ms));
    QElapsedTimer timer;
    timer.start();
    const auto outcome = outcomeOf(caller, post(server.url()));
    QVERIFY(outcome && std::holds_alternative<HttpBroken>(*outcome));
    QVERIFY(timer.elapsed() >= 190 && timer.elapsed() < 2000);
}

void TstHttpCaller::callThatIsSentOnceIsNotSentAgain_data() {
    QTest::addColumn<int>("verb");
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("G10 GET") << int(HttpCall::Verb::Get) << QByteArray();
    QTest::newRow("G10 POST") << int(HttpCall::Verb::Post) << QByteArray(100'000, 'x');
}

void TstHttpCaller::callThatIsSentOnceIsNotSentAgain() {
    QFETCH(int, verb);
    QFETCH(QByteArray, body);
    ScriptedServer server([](int number) {
        return number == 1 ? ScriptedServer::Step{ScriptedServer::answer(200, "done")}
                           : ScriptedServer::Step{{}, true};
    });
    HttpCall call{HttpCall::Verb(verb), server.url(), {}, body, true};
    HttpCaller caller(limits());
    const auto answered = outcomeOf(caller, call);
    QVERIFY(answered && std::holds_alternative<HttpAnswer>(*answered));
    QVERIFY(server.requests().first().endsWith(QByteArray("\r\n\r\n").append(body)));
    const auto dropped = outcomeOf(caller, call);
    QVERIFY(dropped && std::holds_alternative<HttpBroken>(*dropped));
    QTest::qWait(100);
    QCOMPARE(server.requests().size(), 2);
}

void TstHttpCaller::refusedConnectionIsNotSent() {
    QTcpServer free;
    QVERIFY(free.listen(QHostAddress::LocalHost));
    const QUrl url(QStringLiteral("http://127.0.0.1:%1/x").arg(free.serverPort()));
    free.close();
    HttpCaller caller(limits());
    const auto outcome = outcomeOf(caller, post(url));
    QVERIFY(outcome && std::holds_alternative<HttpNotSent>(*outcome));
}

void TstHttpCaller::refusedSecondTryIsBroken() {
    // The first try is read, the connection dropped, and Qt's own second try refused: money may
    // have moved, although the error that is left says "connection refused".
    ScriptedServer server([](int number) {
        return number == 1 ? ScriptedServer::Step{ScriptedServer::answer(200, "{}")}
                           : ScriptedServer::Step{{}, true, true};
    });
    HttpCaller caller(limits());
    QVERIFY(outcomeOf(caller, post(server.url()))); // now there is a kept-alive connection
    const auto outcome = outcomeOf(caller, post(server.url()));
    QCOMPARE(server.requests().size(), 2);
    QVERIFY(outcome && std::holds_alternative<HttpBroken>(*outcome));
}

void TstHttpCaller::unknownHostIsNotSent() {
    HttpCaller caller(limits());
    const auto outcome = outcomeOf(caller, post(QUrl(QStringLiteral("http://host.invalid/x"))));
    QVERIFY(outcome);
    // Without a name server there may be no answer in time either.
    QVERIFY(!std::holds_alternative<HttpAnswer>(*outcome));
}

void TstHttpCaller::followsNoRedirect() {
    ScriptedServer elsewhere(
        [](int) { return ScriptedServer::Step{ScriptedServer::answer(200, "{}")}; });
    const QByteArray location = "Location: " + elsewhere.url().toEncoded() + "\r\n";
    ScriptedServer server(
        [&](int) { return ScriptedServer::Step{ScriptedServer::answer(307, "{}", location)}; });
    HttpCaller caller(limits());
    const auto outcome = outcomeOf(caller, post(server.url()));
    QVERIFY(outcome && std::holds_alternative<HttpAnswer>(*outcome));
    QCOMPARE(std::get<HttpAnswer>(*outcome).status, 307);
    QCOMPARE(elsewhere.requests().size(), 0);
}

void TstHttpCaller::waitsForAFreeConnection() {
    ScriptedServer server(
        [](int) { return ScriptedServer::Step{ScriptedServer::answer(200, "{}")}; });
    HttpCaller::Limits few = limits();
    few.inFlight = 8;
    HttpCaller caller(few);
    int answered = 0;
    for (int i = 0; i < 40; ++i) {
        caller.call(post(server.url()), caller.deadlineFromNow(), [&](const HttpOutcome &outcome) {
            answered += std::holds_alternative<HttpAnswer>(outcome) ? 1 : 0;
        });
    }
    QCOMPARE(caller.inFlightCount(), 8);
    QCOMPARE(caller.waitingCount(), 32);
    QTRY_COMPARE(answered, 40);
    QCOMPARE(caller.inFlightCount(), 0);
}

void TstHttpCaller::keepsTheOrder() {
    ScriptedServer server(
        [](int) { return ScriptedServer::Step{ScriptedServer::answer(200, "{}")}; });
    HttpCaller::Limits one = limits();
    one.inFlight = 1;
    HttpCaller caller(one);
    QList<int> answered;
    for (int i = 0; i < 10; ++i) {
        caller.call(post(server.url(), QByteArray::number(i)), caller.deadlineFromNow(),
                    [&answered, i](const HttpOutcome &) { answered.append(i); });
    }
    QTRY_COMPARE(answered.size(), 10);
    QCOMPARE(answered, QList<int>({0, 1, 2, 3, 4, 5, 6, 7, 8, 9}));
}

void TstHttpCaller::dropsWhatWaitedTooLong() {
    ScriptedServer server([](int) { return ScriptedServer::Step{}; });
    HttpCaller::Limits one = limits(1s);
    one.inFlight = 1;
    one.queueWait = 150ms;
    HttpCaller caller(one);
    bool firstIsBroken = false;
    caller.call(post(server.url()), caller.deadlineFromNow(), [&](const HttpOutcome &outcome) {
        firstIsBroken = std::holds_alternative<HttpBroken>(outcome);
    });
    const auto second = outcomeOf(caller, post(server.url()));
    QVERIFY(second && std::holds_alternative<HttpNotSent>(*second));
    QVERIFY(!firstIsBroken);
    QCOMPARE(caller.waitingCount(), 0);
    QTRY_VERIFY(firstIsBroken);
    QCOMPARE(server.requests().size(), 1);
}

void TstHttpCaller::boundsTheQueue() {
    ScriptedServer server([](int) { return ScriptedServer::Step{}; });
    HttpCaller::Limits tiny = limits(1s);
    tiny.inFlight = 1;
    tiny.waiting = 2;
    HttpCaller caller(tiny);
    for (int i = 0; i < 3; ++i)
        caller.call(post(server.url()), caller.deadlineFromNow(), [](const HttpOutcome &) {});
    QElapsedTimer timer;
    timer.start();
    const auto fourth = outcomeOf(caller, post(server.url()));
    QVERIFY(fourth && std::holds_alternative<HttpNotSent>(*fourth));
    QVERIFY(timer.elapsed() < 500);
}

void TstHttpCaller::neverCallsBackFromWithin() {
    HttpCaller::Limits none = limits();
    none.waiting = 0;
    HttpCaller caller(none);
    bool isCalled = false;
    caller.call(post(QUrl(QStringLiteral("http://127.0.0.1:1/"))), caller.deadlineFromNow(),
                [&](const HttpOutcome &) { isCalled = true; });
    QVERIFY(!isCalled);
    QTRY_VERIFY(isCalled);
}

void TstHttpCaller::mayBeDestroyedByItsOwnCallback() {
    ScriptedServer server(
        [](int) { return ScriptedServer::Step{ScriptedServer::answer(200, "{}")}; });
    auto caller = std::make_unique<HttpCaller>(limits());
    int answered = 0;
    for (int i = 0; i < 3; ++i) {
        caller->call(post(server.url()), caller->deadlineFromNow(), [&](const HttpOutcome &) {
            ++answered;
            caller.reset();
        });
    }
    QTRY_VERIFY(!caller);
    QTest::qWait(20);
    QCOMPARE(answered, 1);
}

void TstHttpCaller::dropsCallsWhenDestroyed() {
    ScriptedServer server([](int) { return ScriptedServer::Step{}; });
    bool isCalled = false;
    {
        HttpCaller::Limits one = limits();
        one.inFlight = 1;
        HttpCaller caller(one);
        for (int i = 0; i < 3; ++i) {
            caller.call(post(server.url()), caller.deadlineFromNow(),
                        [&](const HttpOutcome &) { isCalled = true; });
        }
        QTRY_COMPARE(server.requests().size(), 1);
    }
    QTest::qWait(20);
    QVERIFY(!isCalled);
}

void TstHttpCaller::saysNoUrlInItsDetails() {
    ScriptedServer server([](int) { return ScriptedServer::Step{{}, true}; });
    HttpCaller caller(limits());
    const auto outcome =
        outcomeOf(caller, post(server.url(QStringLiteral("/v1/billing/secret-key"))));
    QVERIFY(outcome && std::holds_alternative<HttpBroken>(*outcome));
    QVERIFY(!std::get<HttpBroken>(*outcome).detail.isEmpty());
    QVERIFY(!std::get<HttpBroken>(*outcome).detail.contains(QStringLiteral("secret-key")));
}

QTEST_GUILESS_MAIN(TstHttpCaller)
#include "TstHttpCaller.moc"
