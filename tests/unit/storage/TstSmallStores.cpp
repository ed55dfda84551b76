// SPDX-License-Identifier: GPL-3.0-or-later
#include "StorageTestKit.h"
#include "storage/SqlIdempotencyStore.h"
#include "storage/SqlOrderStore.h"
#include "storage/SqlSmallStores.h"
#include "storage/SqlTimerBook.h"
#include "support/TestBench.h"

#include <QTest>

using namespace soban;
using namespace soban::storage;
using namespace soban::testing;
using namespace std::chrono_literals;

namespace {

const OrderId kOrder = *OrderId::fromNumber(10);

CommandKey keyNamed(const char *key, qint64 account = 1, const char *route = "/v1/orders") {
    return {*AccountId::fromNumber(account), QString::fromLatin1(route), QString::fromLatin1(key)};
}

KeptAnswer answered(const char *body) {
    return {"hash", 201, body, {}};
}

QList<qint64> ordersOf(const QList<Timer> &timers) {
    QList<qint64> orders;
    for (const Timer &timer : timers)
        orders.append(timer.order.number());
    return orders;
}

} // namespace

class TstSmallStores : public QObject {
    Q_OBJECT

private slots:
    void answerIsFoundUnderItsWholeKey() { // G3
        FreshDatabase fresh;
        SqlIdempotencyStore answers(fresh.database);
        fresh.commit([&] { answers.keep(keyNamed("a"), answered("김밥"), kStart); });
        const auto kept = answers.find(keyNamed("a"));
        QVERIFY(kept);
        QCOMPARE(kept->bodyHash, QByteArray("hash"));
        QCOMPARE(kept->status, 201);
        QCOMPARE(kept->answer, QByteArray("김밥"));
        QVERIFY(!kept->awaits);
        QVERIFY(!answers.find(keyNamed("b")));
        QVERIFY(!answers.find(keyNamed("a", 2)));
        QVERIFY(!answers.find(keyNamed("a", 1, "/v1/other")));
    }

    void oneKeyIsKeptOnce() { // G3
        FreshDatabase fresh;
        SqlIdempotencyStore answers(fresh.database);
        const auto keepAgain = [&] {
            fresh.commit([&] { answers.keep(keyNamed("a"), answered("second"), kStart); });
        };
        fresh.database.begin();
        answers.keep(keyNamed("a"), answered("first"), kStart);
        QVERIFY_THROWS_EXCEPTION(StorageError,
                                 answers.keep(keyNamed("a"), answered("second"), kStart));
        fresh.database.commit();
        QVERIFY_THROWS_EXCEPTION(StorageError, keepAgain());
        fresh.database.rollBack();
        QCOMPARE(answers.find(keyNamed("a"))->answer, QByteArray("first"));
    }

    void answerOfWhatWasUndoneIsForgotten() { // G3
        FreshDatabase fresh;
        SqlIdempotencyStore answers(fresh.database);
        fresh.commit([&] {
            answers.keep(keyNamed("running"), {"hash", 0, {}, kOrder}, kStart);
            const int savepoint = fresh.database.openSavepoint();
            answers.keep(keyNamed("a"), answered("first"), kStart);
            answers.complete(kOrder, 201, "done");
            QVERIFY(answers.find(keyNamed("a")));
            QCOMPARE(answers.find(keyNamed("running"))->status, 201);
            fresh.database.undoChanges(savepoint);
        });
        QVERIFY(!answers.find(keyNamed("a")));
        QCOMPARE(answers.find(keyNamed("running"))->status, 0);
    }

    void runningCommandIsCompletedOnce_data() { // G3
        QTest::addColumn<bool>("isCommitted");
        QTest::newRow("G3 in the transaction that keeps it") << false;
        QTest::newRow("G3 in a later one") << true;
    }
    void runningCommandIsCompletedOnce() {
        QFETCH(bool, isCommitted);
        FreshDatabase fresh;
        SqlIdempotencyStore answers(fresh.database);
        fresh.database.begin();
        answers.keep(keyNamed("a"), {"hash", 0, {}, kOrder}, kStart);
        if (isCommitted) {
            fresh.database.commit();
            fresh.database.begin();
        }
        answers.complete(*OrderId::fromNumber(11), 201, "of another order");
        QCOMPARE(answers.find(keyNamed("a"))->status, 0);
        answers.complete(kOrder, 201, "first");
        answers.complete(kOrder, 402, "second");
        QCOMPARE(answers.find(keyNamed("a"))->answer, QByteArray("first"));
        fresh.database.commit();
        QCOMPARE(answers.find(keyNamed("a"))->status, 201);
        QCOMPARE(answers.find(keyNamed("a"))->answer, QByteArray("first"));
    }

    void oldAnswersAreForgottenButNeverRunningOnes() { // G3
        FreshDatabase fresh;
        SqlIdempotencyStore answers(fresh.database);
        fresh.commit([&] {
            answers.keep(keyNamed("running"), {"hash", 0, {}, kOrder}, kStart - 3h);
            answers.keep(keyNamed("oldest"), answered(""), kStart - 2h);
            answers.keep(keyNamed("old"), answered(""), kStart - 1h);
            answers.keep(keyNamed("young"), answered(""), kStart);
        });
        QCOMPARE(answers.forgetBefore(kStart, 1), 1);
        QVERIFY(!answers.find(keyNamed("oldest")) && answers.find(keyNamed("old")));
        QCOMPARE(answers.forgetBefore(kStart, 100), 1);
        QVERIFY(answers.find(keyNamed("running")) && answers.find(keyNamed("young")));
    }

