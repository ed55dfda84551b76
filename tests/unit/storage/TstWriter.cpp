// SPDX-License-Identifier: GPL-3.0-or-later
#include "WriterTestKit.h"
#include "storage/SqliteLogKeeper.h"

#include <QFileInfo>
#include <QTest>

#include <thread>
#include <vector>

using namespace soban;
using namespace soban::storage;
using namespace soban::testing;

class TstWriter : public QObject {
    Q_OBJECT

private slots:
    void worksThatComeMeanwhileShareATransaction() {
        NoteWriter house;
        house.hold();
        for (int i = 0; i < 50; ++i)
            house.submitNote(QString::number(i));
        QCOMPARE(house.writer.queued(), 50);
        house.finish();
        QCOMPARE(house.writer.transactions(), 2); // the one held up, and the fifty
        QCOMPARE(house.writer.worksDone(), 51);
        QCOMPARE(house.outcomes, QList<bool>(50, true));
        QCOMPARE(house.notes().size(), 50);
    }

    void transactionTakesNoMoreThanItsLimit() {
        NoteWriter house({.queued = 4096, .perTransaction = 10});
        house.hold();
        for (int i = 0; i < 50; ++i)
            house.submitNote(QString::number(i));
        house.finish();
        QCOMPARE(house.writer.transactions(), 1 + 5);
        QCOMPARE(house.notes().size(), 50);
    }

    void worksAreDoneInTheOrderInWhichTheyCame() {
        NoteWriter house;
        house.hold();
        QStringList expected;
        for (int i = 0; i < 20; ++i) {
            expected.append(QString::number(i));
            house.submitNote(expected.last());
        }
        house.finish();
        QCOMPARE(house.notes(), expected);
    }

    void doneMeansOnTheDisk() { // G1 G2
        NoteWriter house;
        QStringList seen;
        QSemaphore done;
        house.writer.submit([&] { house.bench->write(QStringLiteral("a")); },
                            [&](bool durable) {
                                // Another connection sees only what was committed.
                                seen = durable ? house.notes() : QStringList();
                                done.release();
                            });
        done.acquire();
        QCOMPARE(seen, QStringList{QStringLiteral("a")});
    }

    void logIsMovedWhenEverybodyHasAnAnswer() { // P3
        SOBAN_ONLY_ON_SQLITE("the log is SQLite's");
        NoteWriter house;
        const QString file = std::get<SqliteFile>(house.address()).path;
        const auto size = [&] { return QFileInfo(file).size(); };
        const QString note(qsizetype(kFullLogPages) * kSqlitePageBytes, u'x');
        const qint64 before = size();
        qint64 whenAnswered = 0;
        QSemaphore done;
        house.writer.submit([&] { house.bench->write(note); },
                            [&](bool) {
                                whenAnswered = size();
                                done.release();
                            });
        done.acquire();
        QVERIFY(house.run([](NoteBench &) {})); // comes after it
        QCOMPARE(whenAnswered, before);
        QVERIFY(size() >= before + note.size());
    }

    void eventsComeInTheirOrderAfterTheCommit() { // G10
        NoteWriter house;
        QList<int> notesWhenHeard;
        QObject::connect(
            &house.bus, &EventBus::committed, &house.bus,
            [&] { notesWhenHeard.append(int(house.notes().size())); }, Qt::DirectConnection);
        house.hold();
        for (int i = 1; i <= 4; ++i) {
            house.submit([i](NoteBench &bench) {
                bench.announce(10 * i);
                bench.write(QString::number(i));
                bench.announce(10 * i + 1);
            });
        }
        house.finish();
        QCOMPARE(numbersOf(house.committed), (QList<qint64>{10, 11, 20, 21, 30, 31, 40, 41}));
        QCOMPARE(notesWhenHeard, QList<int>{4});
        for (int i = 1; i < house.committed.size(); ++i)
            QVERIFY(house.committed[i - 1].sequence < house.committed[i].sequence);
    }

