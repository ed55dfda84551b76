// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/RowInserter.h"

#include <QSqlDatabase>

#include <memory>

namespace soban::storage {

/// One for the connection, through PostgreSQL's own library; nothing where the connection has none.
/// It dies before the connection is closed.
///
/// QtSql has the server read each row as SQL: `EXECUTE statement (value, value, …)`, which for the
/// rows of an order took the server longer than storing them.
std::unique_ptr<RowInserter> postgresInserter(const QSqlDatabase &connection);

} // namespace soban::storage
