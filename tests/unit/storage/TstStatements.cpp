// SPDX-License-Identifier: GPL-3.0-or-later
// Each engine's own way to run statements, beside QtSql's: who uses them must see no difference.
#include "StorageTestKit.h"
#include "storage/QtStatements.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTest>
#include <QUuid>

#include <numeric>

using namespace soban;
using namespace soban::storage;
using namespace soban::testing;

namespace {

enum class Way { Own, Qt };

/// A connection to a table of one column of each type.
class Bench {
public:
    explicit Bench(Way way) {
        m_database = QSqlDatabase::addDatabase(m_dialect->driver(), m_name);
        m_dialect->address(m_database, Access::ReadWrite);
        if (!m_database.open())
            qFatal("no connection");
        const auto bytes = runsOnPostgres() ? QStringLiteral("BYTEA") : QStringLiteral("BLOB");
        QSqlQuery(m_database)
            .exec(QStringLiteral("CREATE TABLE things (id BIGINT PRIMARY KEY, whole BIGINT, "
                                 "fraction DOUBLE PRECISION, words TEXT, bytes ") +
                  bytes + u')');
        m_statements = way == Way::Qt ? qtStatements(m_database, *m_dialect)
                                      : m_dialect->statementsFor(m_database);
    }
    ~Bench() {
        m_statements->beforeClose();
        m_database.close();
        m_database = QSqlDatabase();
        QSqlDatabase::removeDatabase(m_name);
        m_statements.reset();
    }
    Q_DISABLE_COPY_MOVE(Bench)

    Statements *operator->() { return m_statements.get(); }

    template <typename... Args>
    Rows query(const char *sql, const Args &...args) {
        const std::array<QVariant, sizeof...(Args)> values{toSql(args)...};
        return Rows(m_statements->query(sql, values));
    }
    template <typename... Args>
    int change(const char *sql, const Args &...args) {
        const std::array<QVariant, sizeof...(Args)> values{toSql(args)...};
        return m_statements->change(sql, values);
    }
    /// Rows with these numbers and nothing else.
    void insert(const QList<qint64> &ids, const char *tail = "") {
        QVariantList values;
        for (qint64 id : ids)
            values << toSql(id) << toSql(10 * id);
        m_statements->insert({"INSERT INTO things (id, whole)", 2, tail}, values);
    }
    int count() {
        Rows row = query("SELECT COUNT(*) FROM things");
        row.next();
        return row.number(0);
    }

private:
    const TestDatabase m_place;
    const std::unique_ptr<const Dialect> m_dialect = dialectFor(m_place.address());
    const QString m_name = QUuid::createUuid().toString();
    QSqlDatabase m_database;
    std::unique_ptr<Statements> m_statements;
};

void bothWays() {
    QTest::addColumn<Way>("way");
    QTest::newRow("the engine's own") << Way::Own;
    QTest::newRow("by way of QtSql") << Way::Qt;
}

template <typename Steps>
std::optional<StorageError::Kind> faultOf(const Steps &steps) {
    try {
        steps();
    } catch (const StorageError &error) {
        return error.kind();
    }
    return std::nullopt;
}

} // namespace

Q_DECLARE_METATYPE(Way)

