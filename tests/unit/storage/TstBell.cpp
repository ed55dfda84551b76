// SPDX-License-Identifier: GPL-3.0-or-later
// Who rings at a server, and how it knows which others are alive.
#include "StorageTestKit.h"
#include "storage/Bell.h"

#include <QSemaphore>
#include <QTest>

#include <memory>

using namespace soban;
using namespace soban::storage;
using namespace soban::testing;
using namespace std::chrono_literals;

namespace {

/// A bell of a fresh database, and what it told.
struct House : FreshDatabase {
    SqlEventSink sink{database, ids, clock};
    QMutex mutex;
    QList<Standing> rings;
    std::atomic<int> returns = 0;
    std::atomic<int> numberNow = -1;
    std::unique_ptr<Bell> bell;

    Bell::Setup setup() const {
        Bell::Setup setup{std::get<PostgresPlace>(address())};
        setup.look = 50ms;
        setup.patience = 300ms;
        return setup;
    }
    std::optional<QString> begin(const Bell::Setup &wanted) {
        bell = std::make_unique<Bell>(wanted);
        QObject::connect(
            bell.get(), &Bell::rang, bell.get(),
            [this](const Standing &standing) {
                const QMutexLocker lock(&mutex);
                rings.append(standing);
            },
            Qt::DirectConnection);
        QObject::connect(
            bell.get(), &Bell::returned, bell.get(), [this] { ++returns; }, Qt::DirectConnection);
        QObject::connect(
            bell.get(), &Bell::numberChanged, bell.get(),
            [this](int number) { numberNow = number; }, Qt::DirectConnection);
        const auto fault = bell->begin();
        if (!fault)
            bell->listen();
        return fault;
    }
    void announce() {
        commit([this] { sink.announce(eventNumber(1)); });
    }
    bool hasRung(const Standing &standing) {
        const QMutexLocker lock(&mutex);
        return rings.contains(standing);
    }
    int ringCount() {
        const QMutexLocker lock(&mutex);
        return int(rings.size());
    }
    /// Ends the bell's connection, as a network does.
    void cutBell() {
        countOf("SELECT COUNT(pg_terminate_backend(pid, 10000)) FROM pg_locks "
                "WHERE locktype = 'advisory' AND classid = 70262 AND objsubid = 2 AND database = "
                "(SELECT oid FROM pg_database WHERE datname = current_database())");
    }
};

} // namespace

class TstBell : public QObject {
    Q_OBJECT

private slots:
    void init() { SOBAN_ONLY_ON_POSTGRES("a SQLite file has one server"); }

    void ringsWhenSomethingWasCommitted() { // G8 N7
        House house;
        Bell::Setup setup = house.setup();
        setup.look = 1h; // only a ring tells
        QVERIFY(!house.begin(setup));
        QTRY_VERIFY(house.hasRung({0, 0}));
        house.announce();
        QTRY_VERIFY(house.hasRung({1, 0}));
    }

    void doesNotRingForWhatWasUndone() {
        House house;
        QVERIFY(!house.begin(house.setup()));
        house.database.begin();
        house.sink.announce(eventNumber(1));
        house.database.rollBack();
        house.sink.take();
        house.announce();
        QTRY_VERIFY(house.hasRung({1, 0}));
        QVERIFY(!house.hasRung({2, 0}));
    }

    void looksNowAndThenWithoutBeingRung() {
        House house;
        QVERIFY(!house.begin(house.setup()));
        const int before = house.ringCount();
        QTRY_VERIFY(house.ringCount() > before + 3);
    }

    void serversGetNumbersOfTheirOwnAndKnowTheOthers() { // G12 N7
        House house;
        QVERIFY(!house.begin(house.setup()));
        QCOMPARE(house.bell->number(), 0);
        auto second = std::make_unique<Bell>(house.setup());
        QVERIFY(!second->begin());
        QCOMPARE(second->number(), 1);
        QCOMPARE(second->others(), QSet<int>{0}); // from the beginning
        QTRY_COMPARE(house.bell->others(), QSet<int>{1});
        second.reset();
        QTRY_COMPARE(house.bell->others(), QSet<int>());
    }

    void serverThatLivedBetweenTwoLooksIsMissed() { // G11 N7
        House house;
        Bell::Setup setup = house.setup();
        setup.look = 200ms;
        QVERIFY(!house.begin(setup));
        QTRY_VERIFY(house.hasRung({0, 0}));
        std::atomic<int> changes = 0;
        QObject::connect(
            house.bell.get(), &Bell::othersChanged, house.bell.get(), [&] { ++changes; },
            Qt::DirectConnection);
        house.bell->met(5);
        QVERIFY(house.bell->others().contains(5));
        QTRY_COMPARE(changes.load(), 1);
        QCOMPARE(house.bell->others(), QSet<int>());
        house.bell->met(0); // itself
        QCOMPARE(house.bell->others(), QSet<int>());
    }

    void numberThatIsTakenIsWaitedForAndRefused() {
        House house;
        Bell::Setup setup = house.setup();
        setup.number = 7;
        QVERIFY(!house.begin(setup));
        QCOMPARE(house.bell->number(), 7);
        Bell second(setup);
        QVERIFY(second.begin().value_or(QString()).contains(u"number"));
        setup.patience = 10s;
        Bell third(setup);
        const std::unique_ptr<QThread> closing(QThread::create([&] {
            QThread::msleep(200);
            house.bell->close();
        }));
        closing->start();
        QVERIFY(!third.begin());
        QCOMPARE(third.number(), 7);
        closing->wait();
    }

    void connectionThatWasCutIsOpenedAnew() { // G8
        House house;
        QVERIFY(!house.begin(house.setup()));
        QTRY_VERIFY(house.hasRung({0, 0}));
        house.cutBell();
        QTRY_COMPARE(house.returns.load(), 1);
        QCOMPARE(house.bell->number(), 0);
        house.announce();
        QTRY_VERIFY(house.hasRung({1, 0}));
    }

    void numberThatAnotherTookMeanwhileIsLeftToIt() {
        House house;
        QVERIFY(!house.begin(house.setup()));
        // Who waits for it gets it the moment it is free.
        QSemaphore isOver;
        const std::unique_ptr<QThread> theft(QThread::create([&] {
            Database taker(house.address(), Access::ReadWrite);
            taker.executeOnce(QStringLiteral("SELECT pg_advisory_lock(70262, 0)"));
            isOver.acquire();
        }));
        theft->start();
        QTRY_COMPARE(house.countOf("SELECT COUNT(*) FROM pg_locks WHERE locktype = 'advisory' "
                                   "AND classid = 70262 AND objsubid = 2 AND NOT granted"),
                     1);
        house.countOf("SELECT COUNT(pg_terminate_backend(pid, 10000)) FROM pg_locks "
                      "WHERE locktype = 'advisory' AND classid = 70262 AND objsubid = 2 "
                      "AND granted");
        QTRY_COMPARE(house.numberNow.load(), 1);
        QCOMPARE(house.bell->number(), 1);
        isOver.release();
        theft->wait();
    }

    void serverWithoutADatabaseDoesNotStart() {
        House house;
        Bell::Setup setup = house.setup();
        setup.place.database = QStringLiteral("nowhere");
        Bell bell(setup);
        QVERIFY(bell.begin().has_value());
    }
};

std::unique_ptr<QObject> newTstBell() {
    return std::make_unique<TstBell>();
}

#include "TstBell.moc"
