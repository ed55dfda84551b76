// SPDX-License-Identifier: GPL-3.0-or-later
#include "events/IdSource.h"

#include <QSet>
#include <QTest>

#include <memory>
#include <thread>
#include <vector>

using namespace soban;
using namespace std::chrono_literals;

namespace {

constexpr Instant kStart = Instant::fromMs(1'800'000'000'000);

/// The next `count` numbers of a source; none unless each is above the one before.
QList<qint64> risingNumbers(IdSource &source, int count) {
    QList<qint64> numbers;
    for (int i = 0; i < count; ++i) {
        const qint64 number = source.next<OrderId>().number();
        if (!numbers.isEmpty() && number <= numbers.last())
            return {};
        numbers.append(number);
    }
    return numbers;
}

} // namespace

class TstIdSource : public QObject {
    Q_OBJECT

private slots:
    void idsRiseWithTime() {
        ManualClock clock(kStart);
        IdSource source(clock, 5);
        const auto before = source.next<OrderId>();
        clock.advance(1ms);
        QVERIFY(source.next<OrderId>() > before);
    }

    void idsRiseWhileTheClockStands() {
        ManualClock clock(kStart);
        IdSource source(clock, 5);
        // More than the count of one millisecond can tell apart.
        QCOMPARE(risingNumbers(source, 10'000).size(), 10'000);
    }

    void idsRiseWhenTheClockGoesBack() {
        ManualClock clock(kStart);
        IdSource source(clock, 5);
        const auto before = source.next<OrderId>();
        clock.advance(-24h);
        QVERIFY(source.next<OrderId>() > before);
        QCOMPARE(risingNumbers(source, 5000).size(), 5000);
    }

    void idsAreUniqueOverThreads() {
        constexpr int kThreads = 4;
        constexpr int kEach = 20'000;
        ManualClock clock(kStart);
        IdSource source(clock, 5);
        std::vector<QList<qint64>> found(kThreads);
        std::vector<std::thread> threads;
        for (int i = 0; i < kThreads; ++i)
            threads.emplace_back([&, i] { found[std::size_t(i)] = risingNumbers(source, kEach); });
        for (std::thread &thread : threads)
            thread.join();
        QSet<qint64> all;
        for (const auto &numbers : found)
            all.unite(QSet<qint64>(numbers.cbegin(), numbers.cend()));
        QCOMPARE(all.size(), kThreads * kEach);
    }

    void serversNeverShareAnId() {
        ManualClock clock(kStart);
        IdSource first(clock, 0);
        IdSource second(clock, 1023);
        const auto ours = risingNumbers(first, 9000);
        const auto theirs = risingNumbers(second, 9000);
        QVERIFY(!QSet<qint64>(ours.cbegin(), ours.cend())
                     .intersects(QSet<qint64>(theirs.cbegin(), theirs.cend())));
    }

    void idTellsWhichServerGaveItOut() { // N7
        ManualClock clock(kStart);
        IdSource source(clock, 0);
        QCOMPARE(IdSource::nodeOf(source.next<OrderId>()), 0);
        source.setNode(1023);
        QCOMPARE(IdSource::nodeOf(source.next<OrderId>()), 1023);
        source.setNode(7);
        QCOMPARE(IdSource::nodeOf(source.next<OrderId>()), 7);
    }

    void startsAboveWhatAnEarlierRunUsed_data() {
        QTest::addColumn<int>("earlierNode");
        QTest::addColumn<int>("node");
        QTest::newRow("the same server") << 3 << 3;
        QTest::newRow("a server with a lower number") << 1023 << 0;
        QTest::newRow("a server with a higher number") << 0 << 1023;
    }
    void startsAboveWhatAnEarlierRunUsed() {
        QFETCH(int, earlierNode);
        QFETCH(int, node);
        ManualClock clock(kStart);
        IdSource earlier(clock, earlierNode);
        const auto used = risingNumbers(earlier, 5000);
        QVERIFY(!used.isEmpty());
        const qint64 highest = used.last();
        clock.advance(-1h);
        IdSource source(clock, node);
        source.startAbove(highest);
        QVERIFY(source.next<OrderId>().number() > highest);
    }

    void anOlderNumberDoesNotTakeTheSourceBack() {
        ManualClock clock(kStart);
        IdSource source(clock, 5);
        const auto before = source.next<OrderId>();
        source.startAbove(1);
        QVERIFY(source.next<OrderId>() > before);
    }

    void aClockBeforeTheEpochStillGivesIds() {
        ManualClock clock(Instant::fromMs(0));
        IdSource source(clock, 0);
        QCOMPARE(risingNumbers(source, 5000).size(), 5000);
    }
};

std::unique_ptr<QObject> newTstIdSource() {
    return std::make_unique<TstIdSource>();
}

#include "TstIdSource.moc"
