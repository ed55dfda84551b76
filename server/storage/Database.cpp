// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/Database.h"

#include "storage/QtStatements.h"

#include <QSqlDriver>
#include <QSqlError>
#include <QSqlQuery>
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

/// Those of a connection that is closed.
class NoStatements : public Statements {
public:
    std::unique_ptr<RowCursor> query(const char *, SqlValues) override { fail(); }
    int change(const char *, SqlValues) override { fail(); }
    void insert(const Insertion &, SqlValues) override { fail(); }
    void control(const char *) override { fail(); }

private:
    [[noreturn]] static void fail() {
        throw StorageError(StorageError::Kind::ConnectionLost,
                           QStringLiteral("the database is not connected"));
    }
};

} // namespace

void Rows::throwCorrupt(int column) {
    throw StorageError(StorageError::Kind::Other,
                       QStringLiteral("column %1 holds what it cannot hold").arg(column));
}

Database::Database(const DatabaseAddress &address, Access access)
    : m_dialect(dialectFor(address))
    , m_access(access)
    , m_statements(std::make_unique<NoStatements>()) {
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
    m_statements = m_dialect->statementsFor(m_database);
    if (m_access == Access::ReadWrite)
        m_housekeeper = m_dialect->housekeeperFor(m_database);
}

void Database::close() {
    m_housekeeper.reset();
    m_statements->beforeClose();
    m_database.close();
    m_database = QSqlDatabase();
    QSqlDatabase::removeDatabase(m_connection);
    m_statements = std::make_unique<NoStatements>();
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

void Database::begin() {
    m_statements->control(m_dialect->begin());
    if (!m_dialect->takeTurn())
        return;
    Rows name = query(m_dialect->takeTurn());
    name.next();
    m_transaction = name.text(0);
}

void Database::commit() {
    for (Backlog *backlog : std::as_const(m_backlogs))
        backlog->write();
    m_statements->control("COMMIT");
}

void Database::rollBack() {
    forgetTransaction();
    m_statements->control("ROLLBACK");
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
    m_statements->control(kSavepointControl.at(std::size_t(known)).open);
}

void Database::keepChanges(int savepoint) {
    const Savepoint closed = m_savepoints[std::size_t(savepoint)];
    m_savepoints.resize(std::size_t(savepoint));
    if (closed.known == savepoint)
        m_statements->control(kSavepointControl.at(std::size_t(savepoint)).release);
}

void Database::undoChanges(int savepoint) {
    const Savepoint closed = m_savepoints[std::size_t(savepoint)];
    m_savepoints.resize(std::size_t(savepoint));
    for (qsizetype i = 0; i < closed.marks.size(); ++i)
        m_backlogs[i]->rollBackTo(closed.marks[i]);
    if (closed.known < 0)
        return;
    const auto &sql = kSavepointControl.at(std::size_t(closed.known));
    m_statements->control(sql.rollBack);
    if (closed.known == savepoint)
        m_statements->control(sql.release);
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
    // It passes on what comes together with an answer, as nobody else on its connection does.
    m_statements = qtStatements(m_database, *m_dialect);
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

Rows Database::ask(const char *sql, SqlValues values) {
    if (!isReading(sql))
        realiseSavepoints();
    return Rows(m_statements->query(sql, values));
}

int Database::change(const char *sql, SqlValues values) {
    realiseSavepoints();
    return m_statements->change(sql, values);
}

void Database::insertRows(const char *head, int columns, const QVariantList &values,
                          const char *tail) {
    if (values.isEmpty())
        return;
    realiseSavepoints();
    m_statements->insert({head, columns, tail}, values);
}

} // namespace soban::storage
