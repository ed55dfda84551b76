// SPDX-License-Identifier: GPL-3.0-or-later
#include "StorageTestKit.h"
#include "storage/SqliteLogKeeper.h"

#include <QFileInfo>
#include <QTest>

using namespace soban;
using namespace soban::storage;
using namespace soban::testing;

namespace {

/// The kind of error that a statement ends in; nothing when it succeeds.
std::optional<StorageError::Kind> faultOf(Database &database, const char *sql) {
    try {
        database.executeOnce(QString::fromLatin1(sql));
    } catch (const StorageError &error) {
        return error.kind();
    }
    return std::nullopt;
}

QStringList textsOf(Database &database, const char *sql) {
    Rows rows = database.query(sql);
    QStringList texts;
    while (rows.next())
        texts.append(rows.text(0));
    return texts;
}

/// Has a commit write so many pages to the log, or a few more.
void writePages(Database &database, int pages) {
    database.executeOnce(QStringLiteral("CREATE TABLE IF NOT EXISTS heap (bytes BLOB)"));
    database.executeOnce(
        QStringLiteral("INSERT INTO heap VALUES (zeroblob(%1))").arg(pages * kSqlitePageBytes));
}

const char *const kSchema =
    "CREATE TABLE things (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, "
    "weight INTEGER CHECK (weight >= 0), owner INTEGER REFERENCES things (id))";

} // namespace

class TstDatabase : public QObject {
    Q_OBJECT

private slots:
    void acknowledgedWritesSurviveAPowerCut() { // G2
        SOBAN_ONLY_ON_SQLITE("below there is the same for PostgreSQL");
        FreshDatabase fresh;
        Rows mode = fresh.database.query("PRAGMA journal_mode");
        QVERIFY(mode.next());
        QCOMPARE(mode.text(0), QStringLiteral("wal"));
        constexpr int kFull = 2;
        QCOMPARE(fresh.countOf("PRAGMA synchronous"), kFull);
    }

    void acknowledgedWritesSurviveAPowerCutWhateverTheDatabaseSays() { // G2
        SOBAN_ONLY_ON_POSTGRES("above there is the same for SQLite");
        FreshDatabase fresh;
        const auto setting = [&](const char *wish) {
            fresh.database.executeOnce(
                QStringLiteral("ALTER DATABASE %1 SET synchronous_commit = %2")
                    .arg(std::get<PostgresPlace>(fresh.address()).database,
                         QString::fromLatin1(wish)));
            Database writing(fresh.address(), Access::ReadWrite);
            Rows row = writing.query("SELECT current_setting('synchronous_commit')");
            row.next();
            return row.text(0);
        };
        QCOMPARE(setting("off"), QStringLiteral("on"));
        QCOMPARE(setting("remote_apply"), QStringLiteral("remote_apply"));
    }

    void fullLogIsMovedBetweenTransactions() { // P3
        SOBAN_ONLY_ON_SQLITE("the log is SQLite's");
        FreshDatabase fresh;
        const QFileInfo file(std::get<SqliteFile>(fresh.address()).path);
        const auto size = [&] { return QFileInfo(file.filePath()).size(); };
        fresh.database.tidyUp();
        const qint64 before = size();
        fresh.commit([&] { writePages(fresh.database, kFullLogPages); });
        QCOMPARE(size(), before);
        fresh.database.tidyUp();
        const qint64 after = size();
        QVERIFY(after > before + qint64(kFullLogPages) * kSqlitePageBytes / 2);
        // What comes next is a log that is nearly empty again.
        fresh.commit([&] { writePages(fresh.database, 2); });
        fresh.database.tidyUp();
        QCOMPARE(size(), after);
    }

    void logThatNobodyTidiesStaysWithinBounds() {
        SOBAN_ONLY_ON_SQLITE("the log is SQLite's");
        FreshDatabase fresh;
        const QString log = std::get<SqliteFile>(fresh.address()).path + u"-wal";
        constexpr int kCommits = 12;
        for (int i = 0; i < kCommits; ++i)
            fresh.commit([&] { writePages(fresh.database, kFullLogPages); });
        QVERIFY(QFileInfo(log).size() < qint64(2) * kOverfullLogPages * kSqlitePageBytes);
    }

