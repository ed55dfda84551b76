// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/Migrations.h"

#include <QDir>
#include <QFile>

namespace soban::storage {

namespace {

struct Migration {
    int number;
    QString name;
    QStringList statements;
};

/// Statements end with a semicolon at the end of a line; comments fill whole lines.
QStringList statementsOf(const QByteArray &file) {
    QString text;
    for (const QByteArray &line : file.split('\n')) {
        if (!line.startsWith("--"))
            text += QString::fromUtf8(line) + u'\n';
    }
    QStringList statements;
    for (const QString &statement : text.split(QStringLiteral(";\n"), Qt::SkipEmptyParts)) {
        if (!statement.trimmed().isEmpty())
            statements.append(statement);
    }
    return statements;
}

QList<Migration> knownMigrations() {
    QList<Migration> migrations;
    const QDir folder(QStringLiteral(":/soban/migrations"));
    for (const QString &name :
         folder.entryList({QStringLiteral("*.sql")}, QDir::Files, QDir::Name)) {
        QFile file(folder.filePath(name));
        if (!file.open(QIODevice::ReadOnly))
            throw StorageError(StorageError::Kind::Other, QStringLiteral("cannot read ") + name);
        migrations.append({name.left(4).toInt(), name, statementsOf(file.readAll())});
    }
    return migrations;
}

int currentSchema(Database &database) {
    database.executeOnce(QStringLiteral("CREATE TABLE IF NOT EXISTS schema_migrations ("
                                        "version INTEGER PRIMARY KEY, name TEXT NOT NULL, "
                                        "applied_at BIGINT NOT NULL)"));
    Rows rows = database.query("SELECT COALESCE(MAX(version), 0) FROM schema_migrations");
    rows.next();
    return rows.number(0);
}

void apply(Database &database, const Migration &migration, Instant now) {
    database.executeOnce(QStringLiteral("BEGIN IMMEDIATE"));
    try {
        for (const QString &statement : migration.statements)
            database.executeOnce(statement);
        database.execute("INSERT INTO schema_migrations VALUES (?, ?, ?)", migration.number,
                         migration.name, now);
        database.executeOnce(QStringLiteral("COMMIT"));
    } catch (const StorageError &) {
        database.executeOnce(QStringLiteral("ROLLBACK"));
        throw;
    }
}

} // namespace

int newestSchema() {
    const auto migrations = knownMigrations();
    return migrations.isEmpty() ? 0 : migrations.last().number;
}

qint64 highestId(Database &database) {
    // Whatever happens is told by an event that is younger than what it tells of; shops and
    // accounts may have been imported without one.
    Rows rows = database.query("SELECT MAX((SELECT COALESCE(MAX(id), 0) FROM events), "
                               "(SELECT COALESCE(MAX(id), 0) FROM accounts), "
                               "(SELECT COALESCE(MAX(id), 0) FROM menu_items), "
                               "(SELECT COALESCE(MAX(id), 0) FROM option_groups), "
                               "(SELECT COALESCE(MAX(id), 0) FROM menu_options), "
                               "(SELECT COALESCE(MAX(id), 0) FROM saved_cards), "
                               "(SELECT COALESCE(MAX(id), 0) FROM sessions), "
                               "(SELECT COALESCE(MAX(id), 0) FROM timers))");
    rows.next();
    return rows.integer(0);
}

void migrate(Database &database, Instant now) {
    const int current = currentSchema(database);
    const int newest = newestSchema();
    if (current > newest) {
        throw StorageError(StorageError::Kind::Other,
                           QStringLiteral("the database has schema %1, this program knows %2 only")
                               .arg(current)
                               .arg(newest));
    }
    for (const Migration &migration : knownMigrations()) {
        if (migration.number > current)
            apply(database, migration, now);
    }
}

} // namespace soban::storage
