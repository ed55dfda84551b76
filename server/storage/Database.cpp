// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/Database.h"

#include <QSqlError>
#include <QUuid>

namespace soban::storage {

namespace {

constexpr int kSqliteConstraint = 19; // SQLITE_CONSTRAINT, the low byte of its extended codes

StorageError errorOf(const QSqlError &error) {
    const int code = error.nativeErrorCode().toInt() & 0xff;
    return {code == kSqliteConstraint ? StorageError::Kind::Constraint : StorageError::Kind::Other,
            error.text()};
}

} // namespace

QVariant toSql(qint64 value) {
    return QVariant(static_cast<qlonglong>(value));
}

Rows::Rows(Rows &&other) noexcept
    : m_query(std::move(other.m_query)), m_inUse(std::exchange(other.m_inUse, nullptr)) {}

Rows::~Rows() {
    if (m_query)
        m_query->finish();
    if (m_inUse)
        *m_inUse = false;
}

bool Rows::next() {
    if (m_query->next())
        return true;
    if (m_query->lastError().isValid())
        throw errorOf(m_query->lastError());
    return false;
}

void Rows::throwCorrupt(int column) {
    throw StorageError(StorageError::Kind::Other,
                       QStringLiteral("column %1 holds what it cannot hold").arg(column));
}

Database::Database(const QString &file, Access access)
    : m_connection(QUuid::createUuid().toString())
    , m_database(QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), m_connection)) {
    m_database.setDatabaseName(file);
    m_database.setConnectOptions(
        access == Access::ReadOnly
            ? QStringLiteral("QSQLITE_OPEN_READONLY;QSQLITE_BUSY_TIMEOUT=5000")
            : QStringLiteral("QSQLITE_BUSY_TIMEOUT=5000"));
    if (!m_database.open())
        throw errorOf(m_database.lastError());
    configure(access);
}

Database::~Database() {
    m_prepared.clear();
    m_database.close();
    m_database = QSqlDatabase();
    QSqlDatabase::removeDatabase(m_connection);
}

void Database::configure(Access access) {
    executeOnce(QStringLiteral("PRAGMA foreign_keys = ON"));
    if (access == Access::ReadOnly)
        return;
    // FULL: an acknowledged order survives a power cut; NORMAL would lose the last ones (G2).
    executeOnce(QStringLiteral("PRAGMA journal_mode = WAL"));
    executeOnce(QStringLiteral("PRAGMA synchronous = FULL"));
}

void Database::executeOnce(const QString &sql) {
    QSqlQuery query(m_database);
    if (!query.exec(sql))
        throw errorOf(query.lastError());
}

std::shared_ptr<QSqlQuery> Database::prepare(const char *sql) {
    auto query = std::make_shared<QSqlQuery>(m_database);
    query->setForwardOnly(true);
    if (!query->prepare(QString::fromUtf8(sql)))
        throw errorOf(query->lastError());
    return query;
}

Database::Prepared &Database::prepared(const char *sql) {
    auto &entry = m_prepared[sql];
    if (!entry)
        entry = std::make_shared<Prepared>(Prepared{prepare(sql)});
    return *entry;
}

void Database::bindAndRun(QSqlQuery &query, const QVariantList &args) {
    for (int i = 0; i < args.size(); ++i)
        query.bindValue(i, args[i]);
    if (!query.exec())
        throw errorOf(query.lastError());
}

Rows Database::run(const char *sql, const QVariantList &args) {
    Prepared &entry = prepared(sql);
    // While somebody still walks its rows the statement cannot serve again: use another.
    if (entry.inUse) {
        auto another = prepare(sql);
        bindAndRun(*another, args);
        return Rows(std::move(another), nullptr);
    }
    bindAndRun(*entry.query, args);
    entry.inUse = true;
    return Rows(entry.query, &entry.inUse);
}

int Database::change(const char *sql, const QVariantList &args) {
    QSqlQuery &query = *prepared(sql).query;
    bindAndRun(query, args);
    const int changed = query.numRowsAffected();
    m_lastInsertId = query.lastInsertId().toLongLong();
    query.finish();
    return changed;
}

} // namespace soban::storage