    void valuesComeBackAsTheyWent() {
        FreshDatabase fresh;
        Database &db = fresh.database;
        const auto id = *OrderId::fromNumber(1LL << 62);
        const Money money = *Money::of(Money::kLimitMinor, Currency::krw());
        Rows row = db.query("SELECT ?, ?, ?, ?, ?, ?, ?, ?, ?", id, kStart, money, 0.1, true,
                            DeliveryState::PickedUp, QStringLiteral("김밥 'x'"),
                            std::optional<OrderId>(), std::optional(id));
        QVERIFY(row.next());
        QCOMPARE(row.id<OrderId>(0), id);
        QCOMPARE(row.instant(1), kStart);
        QVERIFY(row.money(2, Currency::krw()) == money);
        QCOMPARE(row.real(3), 0.1);
        QVERIFY(row.flag(4));
        QCOMPARE(row.word<DeliveryState>(5), DeliveryState::PickedUp);
        QCOMPARE(row.text(6), QStringLiteral("김밥 'x'"));
        QVERIFY(row.isNull(7) && !row.maybeId<OrderId>(7) && !row.maybeInstant(7));
        QVERIFY(row.maybeId<OrderId>(8) == id);
        QVERIFY(!row.next());
    }

    void whatIsUndoneIsWhatCameAfterTheSavepoint_data() {
        QTest::addColumn<bool>("undoesInner");
        QTest::addColumn<bool>("undoesOuter");
        QTest::addColumn<QStringList>("left");
        const QString a = QStringLiteral("a"), b = QStringLiteral("b"), c = QStringLiteral("c"),
                      d = QStringLiteral("d");
        QTest::newRow("nothing") << false << false << QStringList{a, b, c, d};
        QTest::newRow("the inner one") << true << false << QStringList{a, b, d};
        QTest::newRow("the outer one") << false << true << QStringList{a};
        QTest::newRow("both") << true << true << QStringList{a};
    }
    void whatIsUndoneIsWhatCameAfterTheSavepoint() {
        QFETCH(bool, undoesInner);
        QFETCH(bool, undoesOuter);
        FreshDatabase fresh;
        Database &db = fresh.database;
        const auto close = [&](int savepoint, bool undoes) {
            undoes ? db.undoChanges(savepoint) : db.keepChanges(savepoint);
        };
        db.executeOnce(QStringLiteral("CREATE TABLE notes (note TEXT)"));
        const auto write = [&](const char *note) {
            db.execute("INSERT INTO notes VALUES (?)", QString::fromLatin1(note));
        };
        fresh.commit([&] {
            write("a");
            const int outer = db.openSavepoint();
            write("b");
            const int inner = db.openSavepoint();
            write("c");
            close(inner, undoesInner);
            write("d");
            close(outer, undoesOuter);
        });
        QTEST(textsOf(db, "SELECT note FROM notes ORDER BY note"), "left");
    }

    void savepointsAtOnePlaceAreUndoneEachForItself() {
        FreshDatabase fresh;
        Database &db = fresh.database;
        db.executeOnce(QStringLiteral("CREATE TABLE notes (note TEXT)"));
        fresh.commit([&] {
            const int outer = db.openSavepoint();
            const int inner = db.openSavepoint();
            db.execute("INSERT INTO notes VALUES ('refused')");
            db.undoChanges(inner);
            db.execute("INSERT INTO notes VALUES ('kept')");
            db.keepChanges(outer);
            // Whoever gives up within another gives up that one as well.
            const int work = db.openSavepoint();
            db.openSavepoint();
            db.execute("INSERT INTO notes VALUES ('given up')");
            db.undoChanges(work);
        });
        QCOMPARE(textsOf(db, "SELECT note FROM notes"), QStringList{QStringLiteral("kept")});
    }

    void manyRowsAreInsertedInTheirOrder_data() {
        QTest::addColumn<int>("rows");
        for (int rows : {0, 1, 3, 4, 21, 64, 200})
            QTest::addRow("%d", rows) << rows;
    }
    void manyRowsAreInsertedInTheirOrder() {
        QFETCH(int, rows);
        FreshDatabase fresh;
        Database &db = fresh.database;
        db.executeOnce(QStringLiteral("CREATE TABLE notes (number BIGINT PRIMARY KEY, note TEXT)"));
        const auto insert = [&](int from, const char *note) {
            QVariantList values;
            for (int i = 0; i < rows; ++i)
                values << toSql(from + i) << toSql(QString::fromLatin1(note) + QString::number(i));
            db.insertRows("INSERT INTO notes (number, note)", 2, values,
                          "ON CONFLICT (number) DO UPDATE SET note = excluded.note");
        };
        insert(0, "old");
        insert(0, "new");
        QStringList expected;
        for (int i = 0; i < rows; ++i)
            expected.append(QStringLiteral("new%1").arg(i));
        QCOMPARE(textsOf(db, "SELECT note FROM notes ORDER BY number"), expected);
    }

