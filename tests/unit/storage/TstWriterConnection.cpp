// SPDX-License-Identifier: GPL-3.0-or-later
// What becomes of works when others are in their way, or the connection is lost.
#include "WriterTestKit.h"

#include <QTest>

using namespace soban;
using namespace soban::storage;
using namespace soban::testing;

namespace {

// What PostgreSQL calls it.
const QString kForStandby = QStringLiteral("SyncRep");
const QString kForLock = QStringLiteral("advisory");

void conflict(NoteBench &bench) {
    bench.database().executeOnce(QStringLiteral("DO $$ BEGIN RAISE serialization_failure; END $$"));
}

/// Its commit is stored and waits for a standby that never comes.
void waitInCommit(NoteBench &bench) {
    bench.database().executeOnce(QStringLiteral("SET LOCAL synchronous_commit = on"));
}

} // namespace

class TstWriterConnection : public QObject {
    Q_OBJECT

private:
    static int numberOf(const NoteWriter &house, const char *sql, const QString &what) {
        Database observer(house.address(), Access::ReadOnly);
        Rows row = observer.query(sql, what);
        row.next();
        return row.number(0);
    }
    /// How many connections to the writer's database wait for something.
    static int waiting(const NoteWriter &house, const QString &what) {
        return numberOf(house,
                        "SELECT COUNT(*) FROM pg_stat_activity "
                        "WHERE datname = current_database() AND wait_event = ?",
                        what);
    }
    /// Ends them; how many.
    static int endWaiting(const NoteWriter &house, const QString &what) {
        return numberOf(house,
                        "SELECT COUNT(pg_terminate_backend(pid)) FROM pg_stat_activity "
                        "WHERE datname = current_database() AND wait_event = ?",
                        what);
    }

private slots:
    // Not for all at once: that would skip the tests that follow in this program, too.
    void init() { SOBAN_ONLY_ON_POSTGRES("SQLite has one writer, and no connection"); }

    void groupThatAnotherInterruptsRunsAgain() {
        NoteWriter house;
        int runs = 0;
        house.hold();
        house.submit([](NoteBench &bench) {
            bench.announce(1);
            bench.write(QStringLiteral("a"));
        });
        house.submit([&](NoteBench &bench) {
            bench.announce(2);
            bench.write(QStringLiteral("b"));
            if (++runs == 1)
                conflict(bench);
        });
        house.finish();
        QCOMPARE(runs, 2);
        QCOMPARE(house.outcomes, (QList<bool>{true, true}));
        QCOMPARE(house.notes(), QStringList({QStringLiteral("a"), QStringLiteral("b")}));
        QCOMPARE(numbersOf(house.committed), (QList<qint64>{1, 2}));
        QCOMPARE(house.writer.transactions(), 2);
    }

    void workThatIsAlwaysInterruptedFailsAlone() {
        NoteWriter house;
        house.hold();
        house.submitNote(QStringLiteral("a"));
        house.submit(conflict);
        house.submitNote(QStringLiteral("b"));
        house.finish();
        QCOMPARE(house.outcomes, (QList<bool>{true, false, true}));
        QCOMPARE(house.notes(), QStringList({QStringLiteral("a"), QStringLiteral("b")}));
    }

    void connectionThatWasLostMeanwhileCostsNothing() {
        NoteWriter house;
        FreshDatabase other;
        QVERIFY(house.run([](NoteBench &bench) { bench.write(QStringLiteral("a")); }));
        other.countOf("SELECT COUNT(pg_terminate_backend(pid, 10000)) FROM pg_stat_activity "
                      "WHERE pid <> pg_backend_pid() AND application_name = 'soban'");
        QVERIFY(house.run([](NoteBench &bench) { bench.write(QStringLiteral("b")); }));
        QCOMPARE(house.notes(), QStringList({QStringLiteral("a"), QStringLiteral("b")}));
    }

    void connectionLostAtWorkRunsTheGroupAgain() { // G1
        NoteWriter house;
        int runs = 0;
        QVERIFY(house.run([&](NoteBench &bench) {
            bench.announce(1);
            bench.write(QStringLiteral("a"));
            if (++runs == 1)
                bench.database().executeOnce(
                    QStringLiteral("SELECT pg_terminate_backend(pg_backend_pid())"));
        }));
        QCOMPARE(runs, 2);
        QCOMPARE(house.notes(), QStringList{QStringLiteral("a")});
        QCOMPARE(numbersOf(house.committed), (QList<qint64>{1}));
    }

