// SPDX-License-Identifier: GPL-3.0-or-later
#include "StorageTestKit.h"

#include "contract/Codec.h"
#include "contract/Events.h"
#include "storage/OrderNumbers.h"
#include "storage/SqlDeliveryStore.h"
#include "storage/SqlQueries.h"
#include "support/TestBench.h"

#include <QDir>
#include <QTest>

using namespace soban;
using namespace soban::storage;
using namespace soban::testing;

namespace {

/// Takes the schema back to before the audit said what was decided.
void takeBackDecisions(Database &database) {
    database.executeOnce(QStringLiteral("ALTER TABLE audit DROP COLUMN decision"));
    database.executeOnce(QStringLiteral("DELETE FROM schema_migrations WHERE version > 15"));
}

/// Takes the schema back to before operators settled orders anew.
void takeBackSettlements(Database &database) {
    takeBackDecisions(database);
    database.executeOnce(QStringLiteral("ALTER TABLE orders DROP COLUMN settlement"));
    database.executeOnce(QStringLiteral("DELETE FROM schema_migrations WHERE version > 14"));
}

/// Takes the schema back to before riders farther away were asked.
void takeBackSearches(Database &database) {
    takeBackSettlements(database);
    database.executeOnce(QStringLiteral("DROP INDEX deliveries_open_far"));
    database.executeOnce(QStringLiteral("ALTER TABLE deliveries DROP COLUMN radius"));
    database.executeOnce(QStringLiteral("ALTER TABLE orders DROP COLUMN search_in_vain"));
    database.executeOnce(QStringLiteral("ALTER TABLE orders DROP COLUMN search_meters"));
    database.executeOnce(QStringLiteral("DELETE FROM schema_migrations WHERE version > 13"));
}

/// Takes the schema back to before messages went to phones.
void takeBackOutbox(Database &database) {
    takeBackSearches(database);
    database.executeOnce(QStringLiteral("DROP TABLE outbox"));
    database.executeOnce(QStringLiteral("ALTER TABLE accounts DROP COLUMN message_way"));
    database.executeOnce(QStringLiteral("DELETE FROM schema_migrations WHERE version > 12"));
}

/// Takes the schema back to before customers could change their orders.
void takeBackChanges(Database &database) {
    takeBackOutbox(database);
    const QStringList statements{
        QStringLiteral("DROP INDEX refunds_pending_of_payment"),
        QStringLiteral("ALTER TABLE orders DROP COLUMN before_change"),
        QStringLiteral("ALTER TABLE orders DROP COLUMN pending_change"),
        QStringLiteral("DELETE FROM schema_migrations WHERE version > 11")};
    for (const QString &statement : statements)
        database.executeOnce(statement);
}

/// Takes the schema back to before orders said how they ended.
void takeBackEndings(Database &database) {
    takeBackChanges(database);
    const QStringList statements{
        QStringLiteral("DROP INDEX orders_ended_by_rider"),
        QStringLiteral("ALTER TABLE orders DROP COLUMN ended_at"),
        QStringLiteral("ALTER TABLE orders DROP COLUMN ending"),
        QStringLiteral("ALTER TABLE orders DROP COLUMN answer_by"),
        QStringLiteral("DROP TABLE refunds"),
        QStringLiteral("ALTER TABLE order_numbers DROP COLUMN missed"),
        QStringLiteral("DELETE FROM schema_migrations WHERE version > 10")};
    for (const QString &statement : statements)
        database.executeOnce(statement);
}

/// Takes the schema back to before the numbers of orders had a table of their own.
void takeBackOrderNumbers(Database &database) {
    takeBackEndings(database);
    const QStringList statements{
        QStringLiteral("ALTER TABLE shops ADD COLUMN last_number INTEGER NOT NULL DEFAULT 0"),
        QStringLiteral("UPDATE shops SET last_number = COALESCE("
                       "(SELECT last FROM order_numbers WHERE shop_id = shops.id), 0)"),
        QStringLiteral("DROP TABLE order_numbers"),
        QStringLiteral("DELETE FROM schema_migrations WHERE version > 9")};
    for (const QString &statement : statements)
        database.executeOnce(statement);
}

/// Takes the schema back to before events were numbered by a counter of their own.
void takeBackEventNumbers(Database &database) {
    takeBackOrderNumbers(database);
    database.executeOnce(QStringLiteral("DROP TABLE event_numbers"));
    if (runsOnPostgres()) {
        database.executeOnce(QStringLiteral("DROP FUNCTION ring_bell"));
        database.executeOnce(QStringLiteral("DROP TABLE session_news"));
        database.executeOnce(QStringLiteral("DROP INDEX event_audience_by_seq"));
        database.executeOnce(
            QStringLiteral("ALTER TABLE events ALTER COLUMN seq ADD GENERATED ALWAYS AS IDENTITY"));
    }
}

/// Takes out of a database what the second schema brought, also from stored documents.
void takeBackToFirstSchema(Database &database) {
    const QStringList statements{
        QStringLiteral("DROP INDEX orders_unpaid"),
        QStringLiteral("DROP INDEX orders_in_hand"),
        QStringLiteral("DROP TABLE code_guesses"),
        QStringLiteral("DROP INDEX orders_by_shop"),
        QStringLiteral("DROP INDEX orders_by_rider"),
        QStringLiteral("DROP TABLE pictures"),
        QStringLiteral("DROP TABLE favourites"),
        QStringLiteral("DROP TABLE saved_addresses"),
        QStringLiteral("ALTER TABLE reviews DROP COLUMN photo"),
        QStringLiteral("ALTER TABLE orders DROP COLUMN proof_photo"),
        QStringLiteral("ALTER TABLE stock DROP COLUMN per_day"),
        QStringLiteral("ALTER TABLE stock DROP COLUMN day"),
        QStringLiteral("ALTER TABLE stock_holds DROP COLUMN day"),
        QStringLiteral("ALTER TABLE menu_items DROP COLUMN hidden"),
        QStringLiteral("ALTER TABLE menu_items DROP COLUMN removed"),
        QStringLiteral("ALTER TABLE menu_items DROP COLUMN sold_out"),
        QStringLiteral("ALTER TABLE menu_items DROP COLUMN sold_out_until"),
        QStringLiteral("ALTER TABLE shops DROP COLUMN extra_minutes"),
        QStringLiteral("ALTER TABLE shops DROP COLUMN mode_until"),
        QStringLiteral("ALTER TABLE shops DROP COLUMN version"),
        QStringLiteral("ALTER TABLE shops DROP COLUMN menu_version"),
        QStringLiteral(
            "UPDATE order_views SET "
            "for_customer = json_remove(CAST(for_customer AS TEXT), '$.shopKind', '$.shopPicture', "
            "'$.shopPhone', '$.shopPosition', '$.timeZone'), "
            "for_shop = json_remove(CAST(for_shop AS TEXT), '$.expectedAt', '$.latestAt'), "
            "for_rider = json_remove(CAST(for_rider AS TEXT), '$.shopPicture')"),
        QStringLiteral(
            "UPDATE deliveries SET offer = json_remove(CAST(offer AS TEXT), '$.shopPicture')"),
        QStringLiteral("UPDATE events SET data = json_remove(CAST(data AS TEXT), '$.shopPicture')"),
        QStringLiteral("UPDATE events SET data = json_remove(CAST(data AS TEXT), '$.shopName') "
                       "WHERE type = 'soban.message.posted'"),
        QStringLiteral("DELETE FROM schema_migrations WHERE version > 1")};
    for (const QString &statement : statements)
        database.executeOnce(statement);
    takeBackEventNumbers(database);
}

} // namespace

