// SPDX-License-Identifier: GPL-3.0-or-later
#include "StreamKit.h"

using namespace std::chrono_literals;
using namespace soban::client;
using soban::contract::ErrorCode;
using Exchange = ScriptedServer::Exchange;
using State = StreamState;

namespace {

bool isPoll(const Exchange &exchange) {
    return exchange.request.path == kPoll;
}

bool mayWait(const Exchange &exchange) {
    return exchange.request.query.queryItemValue(QStringLiteral("waitMs")) != u"0";
}

/// Answers polls by what `events` holds beyond `since`, and holds those that have nothing to tell.
std::function<void(const Exchange &)> servePolls(const QList<qint64> &events) {
    return [&events](const Exchange &exchange) {
        if (!isPoll(exchange)) {
            refuse(exchange, ErrorCode::UpgradeRequired);
            return;
        }
        const qint64 from = since(exchange).toLongLong();
        QByteArrayList fresh;
        for (const qint64 number : events) {
            if (number > from)
                fresh.append(eventJson(number));
        }
        if (!fresh.isEmpty() || !mayWait(exchange))
            exchange.answer(200, pageJson(fresh, events.isEmpty() ? from : events.last()));
    };
}

} // namespace

/// The stream while WebSockets do not get through.
class TstEventStreamPolling : public QObject {
    Q_OBJECT

private slots:
    void pollsWhenTheUpgradeIsRefused() {
        ScriptedServer server;
        QList<qint64> events{3, 4};
        server.onRequest = servePolls(events);
        StreamingClient client(server);
        client.stream.start(sequence(2));
        QTRY_COMPARE(client.received, (QList<qint64>{3, 4}));
        QCOMPARE(client.states, QList<State>{State::Polling});
        QTRY_COMPARE(since(server.requestsTo(kPoll).last()), sequence(4).toText());
        const Exchange held = server.requestsTo(kPoll).last();
        QVERIFY(mayWait(held));
        events.append(9);
        held.answer(200, pageJson({eventJson(9)}, 12));
        QTRY_COMPARE(client.received, (QList<qint64>{3, 4, 9}));
        QCOMPARE(client.cursors, (QList<qint64>{3, 4, 9, 12}));
    }

    void pollsWhenTheWebSocketStaysSilent() {
        ScriptedServer server;
        server.takesWebSockets = true; // but nothing comes through
        const QList<qint64> events{1};
        server.onRequest = servePolls(events);
        StreamingClient client(server);
        QElapsedTimer timer;
        timer.start();
        client.stream.start(sequence(0));
        QTRY_COMPARE(client.received, QList<qint64>{1});
        QVERIFY(timer.elapsed() >= 400);
        QVERIFY(timer.elapsed() < 2000);
        QCOMPARE(client.stream.state(), State::Polling);
        QCOMPARE(client.states, (QList<State>{State::Streaming, State::Polling}));
        // A silent WebSocket that is tried again does not end the polling.
        QTRY_COMPARE(server.requestsTo(kUpgrade).size(), 3);
        QCOMPARE(client.stream.state(), State::Polling);
    }

    void pollsWhenTheUpgradeIsNeverAnswered() {
        ScriptedServer server;
        const QList<qint64> events{1};
        const auto polls = servePolls(events);
        server.onRequest = [&polls](const Exchange &exchange) {
            if (isPoll(exchange))
                polls(exchange);
        };
        StreamingClient client(server);
        client.stream.start(sequence(0));
        QTRY_COMPARE(client.received, QList<qint64>{1});
        QCOMPARE(client.stream.state(), State::Polling);
    }

    void heartbeatsKeepAWebSocketAlive() {
        ScriptedServer server;
        server.takesWebSockets = true;
        StreamingClient client(server);
        client.stream.start(sequence(0));
        QTRY_COMPARE(server.webSockets.size(), 1);
        QTimer beat;
        connect(&beat, &QTimer::timeout, this, [&server] {
            for (QWebSocket *socket : std::as_const(server.webSockets))
                socket->sendTextMessage(QString::fromUtf8(heartbeatJson(1)));
        });
        beat.start(100ms);
        QTest::qWait(1000); // longer than a silent one is put up with
        QCOMPARE(client.states, QList<State>{State::Streaming});
        QCOMPARE(server.exchanges.size(), 1);
    }

