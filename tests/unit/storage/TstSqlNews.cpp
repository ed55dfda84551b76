// SPDX-License-Identifier: GPL-3.0-or-later
// What one server finds of what the others have committed.
#include "StorageTestKit.h"
#include "storage/SqlAccountStore.h"
#include "storage/SqlNews.h"

#include <QTest>

using namespace soban;
using namespace soban::storage;
using namespace soban::testing;

namespace {

const AccountId kMina = *AccountId::fromNumber(101);
const ShopId kShop = *ShopId::fromNumber(103);

QList<qint64> numbersIn(const News &news) {
    QList<EventRecord> records;
    for (const CommittedEvent &event : news.events)
        records.append(event.record);
    return numbersOf(records);
}

/// A server that writes, and one that looks.
struct House : FreshDatabase {
    SqlEventSink sink{database, ids, clock};
    SqlAccountStore accounts{database};
    Database other{address(), Access::ReadWrite};
    SqlNews news{other};

    House() { news.begin(); }

    void announce(const QList<qint64> &numbers, const QList<Addressee> &audience = {kMina}) {
        commit([&] {
            for (const qint64 number : numbers)
                sink.announce(eventNumber(number, audience));
        });
        sink.take();
    }
    News take(int limit = 1'000) {
        News found = news.read(limit);
        news.took(found);
        return found;
    }
    void addAccount() {
        const identity::Account mina{kMina,
                                     Role::Customer,
                                     *identity::Login::from(QStringLiteral("mina@soban.test")),
                                     "hash",
                                     QStringLiteral("Mina"),
                                     QStringLiteral("010-0000-0000"),
                                     Language::Korean,
                                     {}};
        commit([&] { QVERIFY(accounts.insertAccount(mina, kStart)); });
    }
    static identity::Session session(qint64 number) {
        return {*SessionId::fromNumber(number), kMina, "hash-" + QByteArray::number(number),
                kStart + std::chrono::hours(1), kStart + std::chrono::hours(2)};
    }
    void signIn(qint64 number) {
        commit([&] { accounts.insertSession(session(number), kStart); });
    }
};

} // namespace

class TstSqlNews : public QObject {
    Q_OBJECT

private slots:
    void init() { SOBAN_ONLY_ON_POSTGRES("a SQLite file has one server"); }

    void eventsOfOthersAreReadOnceInTheirOrder() { // G8 N7
        House house;
        QVERIFY(house.take().isEmpty());
        house.announce({1, 2}, {kMina, kShop});
        house.announce({3}, {});
        const News news = house.take();
        QCOMPARE(numbersIn(news), (QList<qint64>{1, 2, 3}));
        QCOMPARE(news.events[0].record.sequence.number(), 1);
        QCOMPARE(news.events[0].record.type, EventType::OfferWithdrawn);
        QVERIFY(news.events[1].audience.contains(Addressee(kMina)));
        QVERIFY(news.events[1].audience.contains(Addressee(kShop)));
        QVERIFY(news.events[2].audience.isEmpty());
        QVERIFY(house.take().isEmpty());
        house.announce({4});
        QCOMPARE(numbersIn(house.take()), QList<qint64>{4});
    }

    void whatWasNotTakenInIsReadAgain() {
        House house;
        house.announce({1});
        QCOMPARE(numbersIn(house.news.read()), QList<qint64>{1});
        QCOMPARE(numbersIn(house.news.read()), QList<qint64>{1});
    }

    void beginsAtThePresent() {
        House house;
        house.announce({1});
        SqlNews later(house.other);
        later.begin();
        house.announce({2});
        QCOMPARE(numbersIn(later.read()), QList<qint64>{2});
    }

    void ownEventsAreNotReadBack() {
        House house;
        house.announce({1, 2});
        house.news.saw(*Sequence::fromNumber(2));
        house.announce({3});
        QCOMPARE(numbersIn(house.take()), QList<qint64>{3});
    }