    void timersComeWhenDueEarliestFirst() { // G12
        FreshDatabase fresh;
        SqlTimerBook timers(fresh.database);
        QVERIFY(!timers.nextDue());
        fresh.commit([&] {
            for (int i : {3, 1, 2})
                timers.set(TimerKind::AutoComplete, *OrderId::fromNumber(i), kStart + i * 1min);
        });
        QVERIFY(timers.nextDue() == kStart + 1min);
        QVERIFY(timers.due(kStart + 1min - 1ms, 100).isEmpty());
        QCOMPARE(ordersOf(timers.due(kStart + 2min, 100)), (QList<qint64>{1, 2}));
        QCOMPARE(ordersOf(timers.due(kStart + 1h, 2)), (QList<qint64>{1, 2}));
    }

    void timerIsStruckOutOnce() { // G12
        FreshDatabase fresh;
        SqlTimerBook timers(fresh.database);
        fresh.commit([&] { timers.set(TimerKind::AutoComplete, kOrder, kStart); });
        const Timer timer = timers.due(kStart, 1).first();
        QVERIFY(timers.strike(timer));
        QVERIFY(!timers.strike(timer));
        QVERIFY(timers.due(kStart, 1).isEmpty());
    }

    void timerThatWasMovedIsNotStruckOutAsItWas() { // G12
        FreshDatabase fresh;
        SqlTimerBook timers(fresh.database);
        fresh.commit([&] { timers.set(TimerKind::AutoComplete, kOrder, kStart); });
        const Timer found = timers.due(kStart, 1).first();
        fresh.commit([&] { timers.set(TimerKind::AutoComplete, kOrder, kStart + 5min); });
        QVERIFY(!timers.strike(found));
        QVERIFY(timers.nextDue() == kStart + 5min);
    }

    void timerSetAgainIsMoved() { // G12
        FreshDatabase fresh;
        SqlTimerBook timers(fresh.database);
        fresh.commit([&] { timers.set(TimerKind::AutoComplete, kOrder, kStart); });
        fresh.commit([&] { timers.set(TimerKind::AutoComplete, kOrder, kStart + 5min); });
        QVERIFY(timers.due(kStart, 9).isEmpty());
        QCOMPARE(timers.due(kStart + 5min, 9).size(), 1);
    }

    void timerIsKnownBeforeItIsWritten() { // G12
        FreshDatabase fresh;
        SqlTimerBook timers(fresh.database);
        fresh.commit([&] {
            timers.set(TimerKind::Answer, kOrder, kStart);
            timers.set(TimerKind::Answer, kOrder, kStart + 1min);
            QVERIFY(timers.dueAt(TimerKind::Answer, kOrder) == kStart + 1min);
            QVERIFY(!timers.dueAt(TimerKind::AutoComplete, kOrder));
        });
        QVERIFY(timers.dueAt(TimerKind::Answer, kOrder) == kStart + 1min);
        QCOMPARE(timers.due(kStart + 1h, 9).size(), 1);
    }

    void droppedTimerIsNeverWritten() { // G12
        FreshDatabase fresh;
        SqlTimerBook timers(fresh.database);
        fresh.commit([&] {
            timers.set(TimerKind::Answer, kOrder, kStart);
            timers.drop(TimerKind::Answer, kOrder);
            QVERIFY(!timers.dueAt(TimerKind::Answer, kOrder));
        });
        QVERIFY(!timers.nextDue());
        fresh.commit([&] { timers.set(TimerKind::Answer, kOrder, kStart); });
        fresh.commit([&] { timers.drop(TimerKind::Answer, kOrder); });
        QVERIFY(!timers.nextDue());
    }

    void timerOfAnUndoneStepIsForgotten() { // G10 G12
        FreshDatabase fresh;
        SqlTimerBook timers(fresh.database);
        fresh.database.begin();
        timers.set(TimerKind::Answer, kOrder, kStart);
        fresh.database.rollBack();
        fresh.commit([] {});
        QVERIFY(!timers.nextDue());
    }

    void orderIsWhatItWasOnceItsChangeIsUndone() { // G7
        TestBench bench;
        const OrderId id = bench.place(bench.hands.snackRequest(PaymentMethod::OnDelivery));
        Database &database = bench.rooms.database();
        SqlOrderStore orders(database);
        bench.work([&] {
            const Order before = *orders.find(id);
            const int savepoint = database.openSavepoint();
            Order changed = before;
            ++changed.version;
            QVERIFY(orders.update(changed));
            QCOMPARE(orders.find(id)->version, before.version + 1);
            database.undoChanges(savepoint);
            QCOMPARE(orders.find(id)->version, before.version);
        });
    }

    void namesOfUnknownPeopleAreEmpty() {
        FreshDatabase fresh;
        QVERIFY(SqlPeople(fresh.database).nameOf(*AccountId::fromNumber(1)).isEmpty());
    }
};

std::unique_ptr<QObject> newTstSmallStores() {
    return std::make_unique<TstSmallStores>();
}

#include "TstSmallStores.moc"
