// SPDX-License-Identifier: GPL-3.0-or-later
#include "HubTestKit.h"

#include "contract/Problem.h"

#include <QElapsedTimer>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QRegularExpression>

using namespace soban;
using namespace soban::realtime;

namespace {

const QList<Addressee> kAnn{account(1)};
const QList<Addressee> kBen{account(2)};

/// One poll and, when it has come, its answer.
class Poll {
public:
    Poll(QNetworkAccessManager &network, quint16 port, const QString &query)
        : m_reply(network.get(QNetworkRequest(
              QUrl(QStringLiteral("http://127.0.0.1:%1/events?%2").arg(port).arg(query))))) {
        m_timer.start();
        QObject::connect(m_reply.get(), &QNetworkReply::finished, m_reply.get(), [this] {
            tookMs = m_timer.elapsed();
            status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
            if (m_reply->isOpen())
                body = m_reply->readAll();
        });
    }

    int status = 0;
    QByteArray body;
    qint64 tookMs = 0;

    QList<qint64> events() const {
        QList<qint64> result;
        for (const auto &event : page().events)
            result.append(event.sequence.number());
        return result;
    }
    qint64 cursor() const { return page().sequence.number(); }
    QString code() const {
        const auto problem = contract::decode<contract::Problem>(body);
        return problem ? QString(toText(problem.value().code)) : QStringLiteral("no problem");
    }
    QByteArray header(const char *name) const { return m_reply->rawHeader(name); }
    void abort() { m_reply->abort(); }

private:
    contract::EventPage page() const {
        const auto decoded = contract::decode<contract::EventPage>(body);
        return decoded ? decoded.value() : contract::EventPage{{}, Sequence::before()};
    }

    std::unique_ptr<QNetworkReply> m_reply;
    QElapsedTimer m_timer;
};

} // namespace

class TstHubPolls : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void answersAtOnceWhatTheLogHas();
    void pagesThroughTheLog();
    void waitsForABatchThatConcernsIt();
    void answersWhatCameWhileItWasReading();
    void cutsALargeBatch();
    void answersEmptyWithTheMovedCursorAfterItsTime();
    void answersEmptyAtOnceWithoutAWait();
    void tellsTheEndWithoutASince();
    void asksForResync_data();
    void asksForResync();
    void tellsWhenTheLogCannotBeRead();
    void givesUpOnAReadThatHangs();
    void refusesWhenTheSessionEnds();
    void replacesTheOldestPollOfASession();
    void forgetsClientsThatLeft();
    void drains();

private:
    void restart();
    std::unique_ptr<Poll> poll(const QString &query) {
        return std::make_unique<Poll>(m_network, m_host->port(), query);
    }
    /// A poll that has read the log and waits.
    std::unique_ptr<Poll> waitingPoll(const QString &query) {
        const int reads = m_backend->pool.submitted;
        auto result = poll(query);
        [&] { QTRY_COMPARE(m_backend->pool.submitted.load(), reads + 1); }();
        m_backend->pool.waitForDone();
        QCoreApplication::processEvents();
        return result;
    }

    HubLimits m_limits;
    QNetworkAccessManager m_network;
    std::unique_ptr<Backend> m_backend;
    std::unique_ptr<HubHost> m_host;
};

void TstHubPolls::init() {
    QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
    m_limits = HubLimits();
    m_limits.sweepMs = 10;
    m_backend = std::make_unique<Backend>();
    restart();
}

void TstHubPolls::restart() {
    m_host = std::make_unique<HubHost>(*m_backend, m_limits);
}

void TstHubPolls::cleanup() {
    m_host.reset();
    m_backend.reset();
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    m_network.clearConnectionCache();
}

