// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/SqliteLogKeeper.h"

#include "storage/SqliteHandle.h"

#include <QtGlobal>

#include <sqlite3.h>

namespace soban::storage {

namespace {

class SqliteLogKeeper : public Housekeeper {
public:
    explicit SqliteLogKeeper(sqlite3 *connection) : m_connection(connection) {
        sqlite3_wal_hook(m_connection, &SqliteLogKeeper::noteCommit, this);
    }
    ~SqliteLogKeeper() override { sqlite3_wal_hook(m_connection, nullptr, nullptr); }
    Q_DISABLE_COPY_MOVE(SqliteLogKeeper)

    void tidyUp() override {
        if (m_pages >= kFullLogPages)
            moveLog();
    }

private:
    static int noteCommit(void *self, sqlite3 *, const char *, int pages) {
        auto *keeper = static_cast<SqliteLogKeeper *>(self);
        keeper->m_pages = pages;
        if (pages >= kOverfullLogPages)
            keeper->moveLog();
        return SQLITE_OK;
    }

    /// As far as no reader is in the way. Where it fails nothing is lost: what was committed is in
    /// the log, and the next commit says anew how long that is.
    void moveLog() {
        m_pages = 0;
        sqlite3_wal_checkpoint_v2(m_connection, nullptr, SQLITE_CHECKPOINT_PASSIVE, nullptr,
                                  nullptr);
    }

    sqlite3 *const m_connection;
    int m_pages = 0; ///< of the log, after the last commit
};

} // namespace

std::unique_ptr<Housekeeper> sqliteLogKeeper(const QSqlDatabase &connection) {
    sqlite3 *handle = sqliteHandleOf(connection);
    return handle ? std::make_unique<SqliteLogKeeper>(handle) : nullptr;
}

} // namespace soban::storage