class TstMigrations : public QObject {
    Q_OBJECT

private:
    /// All migrations have a file, some one for each engine.
    static int migrations() {
        QSet<QString> numbers;
        for (const QString &name :
             QDir(QStringLiteral(":/soban/migrations")).entryList(QDir::Files))
            numbers.insert(name.left(4));
        return int(numbers.size());
    }

private slots:
    void freshDatabaseGetsEveryMigration() {
        FreshDatabase fresh;
        QVERIFY(newestSchema(fresh.database) >= 1);
        QCOMPARE(fresh.countOf("SELECT MAX(version) FROM schema_migrations"),
                 newestSchema(fresh.database));
        QCOMPARE(fresh.countOf("SELECT COUNT(*) FROM schema_migrations"), migrations());
        QCOMPARE(fresh.countOf("SELECT COUNT(*) FROM orders"), 0);
    }

    void secondRunChangesNothing() {
        FreshDatabase fresh;
        fresh.database.execute("INSERT INTO cursors VALUES ('kept', 7)");
        fresh.clock.advance(std::chrono::hours(1));
        migrate(fresh.database, fresh.clock.now());
        QCOMPARE(fresh.countOf("SELECT seq FROM cursors WHERE consumer = 'kept'"), 7);
        QCOMPARE(fresh.countOf("SELECT COUNT(*) FROM schema_migrations"), migrations());
        QCOMPARE(
            fresh.database.query("SELECT 1 FROM schema_migrations WHERE applied_at <> ?", kStart)
                .next(),
            false);
    }