    void insertedRowsHoldWhatWasGiven() {
        FreshDatabase fresh;
        Database &db = fresh.database;
        db.executeOnce(runsOnPostgres()
                           ? QStringLiteral("CREATE TABLE every (number BIGINT, part DOUBLE "
                                            "PRECISION, words TEXT, document TEXT, bytes BYTEA)")
                           : QStringLiteral("CREATE TABLE every (number BIGINT, part DOUBLE "
                                            "PRECISION, words TEXT, document TEXT, bytes BLOB)"));
        const QString words = QStringLiteral("김밥 'x'");
        const QVariantList values{toSql(1LL << 62),
                                  toSql(0.1),
                                  toSql(words),
                                  toSql(Document{words.toUtf8()}),
                                  toSql(Blob{QByteArray("\0\xff", 2)}),
                                  toSql(-1),
                                  toSql(-0.0),
                                  toSql(QString()),
                                  toSql(Document{}),
                                  toSql(Blob{QByteArray("")}),
                                  QVariant(),
                                  QVariant(),
                                  QVariant(),
                                  QVariant(),
                                  QVariant()};
        db.insertRows("INSERT INTO every (number, part, words, document, bytes)", 5, values);
        Rows row = db.query("SELECT number, part, words, document, bytes FROM every "
                            "ORDER BY number DESC NULLS LAST");
        QVERIFY(row.next());
        QCOMPARE(row.integer(0), 1LL << 62);
        QCOMPARE(row.real(1), 0.1);
        QCOMPARE(row.text(2), words);
        QCOMPARE(row.utf8(3), words.toUtf8());
        QCOMPARE(row.text(3), words);
        QCOMPARE(row.bytes(4), QByteArray("\0\xff", 2));
        QVERIFY(row.next());
        QCOMPARE(row.integer(0), -1);
        for (int column = 2; column < 5; ++column)
            QVERIFY(!row.isNull(column) && row.bytes(column).isEmpty());
        QVERIFY(row.next());
        for (int column = 0; column < 5; ++column)
            QVERIFY(row.isNull(column));
    }

    void rowThatBreaksARuleIsRefusedAndTheNextOnesAreNot() {
        FreshDatabase fresh;
        Database &db = fresh.database;
        db.executeOnce(QString::fromLatin1(kSchema));
        const auto insert = [&db](qint64 id, const char *name, int weight) {
            db.insertRows("INSERT INTO things (id, name, weight)", 3,
                          {toSql(id), toSql(QString::fromLatin1(name)), toSql(weight)});
        };
        insert(1, "one", 1);
        try {
            insert(2, "one", 1);
            QFAIL("taken");
        } catch (const StorageError &error) {
            QCOMPARE(error.kind(), StorageError::Kind::Constraint);
            QVERIFY(!QByteArray(error.what()).isEmpty() && !error.code().isEmpty());
        }
        insert(2, "two", 1);
        QCOMPARE(textsOf(db, "SELECT name FROM things ORDER BY id"),
                 (QStringList{QStringLiteral("one"), QStringLiteral("two")}));
    }

    void emptyTextIsATextAndNotNothing() {
        FreshDatabase fresh;
        Rows row = fresh.database.query("SELECT ?, ?", QString(), QByteArray());
        QVERIFY(row.next());
        QVERIFY(!row.isNull(0) && !row.isNull(1));
        QVERIFY(row.text(0).isEmpty());
    }

    void statementServesAgainWhileItsRowsAreWalked() {
        FreshDatabase fresh;
        const auto rowsAbove = [&](int least) {
            return fresh.database.query(
                "SELECT column1 FROM (VALUES (1), (2), (3)) AS three WHERE column1 >= ?", least);
        };
        QList<int> seen;
        Rows outer = rowsAbove(1);
        while (outer.next()) {
            Rows inner = rowsAbove(3);
            while (inner.next())
                seen.append(outer.number(0) * 10 + inner.number(0));
        }
        QCOMPARE(seen, (QList{13, 23, 33}));
        // And once nobody walks them any more, the prepared one serves again.
        Rows again = rowsAbove(2);
        QVERIFY(again.next());
        QCOMPARE(again.number(0), 2);
    }

