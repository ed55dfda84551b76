// SPDX-License-Identifier: GPL-3.0-or-later
#include "RealtimeTestKit.h"

#include "realtime/GapReader.h"

#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace soban;
using namespace soban::realtime;

class TstGapReader : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void readsWhatConcernsTheFollower();
    void endsAPageAtItsLimits();
    void tellsOnlyTheEndWithoutASince();
    void asksForResync_data();
    void asksForResync();
    void readsAFewAtATimeInTurn();
    void triesAgainWhenThePoolIsFull();
    void tellsWhenTheLogCannotBeRead();
    void forgetsWaitingFollowers();
    void outlivedByItsWork();

private:
    Gap gap(FollowerId follower, qint64 since, int maxEvents = 10) const {
        return {follower, seq(since), {account(1)}, maxEvents};
    }
    const LogPage &page(size_t index) const { return m_pages.at(index).second; }
    FollowerId follower(size_t index) const { return m_pages.at(index).first; }

    HubLimits m_limits;
    std::unique_ptr<MemoryLog> m_log;
    std::unique_ptr<MemoryPool> m_pool;
    std::unique_ptr<GapReader> m_reader;
    std::vector<std::pair<FollowerId, LogPage>> m_pages;
};

void TstGapReader::init() {
    m_limits = HubLimits();
    m_limits.maxReadsInFlight = 2;
    m_log = std::make_unique<MemoryLog>();
    m_pool = std::make_unique<MemoryPool>(*m_log);
    m_reader = std::make_unique<GapReader>(*m_pool, m_limits);
    m_pages.clear();
    connect(m_reader.get(), &GapReader::pageRead, this,
            [this](quint64 id, const LogPage &page) { m_pages.emplace_back(id, page); });
}

void TstGapReader::cleanup() {
    m_reader.reset();
    m_pool.reset();
    m_log.reset();
}

void TstGapReader::readsWhatConcernsTheFollower() {
    m_log->append({account(1)});
    m_log->append({account(2)});
    const CommittedEvent third = m_log->append({account(2), account(1)});
    m_log->append({account(2)});
    m_reader->read(gap(7, 1));
    QTRY_COMPARE(m_pages.size(), size_t(1));
    QCOMPARE(follower(0), quint64(7));
    QCOMPARE(page(0).events.size(), 1);
    QCOMPARE(page(0).events.first().text, QString::fromUtf8(toCloudEvent(third.record)));
    QCOMPARE(page(0).readTo, seq(4));
    QVERIFY(page(0).isComplete);
    QVERIFY(!page(0).isResync);
}

void TstGapReader::endsAPageAtItsLimits() {
    for (int i = 0; i < 4; ++i)
        m_log->append({account(1)}, 1000);
    const LogPage few = readPage(*m_log, gap(1, 0, 3), m_limits);
    QCOMPARE(few.events.size(), 3);
    QCOMPARE(few.readTo, seq(3));
    QVERIFY(!few.isComplete);

    HubLimits small = m_limits;
    small.maxPageBytes = 2500;
    const LogPage light = readPage(*m_log, gap(1, 0), small);
    QCOMPARE(light.events.size(), 2);
    QCOMPARE(light.readTo, seq(2));
    QVERIFY(!light.isComplete);

    small.maxPageBytes = 1; // a page always gets on
    QCOMPARE(readPage(*m_log, gap(1, 3), small).events.size(), 1);
    QVERIFY(readPage(*m_log, gap(1, 3), small).isComplete);
}

void TstGapReader::tellsOnlyTheEndWithoutASince() {
    m_log->append({account(1)});
    const LogPage page = readPage(*m_log, {1, std::nullopt, {account(1)}, 10}, m_limits);
    QVERIFY(page.events.isEmpty());
    QCOMPARE(page.readTo, seq(1));
    QVERIFY(page.isComplete);
    QVERIFY(!page.isResync);
}

void TstGapReader::asksForResync_data() {
    QTest::addColumn<qint64>("since");
    QTest::addColumn<bool>("isResync");
    QTest::newRow("G9 forgotten") << qint64(1) << true;
    QTest::newRow("G9 just kept") << qint64(2) << false;
    QTest::newRow("at the end") << qint64(4) << false;
    QTest::newRow("G9 beyond the end") << qint64(5) << true;
}

void TstGapReader::asksForResync() {
    QFETCH(qint64, since);
    QFETCH(bool, isResync);
    for (int i = 0; i < 4; ++i)
        m_log->append({account(1)});
    m_limits.forgottenTo = [](const EventLog &) { return seq(2); };
    const LogPage page = readPage(*m_log, gap(1, since), m_limits);
    QCOMPARE(page.isResync, isResync);
    QCOMPARE(page.readTo, seq(4));
    QCOMPARE(page.events.size(), isResync ? 0 : 4 - since);
}

void TstGapReader::readsAFewAtATimeInTurn() {
    m_pool->isHolding = true;
    for (FollowerId follower = 1; follower <= 5; ++follower)
        m_reader->read(gap(follower, 0));
    QCOMPARE(m_pool->heldCount(), 2);
    m_pool->release(1);
    QTRY_COMPARE(m_pages.size(), size_t(1));
    QCOMPARE(m_pool->heldCount(), 2);
    m_pool->isHolding = false;
    m_pool->release();
    QTRY_COMPARE(m_pages.size(), size_t(5));
    for (size_t i = 0; i < 5; ++i)
        QCOMPARE(follower(i), quint64(i + 1));
}

void TstGapReader::triesAgainWhenThePoolIsFull() {
    m_pool->isFull = true;
    m_reader->read(gap(1, 0));
    QCOMPARE(m_pool->submitted.load(), 0);
    m_pool->isFull = false;
    QTRY_COMPARE(m_pages.size(), size_t(1));
}

void TstGapReader::tellsWhenTheLogCannotBeRead() {
    QSignalSpy failures(m_reader.get(), &GapReader::readFailed);
    m_pool->isBroken = true;
    m_reader->read(gap(3, 0));
    QTRY_COMPARE(failures.size(), 1);
    QCOMPARE(failures.first().first().toULongLong(), quint64(3));
    m_pool->isBroken = false;
    m_reader->read(gap(3, 0));
    QTRY_COMPARE(m_pages.size(), size_t(1));
}

void TstGapReader::forgetsWaitingFollowers() {
    m_pool->isHolding = true;
    for (FollowerId follower = 1; follower <= 4; ++follower)
        m_reader->read(gap(follower, 0));
    m_reader->forget(3);
    m_reader->forget(99);
    m_pool->isHolding = false;
    m_pool->release();
    QTRY_COMPARE(m_pages.size(), size_t(3));
    QCOMPARE(follower(2), quint64(4));
    QCOMPARE(m_pool->submitted.load(), 3);
}

void TstGapReader::outlivedByItsWork() {
    m_pool->isHolding = true;
    m_reader->read(gap(1, 0));
    m_reader.reset();
    m_pool->release();
    m_pool->waitForDone();
    QCoreApplication::processEvents();
}

QTEST_GUILESS_MAIN(TstGapReader)
#include "TstGapReader.moc"
