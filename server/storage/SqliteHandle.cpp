// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/SqliteHandle.h"

#include <QSqlDriver>
#include <QSqlQuery>
#include <QVariant>

#include <sqlite3.h>

namespace soban::storage {

namespace {

/// Whether QtSql's driver and this program are bound to one and the same SQLite.
bool isOurSqlite(const QSqlDatabase &connection) {
    QSqlQuery source(connection);
    return source.exec(QStringLiteral("SELECT sqlite_source_id()")) && source.next() &&
           source.value(0).toString() == QString::fromLatin1(sqlite3_sourceid());
}

} // namespace

sqlite3 *sqliteHandleOf(const QSqlDatabase &connection) {
    const QVariant handle = connection.driver()->handle();
    if (qstrcmp(handle.typeName(), "sqlite3*") != 0 || !isOurSqlite(connection))
        return nullptr;
    return *static_cast<sqlite3 *const *>(handle.constData());
}

} // namespace soban::storage
