// SPDX-License-Identifier: GPL-3.0-or-later
// How a writer takes in what other servers have committed.
#include "WriterTestKit.h"

#include "storage/SqlNews.h"

#include <QTest>

using namespace soban;
using namespace soban::storage;
using namespace soban::testing;

namespace {

/// A bench that keeps, in order, what it took in and what it did.
class HearingBench : public NoteBench {
public:
    explicit HearingBench(const DatabaseAddress &address) : NoteBench(address) { m_news.begin(); }

    void takeIn() override {
        ++looks;
        if (isToFail.exchange(false))
            breakDown();
        const News news = m_news.read();
        for (const CommittedEvent &event : news.events)
            heard.append(event.record.order->number());
        m_news.took(news);
    }
    void saw(Sequence last) override { m_news.saw(last); }
    Standing seen() const override { return m_news.seen(); }

    std::atomic<int> looks = 0;
    std::atomic<bool> isToFail = false;
    QList<qint64> heard; ///< the writer's thread

private:
    SqlNews m_news{database()};
};

struct House {
    TestDatabase place;
    EventBus bus;
    HearingBench *bench = nullptr;
    Writer writer{[this] {
                      auto made = std::make_unique<HearingBench>(place.address());
                      bench = made.get();
                      return made;
                  },
                  bus,
                  {}};
    std::unique_ptr<Database> other;
    ManualClock clock{kStart};
    IdSource ids{clock, 1};
    std::unique_ptr<SqlEventSink> sink;

    House() {
        if (const auto fault = writer.begin())
            qFatal("no bench: %s", qPrintable(*fault));
        other = std::make_unique<Database>(place.address(), Access::ReadWrite);
        sink = std::make_unique<SqlEventSink>(*other, ids, clock);
    }

    /// Another server does that.
    void otherAnnounces(qint64 number) {
        other->begin();
        sink->announce(eventNumber(number));
        other->commit();
        sink->take();
    }
    bool run(const std::function<void()> &work) {
        QSemaphore done;
        bool isDurable = false;
        writer.submit(work, [&](bool durable) {
            isDurable = durable;
            done.release();
        });
        done.acquire();
        return isDurable;
    }
    bool look() {
        QSemaphore done;
        bool hasLooked = false;
        writer.look([&](bool looked) {
            hasLooked = looked;
            done.release();
        });
        done.acquire();
        return hasLooked;
    }
};

} // namespace

class TstWriterNews : public QObject {
    Q_OBJECT

private slots:
    void init() { SOBAN_ONLY_ON_POSTGRES("a SQLite file has one server"); }

    void turnBeginsWithWhatOthersHaveCommitted() { // G8 N7
        House house;
        house.otherAnnounces(1);
        QList<qint64> heardByThen;
        QVERIFY(house.run([&] {
            heardByThen = house.bench->heard;
            house.bench->announce(2);
        }));
        QCOMPARE(heardByThen, QList<qint64>{1});
        house.otherAnnounces(3);
        QVERIFY(house.run([&] { heardByThen = house.bench->heard; }));
        QCOMPARE(heardByThen, (QList<qint64>{1, 3})); // not its own
    }

    void whatIsCommittedWhileOneWaitsForItsTurnIsTakenIn() { // G8 N7
        House house;
        house.other->begin();
        house.sink->announce(eventNumber(1));
        QList<qint64> heardByThen;
        QSemaphore done;
        house.writer.submit([&] { heardByThen = house.bench->heard; },
                            [&](bool) { done.release(); });
        QTest::qWait(100); // it waits behind the other one
        house.other->commit();
        done.acquire();
        QCOMPARE(heardByThen, QList<qint64>{1});
    }

    void idleWriterTakesInWhatItIsToldOf() { // G8 N7
        House house;
        house.otherAnnounces(1);
        house.writer.hear({1, 0});
        QTRY_COMPARE(house.bench->looks.load(), 1);
        QVERIFY(house.look());
        QCOMPARE(house.bench->heard, QList<qint64>{1});
    }

    void whatItKnowsWakesNobody() {
        House house;
        QVERIFY(house.run([&] { house.bench->announce(1); }));
        const int looks = house.bench->looks;
        house.writer.hear({1, 0});
        house.writer.hear({0, 0});
        QTest::qWait(50);
        QCOMPARE(house.bench->looks.load(), looks);
    }

    void lookTellsWhetherItCould() {
        House house;
        QVERIFY(house.look());
        house.bench->isToFail = true;
        QVERIFY(!house.look());
        house.otherAnnounces(1);
        QVERIFY(house.look());
        QCOMPARE(house.bench->heard, QList<qint64>{1});
        house.writer.close();
        QVERIFY(!house.writer.look([](bool) {}));
    }

    void turnThatCannotTakeInDecidesNothing() { // N7
        House house;
        house.bench->isToFail = true;
        bool hasRun = false;
        QVERIFY(!house.run([&] { hasRun = true; }));
        QVERIFY(!hasRun);
        QVERIFY(house.run([&] { hasRun = true; }));
        QVERIFY(hasRun);
    }

    void connectionThatWasLostMeanwhileIsNoHindrance() {
        House house;
        house.otherAnnounces(1);
        FreshDatabase elsewhere;
        elsewhere.countOf("SELECT COUNT(pg_terminate_backend(pid, 10000)) FROM pg_stat_activity "
                          "WHERE pid <> pg_backend_pid() AND application_name = 'soban'");
        QVERIFY(house.look());
        QCOMPARE(house.bench->heard, QList<qint64>{1});
    }

    void databaseThatIsAwayIsLookedAtWhenItIsBack() { // N7
        House house;
        house.otherAnnounces(1);
        postgresOfTheTest().crash();
        QVERIFY(!house.look());
        QVERIFY(!postgresOfTheTest().restart());
        QVERIFY(house.look());
        QCOMPARE(house.bench->heard, QList<qint64>{1});
    }
};

std::unique_ptr<QObject> newTstWriterNews() {
    return std::make_unique<TstWriterNews>();
}

#include "TstWriterNews.moc"