    void databaseOfANewerProgramIsRefused() { // G17
        FreshDatabase fresh;
        fresh.database.execute("INSERT INTO schema_migrations VALUES (?, 'later', 0)",
                               newestSchema(fresh.database) + 1);
        try {
            migrate(fresh.database, kStart);
            QFAIL("taken");
        } catch (const StorageError &error) {
            QVERIFY(QByteArray(error.what())
                        .contains(QByteArray::number(newestSchema(fresh.database) + 1)));
        }
        QCOMPARE(fresh.countOf("SELECT COUNT(*) FROM schema_migrations"), migrations() + 1);
    }

    void migrationThatFailsLeavesNothing() {
        const TestDatabase place;
        Database database(place.address(), Database::Access::ReadWrite);
        // In the way of one of the last tables.
        database.executeOnce(QStringLiteral("CREATE TABLE audit (x INTEGER)"));
        QVERIFY_THROWS_EXCEPTION(StorageError, migrate(database, kStart));
        QVERIFY_THROWS_EXCEPTION(StorageError, database.query("SELECT COUNT(*) FROM orders"));
        database.executeOnce(QStringLiteral("DROP TABLE audit"));
        migrate(database, kStart);
        QVERIFY(!database.query("SELECT 1 FROM orders").next());
    }

