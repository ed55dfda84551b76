// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/Statements.h"

#include <QSqlDatabase>

namespace soban::storage {

/// Through SQLite's own interface; nothing where the connection's SQLite is not ours.
std::unique_ptr<Statements> sqliteStatements(const QSqlDatabase &connection);

} // namespace soban::storage
