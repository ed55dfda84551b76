// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/DatabaseAddress.h"
#include "storage/Housekeeper.h"
#include "storage/Statements.h"
#include "storage/StorageError.h"

#include <QSqlDatabase>
#include <QSqlError>
#include <QStringList>

#include <memory>

namespace soban::storage {

enum class Access { ReadWrite, ReadOnly };

/// What has become of a transaction.
enum class Fate {
    Committed,
    RolledBack,
    Unknown, ///< it is not over, or nobody can say
};

/// What differs between the engines. The stores know nothing of it: their SQL runs on both.
class Dialect {
public:
    virtual ~Dialect() = default;

    /// QtSql's name for the engine's driver.
    virtual QString driver() const = 0;
    /// Tells a connection that is still closed where to go.
    virtual void address(QSqlDatabase &connection, Access access) const = 0;
    /// The statements that a new connection begins with.
    virtual QStringList greeting(Access access) const = 0;
    virtual StorageError::Kind kindOf(const QSqlError &error) const = 0;
    StorageError errorOf(const QSqlError &error) const {
        // What PostgreSQL adds in further lines are values, and those of people have no place in a
        // log.
        return {kindOf(error), error.text().section(u'\n', 0, 0), error.nativeErrorCode()};
    }

    /// Begins a transaction that will write.
    virtual const char *begin() const = 0;
    /// A query, asked right after `begin`, that waits until no other transaction writes, and whose
    /// answer names this one; nothing where `begin` does the one and nobody needs the other.
    virtual const char *takeTurn() const = 0;
    /// A query by such a name that tells what has become of the transaction.
    virtual const char *askFate() const = 0;
    virtual Fate fateFrom(const QString &answer) const = 0;
    /// What it means when that query fails.
    virtual Fate fateFrom(const StorageError &error) const = 0;

    /// Whether several servers may use one database, which have to hear of each other.
    virtual bool isShared() const = 0;
    /// Whether BEGIN, COMMIT and savepoints can be prepared like other statements.
    virtual bool preparesControl() const = 0;
    /// Whether a document may be bytes where a text is expected.
    virtual bool keepsBytesOfDocuments() const = 0;
    /// Whether the rows of one query can be fetched one by one while other statements run.
    virtual bool fetchesRowByRow() const = 0;
    /// Runs statements on that connection, through the engine's own library where that can be had
    /// (QtStatements.h says why), or through QtSql.
    virtual std::unique_ptr<Statements> statementsFor(const QSqlDatabase &connection) const = 0;
    /// Does on that connection what the engine puts off; nothing where there is nothing of the
    /// kind.
    virtual std::unique_ptr<Housekeeper> housekeeperFor(const QSqlDatabase &connection) const = 0;
    /// Stands before `.sql` in the names of migrations that are for this engine alone.
    virtual QString migrationSuffix() const = 0;
};

/// What an error code of SQLite means, extended or not.
StorageError::Kind sqliteKindOf(int code);
/// What a SQLSTATE of PostgreSQL means; an empty one is its library's.
StorageError::Kind postgresKindOf(const QString &state);

std::unique_ptr<const Dialect> dialectFor(const SqliteFile &file);
std::unique_ptr<const Dialect> dialectFor(const PostgresPlace &place);
std::unique_ptr<const Dialect> dialectFor(const DatabaseAddress &address);

} // namespace soban::storage
