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

/// Whether a file is for an engine: `NAME.sql` is for all, `NAME.ENGINE.sql` for one.
bool isFor(const QString &file, const Dialect &dialect) {
    return file.count(u'.') == 1 || file.contains(dialect.migrationSuffix() + u'.');
}

QList<Migration> knownMigrations(const Dialect &dialect) {
    QList<Migration> migrations;
    const QDir folder(QStringLiteral(":/soban/migrations"));
    for (const QString &name :
         folder.entryList({QStringLiteral("*.sql")}, QDir::Files, QDir::Name)) {
        if (!isFor(name, dialect))
            continue;
        QFile file(folder.filePath(name));
        if (!file.open(QIODevice::ReadOnly))
            throw StorageError(StorageError::Kind::Other, QStringLiteral("cannot read ") + name);
        migrations.append({name.left(4).toInt(), name, statementsOf(file.readAll())});
    }
    return migrations;
}

/// Runs `steps` with the turn to write: several servers may start at once.
template <typename Steps>
void withTurn(Database &database, const Steps &steps) {
    try {
        database.begin();
        steps();
        database.commit();
    } catch (const StorageError &) {
        database.rollBack();
        throw;
    }
}

int schemaOf(Database &database) {
    Rows rows = database.query("SELECT COALESCE(MAX(version), 0) FROM schema_migrations");
    rows.next();
    return rows.number(0);
}

int currentSchema(Database &database) {
    withTurn(database, [&] {
        database.executeOnce(QStringLiteral("CREATE TABLE IF NOT EXISTS schema_migrations ("
                                            "version INTEGER PRIMARY KEY, name TEXT NOT NULL, "
                                            "applied_at BIGINT NOT NULL)"));
    });
    return schemaOf(database);
}

void apply(Database &database, const Migration &migration, Instant now) {
    withTurn(database, [&] {
        if (schemaOf(database) >= migration.number) // another server was quicker
            return;
        for (const QString &statement : migration.statements)
            database.executeOnce(statement);
        database.execute("INSERT INTO schema_migrations VALUES (?, ?, ?)", migration.number,
                         migration.name, now);
    });
}

} // namespace

int newestSchema(const Database &database) {
    const auto migrations = knownMigrations(database.dialect());
    return migrations.isEmpty() ? 0 : migrations.last().number;
}

qint64 highestId(Database &database) {
    // Whatever happens is told by an event that is younger than what it tells of; shops and
    // accounts may have been imported without one.
    Rows rows = database.query("SELECT MAX(id) FROM (SELECT highest_id AS id FROM event_numbers "
                               "UNION ALL SELECT MAX(id) FROM accounts "
                               "UNION ALL SELECT MAX(id) FROM menu_items "
                               "UNION ALL SELECT MAX(id) FROM option_groups "
                               "UNION ALL SELECT MAX(id) FROM menu_options "
                               "UNION ALL SELECT MAX(id) FROM saved_cards "
                               "UNION ALL SELECT MAX(id) FROM sessions "
                               "UNION ALL SELECT MAX(id) FROM outbox) AS highest");
    rows.next();
    return rows.integer(0);
}

void migrate(Database &database, Instant now) {
    const int current = currentSchema(database);
    const int newest = newestSchema(database);
    if (current > newest) {
        throw StorageError(StorageError::Kind::Other,
                           QStringLiteral("the database has schema %1, this program knows %2 only")
                               .arg(current)
                               .arg(newest));
    }
    for (const Migration &migration : knownMigrations(database.dialect())) {
        if (migration.number > current)
            apply(database, migration, now);
    }
}

} // namespace soban::storage