    void listenersHearBeforeTheDoersDo() {
        NoteWriter house;
        QStringList order;
        QObject::connect(
            &house.bus, &EventBus::committed, &house.bus,
            [&] { order.append(QStringLiteral("bus")); }, Qt::DirectConnection);
        QSemaphore done;
        house.writer.submit([&] { house.bench->announce(1); },
                            [&](bool) {
                                order.append(QStringLiteral("done"));
                                done.release();
                            });
        done.acquire();
        QCOMPARE(order, QStringList({QStringLiteral("bus"), QStringLiteral("done")}));
    }

    void benchFinishesEachPieceOfWork() {
        NoteWriter house;
        house.hold();
        for (int i = 0; i < 3; ++i)
            house.submitNote(QString::number(i));
        house.letGo();
        QVERIFY(house.run([](NoteBench &) {}));
        // The held one, three notes and this last one, which was counted after it ran.
        QCOMPARE(house.bench->finished.load(), 5);
        QCOMPARE(house.bench->forgotten.load(), 0);
    }

    void attemptThatFailsIsUndoneAlone() {
        NoteWriter house;
        const bool durable = house.run([&](NoteBench &bench) {
            bench.write(QStringLiteral("before"));
            bench.announce(1);
            house.writer.attempt([&] {
                bench.write(QStringLiteral("undone"));
                bench.announce(2);
                return false;
            });
            house.writer.attempt([&] {
                bench.write(QStringLiteral("kept"));
                bench.announce(3);
                return true;
            });
        });
        QVERIFY(durable);
        QCOMPARE(house.notes(), QStringList({QStringLiteral("before"), QStringLiteral("kept")}));
        QCOMPARE(numbersOf(house.committed), (QList<qint64>{1, 3}));
    }

    void fullQueueTakesNothing() {
        NoteWriter house({.queued = 3, .perTransaction = 128});
        house.hold();
        for (int i = 0; i < 3; ++i)
            QVERIFY(house.submitNote(QString::number(i)));
        QVERIFY(!house.submitNote(QStringLiteral("too many")));
        house.letGo();
        house.writer.close();
        QCOMPARE(house.outcomes.size(), 3);
        QCOMPARE(house.notes().size(), 3);
    }

    void closingFinishesWhatIsQueued() { // G16
        NoteWriter house({.queued = 4096, .perTransaction = 7});
        house.hold();
        for (int i = 0; i < 100; ++i)
            house.submitNote(QString::number(i));
        house.finish();
        QCOMPARE(house.outcomes, QList<bool>(100, true));
        QCOMPARE(house.notes().size(), 100);
        QVERIFY(!house.submitNote(QStringLiteral("late")));
    }

    void manyThreadsHandInWork() {
        constexpr int kThreads = 4;
        constexpr int kEach = 200;
        NoteWriter house;
        std::vector<std::thread> threads;
        for (int t = 0; t < kThreads; ++t) {
            threads.emplace_back([&house, t] {
                for (int i = 0; i < kEach; ++i)
                    house.submitNote(QStringLiteral("%1/%2").arg(t).arg(i));
            });
        }
        for (std::thread &thread : threads)
            thread.join();
        house.writer.close();
        QCOMPARE(house.outcomes, QList<bool>(kThreads * kEach, true));
        QCOMPARE(house.notes().size(), kThreads * kEach);
    }

    void benchThatDoesNotStandIsTold() { // G17
        EventBus bus;
        Writer writer([]() -> std::unique_ptr<Writer::Bench> { NoteBench::breakDown(); }, bus, {});
        QCOMPARE(writer.begin().value_or(QString()), QStringLiteral("broken"));
        QVERIFY(!writer.submit([] {}, [](bool) {}));
    }
};

std::unique_ptr<QObject> newTstWriter() {
    return std::make_unique<TstWriter>();
}

#include "TstWriter.moc"