    void muchIsReadInStretches() {
        House house;
        house.announce({1, 2, 3, 4, 5});
        const News first = house.take(2);
        QCOMPARE(numbersIn(first), (QList<qint64>{1, 2}));
        QVERIFY(first.isMore);
        QCOMPARE(first.events[1].audience.size(), 1);
        QCOMPARE(numbersIn(house.take(2)), (QList<qint64>{3, 4}));
        const News last = house.take(2);
        QCOMPARE(numbersIn(last), QList<qint64>{5});
        QVERIFY(!last.isMore);
    }

    void eventOfATypeThatIsYetUnknownIsPassedOver() { // G17
        House house;
        house.announce({1, 2, 3});
        house.database.execute("UPDATE events SET type = 'soban.later' WHERE seq = 2");
        const News news = house.take();
        QCOMPARE(numbersIn(news), (QList<qint64>{1, 3}));
        QCOMPARE(news.events[1].audience.size(), 1);
        QVERIFY(house.take().isEmpty());
    }

    void sessionsAreToldAsTheyAreByNow() { // N7
        House house;
        house.addAccount();
        house.signIn(1);
        house.signIn(2);
        house.commit([&] { QVERIFY(house.accounts.removeSession(*SessionId::fromNumber(2))); });
        const News news = house.take();
        QCOMPARE(news.sessions.size(), 3);
        QVERIFY(!news.isWholeSessions);
        QCOMPARE(news.sessions[0].session.number(), 1);
        QVERIFY(news.sessions[0].live);
        QCOMPARE(news.sessions[0].live->accessHash, "hash-1");
        QCOMPARE(*news.sessions[0].live->who.actor.account, kMina);
        QVERIFY(!news.sessions[1].live);
        QVERIFY(!news.sessions[2].live);
        QVERIFY(house.take().isEmpty());
    }

    void sessionThatChangesOrIsLockedOutIsTold() { // N7
        House house;
        house.addAccount();
        house.signIn(1);
        house.take();
        identity::Session changed = House::session(1);
        changed.accessHash = "other";
        house.commit([&] { house.accounts.updateSession(changed); });
        QCOMPARE(house.take().sessions.first().live->accessHash, "other");
        house.commit([&] {
            QVERIFY(house.accounts.setDisabled(kMina, true));
            house.accounts.removeSessionsOf(kMina);
        });
        const News news = house.take();
        QCOMPARE(news.sessions.size(), 1);
        QVERIFY(!news.sessions.first().live);
    }

    void sessionThatWasNeverStoredIsNotTold() {
        House house;
        house.addAccount();
        house.database.begin();
        house.accounts.insertSession(House::session(1), kStart);
        house.database.rollBack();
        house.commit([] {});
        QVERIFY(house.take().isEmpty());
    }

    void whoHasMissedMoreThanIsKeptReadsAllSessions() {
        House house;
        house.addAccount();
        for (qint64 number = 1; number <= 3; ++number)
            house.signIn(number);
        house.database.executeOnce(QStringLiteral("DELETE FROM session_news WHERE number < 3"));
        const News news = house.take();
        QVERIFY(news.isWholeSessions);
        QVERIFY(!news.isWholeLog);
        QVERIFY(house.take().isEmpty());
    }

    void oldNewsOfSessionsAreForgotten() {
        House house;
        house.addAccount();
        house.signIn(1);
        house.database.execute("UPDATE event_numbers SET sessions = sessions + ?",
                               SqlSessionNews::kKept);
        house.signIn(2);
        QCOMPARE(house.countOf("SELECT COUNT(*) FROM session_news"), 1);
    }

    void logThatHasGoneBackIsReadAnew() {
        House house;
        house.announce({1, 2, 3});
        house.take();
        house.database.executeOnce(QStringLiteral("DELETE FROM event_audience WHERE seq > 1"));
        house.database.executeOnce(QStringLiteral("DELETE FROM events WHERE seq > 1"));
        house.database.executeOnce(QStringLiteral("UPDATE event_numbers SET last = 1"));
        const News news = house.take();
        QVERIFY(news.isWholeLog);
        QVERIFY(news.isWholeSessions);
        house.announce({4});
        QCOMPARE(numbersIn(house.take()), QList<qint64>{4});
    }
};

std::unique_ptr<QObject> newTstSqlNews() {
    return std::make_unique<TstSqlNews>();
}

#include "TstSqlNews.moc"