void TstHubPolls::answersAtOnceWhatTheLogHas() {
    m_backend->commit({kAnn, kBen, kAnn, kBen});
    const auto ann = poll("account=1&since=1&waitMs=20000");
    QTRY_COMPARE(ann->status, 200);
    QCOMPARE(ann->events(), QList<qint64>{3});
    QCOMPARE(ann->cursor(), 4);
    QCOMPARE(ann->header("Content-Type"), QByteArray("application/json"));
    QCOMPARE(ann->header("Cache-Control"), QByteArray("no-store"));
    QTRY_COMPARE(m_host->counts().polls.load(), 0);
}

void TstHubPolls::pagesThroughTheLog() {
    m_backend->commit({kAnn, kAnn, kBen, kAnn, kAnn, kBen});
    const auto first = poll("account=1&since=0&limit=3");
    QTRY_COMPARE(first->events(), (QList<qint64>{1, 2, 4}));
    QCOMPARE(first->cursor(), 4);
    const auto second = poll("account=1&since=4&limit=3");
    QTRY_COMPARE(second->events(), QList<qint64>{5});
    QCOMPARE(second->cursor(), 6);
}

void TstHubPolls::waitsForABatchThatConcernsIt() {
    const auto ann = waitingPoll("account=1&since=0&waitMs=20000");
    m_backend->commit({kBen});
    QTest::qWait(50);
    QCOMPARE(ann->status, 0);
    QCOMPARE(m_host->counts().polls.load(), 1);
    m_backend->commit({kBen, kAnn, kAnn, kBen});
    QTRY_COMPARE(ann->status, 200);
    QCOMPARE(ann->events(), (QList<qint64>{3, 4}));
    QCOMPARE(ann->cursor(), 5);
    QCOMPARE(m_host->counts().polls.load(), 0);
}

void TstHubPolls::answersWhatCameWhileItWasReading() {
    m_backend->pool.isHolding = true;
    m_backend->log.freeze(); // the read begins before the commit, its page comes after the batch
    const auto ann = poll("account=1&since=0&waitMs=20000");
    QTRY_COMPARE(m_backend->pool.heldCount(), 1);
    m_backend->commit({kAnn, kBen});
    QCoreApplication::processEvents();
    m_backend->pool.release();
    QTRY_COMPARE(ann->status, 200);
    QCOMPARE(ann->events(), QList<qint64>{1});
    QCOMPARE(ann->cursor(), 2);
}

void TstHubPolls::cutsALargeBatch() {
    const auto ann = waitingPoll("account=1&since=0&waitMs=20000&limit=2");
    m_backend->commit({kAnn, kBen, kAnn, kAnn, kAnn});
    QTRY_COMPARE(ann->status, 200);
    QCOMPARE(ann->events(), (QList<qint64>{1, 3}));
    QCOMPARE(ann->cursor(), 3);
    const auto rest = poll("account=1&since=3&limit=10");
    QTRY_COMPARE(rest->events(), (QList<qint64>{4, 5}));
}

void TstHubPolls::answersEmptyWithTheMovedCursorAfterItsTime() {
    m_limits.maxPollWaitMs = 300;
    restart();
    const auto ann = waitingPoll("account=1&since=0&waitMs=20000");
    m_backend->commit({kBen, kBen});
    QTRY_COMPARE(ann->status, 200);
    QVERIFY2(ann->tookMs >= 300, qPrintable(QString::number(ann->tookMs)));
    QCOMPARE(ann->events(), QList<qint64>());
    QCOMPARE(ann->cursor(), 2);
}

void TstHubPolls::answersEmptyAtOnceWithoutAWait() {
    m_backend->commit({kBen});
    const auto ann = poll("account=1&since=0&waitMs=0");
    QTRY_COMPARE(ann->status, 200);
    QCOMPARE(ann->events(), QList<qint64>());
    QCOMPARE(ann->cursor(), 1);
}

void TstHubPolls::tellsTheEndWithoutASince() {
    m_backend->commit({kAnn, kAnn});
    const auto ann = poll("account=1&waitMs=20000");
    QTRY_COMPARE(ann->status, 200);
    QCOMPARE(ann->events(), QList<qint64>());
    QCOMPARE(ann->cursor(), 2);
}