    void goesBackToTheWebSocketOnceItSpeaks() {
        ScriptedServer server;
        const QList<qint64> events{1};
        server.onRequest = servePolls(events);
        StreamingClient client(server);
        client.stream.start(sequence(0));
        QTRY_COMPARE(client.stream.state(), State::Polling);
        QTRY_VERIFY(!server.requestsTo(kPoll).isEmpty() &&
                    mayWait(server.requestsTo(kPoll).last()));
        server.takesWebSockets = true;
        QTRY_COMPARE(server.webSockets.size(), 1);
        QCOMPARE(client.stream.state(), State::Polling); // it has not proved itself
        const Exchange held = server.requestsTo(kPoll).last();
        server.webSockets.first()->sendTextMessage(QString::fromUtf8(eventJson(2)));
        QTRY_COMPARE(client.stream.state(), State::Streaming);
        QTRY_VERIFY(!held.isOpen()); // the poll is given up
        QCOMPARE(client.received, (QList<qint64>{1, 2}));
        const qsizetype polls = server.requestsTo(kPoll).size();
        QTest::qWait(100); // in which nothing may happen
        QCOMPARE(server.requestsTo(kPoll).size(), polls);
    }

    void losesAndDoublesNothingBetweenTheTwo() { // G8
        ScriptedServer server;
        QList<qint64> events;
        server.onRequest = servePolls(events);
        connect(&server, &ScriptedServer::upgraded, this, [&](QWebSocket *socket) {
            const qint64 from = since(server.requestsTo(kUpgrade).last()).toLongLong();
            for (const qint64 number : std::as_const(events)) {
                if (number > from)
                    socket->sendTextMessage(QString::fromUtf8(eventJson(number)));
            }
            socket->sendTextMessage(QString::fromUtf8(heartbeatJson(events.last())));
        });
        StreamingClient client(server);
        client.stream.start(sequence(0));
        QList<qint64> expected;
        for (int round = 0; round < 6; ++round) {
            server.takesWebSockets = round % 2 == 1;
            for (int i = 0; i < 5; ++i) {
                events.append(events.size() * 2 + 1);
                expected.append(events.last());
            }
            server.hangUpAll();
            QTRY_COMPARE(client.stream.state(), round % 2 == 1 ? State::Streaming : State::Polling);
            QTRY_COMPARE(client.received, expected);
        }
    }

    void loadsAfreshWhenItsPlaceIsGone() { // G9
        ScriptedServer server;
        server.onRequest = [](const Exchange &exchange) {
            if (!isPoll(exchange))
                refuse(exchange, ErrorCode::UpgradeRequired);
            else if (since(exchange) == sequence(5).toText())
                refuse(exchange, ErrorCode::Gone);
            else if (since(exchange).isEmpty())
                exchange.answer(200, pageJson({}, 70));
            else if (since(exchange) == sequence(70).toText())
                exchange.answer(200, pageJson({eventJson(71)}, 71));
        };
        StreamingClient client(server);
        client.stream.start(sequence(5));
        QTRY_COMPARE(client.received, QList<qint64>{71});
        QCOMPARE(client.resyncs, QList<qint64>{70});
        QCOMPARE(client.cursors, (QList<qint64>{70, 71}));
        QCOMPARE(client.states, QList<State>{State::Polling});
    }

