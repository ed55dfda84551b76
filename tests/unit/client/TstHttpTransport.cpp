// SPDX-License-Identifier: GPL-3.0-or-later
#include "ScriptedServer.h"

#include "client/HttpTransport.h"

#include <QTest>

#include <algorithm>
#include <memory>

using namespace std::chrono_literals;
using namespace soban::client;
using soban::contract::HttpMethod;

/// What became of calls, in the order in which they ended.
struct Outcomes {
    QList<Outcome> all;

    HttpTransport::Callback collect() {
        return [this](const Outcome &outcome) { all.append(outcome); };
    }
    template <typename Kind>
    const Kind *last() const {
        return all.isEmpty() ? nullptr : std::get_if<Kind>(&all.last());
    }
};

class TstHttpTransport : public QObject {
    Q_OBJECT

    static HttpRequest request(const ScriptedServer &server, HttpMethod method = HttpMethod::Get) {
        HttpRequest made{server.address(), method, QStringLiteral("/x")};
        if (method == HttpMethod::Post)
            made.headers.append(HttpHeader{"Idempotency-Key", "key-12345"});
        return made;
    }

private slots:
    void tellsAnAnswer_data() {
        QTest::addColumn<int>("status");
        for (const int status : {200, 201, 204, 301, 400, 401, 404, 409, 426, 429, 500, 503})
            QTest::addRow("%d", status) << status;
    }
    void tellsAnAnswer() {
        QFETCH(int, status);
        ScriptedServer server;
        server.onRequest = [status](const ScriptedServer::Exchange &exchange) {
            exchange.answer(status, status == 204 ? "" : "body",
                            "X-Thing: yes\r\nLocation: http://127.0.0.1:1/\r\n");
        };
        HttpTransport transport;
        Outcomes outcomes;
        transport.send(request(server, HttpMethod::Post), this, outcomes.collect());
        QTRY_COMPARE(outcomes.all.size(), 1);
        const auto *answered = outcomes.last<Answered>();
        QVERIFY(answered);
        QCOMPARE(answered->status, status);
        QCOMPARE(answered->header("x-thing"), QByteArray("yes"));
        QCOMPARE(answered->body, QByteArray(status == 204 ? "" : "body"));
        QCOMPARE(server.exchanges.size(), 1); // redirects are not followed
    }

    void sendsEachMethodWithItsBody_data() {
        QTest::addColumn<int>("method");
        QTest::addColumn<QByteArray>("name");
        QTest::newRow("GET") << int(HttpMethod::Get) << QByteArray("GET");
        QTest::newRow("POST") << int(HttpMethod::Post) << QByteArray("POST");
        QTest::newRow("PUT") << int(HttpMethod::Put) << QByteArray("PUT");
        QTest::newRow("POST without body") << int(HttpMethod::Post) << QByteArray("POST");
        QTest::newRow("DELETE") << int(HttpMethod::Delete) << QByteArray("DELETE");
    }
    void sendsEachMethodWithItsBody() {
        QFETCH(int, method);
        QFETCH(QByteArray, name);
        ScriptedServer server;
        HttpTransport transport;
        HttpRequest made = request(server, HttpMethod(method));
        const bool takesBody = name.startsWith('P');
        made.body =
            takesBody && !QByteArray(QTest::currentDataTag()).contains("without") ? "{}" : "";
        transport.send(made, this, [](const Outcome &) {});
        QTRY_COMPARE(server.exchanges.size(), 1);
        QCOMPARE(server.exchanges.first().request.method, name);
        QCOMPARE(server.exchanges.first().request.body, made.body);
        const auto headers = server.exchanges.first().request.headers;
        QCOMPARE(headers.value("content-type"), QByteArray(takesBody ? "application/json" : ""));
        QCOMPARE(headers.contains("content-length"), takesBody);
    }

    void knowsThatNothingWasSentToAClosedPort() {
        ScriptedServer server;
        server.stopListening();
        HttpTransport transport;
        Outcomes outcomes;
        transport.send(request(server, HttpMethod::Post), this, outcomes.collect());
        QTRY_COMPARE(outcomes.all.size(), 1);
        QVERIFY(outcomes.last<NotSent>());
        QCOMPARE(outcomes.last<NotSent>()->why, NotSent::Why::Unreachable);
    }

    void doesNotKnowWhenTheAnswerDoesNotCome() {
        ScriptedServer server;
        server.onRequest = [](const ScriptedServer::Exchange &exchange) { exchange.hangUp(); };
        HttpTransport transport;
        Outcomes outcomes;
        transport.send(request(server, HttpMethod::Post), this, outcomes.collect());
        QTRY_COMPARE(outcomes.all.size(), 1);
        QVERIFY(outcomes.last<Unknown>());
    }

