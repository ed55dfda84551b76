// SPDX-License-Identifier: GPL-3.0-or-later
#include "StorageTestKit.h"

#include <QTest>

using namespace soban;
using namespace soban::storage;
using namespace soban::testing;

namespace {

const AccountId kMina = *AccountId::fromNumber(101);
const AccountId kJun = *AccountId::fromNumber(102);
const ShopId kShop = *ShopId::fromNumber(103);

Sequence at(qint64 number) {
    return *Sequence::fromNumber(number);
}

} // namespace

class TstSqlEventLog : public QObject {
    Q_OBJECT

private:
    struct House : FreshDatabase {
        SqlEventSink sink{database, ids, clock};
        SqlEventLog log{database};

        House() {
            commit([this] {
                sink.announce(eventNumber(1, {kMina}));
                sink.announce(eventNumber(2, {kMina, kShop}));
                sink.announce(eventNumber(3, {kJun, kShop}, EventType::OfferShown));
                sink.announce(eventNumber(4, {}, EventType::MessagePosted));
                sink.announce(eventNumber(5, {kMina, kShop}, EventType::OfferShown));
            });
        }
    };

private slots:
    void eventsComeBackAsTheyWereAnnounced() { // G8
        House house;
        const auto committed = house.sink.take();
        const auto read = house.log.after(Sequence::before(), QList<Addressee>{kMina}, 1).first();
        QCOMPARE(read.sequence, committed.first().record.sequence);
        QCOMPARE(read.id, committed.first().record.id);
        QCOMPARE(read.type, EventType::OfferWithdrawn);
        QVERIFY(read.order == *OrderId::fromNumber(1));
        QCOMPARE(read.at, kStart);
        QCOMPARE(read.data, committed.first().record.data);
    }

    void eachReadsWhatConcernsThem_data() { // G8
        QTest::addColumn<QList<qint64>>("addressees");
        QTest::addColumn<QList<qint64>>("numbers");
        QTest::newRow("G8 a customer") << QList<qint64>{101} << QList<qint64>{1, 2, 5};
        QTest::newRow("G8 a shop") << QList<qint64>{103} << QList<qint64>{2, 3, 5};
        QTest::newRow("G8 an owner and the shop, each event once")
            << QList<qint64>{101, 103} << QList<qint64>{1, 2, 3, 5};
        QTest::newRow("nobody") << QList<qint64>{} << QList<qint64>{};
        QTest::newRow("a stranger") << QList<qint64>{999} << QList<qint64>{};
    }
    void eachReadsWhatConcernsThem() {
        QFETCH(QList<qint64>, addressees);
        House house;
        QList<Addressee> who;
        for (qint64 number : addressees)
            who.append(Addressee(*AccountId::fromNumber(number)));
        QTEST(numbersOf(house.log.after(Sequence::before(), who, 100)), "numbers");
    }

    void readingGoesOnAfterTheLastSequence() { // G8
        House house;
        const QList<Addressee> both{kMina, kShop};
        const auto page = house.log.after(Sequence::before(), both, 2);
        QCOMPARE(numbersOf(page), (QList<qint64>{1, 2}));
        QCOMPARE(numbersOf(house.log.after(page.last().sequence, both, 2)), (QList<qint64>{3, 5}));
        QVERIFY(house.log.after(at(5), both, 2).isEmpty());
    }

    void readingGoesOnInTheMiddleOfARun() { // G8
        FreshDatabase fresh;
        SqlEventSink sink(fresh.database, fresh.ids, fresh.clock);
        SqlEventLog log(fresh.database);
        fresh.commit([&] {
            for (int i = 1; i <= 4; ++i)
                sink.announce(eventNumber(i, {kMina}));
            sink.announce(eventNumber(5, {kJun}));
            sink.announce(eventNumber(6, {kJun, kMina}));
        });
        (void)sink.take();
        fresh.commit([&] { sink.announce(eventNumber(7, {kMina})); });
        QCOMPARE(fresh.countOf("SELECT COUNT(*) FROM event_audience WHERE addressee = 101"), 3);
        const QList<Addressee> mina{kMina};
        QCOMPARE(numbersOf(log.after(at(2), mina, 9)), (QList<qint64>{3, 4, 6, 7}));
        QCOMPARE(numbersOf(log.after(at(2), mina, 1)), (QList<qint64>{3}));
        QCOMPARE(numbersOf(log.after(at(3), mina, 2)), (QList<qint64>{4, 6}));
        QCOMPARE(numbersOf(log.after(at(4), mina, 9)), (QList<qint64>{6, 7}));
        QVERIFY(log.after(at(7), mina, 9).isEmpty());
    }

