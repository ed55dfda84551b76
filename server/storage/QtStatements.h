// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/Dialect.h"

#include <memory>

namespace soban::storage {

/// By way of QtSql, for a connection whose engine is not to be reached otherwise. It makes up a
/// name for each value of a statement and looks it up, copies each row before it is read, and has
/// PostgreSQL read every statement as SQL, with its values spelled out: for an order that takes
/// longer than storing it. `dialect` outlives it.
std::unique_ptr<Statements> qtStatements(const QSqlDatabase &connection, const Dialect &dialect);

} // namespace soban::storage