    void commitThatWasStoredButNotAnsweredCounts() { // G1 G3 G10
        NoteWriter house;
        int runs = 0;
        house.submit([&](NoteBench &bench) {
            ++runs;
            bench.announce(1);
            bench.write(QStringLiteral("a"));
            waitInCommit(bench);
        });
        QTRY_COMPARE(waiting(house, kForStandby), 1);
        QCOMPARE(endWaiting(house, kForStandby), 1);
        house.writer.close();
        QCOMPARE(runs, 1);
        QCOMPARE(house.outcomes, QList<bool>{true});
        QCOMPARE(house.notes(), QStringList{QStringLiteral("a")});
        QCOMPARE(numbersOf(house.committed), (QList<qint64>{1}));
    }

    void commitThatWasNotStoredRunsAgain() { // G1 G3
        NoteWriter house;
        int runs = 0;
        Database obstacle(house.address(), Access::ReadWrite);
        house.run([](NoteBench &bench) {
            bench.database().executeOnce(
                QStringLiteral("CREATE FUNCTION wait() RETURNS trigger LANGUAGE plpgsql AS "
                               "$$ BEGIN PERFORM pg_advisory_xact_lock(1); RETURN NULL; END $$"));
            bench.database().executeOnce(QStringLiteral(
                "CREATE CONSTRAINT TRIGGER waits_in_commit AFTER INSERT ON notes "
                "DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION wait()"));
        });
        obstacle.executeOnce(QStringLiteral("SELECT pg_advisory_lock(1)"));
        house.submit([&](NoteBench &bench) {
            ++runs;
            bench.announce(1);
            bench.write(QStringLiteral("a"));
        });
        QTRY_COMPARE(waiting(house, kForLock), 1);
        QCOMPARE(endWaiting(house, kForLock), 1);
        obstacle.executeOnce(QStringLiteral("SELECT pg_advisory_unlock(1)"));
        house.writer.close();
        QCOMPARE(runs, 2);
        QCOMPARE(house.outcomes, QList<bool>{true});
        QCOMPARE(house.notes(), QStringList{QStringLiteral("a")});
        QCOMPARE(numbersOf(house.committed), (QList<qint64>{1}));
    }

    void serverThatIsAwayFailsWorksUntilItIsBack() { // G13
        NoteWriter house;
        postgresOfTheTest().crash();
        QVERIFY(!house.run([](NoteBench &bench) { bench.write(QStringLiteral("a")); }));
        QVERIFY(!house.run([](NoteBench &bench) { bench.write(QStringLiteral("b")); }));
        QVERIFY(!postgresOfTheTest().restart());
        QVERIFY(house.run([](NoteBench &bench) { bench.write(QStringLiteral("c")); }));
        QCOMPARE(house.notes(), QStringList{QStringLiteral("c")});
    }

    void outcomeThatNobodyKnowsIsNoPromiseAndIsToldLater() { // G3 G10
        NoteWriter house;
        house.submit([](NoteBench &bench) {
            bench.announce(1);
            bench.write(QStringLiteral("a"));
            waitInCommit(bench);
        });
        QTRY_COMPARE(waiting(house, kForStandby), 1);
        postgresOfTheTest().crash();
        QVERIFY(!house.run([](NoteBench &bench) { bench.write(QStringLiteral("b")); }));
        QVERIFY(house.committed.isEmpty());
        QVERIFY(!postgresOfTheTest().restart());
        QVERIFY(house.run([](NoteBench &bench) { bench.announce(2); }));
        QCOMPARE(house.outcomes, QList<bool>{false});
        QCOMPARE(house.notes(), QStringList{QStringLiteral("a")});
        QCOMPARE(numbersOf(house.committed), (QList<qint64>{1, 2}));
    }
};

std::unique_ptr<QObject> newTstWriterConnection() {
    return std::make_unique<TstWriterConnection>();
}

#include "TstWriterConnection.moc"
