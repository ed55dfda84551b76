// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/Database.h"

#include <QSqlDriver>
#include <QSqlError>
#include <QUuid>

#include <algorithm>

namespace soban::storage {

namespace {

struct SavepointControl {
    const char *open;
    const char *release;
    const char *rollBack;
};
/// By how many savepoints stand around it.
constexpr std::array<SavepointControl, 3> kSavepointControl{
    {{"SAVEPOINT s0", "RELEASE s0", "ROLLBACK TO s0"},
     {"SAVEPOINT s1", "RELEASE s1", "ROLLBACK TO s1"},
     {"SAVEPOINT s2", "RELEASE s2", "ROLLBACK TO s2"}}};

/// What changes something and answers with rows begins otherwise.
bool isReading(const char *sql) {
    return QByteArrayView(sql).startsWith("SELECT");
}

} // namespace

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
    m_inserter = m_dialect->inserterFor(m_database);
    if (m_access == Access::ReadWrite)
        m_housekeeper = m_dialect->housekeeperFor(m_database);
}

void Database::close() {
    // Statements are let go last: those of a connection that is gone need no farewell, which on
    // PostgreSQL would be a message each, and a warning each where nobody is there to read it.
    m_housekeeper.reset();
    m_inserter.reset();
    m_database.close();
    m_database = QSqlDatabase();
    QSqlDatabase::removeDatabase(m_connection);
    m_prepared.clear();
}

void Database::reopen() {
    forgetTransaction();
    close();
    open();
}

void Database::executeOnce(const QString &sql) {
    realiseSavepoints();
    QSqlQuery query(m_database);
    if (!query.exec(sql))
        throw errorOf(query.lastError());
}

void Database::control(const char *sql) {
    if (m_dialect->preparesControl()) {
        const auto query = unused(sql);
        bindAndRun(*query, {});
        query->finish();
        return;
    }
    QSqlQuery query(m_database);
    if (!query.exec(QString::fromLatin1(sql)))
        throw errorOf(query.lastError());
}

void Database::begin() {
    control(m_dialect->begin());
    if (!m_dialect->takeTurn())
        return;
    Rows name = query(m_dialect->takeTurn());
    name.next();
    m_transaction = name.text(0);
}

void Database::commit() {
    for (Backlog *backlog : std::as_const(m_backlogs))
        backlog->write();
    control("COMMIT");
}

void Database::rollBack() {
    forgetTransaction();
    control("ROLLBACK");
}

void Database::tidyUp() {
    if (m_housekeeper)
        m_housekeeper->tidyUp();
}

void Database::forgetTransaction() {
    m_savepoints.clear();
    for (Backlog *backlog : std::as_const(m_backlogs))
        backlog->rollBackTo(0);
}

int Database::openSavepoint() {
    Savepoint savepoint;
    for (const Backlog *backlog : std::as_const(m_backlogs))
        savepoint.marks.append(backlog->mark());
    m_savepoints.push_back(savepoint);
    return int(m_savepoints.size()) - 1;
}

void Database::realiseSavepoints() {
    const auto isUnknown = [](const Savepoint &savepoint) { return savepoint.known < 0; };
    const auto first = std::find_if(m_savepoints.begin(), m_savepoints.end(), isUnknown);
    if (first == m_savepoints.end())
        return;
    // Nothing was changed between those that are unknown, so one does for them all.
    const int known = int(first - m_savepoints.begin());
    std::for_each(first, m_savepoints.end(),
                  [&](Savepoint &savepoint) { savepoint.known = known; });
    control(kSavepointControl.at(std::size_t(known)).open);
}

void Database::keepChanges(int savepoint) {
    const Savepoint closed = m_savepoints[std::size_t(savepoint)];
    m_savepoints.resize(std::size_t(savepoint));
    if (closed.known == savepoint)
        control(kSavepointControl.at(std::size_t(savepoint)).release);
}

