// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/RowInserter.h"

#include <QSqlDatabase>

#include <memory>

namespace soban::storage {

/// One for the connection, through SQLite's own interface; nothing where that is not ours. It dies
/// before the connection is closed.
std::unique_ptr<RowInserter> sqliteInserter(const QSqlDatabase &connection);

} // namespace soban::storage
