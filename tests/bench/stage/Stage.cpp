// SPDX-License-Identifier: GPL-3.0-or-later
#include "stage/Stage.h"

#include "load/Cores.h"

#include <QDir>
#include <QFile>

#include <cstdio>

namespace soban::bench {

namespace {

QString folderTemplate(const Options &options) {
    const QString parent = options.folder.isEmpty() ? QDir::tempPath() : options.folder;
    return parent + QStringLiteral("/soban-bench-XXXXXX");
}

} // namespace

Stage::Stage(const Options &options)
    : m_options(options)
    , m_folder(folderTemplate(options))
    , m_allCores(usableCores())
    , m_serverCore(m_allCores.first())
    , m_loadCore(m_allCores.last()) {
    if (m_serverCore == m_loadCore)
        say(QStringLiteral("There is one core only: load and server disturb each other."));
}

Result<House, QString> Stage::open(const TownSize &size, const ServerSetup &setup) {
    House house;
    house.databaseFile = freshFile();
    const auto place = storage::PostgresPlace::fromUrl(setup.databaseUrl);
    auto town =
        place ? raiseTown(*place, size) : raiseTown(storage::SqliteFile{house.databaseFile}, size);
    if (!town)
        return town.error();
    house.town = std::move(town).value();
    if (const auto fault = restart(house, setup))
        return *fault;
    return house;
}

Fault Stage::restart(House &house, const ServerSetup &setup) {
    house.server.reset();
    ServerSetup own = setup;
    own.databaseFile = house.databaseFile;
    house.server = std::make_unique<ServerChild>(own, m_serverCore);
    return house.server->start();
}

LoadPlan Stage::plan(int expectedStatus) const {
    LoadPlan plan;
    plan.span = std::chrono::duration_cast<Span>(std::chrono::duration<double>(m_options.seconds));
    plan.expectedStatus = expectedStatus;
    return plan;
}

void Stage::say(const QString &words) {
    std::fprintf(stderr, "%s\n", qUtf8Printable(words));
}

} // namespace soban::bench