void Database::undoChanges(int savepoint) {
    const Savepoint closed = m_savepoints[std::size_t(savepoint)];
    m_savepoints.resize(std::size_t(savepoint));
    for (qsizetype i = 0; i < closed.marks.size(); ++i)
        m_backlogs[i]->rollBackTo(closed.marks[i]);
    if (closed.known < 0)
        return;
    const auto &sql = kSavepointControl.at(std::size_t(closed.known));
    control(sql.rollBack);
    if (closed.known == savepoint)
        control(sql.release);
}

Fate Database::fateOf(const QString &transaction) {
    if (!m_dialect->askFate())
        return Fate::Unknown;
    try {
        Rows answer = query(m_dialect->askFate(), transaction);
        return answer.next() ? m_dialect->fateFrom(answer.text(0)) : Fate::Unknown;
    } catch (const StorageError &error) {
        return m_dialect->fateFrom(error);
    }
}

void Database::listen(const QString &channel, QObject *context,
                      const std::function<void(const QString &words)> &heard) {
    QSqlDriver *driver = m_database.driver();
    QObject::connect(driver, &QSqlDriver::notification, context,
                     [channel, heard](const QString &name, QSqlDriver::NotificationSource,
                                      const QVariant &words) {
                         if (name == channel)
                             heard(words.toString());
                     });
    if (!driver->subscribeToNotification(channel))
        throw errorOf(driver->lastError());
}

std::shared_ptr<QSqlQuery> Database::prepare(const QString &sql) {
    auto query = std::make_shared<QSqlQuery>(m_database);
    query->setForwardOnly(m_dialect->fetchesRowByRow());
    if (!query->prepare(sql))
        throw errorOf(query->lastError());
    return query;
}

std::shared_ptr<QSqlQuery> Database::unused(const StatementName &name,
                                            const std::function<QString()> &sql) {
    auto &known = m_prepared[name];
    // Rows that are still walked hold their statement as well.
    const auto free = std::find_if(known.cbegin(), known.cend(),
                                   [](const auto &query) { return query.use_count() == 1; });
    if (free != known.cend())
        return *free;
    known.push_back(prepare(sql()));
    return known.back();
}

std::shared_ptr<QSqlQuery> Database::unused(const char *sql) {
    return unused({sql, 1}, [sql] { return QString::fromUtf8(sql); });
}

/// In a type that QtSql knows.
QVariant Database::bound(const QVariant &value) const {
    if (value.metaType() == QMetaType::fromType<Word>())
        return QVariant(QString(static_cast<const Word *>(value.constData())->text));
    if (value.metaType() != QMetaType::fromType<Document>())
        return value;
    const QByteArray &utf8 = static_cast<const Document *>(value.constData())->utf8;
    if (!m_dialect->keepsBytesOfDocuments())
        return toSql(utf8);
    // A null array would become NULL; an empty text is a text.
    return QVariant(utf8.isNull() ? QByteArray("") : utf8);
}

void Database::bindAndRun(QSqlQuery &query, Values args) const {
    for (std::size_t i = 0; i < args.size(); ++i)
        query.bindValue(int(i), bound(args[i]));
    if (!query.exec())
        throw errorOf(query.lastError());
}

Rows Database::run(const char *sql, Values args) {
    if (!isReading(sql))
        realiseSavepoints();
    auto query = unused(sql);
    bindAndRun(*query, args);
    return Rows(std::move(query), *m_dialect);
}

int Database::change(const char *sql, Values args) {
    realiseSavepoints();
    const auto query = unused(sql);
    bindAndRun(*query, args);
    const int changed = query->numRowsAffected();
    query->finish();
    return changed;
}

void Database::insertRows(const char *head, int columns, const QVariantList &values,
                          const char *tail) {
    if (values.isEmpty())
        return;
    realiseSavepoints();
    const Insertion what{head, columns, tail};
    if (m_inserter) {
        m_inserter->insert(what, Values(values));
        return;
    }
    for (qsizetype from = 0; from < values.size();) {
        const int rows = Insertion::chunkOf((values.size() - from) / columns);
        const qsizetype count = qsizetype(rows) * columns;
        const auto query = unused({head, rows}, [&] { return what.statement(rows); });
        bindAndRun(*query, Values(values).subspan(std::size_t(from), std::size_t(count)));
        query->finish();
        from += count;
    }
}

} // namespace soban::storage
