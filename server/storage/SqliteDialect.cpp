// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/Dialect.h"
#include "storage/QtStatements.h"
#include "storage/SqliteLogKeeper.h"
#include "storage/SqliteStatements.h"

namespace soban::storage {

namespace {

constexpr int kConstraint = 19; // SQLITE_CONSTRAINT, the low byte of its extended codes

class SqliteDialect : public Dialect {
public:
    explicit SqliteDialect(const SqliteFile &file) : m_file(file) {}

    QString driver() const override { return QStringLiteral("QSQLITE"); }

    void address(QSqlDatabase &connection, Access access) const override {
        connection.setDatabaseName(m_file.path);
        connection.setConnectOptions(
            access == Access::ReadOnly
                ? QStringLiteral("QSQLITE_OPEN_READONLY;QSQLITE_BUSY_TIMEOUT=5000")
                : QStringLiteral("QSQLITE_BUSY_TIMEOUT=5000"));
    }

    QStringList greeting(Access access) const override {
        QStringList statements{QStringLiteral("PRAGMA foreign_keys = ON")};
        // FULL: an acknowledged order survives a power cut; NORMAL would lose the last ones (G2).
        if (access == Access::ReadWrite)
            statements << QStringLiteral("PRAGMA journal_mode = WAL")
                       << QStringLiteral("PRAGMA synchronous = FULL")
                       // Room for what a busy hour touches, in KiB; it is used as it is needed.
                       << QStringLiteral("PRAGMA cache_size = -32768")
                       // Where there is no keeper of the log.
                       << QStringLiteral("PRAGMA wal_autocheckpoint = %1").arg(kFullLogPages);
        return statements;
    }

    StorageError::Kind kindOf(const QSqlError &error) const override {
        return sqliteKindOf(error.nativeErrorCode().toInt());
    }

    // Not plain BEGIN: it would let others write first, and fail at the first write.
    const char *begin() const override { return "BEGIN IMMEDIATE"; }
    // There is no connection to be lost in the middle of a commit.
    const char *takeTurn() const override { return nullptr; }
    const char *askFate() const override { return nullptr; }
    Fate fateFrom(const QString &) const override { return Fate::Unknown; }
    Fate fateFrom(const StorageError &) const override { return Fate::Unknown; }

    bool isShared() const override { return false; }
    bool preparesControl() const override { return true; }
    std::unique_ptr<Statements> statementsFor(const QSqlDatabase &connection) const override {
        auto own = sqliteStatements(connection);
        return own ? std::move(own) : qtStatements(connection, *this);
    }
    std::unique_ptr<Housekeeper> housekeeperFor(const QSqlDatabase &connection) const override {
        return sqliteLogKeeper(connection);
    }
    bool keepsBytesOfDocuments() const override { return true; }
    bool fetchesRowByRow() const override { return true; }
    QString migrationSuffix() const override { return QStringLiteral(".sqlite"); }

private:
    const SqliteFile m_file;
};

} // namespace

StorageError::Kind sqliteKindOf(int code) {
    // A file that others keep locked is no conflict: it was waited for long enough already.
    return (code & 0xff) == kConstraint ? StorageError::Kind::Constraint
                                        : StorageError::Kind::Other;
}

std::unique_ptr<const Dialect> dialectFor(const SqliteFile &file) {
    return std::make_unique<SqliteDialect>(file);
}

std::unique_ptr<const Dialect> dialectFor(const DatabaseAddress &address) {
    return std::visit([](const auto &place) { return dialectFor(place); }, address);
}

} // namespace soban::storage
