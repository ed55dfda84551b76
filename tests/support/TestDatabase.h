// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/DatabaseAddress.h"

#include <QTemporaryDir>

namespace soban::testing {

/// A fresh database of the engine that this run of a test is about: PostgreSQL where the
/// environment says `SOBAN_TEST_DATABASE=postgres`, else SQLite. Gone with this object; declare it
/// before whatever is connected to it.
class TestDatabase {
public:
    enum class Kept {
        OnDisk,     ///< several connections see it
        ForOneOnly, ///< one connection at a time; quicker where the engine can
    };

    explicit TestDatabase(Kept kept = Kept::OnDisk);
    ~TestDatabase();
    Q_DISABLE_COPY_MOVE(TestDatabase)

    const storage::DatabaseAddress &address() const { return m_address; }

private:
    QTemporaryDir m_dir;
    storage::DatabaseAddress m_address;
};

} // namespace soban::testing
