// SPDX-License-Identifier: GPL-3.0-or-later
#include "WriterTestKit.h"

#include <QTest>

using namespace soban;
using namespace soban::storage;
using namespace soban::testing;

class TstWriterFailures : public QObject {
    Q_OBJECT

private:
    static void setPages(NoteWriter &house, const QString &most) {
        house.run([&](NoteBench &bench) {
            bench.database().executeOnce(QStringLiteral("PRAGMA max_page_count = ") + most);
        });
    }
    static QString pagesInUse(NoteWriter &house) {
        QString pages;
        house.run([&](NoteBench &bench) {
            Rows row = bench.database().query("PRAGMA page_count");
            row.next();
            pages = row.text(0);
        });
        return pages;
    }
    static QString largeNote(int i) { return QString(200'000, QChar(u'a' + i)); }

private slots:
    void brokenConstraintUndoesItsOwnWorkOnly() { // G10
        NoteWriter house;
        house.hold();
        house.submit([](NoteBench &bench) {
            bench.announce(1);
            bench.write(QStringLiteral("a"));
        });
        house.submit([](NoteBench &bench) {
            bench.announce(2);
            bench.write(QStringLiteral("b"));
            bench.write(QStringLiteral("a")); // there can be one only
        });
        house.submit([](NoteBench &bench) {
            bench.announce(3);
            bench.write(QStringLiteral("c"));
        });
        house.finish();
        QCOMPARE(house.outcomes, (QList<bool>{true, false, true}));
        QCOMPARE(house.notes(), QStringList({QStringLiteral("a"), QStringLiteral("c")}));
        QCOMPARE(numbersOf(house.committed), (QList<qint64>{1, 3}));
        QCOMPARE(house.writer.transactions(), 2); // the others did not have to start anew
    }

    void whatABrokenWorkRememberedIsForgotten() {
        NoteWriter house;
        QVERIFY(!house.run([](NoteBench &bench) {
            bench.write(QStringLiteral("a"));
            bench.write(QStringLiteral("a"));
        }));
        QCOMPARE(house.bench->forgotten.load(), 1);
        QVERIFY(!house.run([](NoteBench &) { NoteBench::breakDown(); }));
        QCOMPARE(house.bench->forgotten.load(), 3); // in the group, and alone
    }

    void otherFaultFailsItsOwnWorkAndTheOthersRunAnew() { // G13
        NoteWriter house;
        int runsOfTheFirst = 0;
        house.hold();
        house.submit([&](NoteBench &bench) {
            ++runsOfTheFirst;
            bench.announce(1);
            bench.write(QStringLiteral("a"));
        });
        house.submit([](NoteBench &bench) {
            bench.announce(2);
            bench.write(QStringLiteral("b"));
            NoteBench::breakDown();
        });
        house.submit([](NoteBench &bench) {
            bench.announce(3);
            bench.write(QStringLiteral("c"));
        });
        house.finish();
        QCOMPARE(house.outcomes, (QList<bool>{true, false, true}));
        QCOMPARE(runsOfTheFirst, 2);
        QCOMPARE(house.notes(), QStringList({QStringLiteral("a"), QStringLiteral("c")}));
        QCOMPARE(numbersOf(house.committed), (QList<qint64>{1, 3}));
    }

    void attemptThatBreaksDownFailsTheWholeWork() {
        NoteWriter house;
        QVERIFY(!house.run([&](NoteBench &bench) {
            bench.write(QStringLiteral("before"));
            house.writer.attempt([&] {
                bench.write(QStringLiteral("before")); // there can be one only
                return true;
            });
        }));
        QVERIFY(house.notes().isEmpty());
        QVERIFY(house.run([](NoteBench &bench) { bench.write(QStringLiteral("after")); }));
        QCOMPARE(house.notes(), QStringList{QStringLiteral("after")});
    }

    void fullDiskFailsWhatDoesNotFitAndRecovers() { // G13
        SOBAN_ONLY_ON_SQLITE("a PostgreSQL whose disk is full fails its statements like any other");
        NoteWriter house;
        const QString pages = pagesInUse(house);
        setPages(house, pages);
        house.hold();
        for (int i = 0; i < 3; ++i) {
            house.submit([i](NoteBench &bench) {
                bench.announce(i);
                bench.write(largeNote(i));
            });
        }
        house.letGo();
        QVERIFY(!house.run([](NoteBench &bench) { bench.write(largeNote(9)); }));
        QCOMPARE(house.outcomes, (QList<bool>{false, false, false}));
        QVERIFY(house.notes().isEmpty());
        QVERIFY(house.committed.isEmpty());

        setPages(house, QStringLiteral("1000000"));
        QVERIFY(house.run([](NoteBench &bench) {
            bench.announce(7);
            bench.write(largeNote(7));
        }));
        QCOMPARE(house.notes(), QStringList{largeNote(7)});
        QCOMPARE(numbersOf(house.committed), (QList<qint64>{7}));
    }

    void databaseLockedByAnotherFailsNothingForGood() { // G13
        NoteWriter house;
        house.run([](NoteBench &bench) {
            bench.database().executeOnce(runsOnPostgres()
                                             ? QStringLiteral("SET lock_timeout = 1")
                                             : QStringLiteral("PRAGMA busy_timeout = 0"));
        });
        {
            Database other(house.address(), Database::Access::ReadWrite);
            other.begin();
            QVERIFY(!house.run([](NoteBench &bench) { bench.write(QStringLiteral("a")); }));
            other.rollBack();
        }
        QVERIFY(house.run([](NoteBench &bench) { bench.write(QStringLiteral("a")); }));
        QCOMPARE(house.notes(), QStringList{QStringLiteral("a")});
    }
};

std::unique_ptr<QObject> newTstWriterFailures() {
    return std::make_unique<TstWriterFailures>();
}

#include "TstWriterFailures.moc"