    void documentsOfTheFirstSchemaGetTheirNewFields() { // G17
        SOBAN_ONLY_ON_SQLITE("no PostgreSQL database is that old");
        TestBench bench;
        Database &database = bench.rooms.database();
        database.executeOnce(QStringLiteral("UPDATE shops SET picture = 'bibimbap'"));
        const OrderId order = bench.place(bench.hands.snackRequest());
        const OrderId unpaid = bench.place(bench.hands.snackRequest());
        bench.walk(order, DeliveryState::Claimed);
        const LocalizedText shop{QStringLiteral("소반 분식"), QStringLiteral("Soban Snacks")};
        bench.work([&] {
            bench.rooms.events().announce({EventType::MessagePosted,
                                           order,
                                           {bench.town.mina},
                                           MessagePosted{bench.ids.next<MessageId>(), order,
                                                         MessageKind::Thanks, shop, shop}});
        });
        const SqlOrderQueries queries(database);
        const auto before = *queries.documents(order);
        takeBackToFirstSchema(database);
        QVERIFY(!contract::decode<contract::OrderView>(queries.documents(order)->forCustomer));

        migrate(database, kStart);
        const auto after = *queries.documents(order);
        const auto view = contract::decode<contract::OrderView>(after.forCustomer);
        QVERIFY2(view, after.forCustomer.constData());
        QCOMPARE(view->shopPicture, QStringLiteral("bibimbap"));
        QCOMPARE(view->shopKind, ShopKind::Food);
        QCOMPARE(contract::encode(*view), before.forCustomer);
        const auto ticket = contract::decode<contract::TicketView>(after.forShop);
        QVERIFY(ticket && ticket->latestAt);
        QCOMPARE(contract::encode(*ticket), before.forShop);
        const auto ride = contract::decode<contract::DeliveryView>(after.forRider);
        QVERIFY(ride);
        QCOMPARE(contract::encode(*ride), before.forRider);
        QVERIFY(queries.documents(unpaid)->forShop.isEmpty());
        QCOMPARE(SqlDeliveryStore(database).find(order)->offer.shopPicture, view->shopPicture);
        const SqlEventLog log(database);
        const auto shown = log.after(Sequence::before(), {EventType::OfferShown}, 10);
        QVERIFY(!shown.isEmpty());
        const auto offer = contract::decodeEventData(EventType::OfferShown,
                                                     *contract::parseJson(shown.first().data));
        QVERIFY(offer && std::get<Offer>(*offer).shopPicture == view->shopPicture);
        const auto posts = log.after(Sequence::before(), {EventType::MessagePosted}, 10);
        QVERIFY(!posts.isEmpty());
        const auto post = contract::decodeEventData(EventType::MessagePosted,
                                                    *contract::parseJson(posts.first().data));
        QVERIFY(post && std::get<MessagePosted>(*post).shopName == shop);
    }

    void proofsMoveToTheirOrders() { // G17
        TestBench bench;
        Database &database = bench.rooms.database();
        const OrderId proved = bench.place(bench.hands.snackRequest());
        const OrderId other = bench.place(bench.hands.snackRequest());
        bench.walk(proved, DeliveryState::PickedUp);
        bench.walk(other, DeliveryState::PickedUp);
        const QStringList statements{
            QStringLiteral("ALTER TABLE orders DROP COLUMN proof_photo"),
            QStringLiteral("ALTER TABLE deliveries ADD COLUMN proof_photo TEXT"),
            QStringLiteral("DELETE FROM schema_migrations WHERE version > 4")};
        for (const QString &statement : statements)
            database.executeOnce(statement);
        takeBackEventNumbers(database);
        database.execute("UPDATE deliveries SET proof_photo = 'up-1' WHERE order_id = ?", proved);

        migrate(database, kStart);
        QCOMPARE(bench.hands.order(proved).proofPhoto, std::optional(QStringLiteral("up-1")));
        QCOMPARE(bench.hands.order(other).proofPhoto, std::nullopt);
    }

    void ordersGetTheirReviews() { // G17
        SOBAN_ONLY_ON_SQLITE("no PostgreSQL database is that old");
        TestBench bench;
        Database &database = bench.rooms.database();
        const OrderId answered = bench.orderIn(OrderState::Completed);
        const OrderId reviewed = bench.orderIn(OrderState::Completed);
        const OrderId silent = bench.orderIn(OrderState::Completed);
        auto &reviews = bench.rooms.model().reviews;
        const Actor owner{Role::Shop, bench.town.snackOwner, bench.town.snackBar};
        bench.work([&] {
            for (OrderId order : {answered, reviewed})
                QVERIFY(reviews.write(order, bench.hands.customer(), 5, QStringLiteral("Good")));
            QVERIFY(reviews.answer(answered, owner, QStringLiteral("Thanks")));
        });
        SqlOrderQueries queries(database);
        QHash<OrderId, QByteArray> before;
        for (OrderId order : {answered, reviewed, silent})
            before.insert(order, queries.documents(order)->forCustomer);
        const QStringList statements{
            QStringLiteral("UPDATE order_views SET for_customer = "
                           "json_remove(CAST(for_customer AS TEXT), '$.review')"),
            QStringLiteral("DELETE FROM schema_migrations WHERE version > 6")};
        for (const QString &statement : statements)
            database.executeOnce(statement);
        takeBackEventNumbers(database);
        QVERIFY(!queries.documents(reviewed)->forCustomer.contains("\"review\""));

        migrate(database, kStart);
        for (OrderId order : {answered, reviewed, silent}) {
            const auto is =
                contract::decode<contract::OrderView>(queries.documents(order)->forCustomer);
            const auto was = contract::decode<contract::OrderView>(before.value(order));
            QVERIFY(is && was);
            QCOMPARE(contract::encode(*is), contract::encode(*was));
        }
        QVERIFY(before.value(reviewed).contains("\"review\""));
    }

