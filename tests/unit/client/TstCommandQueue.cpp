// SPDX-License-Identifier: GPL-3.0-or-later
#include "ClientTestKit.h"

#include "client/CommandQueue.h"
#include "client/Promise.h"

#include <QSignalSpy>

#include <memory>

using namespace std::chrono_literals;
using namespace soban::client;
using soban::OrderId;
using soban::contract::ErrorCode;
using soban::contract::TicketView;
using Exchange = ScriptedServer::Exchange;

namespace {

QByteArray keyOf(const Exchange &exchange) {
    return exchange.request.headers.value("idempotency-key");
}

/// A journal whose disk the test holds in its hand.
class HeldJournal : public CommandJournal {
public:
    QList<CommandRecord> load() override { return kept; }
    void append(const CommandRecord &record, QObject *, std::function<void(bool)> stored) override {
        kept.append(record);
        waiting.append(std::move(stored));
    }
    void remove(const QString &key) override { removed.append(key); }

    QList<CommandRecord> kept;
    QList<std::function<void(bool)>> waiting;
    QStringList removed;
};

struct QueuedClient : SignedInClient {
    explicit QueuedClient(const ScriptedServer &server)
        : SignedInClient(server), queue(api, journal, clock, {.retry = quickBackoff()}) {}

    MemoryJournal journal;
    CommandQueue queue;

    QString start(qint64 order) { return queue.submit(calls::startTicket(orderId(order), 1)); }
    QString finish(qint64 order) { return queue.submit(calls::finishTicket(orderId(order), 2)); }
};

} // namespace

class TstCommandQueue : public QObject {
    Q_OBJECT

private slots:
    void answersItsAskerAndTheListeners() {
        ScriptedServer server;
        server.onRequest = [](const Exchange &exchange) { exchange.answer(204); };
        QueuedClient client(server);
        QSignalSpy answered(&client.queue, &CommandQueue::commandAnswered);
        int answers = 0;
        const QString key = client.queue.submit(
            calls::giveBackDelivery(orderId(1), {soban::DeliveryState::Claimed, {}}), this,
            Callback<soban::contract::Nothing>([&answers](const auto &nothing) {
                QVERIFY(nothing.ok());
                ++answers;
            }));
        QCOMPARE(client.queue.pending(), 1);
        QTRY_COMPARE(answers, 1);
        QCOMPARE(client.queue.pending(), 0);
        QCOMPARE(answered.size(), 1);
        QCOMPARE(answered.first().at(0).toString(), key);
        QCOMPARE(keyOf(server.exchanges.first()), key.toLatin1());
    }

    void sendsNothingBeforeItIsStored() {
        ScriptedServer server;
        SignedInClient client(server);
        HeldJournal journal;
        CommandQueue queue(client.api, journal, client.clock, {.retry = quickBackoff()});
        const QString key = queue.submit(calls::startTicket(orderId(1), 1));
        QCOMPARE(journal.kept.first().call.key, key);
        QTest::qWait(50); // in which nothing may happen
        QVERIFY(server.exchanges.isEmpty());
        journal.waiting.takeFirst()(true);
        QTRY_COMPARE(server.exchanges.size(), 1);
        QVERIFY(journal.removed.isEmpty());
        answerTicket(server.exchanges.first());
        QTRY_COMPARE(journal.removed, QStringList{key});
    }

    void doesNotSendWhatCouldNotBeStored() {
        ScriptedServer server;
        SignedInClient client(server);
        HeldJournal journal;
        CommandQueue queue(client.api, journal, client.clock, {.retry = quickBackoff()});
        std::optional<ApiError> error;
        queue.submit(
            calls::startTicket(orderId(1), 1), this,
            Callback<TicketView>([&error](const auto &answer) { error = answer.error(); }));
        journal.waiting.takeFirst()(false);
        QVERIFY(error);
        QCOMPARE(error->kind, ApiError::Kind::NotSent);
        QCOMPARE(queue.pending(), 0);
        QTest::qWait(50); // in which nothing may happen
        QVERIFY(server.exchanges.isEmpty());
    }

