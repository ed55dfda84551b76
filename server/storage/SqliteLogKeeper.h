// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/Housekeeper.h"

#include <QSqlDatabase>

#include <memory>

namespace soban::storage {

/// Moves what SQLite's log holds into the file between transactions. By itself SQLite does that at
/// the end of a commit, whose people wait for it: two syncs of the disk and thousands of pages.
///
/// Nothing where the connection's SQLite is not ours; then it does so by itself. It dies before the
/// connection is closed.
std::unique_ptr<Housekeeper> sqliteLogKeeper(const QSqlDatabase &connection);

/// In pages of 4 KiB. From here on the log is moved; with more room, what is written over and over
/// is moved less often.
constexpr int kFullLogPages = 4096;
/// From here on a commit does not wait for anybody to tidy up.
constexpr int kOverfullLogPages = 4 * kFullLogPages;

} // namespace soban::storage