    void typesOfAStretchAreReadInTheOrderOfTheLog_data() { // G10
        QTest::addColumn<int>("since");
        QTest::addColumn<int>("length");
        QTest::addColumn<QList<qint64>>("numbers");
        QTest::addColumn<int>("end");
        QTest::newRow("all") << 0 << 100 << QList<qint64>{3, 4, 5} << 5;
        QTest::newRow("some") << 1 << 3 << QList<qint64>{3, 4} << 4;
        QTest::newRow("others alone") << 0 << 2 << QList<qint64>{} << 2;
        QTest::newRow("the end") << 5 << 9 << QList<qint64>{} << 5;
        QTest::newRow("beyond the end") << 7 << 9 << QList<qint64>{} << 7;
    }
    void typesOfAStretchAreReadInTheOrderOfTheLog() {
        QFETCH(int, since);
        QFETCH(int, length);
        House house;
        const auto stretch =
            house.log.stretch(at(since), {EventType::MessagePosted, EventType::OfferShown}, length);
        QTEST(numbersOf(stretch.records), "numbers");
        QTEST(int(stretch.end.number()), "end");
    }

    void typeIsNotTakenForOneThatBeginsAlike() { // G10
        FreshDatabase fresh;
        SqlEventSink sink(fresh.database, fresh.ids, fresh.clock);
        fresh.commit([&] { sink.announce(eventNumber(1, {}, EventType::OfferShown)); });
        fresh.database.execute("UPDATE events SET type = 'soban.offer.show'");
        QVERIFY(SqlEventLog(fresh.database)
                    .stretch(Sequence::before(), {EventType::OfferShown}, 9)
                    .records.isEmpty());
    }

    void lastIsTheEndOfTheLog() {
        FreshDatabase fresh;
        QCOMPARE(SqlEventLog(fresh.database).last(), Sequence::before());
        House house;
        QCOMPARE(house.log.last(), at(5));
    }

    void rolledBackEventsAreNotAnnounced() { // G10
        House house;
        house.sink.take();
        house.commit([&] {
            house.sink.announce(eventNumber(6));
            const int savepoint = house.database.openSavepoint();
            house.sink.announce(eventNumber(7));
            house.database.undoChanges(savepoint);
        });
        const auto events = house.sink.take();
        QCOMPARE(events.size(), 1);
        QVERIFY(events.first().record.order == *OrderId::fromNumber(6));
        QVERIFY(house.sink.take().isEmpty());
    }

    void numbersGoOnWithoutAGapFromTransactionToTransaction() { // G8
        House house;
        house.database.begin();
        house.sink.announce(eventNumber(6, {kMina}));
        house.database.rollBack();
        house.commit([] {});
        house.commit([&] { house.sink.announce(eventNumber(7, {kMina})); });
        QCOMPARE(house.log.last(), at(6));
        QCOMPARE(numbersOf(house.log.after(at(5), QList<Addressee>{kMina}, 9)), QList<qint64>{7});
    }

    void moreEventsThanAStatementTakesAreAllStored() { // G10
        FreshDatabase fresh;
        SqlEventSink sink(fresh.database, fresh.ids, fresh.clock);
        constexpr int kMany = 64 + 16 + 4 + 3;
        fresh.commit([&] {
            for (int i = 1; i <= kMany; ++i)
                sink.announce(eventNumber(i, {kMina, kShop}));
        });
        const SqlEventLog log(fresh.database);
        const auto read = log.after(Sequence::before(), QList<Addressee>{kShop}, 1000);
        QCOMPARE(read.size(), kMany);
        for (int i = 0; i < kMany; ++i) {
            QCOMPARE(read[i].sequence, at(i + 1));
            QCOMPARE(read[i].order->number(), i + 1);
        }
    }

    void cursorsMoveEachForItself() { // G10
        House house;
        SqlCursorStore cursors(house.database);
        QCOMPARE(cursors.cursorOf(QStringLiteral("mail")), Sequence::before());
        cursors.moveCursor(QStringLiteral("mail"), at(3));
        cursors.moveCursor(QStringLiteral("mail"), at(4));
        cursors.moveCursor(QStringLiteral("other"), at(1));
        QCOMPARE(cursors.cursorOf(QStringLiteral("mail")), at(4));
        QCOMPARE(cursors.cursorOf(QStringLiteral("other")), at(1));
    }
};

std::unique_ptr<QObject> newTstSqlEventLog() {
    return std::make_unique<TstSqlEventLog>();
}

#include "TstSqlEventLog.moc"
