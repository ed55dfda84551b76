// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/TestDatabase.h"

#include "support/PostgresServer.h"

namespace soban::testing {

TestDatabase::TestDatabase(Kept kept) {
    if (runsOnPostgres())
        m_address =
            *storage::PostgresPlace::fromUrl(postgresOfTheTest().urlOf(freshPostgresDatabase()));
    else if (kept == Kept::OnDisk)
        m_address = storage::SqliteFile{m_dir.filePath(QStringLiteral("soban.sqlite"))};
    else
        m_address = storage::SqliteFile{QStringLiteral(":memory:")};
}

TestDatabase::~TestDatabase() {
    if (const auto *place = std::get_if<storage::PostgresPlace>(&m_address))
        postgresOfTheTest().dropDatabase(place->database);
}

} // namespace soban::testing
