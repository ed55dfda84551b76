// SPDX-License-Identifier: GPL-3.0-or-later
#include "goals/BareCommits.h"

namespace soban::bench {

namespace {

/// About as many bytes as the documents of a real order have.
const QString &document() {
    static const QString kDocument(1500, u'x');
    return kDocument;
}

} // namespace

BareCommits::BareCommits(const QString &databaseFile)
    : m_database(storage::SqliteFile{databaseFile}, storage::Database::Access::ReadWrite) {
    for (const char *sql :
         {"CREATE TABLE orders (id BIGINT PRIMARY KEY, customer_id BIGINT NOT NULL, document TEXT "
          "NOT NULL)",
          "CREATE TABLE lines (order_id BIGINT NOT NULL, item_id BIGINT NOT NULL, quantity INTEGER "
          "NOT NULL)",
          "CREATE TABLE events (seq INTEGER PRIMARY KEY AUTOINCREMENT, order_id BIGINT NOT NULL, "
          "data TEXT NOT NULL)"})
        m_database.executeOnce(QString::fromLatin1(sql));
}

void BareCommits::insertOrder() {
    const qint64 id = ++m_lastId;
    m_database.execute("INSERT INTO orders (id, customer_id, document) VALUES (?, ?, ?)", id,
                       id % kPerCommit, document());
    m_database.execute("INSERT INTO lines (order_id, item_id, quantity) VALUES (?, ?, ?)", id,
                       qint64(1), 1);
    m_database.execute("INSERT INTO events (order_id, data) VALUES (?, ?)", id,
                       QStringLiteral("{\"type\":\"soban.order.placed\"}"));
}

void BareCommits::commitGroup() {
    m_database.execute("BEGIN IMMEDIATE");
    for (int i = 0; i < kPerCommit; ++i)
        insertOrder();
    m_database.execute("COMMIT");
}

LoadResult BareCommits::run(const LoadPlan &plan) {
    const Moment begin = Clock::now();
    LoadResult result;
    Moment now = begin;
    while (now < begin + plan.span) {
        commitGroup();
        const Moment committed = Clock::now();
        for (int i = 0; i < kPerCommit; ++i)
            result.latency.record(committed - now);
        now = committed;
    }
    result.seconds = secondsOf(now - begin);
    return result;
}

} // namespace soban::bench
