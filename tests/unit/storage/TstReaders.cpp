// SPDX-License-Identifier: GPL-3.0-or-later
#include "StorageTestKit.h"
#include "storage/Readers.h"

#include <QSemaphore>
#include <QTest>

using namespace soban;
using namespace soban::storage;
using namespace soban::testing;

namespace {

/// Reads the end of the log through a pool; nothing when it could not.
std::optional<qint64> lastOf(Readers &readers) {
    std::optional<qint64> last;
    QSemaphore done;
    const bool isTaken = readers.submit(
        [&](const ReadModel &model) {
            last = model.log.last().number();
            done.release();
        },
        [&] { done.release(); });
    if (isTaken)
        done.acquire();
    return last;
}

/// Keeps a reader busy until this object's end.
class Obstacle {
public:
    explicit Obstacle(Readers &readers) {
        readers.submit(
            [this](const ReadModel &) {
                m_begun.release();
                m_gate.acquire();
            },
            [] {});
        m_begun.acquire();
    }
    ~Obstacle() { release(); }
    void release() { m_gate.release(); }

private:
    QSemaphore m_begun;
    QSemaphore m_gate;
};

} // namespace

class TstReaders : public QObject {
    Q_OBJECT

private slots:
    void readsWhatWasCommittedBefore() {
        FreshDatabase fresh;
        SqlEventSink sink(fresh.database, fresh.ids, fresh.clock);
        Readers readers(fresh.address(), 2, 100);
        QCOMPARE(lastOf(readers).value_or(-1), 0);
        fresh.database.begin();
        sink.announce(eventNumber(1));
        QCOMPARE(lastOf(readers).value_or(-1), 0);
        fresh.database.commit();
        QCOMPARE(lastOf(readers).value_or(-1), 1);
    }

    void workIsTakenUpInOrder() {
        FreshDatabase fresh;
        Readers readers(fresh.address(), 1, 100);
        QList<int> order;
        for (int i = 0; i < 20; ++i)
            QVERIFY(readers.submit([&, i](const ReadModel &) { order.append(i); }, [] {}));
        readers.close();
        QCOMPARE(order.size(), 20);
        QVERIFY(std::is_sorted(order.cbegin(), order.cend()));
    }

    void databaseThatCannotBeReadIsToldAndTriedAgain() { // G13
        const TestDatabase place;
        Readers readers(place.address(), 1, 100);
        QVERIFY(!lastOf(readers));
        Database database(place.address(), Database::Access::ReadWrite);
        migrate(database, kStart);
        QCOMPARE(lastOf(readers).value_or(-1), 0);
    }

    void readThatFailsHalfwayIsTold() { // G13
        FreshDatabase fresh;
        Readers readers(fresh.address(), 1, 100);
        QCOMPARE(lastOf(readers).value_or(-1), 0);
        fresh.database.executeOnce(QStringLiteral("ALTER TABLE events RENAME TO elsewhere"));
        QVERIFY(!lastOf(readers));
        fresh.database.executeOnce(QStringLiteral("ALTER TABLE elsewhere RENAME TO events"));
        QCOMPARE(lastOf(readers).value_or(-1), 0);
    }

    void connectionThatWasLostMeanwhileCostsNothing() {
        SOBAN_ONLY_ON_POSTGRES("there is no connection to be lost");
        FreshDatabase fresh;
        Readers readers(fresh.address(), 1, 100);
        QCOMPARE(lastOf(readers).value_or(-1), 0);
        fresh.countOf("SELECT COUNT(pg_terminate_backend(pid, 10000)) FROM pg_stat_activity "
                      "WHERE datname = current_database() AND pid <> pg_backend_pid()");
        QCOMPARE(lastOf(readers).value_or(-1), 0);
    }

    void readersWorkSideBySide() {
        FreshDatabase fresh;
        Readers readers(fresh.address(), 2, 100);
        const Obstacle obstacle(readers);
        QCOMPARE(lastOf(readers).value_or(-1), 0);
    }

    void fullQueueTakesNothing() {
        FreshDatabase fresh;
        Readers readers(fresh.address(), 1, 2);
        Obstacle obstacle(readers);
        int called = 0;
        const auto count = [&](const ReadModel &) { ++called; };
        QVERIFY(readers.submit(count, [] {}));
        QVERIFY(readers.submit(count, [] {}));
        QVERIFY(!readers.submit(count, [&] { ++called; }));
        obstacle.release();
        readers.close();
        QCOMPARE(called, 2);
    }

    void closingFinishesWhatIsQueued() { // G16
        FreshDatabase fresh;
        Readers readers(fresh.address(), 2, 100);
        std::atomic<int> called = 0;
        for (int i = 0; i < 50; ++i)
            readers.submit(
                [&](const ReadModel &model) { called += int(model.log.last().number()) + 1; },
                [] {});
        readers.close();
        QCOMPARE(called.load(), 50);
        QVERIFY(!readers.submit([](const ReadModel &) {}, [] {}));
    }
};

std::unique_ptr<QObject> newTstReaders() {
    return std::make_unique<TstReaders>();
}

#include "TstReaders.moc"
