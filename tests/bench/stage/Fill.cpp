// SPDX-License-Identifier: GPL-3.0-or-later
#include "stage/Fill.h"

#include "storage/Database.h"

#include <QStringList>

namespace soban::bench {

namespace {

/// A table that is copied, and where its ids come from.
struct Copied {
    const char *table;
    /// A copy's columns that differ from the row that it is made of: name and SQL. `n` is the
    /// number of the copy, `o` the number of the order in it, `t` the row.
    QList<QPair<QString, QString>> changed;
};

/// Ids of servers are times, far above these.
QString newId(const char *ofRow) {
    return QStringLiteral("(n * 100000 + ") + QLatin1StringView(ofRow) + u')';
}

QList<Copied> copied() {
    const QString order = newId("o");
    return {{"orders", {{QStringLiteral("id"), order}}},
            {"payments", {{QStringLiteral("id"), order}, {QStringLiteral("order_id"), order}}},
            {"order_views", {{QStringLiteral("order_id"), order}}},
            {"events",
             {{QStringLiteral("seq"), QStringLiteral("NULL")},
              {QStringLiteral("id"), newId("t.rowid")},
              {QStringLiteral("order_id"), order}}}};
}

QStringList columnsOf(storage::Database &database, const char *table) {
    storage::Rows rows =
        database.query("SELECT name FROM pragma_table_info(?)", QString::fromLatin1(table));
    QStringList columns;
    while (rows.next())
        columns.append(rows.text(0));
    return columns;
}

QString copying(const Copied &what, const QStringList &columns, int copies) {
    const bool isOrder = qstrcmp(what.table, "orders") == 0;
    QStringList values;
    for (const QString &column : columns) {
        QString value = QStringLiteral("t.") + column;
        for (const auto &[name, sql] : what.changed)
            value = name == column ? sql : value;
        values.append(value);
    }
    return QStringLiteral("WITH RECURSIVE copies (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM "
                          "copies WHERE n < %1) INSERT INTO %2 (%3) SELECT %4 FROM copies "
                          "CROSS JOIN originals CROSS JOIN %2 t ON t.%5 = originals.id")
        .arg(copies)
        .arg(QLatin1StringView(what.table))
        .arg(columns.join(u','), values.join(u','),
             isOrder ? QStringLiteral("id") : QStringLiteral("order_id"));
}

int countOf(storage::Database &database, const char *sql) {
    storage::Rows row = database.query(sql);
    row.next();
    return row.number(0);
}

void fill(storage::Database &database, int orders) {
    // What is lost when the machine falls over is made anew.
    database.executeOnce(QStringLiteral("PRAGMA synchronous = OFF"));
    database.executeOnce(QStringLiteral("PRAGMA foreign_keys = OFF"));
    database.executeOnce(QStringLiteral("BEGIN IMMEDIATE"));
    database.executeOnce(QStringLiteral("CREATE TEMP TABLE originals AS SELECT id, ROW_NUMBER() "
                                        "OVER (ORDER BY id) AS o FROM orders"));
    database.executeOnce(QStringLiteral("CREATE INDEX temp.originals_by_id ON originals (id)"));
    const int originals = std::max(1, countOf(database, "SELECT COUNT(*) FROM originals"));
    const int copies = std::max(1, orders / originals - 1);
    for (const Copied &what : copied())
        database.executeOnce(copying(what, columnsOf(database, what.table), copies));
    // Of what copies there are, the customers at least were told.
    database.executeOnce(QStringLiteral(
        "INSERT INTO event_audience (addressee, seq, first_seq) SELECT o.customer_id, e.seq, e.seq "
        "FROM events e "
        "JOIN orders o ON o.id = e.order_id WHERE o.id NOT IN (SELECT id FROM originals)"));
    database.executeOnce(
        QStringLiteral("UPDATE event_numbers SET last = (SELECT MAX(seq) FROM events)"));
    database.executeOnce(QStringLiteral("COMMIT"));
    database.executeOnce(QStringLiteral("PRAGMA wal_checkpoint(TRUNCATE)"));
}

} // namespace

std::optional<QString> fillStore(const QString &databaseFile, int orders) {
    try {
        storage::Database database(storage::SqliteFile{databaseFile},
                                   storage::Database::Access::ReadWrite);
        fill(database, orders);
        return std::nullopt;
    } catch (const storage::StorageError &error) {
        return QString::fromUtf8(error.what());
    }
}

} // namespace soban::bench