class TstStatements : public QObject {
    Q_OBJECT

private slots:
    void valuesComeBackAsTheyWere_data() { bothWays(); }
    void valuesComeBackAsTheyWere() {
        QFETCH(Way, way);
        Bench bench(way);
        constexpr qint64 kLeast = std::numeric_limits<qint64>::min();
        const QByteArray bytes("\0\\x\n\xff", 5);
        const QStringList texts{QString(), QStringLiteral("소반 🎂"),
                                QStringLiteral("tab\tfeed\nreturn\rback\\slash \\N \\."),
                                QStringLiteral("'quoted' \"twice\" ? $1")};
        QVariantList values;
        for (int i = 0; i < texts.size(); ++i)
            values << toSql(i + 1) << toSql(kLeast) << toSql(0.1) << toSql(texts[i])
                   << toSql(Blob{bytes});
        bench->insert({"INSERT INTO things (id, whole, fraction, words, bytes)", 5}, values);

        Rows rows = bench.query("SELECT whole, fraction, words, bytes FROM things ORDER BY id");
        for (const QString &text : texts) {
            QVERIFY(rows.next());
            QVERIFY(!rows.isNull(2));
            QCOMPARE(rows.integer(0), kLeast);
            QVERIFY(rows.real(1) == 0.1); // not nearly
            QCOMPARE(rows.text(2), text);
            QCOMPARE(rows.utf8(2), text.toUtf8());
            QCOMPARE(rows.bytes(3), bytes);
        }
        QVERIFY(!rows.next());
    }

    void nothingIsNull_data() { bothWays(); }
    void nothingIsNull() {
        QFETCH(Way, way);
        Bench bench(way);
        bench->insert(
            {"INSERT INTO things (id, whole, words)", 3},
            QVariantList{toSql(1), toSql(std::optional<int>()), toSql(std::optional<QString>())});
        QCOMPARE(
            bench.change("INSERT INTO things (id, whole) VALUES (?, ?)", 2, std::optional<int>()),
            1);
        Rows rows = bench.query("SELECT whole, words FROM things ORDER BY id");
        for (int i = 0; i < 2; ++i) {
            QVERIFY(rows.next());
            QVERIFY(rows.isNull(0) && rows.isNull(1));
            QCOMPARE(rows.integer(0), 0);
            QVERIFY(rows.text(1).isEmpty());
            QVERIFY(!rows.maybeText(1));
        }
    }

    void documentsAndWordsAreTexts_data() { bothWays(); }
    void documentsAndWordsAreTexts() {
        QFETCH(Way, way);
        Bench bench(way);
        const QByteArray json(R"({"a":"줄\n"})");
        bench->insert({"INSERT INTO things (id, words)", 2},
                      QVariantList{toSql(1), toSql(Document{json}), toSql(2), toSql(Document{}),
                                   toSql(3), toSql(OrderState::Placed)});
        Rows rows = bench.query("SELECT words FROM things ORDER BY id");
        QVERIFY(rows.next());
        QCOMPARE(rows.utf8(0), json);
        QVERIFY(rows.next());
        QVERIFY(!rows.isNull(0));
        QCOMPARE(rows.utf8(0), QByteArray());
        QVERIFY(rows.next());
        QCOMPARE(rows.word<OrderState>(0), OrderState::Placed);
        QVERIFY(bench.query("SELECT 1 FROM things WHERE words = ?", OrderState::Placed).next());
        QVERIFY(bench.query("SELECT 1 FROM things WHERE words = 'placed'").next());
    }

    void whatIsWorkedOutIsRead_data() { bothWays(); }
    void whatIsWorkedOutIsRead() {
        QFETCH(Way, way);
        Bench bench(way);
        bench.insert({1, 2, 3});
        Rows row = bench.query("SELECT SUM(whole), AVG(whole), 2 > 1, 1 > 2 FROM things");
        QVERIFY(row.next());
        QCOMPARE(row.integer(0), 60);
        QCOMPARE(row.real(1), 20.0);
        QVERIFY(row.flag(2));
        QVERIFY(!row.flag(3));
    }

    void changesAreCounted_data() { bothWays(); }
    void changesAreCounted() {
        QFETCH(Way, way);
        Bench bench(way);
        bench.insert({1, 2, 3});
        const char *const sql = "UPDATE things SET whole = ? WHERE id >= ?";
        QCOMPARE(bench.change(sql, 7, 2), 2);
        QCOMPARE(bench.change(sql, 7, 9), 0);
        QCOMPARE(bench.change("DELETE FROM things"), 3);
    }