    void loadsAfreshAlsoIfTheWebSocketIsFirst_data() { // G9
        QTest::addColumn<QByteArray>("first");
        QTest::newRow("G9 heartbeat") << heartbeatJson(70);
        QTest::newRow("G9 event") << eventJson(70);
        QTest::newRow("G9 event of an unknown type") << unknownEventJson(70);
    }
    void loadsAfreshAlsoIfTheWebSocketIsFirst() {
        QFETCH(QByteArray, first);
        ScriptedServer server;
        int answered = 0;
        server.onRequest = [&](const Exchange &exchange) {
            if (!isPoll(exchange)) {
                refuse(exchange, ErrorCode::UpgradeRequired);
            } else if (!since(exchange).isEmpty() && ++answered == 1) {
                exchange.answer(200, pageJson({}, 5));
            } else if (!since(exchange).isEmpty()) {
                server.takesWebSockets = true;
                refuse(exchange, ErrorCode::Gone);
            } // the next one, from where the log stands now, is left waiting
        };
        StreamingClient client(server);
        client.stream.start(sequence(5));
        QTRY_COMPARE(server.webSockets.size(), 1);
        server.webSockets.first()->sendTextMessage(QString::fromUtf8(first));
        QTRY_COMPARE(client.resyncs, QList<qint64>{70});
        server.webSockets.first()->sendTextMessage(QString::fromUtf8(eventJson(71)));
        QTRY_COMPARE(client.received, QList<qint64>{71}); // 70 is in what was loaded
        QCOMPARE(client.resyncs, QList<qint64>{70});
    }

    void refreshesAnOutdatedToken() {
        ScriptedServer server;
        server.takesWebSockets = false;
        server.onRequest = [&server](const Exchange &exchange) {
            const bool isGood =
                exchange.request.headers.value("authorization") == "Bearer access-2";
            if (exchange.request.path.endsWith(u"/refresh")) {
                server.takesWebSockets = true;
                exchange.answer(200,
                                soban::contract::encode(tokens(2, soban::SystemClock().now())));
            } else if (!isGood) {
                refuse(exchange, ErrorCode::Unauthenticated);
            } else {
                exchange.answer(200, pageJson({}, 5));
            }
        };
        auto options = quickStream();
        options.retryWebSocket = {1h, 1h}; // so that only the new token brings it back
        StreamingClient client(server, options);
        client.stream.start(sequence(5));
        QTRY_COMPARE(server.webSockets.size(), 1);
        QCOMPARE(server.requestsTo(kUpgrade).last().request.headers.value("authorization"),
                 QByteArray("Bearer access-2"));
        server.webSockets.first()->sendTextMessage(QString::fromUtf8(heartbeatJson(5)));
        QTRY_COMPARE(client.stream.state(), State::Streaming);
        QCOMPARE(server.requestsTo(QStringLiteral("/api/v1/sessions/refresh")).size(), 1);
    }

    void endsWithTheSession() {
        ScriptedServer server;
        server.onRequest = [](const Exchange &e) { refuse(e, ErrorCode::Unauthenticated); };
        StreamingClient client(server);
        QSignalSpy expired(&client.session, &Session::expired);
        client.stream.start(sequence(5));
        QTRY_COMPARE(expired.size(), 1);
        QCOMPARE(client.stream.state(), State::Offline);
        const qsizetype before = server.exchanges.size();
        QTest::qWait(150); // in which nothing may happen
        QCOMPARE(server.exchanges.size(), before);
    }

    void doesNotHammerAServerThatHoldsNoPolls() {
        ScriptedServer server;
        server.onRequest = [](const Exchange &exchange) {
            if (isPoll(exchange))
                exchange.answer(200, pageJson({}, 5));
            else
                refuse(exchange, ErrorCode::UpgradeRequired);
        };
        auto options = quickStream();
        options.pollGap = 100ms;
        StreamingClient client(server, options);
        client.stream.start(sequence(5));
        QTest::qWait(1000);
        QVERIFY(server.requestsTo(kPoll).size() >= 2);
        QVERIFY(server.requestsTo(kPoll).size() <= 11);
    }

    void backsOffWhileNothingWorks() {
        ScriptedServer server;
        server.onRequest = [](const Exchange &e) { refuse(e, ErrorCode::Unavailable); };
        auto options = quickStream();
        options.reconnect = {100ms, 100ms};
        StreamingClient client(server, options);
        client.stream.start(sequence(5));
        QTest::qWait(1000);
        QCOMPARE(client.stream.state(), State::Offline);
        QVERIFY(server.requestsTo(kPoll).size() >= 3);
        QVERIFY(server.requestsTo(kPoll).size() <= 21); // one per attempt, 50 to 100 ms apart
    }
};

QTEST_GUILESS_MAIN(TstEventStreamPolling)
#include "TstEventStreamPolling.moc"
