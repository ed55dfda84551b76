// SPDX-License-Identifier: GPL-3.0-or-later
#include "ClientTestKit.h"

#include "client/CommandQueue.h"
#include "client/FileJournal.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace std::chrono_literals;
using namespace soban::client;
using Exchange = ScriptedServer::Exchange;

namespace {

QByteArray keyOf(const Exchange &exchange) {
    return exchange.request.headers.value("idempotency-key");
}

/// One run of an app over a journal file.
struct Run : SignedInClient {
    Run(const ScriptedServer &server, const QString &path)
        : SignedInClient(server)
        , journal(FileJournal::open(path).value())
        , queue(api, *journal, queueClock, {.retry = quickBackoff()}) {}
    Run(const ScriptedServer &server, const QString &path, std::chrono::milliseconds later)
        : Run(server, path) {
        queueClock.advance(later);
    }

    soban::ManualClock queueClock{soban::Instant::fromMs(1'700'000'000'000)};
    std::unique_ptr<FileJournal> journal;
    CommandQueue queue;
};

} // namespace

class TstCommandQueueRestart : public QObject {
    Q_OBJECT

    QTemporaryDir m_directory;
    QString m_path;

private slots:
    void init() {
        static int test = 0;
        m_path = m_directory.filePath(QStringLiteral("%1.jsonl").arg(++test));
    }

    void sendsAgainWhatACrashInterrupted() {
        ScriptedServer server;
        const QString afterCrash = m_path + QStringLiteral(".crash");
        // What the disk holds when the first byte arrives is what a crash would leave.
        server.onRequest = [&](const Exchange &) { QFile::copy(m_path, afterCrash); };
        Run first(server, m_path);
        const QString key = first.queue.submit(calls::acceptTicket(orderId(1), 3, {25}));
        QTRY_COMPARE(server.exchanges.size(), 1);

        server.onRequest = answerTicket;
        {
            Run second(server, afterCrash);
            QCOMPARE(second.queue.pending(), 1);
            QVERIFY(!second.queue.withdraw(key)); // it may have arrived in the first run
            QSignalSpy answered(&second.queue, &CommandQueue::commandAnswered);
            QTRY_COMPARE(answered.size(), 1);
            QCOMPARE(answered.first().at(0).toString(), key);
        }
        const auto &before = server.exchanges.first().request;
        const auto &after = server.exchanges.last().request;
        QCOMPARE(server.exchanges.size(), 2);
        QCOMPARE(keyOf(server.exchanges.last()), key.toLatin1());
        QCOMPARE(after.path, before.path);
        QCOMPARE(after.body, before.body);
        for (const char *header : {"idempotency-key", "if-match", "traceparent"})
            QCOMPARE(after.headers.value(header), before.headers.value(header));
        QCOMPARE(Run(server, afterCrash).queue.pending(), 0);
    }

    void keepsTheOrderOfASubjectOverARestart() {
        ScriptedServer server;
        server.stopListening();
        QStringList keys;
        {
            Run first(server, m_path);
            for (int step = 0; step < 5; ++step)
                keys.append(first.queue.submit(calls::startTicket(orderId(1), step)));
            QSignalSpy waiting(&first.queue, &CommandQueue::commandWaiting);
            QTRY_VERIFY(!waiting.isEmpty());
        }
        server.onRequest = answerTicket;
        QVERIFY(server.listenAgain());
        Run second(server, m_path);
        QTRY_COMPARE(second.queue.pending(), 0);
        QStringList sent;
        for (const Exchange &exchange : std::as_const(server.exchanges))
            sent.append(QString::fromLatin1(keyOf(exchange)));
        QCOMPARE(sent, keys);
    }

    void givesUpACommandWhoseKeyTheServerMayHaveForgotten() {
        ScriptedServer server;
        {
            Run first(server, m_path);
            first.queue.submit(calls::startTicket(orderId(1), 1));
            QTRY_COMPARE(server.exchanges.size(), 1);
        }
        Run second(server, m_path, std::chrono::hours(24 * 30));
        QSignalSpy refused(&second.queue, &CommandQueue::commandRefused);
        QTRY_COMPARE(refused.size(), 1);
        const auto error = refused.first().at(2).value<ApiError>();
        QCOMPARE(error.kind, ApiError::Kind::Unknown);
        QCOMPARE(server.exchanges.size(), 1);
        QCOMPARE(second.queue.pending(), 0);
    }
};

QTEST_GUILESS_MAIN(TstCommandQueueRestart)
#include "TstCommandQueueRestart.moc"