    void doesNotKnowWhenTheAnswerIsCutOff_data() {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("200") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"a\":");
        QTest::newRow("404") << QByteArray("HTTP/1.1 404 No\r\nContent-Length: 100\r\n\r\n{\"a\":");
        QTest::newRow("chunked") << QByteArray(
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n{\"a\":\r\n");
        QTest::newRow("headers") << QByteArray("HTTP/1.1 200 OK\r\nContent-Le");
    }
    void doesNotKnowWhenTheAnswerIsCutOff() {
        QFETCH(QByteArray, bytes);
        ScriptedServer server;
        server.onRequest = [bytes](const ScriptedServer::Exchange &exchange) {
            exchange.raw(bytes);
            exchange.hangUp();
        };
        HttpTransport transport;
        Outcomes outcomes;
        transport.send(request(server), this, outcomes.collect());
        QTRY_COMPARE(outcomes.all.size(), 1);
        QVERIFY(outcomes.last<Unknown>());
    }

    void repeatsByItselfOnlyWithTheSameKey() {
        ScriptedServer server;
        int received = 0;
        server.onRequest = [&received](const ScriptedServer::Exchange &exchange) {
            if (++received == 2)
                exchange.hangUp(); // a kept-alive connection that drops: Qt sends again by itself
            else
                exchange.answer(200, "{}");
        };
        HttpTransport transport({.managers = 1});
        Outcomes outcomes;
        transport.send(request(server), this, outcomes.collect());
        QTRY_COMPARE(outcomes.all.size(), 1);
        transport.send(request(server, HttpMethod::Post), this, outcomes.collect());
        QTRY_COMPARE(outcomes.all.size(), 2);
        QVERIFY(outcomes.last<Answered>());
        QCOMPARE(server.exchanges.size(), 3);
        QCOMPARE(server.exchanges.at(1).request.headers.value("idempotency-key"),
                 QByteArray("key-12345"));
        QCOMPARE(server.exchanges.at(2).request.headers.value("idempotency-key"),
                 QByteArray("key-12345"));
    }

    void doesNotKnowWhenOnlyTheSilentRepetitionWasRefused_data() {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("with a body") << QByteArray("{}");
        QTest::newRow("without") << QByteArray();
    }
    void doesNotKnowWhenOnlyTheSilentRepetitionWasRefused() {
        QFETCH(QByteArray, body);
        ScriptedServer server;
        int received = 0;
        server.onRequest = [&received, &server](const ScriptedServer::Exchange &exchange) {
            if (++received == 1) {
                exchange.answer(200, "{}");
            } else { // the server dies after it has done the work
                server.stopListening();
                exchange.hangUp();
            }
        };
        HttpTransport transport({.managers = 1});
        Outcomes outcomes;
        transport.send(request(server), this, outcomes.collect());
        QTRY_COMPARE(outcomes.all.size(), 1);
        HttpRequest post = request(server, HttpMethod::Post);
        post.body = body;
        transport.send(post, this, outcomes.collect());
        QTRY_COMPARE(outcomes.all.size(), 2);
        QCOMPARE(received, 2);
        QVERIFY(outcomes.last<Unknown>());
    }

    void limitsTheTimeOfEachCallFromItsSending() {
        ScriptedServer server; // answers nothing
        HttpTransport transport({.managers = 1, .perManager = 1, .queueWait = 10s});
        Outcomes outcomes;
        HttpRequest slow = request(server);
        slow.timeLimit = 150ms;
        HttpRequest quick = request(server);
        quick.timeLimit = 100ms;
        transport.send(slow, this, outcomes.collect());
        transport.send(quick, this, outcomes.collect());
        QTRY_COMPARE(outcomes.all.size(), 2);
        QCOMPARE(outcomes.last<Unknown>()->why, Unknown::Why::TimedOut);
        QCOMPARE(server.exchanges.size(),
                 2); // the second waited longer than its limit, yet was sent
    }

