// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "load/HttpLoad.h"
#include "storage/Database.h"

namespace soban::bench {

/// A ceiling: nothing but SQLite through QtSql, with what the server asks of it (WAL,
/// `synchronous=FULL`): an order, its lines and an event each, many to a commit.
class BareCommits {
public:
    /// Creates the file.
    explicit BareCommits(const QString &databaseFile);

    /// Commits group after group on the calling thread; the latency is that of a whole group.
    LoadResult run(const LoadPlan &plan);

    static constexpr int kPerCommit = 128;

private:
    void insertOrder();
    void commitGroup();

    storage::Database m_database;
    qint64 m_lastId = 0;
};

} // namespace soban::bench
