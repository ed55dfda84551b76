// SPDX-License-Identifier: GPL-3.0-or-later
#include "StorageTestKit.h"

#include <QDir>
#include <QTest>

using namespace soban;
using namespace soban::storage;
using namespace soban::testing;

class TstMigrations : public QObject {
    Q_OBJECT

private:
    static int files() {
        return int(QDir(QStringLiteral(":/soban/migrations")).entryList(QDir::Files).size());
    }

private slots:
    void freshDatabaseGetsEveryMigration() {
        FreshDatabase fresh;
        QVERIFY(newestSchema() >= 1);
        QCOMPARE(fresh.countOf("SELECT MAX(version) FROM schema_migrations"), newestSchema());
        QCOMPARE(fresh.countOf("SELECT COUNT(*) FROM schema_migrations"), files());
        QCOMPARE(fresh.countOf("SELECT COUNT(*) FROM orders"), 0);
    }

    void secondRunChangesNothing() {
        FreshDatabase fresh;
        fresh.database.execute("INSERT INTO cursors VALUES ('kept', 7)");
        fresh.clock.advance(std::chrono::hours(1));
        migrate(fresh.database, fresh.clock.now());
        QCOMPARE(fresh.countOf("SELECT seq FROM cursors WHERE consumer = 'kept'"), 7);
        QCOMPARE(fresh.countOf("SELECT COUNT(*) FROM schema_migrations"), files());
        QCOMPARE(
            fresh.database.query("SELECT 1 FROM schema_migrations WHERE applied_at <> ?", kStart)
                .next(),
            false);
    }

    void databaseOfANewerProgramIsRefused() { // G17
        FreshDatabase fresh;
        fresh.database.execute("INSERT INTO schema_migrations VALUES (?, 'later', 0)",
                               newestSchema() + 1);
        try {
            migrate(fresh.database, kStart);
            QFAIL("taken");
        } catch (const StorageError &error) {
            QVERIFY(QByteArray(error.what()).contains(QByteArray::number(newestSchema() + 1)));
        }
        QCOMPARE(fresh.countOf("SELECT COUNT(*) FROM schema_migrations"), files() + 1);
    }

    void migrationThatFailsLeavesNothing() {
        const QTemporaryDir dir;
        Database database(dir.filePath(QStringLiteral("soban.sqlite")),
                          Database::Access::ReadWrite);
        // In the way of one of the last tables.
        database.executeOnce(QStringLiteral("CREATE TABLE audit (x INTEGER)"));
        QVERIFY_THROWS_EXCEPTION(StorageError, migrate(database, kStart));
        Rows tables = database.query("SELECT name FROM sqlite_master WHERE name = 'orders'");
        QVERIFY(!tables.next());
        database.executeOnce(QStringLiteral("DROP TABLE audit"));
        migrate(database, kStart);
        QVERIFY(!database.query("SELECT 1 FROM orders").next());
    }

    void highestIdIsTheHighestOfAnyKind() {
        FreshDatabase fresh;
        QCOMPARE(highestId(fresh.database), 0);
        fresh.database.execute(
            "INSERT INTO accounts (id, role, login, password_hash, name, phone, "
            "language, created_at) VALUES (500, 'rider', 'x', '', '', '', 'ko', 0)");
        QCOMPARE(highestId(fresh.database), 500);
        fresh.database.execute("INSERT INTO events (id, type, at, data) VALUES (900, 'x', 0, '')");
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
