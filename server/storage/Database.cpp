// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/Database.h"

#include <QSqlError>
#include <QUuid>

#include <algorithm>

namespace soban::storage {

QVariant toSql(qint64 value) {
    return QVariant(static_cast<qlonglong>(value));
}

Rows::~Rows() {
    if (m_query)
        m_query->finish();
}

bool Rows::next() {
    if (m_query->next())
        return true;
    const QSqlError error = m_query->lastError();
    if (error.isValid())
        throw m_dialect->errorOf(error);
    return false;
}

void Rows::throwCorrupt(int column) {
    throw StorageError(StorageError::Kind::Other,
                       QStringLiteral("column %1 holds what it cannot hold").arg(column));
}

Database::Database(const DatabaseAddress &address, Access access)
    : m_dialect(dialectFor(address)), m_access(access) {
    try {
        open();
    } catch (const StorageError &) {
        close();
        throw;
    }
}

Database::~Database() {
    close();
}

void Database::open() {
    m_connection = QUuid::createUuid().toString();
    m_database = QSqlDatabase::addDatabase(m_dialect->driver(), m_connection);
    m_dialect->address(m_database, m_access);
    if (!m_database.open())
        throw errorOf(m_database.lastError());
    for (const QString &statement : m_dialect->greeting(m_access))
        executeOnce(statement);
}

void Database::close() {
    // Statements are let go last: those of a connection that is gone need no farewell, which on
    // PostgreSQL would be a message each, and a warning each where nobody is there to read it.
    m_database.close();
    m_database = QSqlDatabase();
    QSqlDatabase::removeDatabase(m_connection);
    m_prepared.clear();
}

void Database::reopen() {
    close();
    open();
}

void Database::executeOnce(const QString &sql) {
    QSqlQuery query(m_database);
    if (!query.exec(sql))
        throw errorOf(query.lastError());
}

void Database::control(const char *sql) {
    if (m_dialect->preparesControl())
        execute(sql);
    else
        executeOnce(QString::fromLatin1(sql));
}

void Database::begin() {
    control(m_dialect->begin());
    if (!m_dialect->takeTurn())
        return;
    Rows name = query(m_dialect->takeTurn());
    name.next();
    m_transaction = name.text(0);
}

Fate Database::fateOf(const QString &transaction) {
    if (!m_dialect->askFate())
        return Fate::Unknown;
    Rows answer = query(m_dialect->askFate(), transaction);
    return answer.next() ? m_dialect->fateFrom(answer.text(0)) : Fate::Unknown;
}

std::shared_ptr<QSqlQuery> Database::prepare(const char *sql) {
    auto query = std::make_shared<QSqlQuery>(m_database);
    query->setForwardOnly(m_dialect->fetchesRowByRow());
    if (!query->prepare(QString::fromUtf8(sql)))
        throw errorOf(query->lastError());
    return query;
}

std::shared_ptr<QSqlQuery> Database::unused(const char *sql) {
    auto &known = m_prepared[sql];
    // Rows that are still walked hold their statement as well.
    const auto free = std::find_if(known.cbegin(), known.cend(),
                                   [](const auto &query) { return query.use_count() == 1; });
    if (free != known.cend())
        return *free;
    known.push_back(prepare(sql));
    return known.back();
}

void Database::bindAndRun(QSqlQuery &query, const QVariantList &args) const {
    for (int i = 0; i < args.size(); ++i)
        query.bindValue(i, args[i]);
    if (!query.exec())
        throw errorOf(query.lastError());
}

Rows Database::run(const char *sql, const QVariantList &args) {
    auto query = unused(sql);
    bindAndRun(*query, args);
    return Rows(std::move(query), *m_dialect);
}

int Database::change(const char *sql, const QVariantList &args) {
    const auto query = unused(sql);
    bindAndRun(*query, args);
    const int changed = query->numRowsAffected();
    query->finish();
    return changed;
}

} // namespace soban::storage
