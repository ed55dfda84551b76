// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/Statements.h"

#include <QSqlDatabase>

namespace soban::storage {

/// Through PostgreSQL's own library, with statements that the server has prepared; rows that meet
/// none of their kind go as a COPY. Nothing where the connection has no such library.
std::unique_ptr<Statements> postgresStatements(const QSqlDatabase &connection);

} // namespace soban::storage
