// SPDX-License-Identifier: GPL-3.0-or-later
#include "StreamKit.h"

#include <memory>

using namespace std::chrono_literals;
using namespace soban::client;
using soban::contract::StreamSignal;
using Exchange = ScriptedServer::Exchange;
using State = StreamState;

/// The stream while WebSockets get through.
class TstEventStream : public QObject {
    Q_OBJECT

private slots:
    void asksWithTokenOriginAndPlace() {
        ScriptedServer server;
        server.takesWebSockets = true;
        StreamingClient client(server);
        client.stream.start(sequence(41));
        QTRY_COMPARE(client.stream.state(), State::Streaming);
        const auto &request = server.exchanges.first().request;
        QCOMPARE(request.path, kUpgrade);
        QCOMPARE(since(server.exchanges.first()), sequence(41).toText());
        QCOMPARE(request.headers.value("authorization"), QByteArray("Bearer access-1"));
        QCOMPARE(request.headers.value("origin"), server.address().origin().toLatin1());
    }

    void handsOutEventsInOrderAndMovesTheCursorAfterwards() {
        ScriptedServer server;
        server.takesWebSockets = true;
        StreamingClient client(server);
        QList<qint64> cursorAtEvent;
        connect(&client.stream, &EventStream::eventReceived, this,
                [&] { cursorAtEvent.append(client.stream.cursor()->number()); });
        client.stream.start(sequence(0));
        QTRY_COMPARE(server.webSockets.size(), 1);
        for (const qint64 number : {3, 5, 8})
            server.webSockets.first()->sendTextMessage(QString::fromUtf8(eventJson(number)));
        server.webSockets.first()->sendTextMessage(QString::fromUtf8(heartbeatJson(20)));
        QTRY_COMPARE(client.cursors, (QList<qint64>{3, 5, 8, 20}));
        QCOMPARE(client.received, (QList<qint64>{3, 5, 8}));
        QCOMPARE(cursorAtEvent, (QList<qint64>{0, 3, 5}));
    }

    void tellsThatNoCardCanBeCharged() { // N5
        ScriptedServer server;
        server.takesWebSockets = true;
        StreamingClient client(server);
        QList<bool> told;
        connect(&client.stream, &EventStream::cardPaymentChanged, this,
                [&](bool isDown) { told.append(isDown); });
        client.stream.start(sequence(0));
        QTRY_COMPARE(server.webSockets.size(), 1);
        const auto note = [](std::optional<bool> isDown, qint64 number) {
            return QString::fromUtf8(soban::contract::encode(
                soban::contract::StreamNote{StreamSignal::Heartbeat, sequence(number), isDown}));
        };
        for (const QString &text : {note({}, 1), note(true, 1), note(true, 2), note({}, 2)})
            server.webSockets.first()->sendTextMessage(text);
        QTRY_COMPARE(told, (QList<bool>{true, false}));
        QVERIFY(!client.stream.isCardPaymentDown());
    }

    void dropsDuplicates() { // G8
        ScriptedServer server;
        server.takesWebSockets = true;
        StreamingClient client(server);
        client.stream.start(sequence(2));
        QTRY_COMPARE(server.webSockets.size(), 1);
        for (const qint64 number : {1, 2, 3, 3, 2, 4, 4})
            server.webSockets.first()->sendTextMessage(QString::fromUtf8(eventJson(number)));
        server.webSockets.first()->sendTextMessage(QString::fromUtf8(heartbeatJson(3)));
        server.webSockets.first()->sendTextMessage(QString::fromUtf8(eventJson(5)));
        QTRY_COMPARE(client.received, (QList<qint64>{3, 4, 5}));
        QCOMPARE(client.cursors, (QList<qint64>{3, 4, 5}));
    }