    void halfWalkedRowsLeaveNoTrace() {
        FreshDatabase fresh;
        {
            Rows rows = fresh.database.query("SELECT version FROM schema_migrations");
            QVERIFY(rows.next());
        }
        // An open statement would keep the table from being dropped.
        QVERIFY(!faultOf(fresh.database, "DROP TABLE schema_migrations"));
    }

    void whatCannotBeInAColumnThrows() {
        FreshDatabase fresh;
        Rows row = fresh.database.query("SELECT 'flying', 0, 'XXX'");
        QVERIFY(row.next());
        QVERIFY_THROWS_EXCEPTION(StorageError, row.word<DeliveryState>(0));
        QVERIFY_THROWS_EXCEPTION(StorageError, row.id<OrderId>(1));
        QVERIFY_THROWS_EXCEPTION(StorageError, row.currency(2));
    }

    void rowThatCannotBeReadDoesNotEndTheListQuietly() { // G13
        SOBAN_ONLY_ON_SQLITE("PostgreSQL sends all rows or an error");
        FreshDatabase fresh;
        Rows rows = fresh.database.query(
            "SELECT abs(column1) FROM (VALUES (1), (-9223372036854775807 - 1))");
        QVERIFY(rows.next());
        QVERIFY_THROWS_EXCEPTION(StorageError, rows.next());
    }

    void brokenConstraintsAreToldFromOtherFaults_data() {
        QTest::addColumn<QByteArray>("sql");
        QTest::addColumn<bool>("isConstraint");
        const auto row = [](const char *tag, const char *sql, bool isConstraint) {
            QTest::newRow(tag) << QByteArray(sql) << isConstraint;
        };
        row("primary key", "INSERT INTO things VALUES (1, 'b', 0, NULL)", true);
        row("unique", "INSERT INTO things VALUES (2, 'a', 0, NULL)", true);
        row("not null", "INSERT INTO things VALUES (2, NULL, 0, NULL)", true);
        row("check", "INSERT INTO things VALUES (2, 'b', -1, NULL)", true);
        row("foreign key", "INSERT INTO things VALUES (2, 'b', 0, 99)", true);
        row("no such table", "INSERT INTO nothing VALUES (1)", false);
        row("no SQL", "INSERT", false);
    }
    void brokenConstraintsAreToldFromOtherFaults() {
        QFETCH(QByteArray, sql);
        QFETCH(bool, isConstraint);
        FreshDatabase fresh;
        fresh.database.executeOnce(QString::fromLatin1(kSchema));
        fresh.database.executeOnce(QStringLiteral("INSERT INTO things VALUES (1, 'a', 0, NULL)"));
        const auto fault = faultOf(fresh.database, sql.constData());
        QVERIFY(fault);
        QCOMPARE(*fault == StorageError::Kind::Constraint, isConstraint);
    }

    void changesAreCounted() {
        FreshDatabase fresh;
        Database &db = fresh.database;
        QCOMPARE(db.execute("INSERT INTO cursors VALUES (?, ?)", QStringLiteral("a"), 1), 1);
        QCOMPARE(
            db.execute("UPDATE cursors SET seq = ? WHERE consumer = ?", 2, QStringLiteral("b")), 0);
    }

    void readerCannotWrite() {
        FreshDatabase fresh;
        Database reader(fresh.address(), Database::Access::ReadOnly);
        QCOMPARE(faultOf(reader, "INSERT INTO cursors VALUES ('x', 1)")
                     .value_or(StorageError::Kind::Constraint),
                 StorageError::Kind::Other);
    }

    void fileThatIsNotThereCannotBeRead() {
        const QTemporaryDir dir;
        QVERIFY_THROWS_EXCEPTION(StorageError,
                                 Database(SqliteFile{dir.filePath(QStringLiteral("none.sqlite"))},
                                          Database::Access::ReadOnly));
    }
};

std::unique_ptr<QObject> newTstDatabase() {
    return std::make_unique<TstDatabase>();
}

#include "TstDatabase.moc"