    void numbersOfEventsGoOnAfterThoseOfAnOlderSchema() { // G8, G17
        TestBench bench;
        Database &database = bench.rooms.database();
        (void)bench.place(bench.hands.snackRequest());
        const Sequence before = SqlEventLog(database).last();
        QVERIFY(before != Sequence::before());
        takeBackEventNumbers(database);
        database.executeOnce(QStringLiteral("DELETE FROM schema_migrations WHERE version > 7"));
        migrate(database, kStart);
        const auto events =
            bench.work([&] { (void)bench.hands.place(bench.hands.snackRequest()); });
        QCOMPARE(events.first().record.sequence.number(), before.number() + 1);
    }

    void ordersAreNumberedOnAndKeysAreKept() { // G3, G17
        TestBench bench;
        Database &database = bench.rooms.database();
        const OrderId before = bench.place(bench.hands.snackRequest());
        const CommandKey key{bench.town.mina, QStringLiteral("/v1/orders"), QStringLiteral("a")};
        const CommandKey running{bench.town.mina, key.route, QStringLiteral("b")};
        auto &answers = bench.rooms.model().answers;
        bench.work([&] {
            answers.keep(key, {"hash", 201, "first", {}}, kStart);
            answers.keep(running, {"hash", kStillRunning, {}, before}, kStart);
        });
        takeBackOrderNumbers(database);

        migrate(database, kStart);
        QCOMPARE(answers.find(key)->answer, QByteArray("first"));
        QCOMPARE(answers.find(running)->awaits, std::optional(before));
        // As a server does that starts on it.
        QCOMPARE(OrderNumbers(database).next(bench.town.snackBar),
                 bench.hands.order(before).number + 1);
    }

    void accountsOfAnOlderSchemaReadSms() { // R11, G17
        TestBench bench;
        Database &database = bench.rooms.database();
        takeBackOutbox(database);
        migrate(database, kStart);
        Rows row = database.query("SELECT message_way FROM accounts WHERE id = ?", bench.town.mina);
        QVERIFY(row.next());
        QCOMPARE(row.word<MessageWay>(0), MessageWay::Sms);
        QCOMPARE(bench.countOf("SELECT COUNT(*) FROM outbox"), 0);
    }

    void highestIdIsTheHighestOfAnyKind() {
        FreshDatabase fresh;
        QCOMPARE(highestId(fresh.database), 0);
        fresh.database.execute(
            "INSERT INTO accounts (id, role, login, password_hash, name, phone, "
            "language, created_at) VALUES (500, 'rider', 'x', '', '', '', 'ko', 0)");
        QCOMPARE(highestId(fresh.database), 500);
        fresh.database.execute(
            "INSERT INTO events (seq, id, type, at, data) VALUES (1, 900, 'x', 0, '')");
        QCOMPARE(highestId(fresh.database), 900);
        fresh.database.execute("INSERT INTO saved_cards (id, account_id, customer_key, brand, "
                               "masked_number, registered_at) VALUES (950, 500, '', '', '', 0)");
        QCOMPARE(highestId(fresh.database), 950);
    }
};

std::unique_ptr<QObject> newTstMigrations() {
    return std::make_unique<TstMigrations>();
}

#include "TstMigrations.moc"