    void limitsTheSizeOfAnswers() {
        ScriptedServer server;
        server.onRequest = [](const ScriptedServer::Exchange &exchange) {
            exchange.answer(200, QByteArray(20'000, 'x'));
        };
        HttpTransport transport({.answerLimitBytes = 10'000});
        Outcomes outcomes;
        transport.send(request(server), this, outcomes.collect());
        QTRY_COMPARE(outcomes.all.size(), 1);
        QVERIFY(outcomes.last<Unknown>());
        QCOMPARE(outcomes.last<Unknown>()->why, Unknown::Why::TooLarge);
    }

    void refusesAtOnceWhenTheQueueIsFull() {
        ScriptedServer server;
        HttpTransport transport({.managers = 1, .perManager = 2, .queueLimit = 3});
        Outcomes outcomes;
        for (int i = 0; i < 6; ++i)
            transport.send(request(server), this, outcomes.collect());
        QCOMPARE(transport.inFlight(), 2);
        QCOMPARE(transport.queued(), 3);
        QVERIFY(outcomes.all.isEmpty()); // never from within `send`
        QTRY_COMPARE(outcomes.all.size(), 1);
        QCOMPARE(outcomes.last<NotSent>()->why, NotSent::Why::QueueFull);
        QTRY_COMPARE(server.exchanges.size(), 2);
    }

    void refusesWhatWaitedTooLongInTheQueue() {
        ScriptedServer server;
        HttpTransport transport({.managers = 1, .perManager = 1, .queueWait = 50ms});
        Outcomes outcomes;
        transport.send(request(server), this, outcomes.collect());
        transport.send(request(server), this, outcomes.collect());
        QTRY_COMPARE(outcomes.all.size(), 1);
        QCOMPARE(outcomes.last<NotSent>()->why, NotSent::Why::QueueWait);
        QCOMPARE(server.exchanges.size(), 1);
    }

    void sendsTheQueueAsConnectionsBecomeFree() {
        ScriptedServer server;
        int open = 0;
        int mostOpen = 0;
        QList<ScriptedServer::Exchange> held;
        server.onRequest = [&](const ScriptedServer::Exchange &exchange) {
            mostOpen = std::max(mostOpen, ++open);
            held.append(exchange);
        };
        HttpTransport transport({.managers = 2, .perManager = 3, .queueLimit = 100});
        Outcomes outcomes;
        for (int i = 0; i < 40; ++i)
            transport.send(request(server), this, outcomes.collect());
        while (outcomes.all.size() < 40) {
            QTRY_COMPARE(held.size(), std::min<qsizetype>(6, 40 - outcomes.all.size()));
            const qsizetype before = outcomes.all.size();
            held.takeFirst().answer(200);
            --open;
            QTRY_COMPARE(outcomes.all.size(), before + 1);
        }
        QCOMPARE(mostOpen, 6);
        QVERIFY(server.connections <= 6);
    }

    void longPollsNeverTakeAllConnections() {
        ScriptedServer server;
        HttpTransport transport({.managers = 1, .perManager = 4});
        HttpRequest patient = request(server);
        patient.lane = Lane::Patient;
        for (int i = 0; i < 10; ++i)
            transport.send(patient, this, [](const Outcome &) {});
        QTRY_COMPARE(server.exchanges.size(), 2);
        transport.send(request(server, HttpMethod::Post), this, [](const Outcome &) {});
        QTRY_COMPARE(server.exchanges.size(), 3);
        QCOMPARE(server.exchanges.last().request.method, QByteArray("POST"));
    }

    void forgetsCallsWhoseAskerHasGone() {
        ScriptedServer server;
        HttpTransport transport({.managers = 1, .perManager = 1});
        Outcomes outcomes;
        auto asker = std::make_unique<QObject>();
        transport.send(request(server), asker.get(), outcomes.collect());
        transport.send(request(server), asker.get(), outcomes.collect());
        QTRY_COMPARE(server.exchanges.size(), 1);
        asker.reset();
        QCOMPARE(transport.inFlight(), 0);
        QCOMPARE(transport.queued(), 0);
        QTRY_VERIFY(!server.exchanges.first().isOpen());
        QVERIFY(outcomes.all.isEmpty());
    }

    void letsACommandRunToItsEndWhenItsAskerHasGone() {
        ScriptedServer server;
        HttpTransport transport;
        Outcomes outcomes;
        auto asker = std::make_unique<QObject>();
        transport.send(request(server, HttpMethod::Post), asker.get(), outcomes.collect());
        QTRY_COMPARE(server.exchanges.size(), 1);
        asker.reset();
        QCOMPARE(transport.inFlight(), 1);
        server.exchanges.first().answer(200);
        QTRY_COMPARE(transport.inFlight(), 0);
        QVERIFY(outcomes.all.isEmpty());
    }

    void mayBeDestroyedFromACallback() {
        ScriptedServer server;
        server.onRequest = [](const ScriptedServer::Exchange &exchange) { exchange.answer(200); };
        auto transport = std::make_unique<HttpTransport>();
        bool isDone = false;
        for (int i = 0; i < 3; ++i) {
            transport->send(request(server), this, [&](const Outcome &) {
                QVERIFY(!isDone);
                isDone = true;
                transport.reset();
            });
        }
        QTRY_VERIFY(isDone);
    }
};

QTEST_GUILESS_MAIN(TstHttpTransport)
#include "TstHttpTransport.moc"