    void keepsTheOrderPerSubjectAndRunsSubjectsSideBySide() {
        ScriptedServer server;
        QueuedClient client(server);
        const QString first = client.start(1);
        const QString second = client.finish(1);
        const QString other = client.start(2);
        QTRY_COMPARE(server.exchanges.size(), 2);
        QTest::qWait(50); // in which the second must not come
        QCOMPARE(server.exchanges.size(), 2);
        for (const Exchange &exchange : std::as_const(server.exchanges)) {
            if (keyOf(exchange) == first.toLatin1())
                refuse(exchange, ErrorCode::Unavailable);
        }
        QTRY_COMPARE(server.exchanges.size(), 3); // the first again, not the second
        QCOMPARE(keyOf(server.exchanges.at(2)), first.toLatin1());
        answerTicket(server.exchanges.at(2));
        QTRY_COMPARE(server.exchanges.size(), 4);
        QCOMPARE(keyOf(server.exchanges.at(3)), second.toLatin1());
        QCOMPARE(client.queue.pending(), 2); // the other subject still waits for its answer
        QVERIFY(!other.isEmpty());
    }

    void triesAgainWithTheSameKeyAndBody_data() {
        QTest::addColumn<QByteArray>("answer");
        const auto whole = [](ErrorCode code) -> QByteArray {
            const QByteArray body = problem(code);
            return "HTTP/1.1 " + QByteArray::number(soban::contract::httpStatus(code)) +
                   " No\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n" + "\r\n" +
                   body;
        };
        QTest::newRow("G3 still running") << whole(ErrorCode::StillRunning);
        QTest::newRow("503") << whole(ErrorCode::Unavailable);
        QTest::newRow("500") << whole(ErrorCode::Internal);
        QTest::newRow("429") << whole(ErrorCode::TooManyRequests);
        QTest::newRow("gateway") << QByteArray("HTTP/1.1 502 Bad\r\nContent-Length: 0\r\n\r\n");
        QTest::newRow("cut off") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n{");
        QTest::newRow("no answer") << QByteArray();
        const auto foreign = [](int status, const QByteArray &body) -> QByteArray {
            return "HTTP/1.1 " + QByteArray::number(status) +
                   " X\r\nContent-Type: text/html\r\nContent-Length: " +
                   QByteArray::number(body.size()) + "\r\n\r\n" + body;
        };
        QTest::newRow("page of a portal") << foreign(200, "<html>Welcome</html>");
        QTest::newRow("way to a portal") << foreign(302, "");
        QTest::newRow("empty 200") << foreign(200, "");
        QTest::newRow("other document") << foreign(200, "{}");
        QTest::newRow("right document, wrong status") << foreign(201, example("Ticket"));
        QTest::newRow("204 where a document is promised") << QByteArray("HTTP/1.1 204 X\r\n\r\n");
        QTest::newRow("a proxy's 400") << foreign(400, "<html>Bad</html>");
        QTest::newRow("a proxy's 403") << foreign(403, "<html>Forbidden</html>");
        QTest::newRow("a proxy's 404") << foreign(404, "<html>Not here</html>");
        QTest::newRow("a proxy's 405") << foreign(405, "{}");
        QTest::newRow("a proxy's 413") << foreign(413, "");
    }
    void triesAgainWithTheSameKeyAndBody() {
        QFETCH(QByteArray, answer);
        ScriptedServer server;
        server.onRequest = [&](const Exchange &exchange) {
            if (server.exchanges.size() <= 2) {
                exchange.raw(answer);
                exchange.hangUp();
            } else if (server.exchanges.size() >= 4) {
                answerTicket(exchange);
            } else {
                refuse(exchange, ErrorCode::StillRunning);
            }
        };
        QueuedClient client(server);
        QSignalSpy waiting(&client.queue, &CommandQueue::commandWaiting);
        QSignalSpy answered(&client.queue, &CommandQueue::commandAnswered);
        client.queue.submit(calls::acceptTicket(orderId(1), 3, {20}));
        QTRY_COMPARE(answered.size(), 1);
        QVERIFY(!waiting.isEmpty());
        for (const Exchange &exchange : std::as_const(server.exchanges)) {
            QCOMPARE(keyOf(exchange), keyOf(server.exchanges.first()));
            QCOMPARE(exchange.request.body, QByteArray(R"({"preparationMinutes":20})"));
            QCOMPARE(exchange.request.headers.value("if-match"), QByteArray("\"3\""));
            QCOMPARE(exchange.request.headers.value("traceparent"),
                     server.exchanges.first().request.headers.value("traceparent"));
        }
    }

    void waitsAsLongAsTheServerAsks() {
        ScriptedServer server;
        server.onRequest = [](const Exchange &e) {
            refuse(e, ErrorCode::TooManyRequests, "Retry-After: 100\r\n");
        };
        QueuedClient client(server);
        QSignalSpy waiting(&client.queue, &CommandQueue::commandWaiting);
        client.start(1);
        QTRY_COMPARE(waiting.size(), 1);
        QCOMPARE(waiting.first().at(3).value<std::chrono::milliseconds>().count(), 100'000);
        QTest::qWait(100); // longer than the back-off
        QCOMPARE(server.exchanges.size(), 1);
        client.queue.retryNow();
        QTRY_COMPARE(server.exchanges.size(), 2);
    }

    void sendsWhenTheServerIsBack() {
        ScriptedServer server;
        server.onRequest = answerTicket;
        server.stopListening();
        QueuedClient client(server);
        QSignalSpy waiting(&client.queue, &CommandQueue::commandWaiting);
        QSignalSpy answered(&client.queue, &CommandQueue::commandAnswered);
        client.start(1);
        QTRY_VERIFY(waiting.size() >= 2);
        QVERIFY(server.listenAgain());
        QTRY_COMPARE(answered.size(), 1);
        QCOMPARE(server.exchanges.size(), 1);
    }

    void whatAStrangerAnsweredMayHaveBeenDone() {
        ScriptedServer server;
        server.onRequest = [](const Exchange &e) { e.answer(404, "<html>Not here</html>"); };
        QueuedClient client(server);
        QSignalSpy waiting(&client.queue, &CommandQueue::commandWaiting);
        const QString key = client.start(1);
        QTRY_VERIFY(!waiting.isEmpty());
        QCOMPARE(waiting.first().at(2).value<ApiError>().kind, ApiError::Kind::Unknown);
        QCOMPARE(client.queue.pending(), 1);
        QVERIFY(!client.queue.withdraw(key));
    }

    void everyCommandHasAnAnswerThatIsItsOwn() {
        for (const soban::contract::Route &route : soban::contract::routes()) {
            if (!route.takesKey)
                continue;
            const auto broken = [&](int status, const QByteArray &body) {
                return brokenPromise(route.id, {status, {}, body}).has_value();
            };
            QVERIFY2(broken(418, {}), route.path);
            QVERIFY2(broken(route.success, "<html>") == (route.response != nullptr), route.path);
            QVERIFY2(broken(route.success, "{}") == (route.response != nullptr), route.path);
        }
    }

    void reportsAFinalRefusalAndGoesOn_data() {
        QTest::addColumn<int>("code");
        for (const ErrorCode code :
             {ErrorCode::StaleVersion, ErrorCode::NotAllowedNow, ErrorCode::KeyReused,
              ErrorCode::Forbidden, ErrorCode::PaymentDeclined, ErrorCode::OutOfRange})
            QTest::newRow(QByteArray(soban::toText(code).latin1()).constData()) << int(code);
    }
    void reportsAFinalRefusalAndGoesOn() {
        QFETCH(int, code);
        ScriptedServer server;
        server.onRequest = [&](const Exchange &exchange) {
            if (server.exchanges.size() == 1)
                refuse(exchange, ErrorCode(code));
            else
                answerTicket(exchange);
        };
        QueuedClient client(server);
        QSignalSpy refused(&client.queue, &CommandQueue::commandRefused);
        QSignalSpy answered(&client.queue, &CommandQueue::commandAnswered);
        std::optional<ApiError> error;
        const QString key = client.queue.submit(
            calls::startTicket(orderId(1), 1), this,
            Callback<TicketView>([&error](const auto &answer) { error = answer.error(); }));
        client.finish(1);
        QTRY_COMPARE(answered.size(), 1);
        QCOMPARE(refused.size(), 1);
        QCOMPARE(refused.first().at(0).toString(), key);
        QVERIFY(error && error->is(ErrorCode(code)));
        QCOMPARE(error->kind, ApiError::Kind::Refused);
        QCOMPARE(server.exchanges.size(), 2);
    }

    void waitsForSomebodyToSignInAgain() {
        ScriptedServer server;
        bool isLetIn = false;
        server.onRequest = [&](const Exchange &exchange) {
            if (exchange.request.path.endsWith(u"/sessions"))
                exchange.answer(201, soban::contract::encode(
                                         tokens(5, soban::SystemClock().now(), isLetIn ? 1 : 2)));
            else if (isLetIn)
                answerTicket(exchange);
            else
                refuse(exchange, ErrorCode::Unauthenticated);
        };
        QueuedClient client(server);
        QSignalSpy waiting(&client.queue, &CommandQueue::commandWaiting);
        QSignalSpy answered(&client.queue, &CommandQueue::commandAnswered);
        QSignalSpy signedIn(&client.session, &Session::signedIn);
        const QString key = client.start(1);
        QTRY_COMPARE(waiting.size(), 1);
        QVERIFY(waiting.first().at(3).value<std::chrono::milliseconds>() < 0ms);
        QVERIFY(!client.session.isSignedIn());

        const soban::contract::SignInRequest request{QStringLiteral("a"), QStringLiteral("b")};
        client.session.signIn(request, this, [](const auto &) {}); // somebody else
        QTRY_COMPARE(signedIn.size(), 1);
        QTest::qWait(50); // in which nothing may happen
        QCOMPARE(client.queue.pending(), 1);
        isLetIn = true;
        client.session.signIn(request, this, [](const auto &) {});
        QTRY_COMPARE(answered.size(), 1);
        QCOMPARE(answered.first().at(0).toString(), key);
        QCOMPARE(server.exchanges.last().request.headers.value("authorization"),
                 QByteArray("Bearer access-5"));
    }

    void refusesCommandsOfNobody() {
        ScriptedServer server;
        QueuedClient client(server);
        client.session.signOut();
        std::optional<ApiError> error;
        const QString key = client.queue.submit(
            calls::startTicket(orderId(1), 1), this,
            Callback<TicketView>([&error](const auto &answer) { error = answer.error(); }));
        QVERIFY(key.isEmpty());
        QTRY_VERIFY(error);
        QVERIFY(error->isUnauthenticated());
    }

    void takesBackOnlyWhatHasNotArrived() {
        ScriptedServer server;
        server.stopListening();
        QueuedClient client(server);
        QSignalSpy waiting(&client.queue, &CommandQueue::commandWaiting);
        const QString unsent = client.start(1);
        const QString behind = client.finish(1);
        std::optional<bool> isTakenBack;
        // At once: a moment later it is being sent again.
        connect(&client.queue, &CommandQueue::commandWaiting, this, [&](const QString &key) {
            if (key == unsent && !isTakenBack)
                isTakenBack = client.queue.withdraw(unsent);
        });
        QTRY_VERIFY(isTakenBack);
        QVERIFY(*isTakenBack);
        QVERIFY(!client.queue.withdraw(unsent));
        QVERIFY(server.listenAgain());
        QTRY_COMPARE(server.exchanges.size(), 1);
        QCOMPARE(keyOf(server.exchanges.first()), behind.toLatin1());
        QVERIFY(!client.queue.withdraw(behind)); // on its way
        const qsizetype before = waiting.size();
        refuse(server.exchanges.first(), ErrorCode::Internal);
        QTRY_VERIFY(waiting.size() > before);
        QVERIFY(!client.queue.withdraw(behind)); // may have been done
    }

    void callsBackNobodyWhoHasGone() {
        ScriptedServer server;
        QueuedClient client(server);
        QSignalSpy answered(&client.queue, &CommandQueue::commandAnswered);
        auto asker = std::make_unique<QObject>();
        bool isCalled = false;
        client.queue.submit(calls::startTicket(orderId(1), 1), asker.get(),
                            Callback<TicketView>([&isCalled](const auto &) { isCalled = true; }));
        QTRY_COMPARE(server.exchanges.size(), 1);
        asker.reset();
        answerTicket(server.exchanges.first());
        QTRY_COMPARE(answered.size(), 1);
        QVERIFY(!isCalled);
    }
};

QTEST_GUILESS_MAIN(TstCommandQueue)
#include "TstCommandQueue.moc"