    // Qt's client takes the codes of a restart for errors of the protocol (1002); whatever ended
    // it, the stream comes back.
    void resumesWhereItWas_data() { // G8 G16
        QTest::addColumn<int>("code");
        QTest::newRow("G8 1000 normal") << 1000;
        QTest::newRow("G8 1001 going away") << 1001;
        QTest::newRow("G8 1002 protocol") << 1002;
        QTest::newRow("G8 1006 torn off") << 1006;
        QTest::newRow("G16 1012 restart") << 1012;
        QTest::newRow("G8 1013 try again later") << 1013;
    }
    void resumesWhereItWas() {
        QFETCH(int, code);
        ScriptedServer server;
        server.takesWebSockets = true;
        StreamingClient client(server);
        client.stream.start(sequence(0));
        QTRY_COMPARE(server.webSockets.size(), 1);
        server.webSockets.first()->sendTextMessage(QString::fromUtf8(eventJson(7)));
        QTRY_COMPARE(client.received.size(), 1);
        if (code == 1006)
            server.webSockets.first()->abort();
        else
            server.webSockets.first()->close(QWebSocketProtocol::CloseCode(code));
        QTRY_COMPARE(server.requestsTo(kUpgrade).size(), 2);
        QCOMPARE(since(server.exchanges.last()), sequence(7).toText());
        QTRY_COMPARE(client.stream.state(), State::Streaming);
        QCOMPARE(client.states, (QList<State>{State::Streaming, State::Offline, State::Streaming}));
    }

    void comesBackAfterAnOutage() {
        ScriptedServer server;
        server.takesWebSockets = true;
        StreamingClient client(server);
        client.stream.start(sequence(4));
        QTRY_COMPARE(client.stream.state(), State::Streaming);
        QTRY_COMPARE(server.webSockets.size(), 1);
        server.stopListening();
        server.hangUpAll();
        QTRY_COMPARE(client.stream.state(), State::Offline);
        QTest::qWait(100); // some attempts
        QCOMPARE(client.stream.state(), State::Offline);
        QVERIFY(server.listenAgain());
        QTRY_COMPARE(server.webSockets.size(), 1);
        server.webSockets.first()->sendTextMessage(QString::fromUtf8(eventJson(5)));
        QTRY_COMPARE(client.received, QList<qint64>{5});
        QCOMPARE(client.stream.state(), State::Streaming);
    }

    void skipsEventsOfUnknownTypes() {
        ScriptedServer server;
        server.takesWebSockets = true;
        StreamingClient client(server);
        client.stream.start(sequence(0));
        QTRY_COMPARE(server.webSockets.size(), 1);
        QTest::ignoreMessage(QtInfoMsg, "an event of the unknown type soban.tea.served is skipped");
        server.webSockets.first()->sendTextMessage(QString::fromUtf8(unknownEventJson(1)));
        server.webSockets.first()->sendTextMessage(QString::fromUtf8(eventJson(2)));
        QTRY_COMPARE(client.received, QList<qint64>{2});
        QCOMPARE(client.cursors, (QList<qint64>{1, 2}));
        QVERIFY(client.resyncs.isEmpty());
        QCOMPARE(server.webSockets.size(), 1);
    }

