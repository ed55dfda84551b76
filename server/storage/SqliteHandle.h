// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSqlDatabase>

struct sqlite3;

namespace soban::storage {

/// The connection in SQLite's own interface; nothing where QtSql brings a SQLite of its own, which
/// would know nothing of what is made through ours. It lives as long as the connection is open.
sqlite3 *sqliteHandleOf(const QSqlDatabase &connection);

} // namespace soban::storage