void TstHubPolls::asksForResync_data() {
    QTest::addColumn<qint64>("since");
    QTest::newRow("G9 forgotten") << qint64(1);
    QTest::newRow("G9 beyond the end") << qint64(4);
}

void TstHubPolls::asksForResync() {
    QFETCH(qint64, since);
    m_limits.forgottenTo = [](const EventLog &) { return seq(2); };
    restart();
    m_backend->commit({kAnn, kAnn, kAnn});
    const auto ann = poll(QString("account=1&waitMs=20000&since=%1").arg(since));
    QTRY_COMPARE(ann->status, 410);
    QCOMPARE(ann->code(), "resync");
    QCOMPARE(ann->header("Content-Type"), QByteArray("application/problem+json"));
    QCOMPARE(m_host->counts().resyncs.load(), 1);
}

void TstHubPolls::tellsWhenTheLogCannotBeRead() {
    m_backend->pool.isBroken = true;
    const auto ann = poll("account=1&since=0&waitMs=20000");
    QTRY_COMPARE(ann->status, 503);
    QCOMPARE(ann->code(), "unavailable");
    QCOMPARE(ann->header("Retry-After"), QByteArray("1"));
}

void TstHubPolls::givesUpOnAReadThatHangs() {
    m_limits.pollReadMs = 100;
    restart();
    m_backend->pool.isHolding = true;
    const auto ann = poll("account=1&since=0&waitMs=0");
    QTRY_COMPARE(ann->status, 503);
    m_backend->pool.release();
    m_backend->pool.waitForDone();
    QCoreApplication::processEvents();
    QCOMPARE(m_host->counts().polls.load(), 0);
}

void TstHubPolls::refusesWhenTheSessionEnds() {
    const auto ann = waitingPoll("account=1&session=1&since=0&waitMs=20000");
    const auto other = waitingPoll("account=1&session=2&since=0&waitMs=20000");
    emit m_backend->bus.sessionEnded(*SessionId::fromNumber(1));
    QTRY_COMPARE(ann->status, 401);
    QCOMPARE(ann->code(), "unauthenticated");
    QCOMPARE(ann->header("WWW-Authenticate"), QByteArray("Bearer"));
    QCOMPARE(other->status, 0);
    m_backend->commit({kAnn});
    QTRY_COMPARE(other->events(), QList<qint64>{1});
}

void TstHubPolls::replacesTheOldestPollOfASession() {
    m_limits.maxPollsPerSession = 2;
    restart();
    const auto first = waitingPoll("account=1&session=1&since=0&waitMs=20000");
    const auto second = waitingPoll("account=1&session=1&since=0&waitMs=20000");
    const auto third = waitingPoll("account=1&session=1&since=0&waitMs=20000");
    QTRY_COMPARE(first->status, 429);
    m_backend->commit({kAnn});
    QTRY_COMPARE(second->events(), QList<qint64>{1});
    QTRY_COMPARE(third->events(), QList<qint64>{1});
}

void TstHubPolls::forgetsClientsThatLeft() {
    const auto ann = waitingPoll("account=1&since=0&waitMs=20000");
    QCOMPARE(m_host->counts().polls.load(), 1);
    ann->abort();
    QTRY_COMPARE(m_host->counts().polls.load(), 0);
    m_backend->commit({kAnn});
    QCoreApplication::processEvents();
    QCOMPARE(m_host->counts().eventsSent.load(), 0);
}

void TstHubPolls::drains() {
    const auto ann = waitingPoll("account=1&since=0&waitMs=20000");
    m_backend->commit({kBen});
    QCoreApplication::processEvents();
    m_host->hub.closeAll();
    QTRY_COMPARE(ann->status, 200);
    QCOMPARE(ann->cursor(), 1);
    const auto late = poll("account=1&since=0&waitMs=20000");
    QTRY_COMPARE(late->status, 503);
}

QTEST_GUILESS_MAIN(TstHubPolls)
#include "TstHubPolls.moc"