    void asksToLoadAfreshWhenAnEventIsDamaged() {
        ScriptedServer server;
        server.takesWebSockets = true;
        StreamingClient client(server);
        client.stream.start(sequence(0));
        QTRY_COMPARE(server.webSockets.size(), 1);
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("cannot be read")));
        server.webSockets.first()->sendTextMessage(
            QString::fromUtf8(eventJson(6).replace("\"specversion\":\"1.0\",", "")));
        server.webSockets.first()->sendTextMessage(QString::fromUtf8(eventJson(7)));
        QTRY_COMPARE(client.received, QList<qint64>{7});
        QCOMPARE(client.resyncs, QList<qint64>{6});
    }

    void goesOnFromWhereAResyncSays() { // G9
        ScriptedServer server;
        server.takesWebSockets = true;
        StreamingClient client(server);
        client.stream.start(sequence(90));
        QTRY_COMPARE(server.webSockets.size(), 1);
        // Also backwards: the server may have been restored from a copy.
        server.webSockets.first()->sendTextMessage(
            QString::fromUtf8(noteJson(StreamSignal::Resync, 50)));
        server.webSockets.first()->sendTextMessage(QString::fromUtf8(eventJson(51)));
        QTRY_COMPARE(client.received, QList<qint64>{51});
        QCOMPARE(client.resyncs, QList<qint64>{50});
        QCOMPARE(client.cursors, (QList<qint64>{50, 51}));
    }

    void takesNoMessageBeyondItsLimit() {
        ScriptedServer server;
        server.takesWebSockets = true;
        StreamingClient client(server);
        client.stream.start(sequence(0));
        QTRY_COMPARE(server.webSockets.size(), 1);
        server.webSockets.first()->sendTextMessage(QString(70'000, u'x'));
        QTRY_COMPARE(server.requestsTo(kUpgrade).size(), 2); // cut off, and begun again
        QVERIFY(client.received.isEmpty());
    }

    void startsFromNowOnWithoutAPlaceAndAsksToLoadWhatWasBefore() { // G9
        ScriptedServer server;
        server.takesWebSockets = true;
        StreamingClient client(server);
        client.stream.start(std::nullopt);
        QTRY_COMPARE(server.webSockets.size(), 1);
        QVERIFY(!server.exchanges.first().request.query.hasQueryItem(QStringLiteral("since")));
        server.webSockets.first()->sendTextMessage(QString::fromUtf8(heartbeatJson(33)));
        QTRY_COMPARE(client.cursors, QList<qint64>{33});
        QCOMPARE(client.resyncs, QList<qint64>{33});
        server.webSockets.first()->sendTextMessage(QString::fromUtf8(heartbeatJson(35)));
        QTRY_COMPARE(client.cursors, (QList<qint64>{33, 35}));
        QCOMPARE(client.resyncs, QList<qint64>{33});
    }

    void followsTheSession() {
        ScriptedServer server;
        server.takesWebSockets = true;
        server.onRequest = [](const Exchange &exchange) {
            exchange.answer(201, soban::contract::encode(tokens(2, soban::SystemClock().now())));
        };
        StreamingClient client(server);
        client.stream.start(sequence(0));
        QTRY_COMPARE(client.stream.state(), State::Streaming);
        client.session.signOut();
        QCOMPARE(client.stream.state(), State::Offline);
        QTRY_VERIFY(server.webSockets.isEmpty());
        client.session.signIn({QStringLiteral("owner"), QStringLiteral("secret12")}, this,
                              [](const auto &) {});
        QTRY_COMPARE(client.stream.state(), State::Streaming);
        QCOMPARE(server.exchanges.last().request.headers.value("authorization"),
                 QByteArray("Bearer access-2"));
    }

    void stopsForGood() {
        ScriptedServer server;
        server.takesWebSockets = true;
        StreamingClient client(server);
        client.stream.start(sequence(0));
        QTRY_COMPARE(server.webSockets.size(), 1);
        connect(&client.stream, &EventStream::eventReceived, this, [&] { client.stream.stop(); });
        server.webSockets.first()->sendTextMessage(QString::fromUtf8(eventJson(1)));
        server.webSockets.first()->sendTextMessage(QString::fromUtf8(eventJson(2)));
        QTRY_VERIFY(server.webSockets.isEmpty());
        QTest::qWait(100); // in which nothing may happen
        QCOMPARE(client.received, QList<qint64>{1});
        QCOMPARE(client.stream.state(), State::Offline);
        QCOMPARE(server.exchanges.size(), 1);
    }

    void mayBeDestroyedFromItsSignals() {
        ScriptedServer server;
        server.takesWebSockets = true;
        SignedInClient client(server);
        auto stream = std::make_unique<EventStream>(client.api, quickStream());
        connect(stream.get(), &EventStream::eventReceived, this, [&stream] { stream.reset(); });
        stream->start(sequence(0));
        QTRY_COMPARE(server.webSockets.size(), 1);
        server.webSockets.first()->sendTextMessage(QString::fromUtf8(eventJson(1)));
        QTRY_VERIFY(!stream);
        QTRY_VERIFY(server.webSockets.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TstEventStream)
#include "TstEventStream.moc"
