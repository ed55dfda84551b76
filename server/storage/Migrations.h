// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/Database.h"

namespace soban::storage {

/// Brings the schema to this program's version: each numbered file of `migrations/` once, in its
/// own transaction. Throws when the database was written by a newer program (G17).
void migrate(Database &database, Instant now);

/// The highest id that the server has given out in this database; 0 in a fresh one.
qint64 highestId(Database &database);

/// The number of the last migration that this program knows for a database of that engine.
int newestSchema(const Database &database);

} // namespace soban::storage