    void changeThatAnswersIsMadeThoughNobodyReads_data() { bothWays(); }
    void changeThatAnswersIsMadeThoughNobodyReads() {
        QFETCH(Way, way);
        Bench bench(way);
        bench.insert({1, 2});
        { const Rows unread = bench.query("UPDATE things SET whole = 5 RETURNING id"); }
        Rows row = bench.query("SELECT COUNT(*) FROM things WHERE whole = 5");
        QVERIFY(row.next());
        QCOMPARE(row.number(0), 2);
    }

    void oneQueryIsAskedWithinItself_data() { bothWays(); }
    void oneQueryIsAskedWithinItself() {
        QFETCH(Way, way);
        Bench bench(way);
        bench.insert({1, 2, 3});
        const char *const sql = "SELECT id FROM things WHERE id > ? ORDER BY id";
        QList<qint64> seen;
        Rows outer = bench.query(sql, 0);
        while (outer.next()) {
            Rows inner = bench.query(sql, outer.integer(0));
            while (inner.next())
                seen << outer.integer(0) * 10 + inner.integer(0);
        }
        QCOMPARE(seen, (QList<qint64>{12, 13, 23}));
    }

    void manyRowsAreInsertedWithAndWithoutATail_data() { bothWays(); }
    void manyRowsAreInsertedWithAndWithoutATail() {
        QFETCH(Way, way);
        Bench bench(way);
        constexpr qint64 kMany = 64 + 16 + 4 + 3;
        QList<qint64> ids(kMany);
        std::iota(ids.begin(), ids.end(), 1);
        bench.insert(ids);
        QCOMPARE(bench.count(), kMany);
        bench.change("UPDATE things SET whole = 0");
        ids << kMany + 1;
        bench.insert(ids, "ON CONFLICT (id) DO UPDATE SET whole = excluded.whole");
        Rows row = bench.query("SELECT COUNT(*), SUM(whole) FROM things");
        QVERIFY(row.next());
        QCOMPARE(row.integer(0), kMany + 1);
        QCOMPARE(row.integer(1), 10 * (kMany + 1) * (kMany + 2) / 2);
    }

    void faultsAreToldAndLeaveEverythingUsable_data() { bothWays(); }
    void faultsAreToldAndLeaveEverythingUsable() {
        using Kind = StorageError::Kind;
        QFETCH(Way, way);
        Bench bench(way);
        bench.insert({1});
        const char *const sql = "INSERT INTO things (id) VALUES (?)";
        QCOMPARE(faultOf([&] { bench.insert({2, 1}); }), std::optional(Kind::Constraint));
        QCOMPARE(faultOf([&] { bench.insert({1}, "ON CONFLICT (id) DO NOTHING"); }), std::nullopt);
        QCOMPARE(faultOf([&] { bench.change(sql, 1); }), std::optional(Kind::Constraint));
        QCOMPARE(faultOf([&] { bench.query("SELECT nothing FROM nowhere"); }),
                 std::optional(Kind::Other));
        QCOMPARE(faultOf([&] { bench->control("COMMIT"); }).has_value(), !runsOnPostgres());
        bench.insert({5});
        QCOMPARE(bench.change(sql, 6), 1);
        QVERIFY(bench.query("SELECT 1 FROM things WHERE id = 5").next());
    }

    void transactionsAreBegunAndUndone_data() { bothWays(); }
    void transactionsAreBegunAndUndone() {
        QFETCH(Way, way);
        Bench bench(way);
        bench->control("BEGIN");
        bench.insert({1});
        bench->control("SAVEPOINT s0");
        bench.insert({2});
        bench->control("ROLLBACK TO s0");
        bench->control("COMMIT");
        QCOMPARE(bench.count(), 1);
        bench->control("BEGIN");
        bench.change("DELETE FROM things");
        bench->control("ROLLBACK");
        QCOMPARE(bench.count(), 1);
    }
};

std::unique_ptr<QObject> newTstStatements() {
    return std::make_unique<TstStatements>();
}

#include "TstStatements.moc"
