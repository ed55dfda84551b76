// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/Loading.h"

#include "contract/Codec.h"
#include "identity/PasswordHasher.h"
#include "storage/Migrations.h"
#include "storage/TownImporter.h"

#include <QFile>

#include <functional>

namespace soban::app {

namespace {

using storage::Database;
using storage::StorageError;
using storage::TownImporter;

/// Runs something on the database that no server has open, with an importer at hand.
std::optional<QString>
onDatabase(const Settings &settings, const Clock &clock,
           const std::function<std::optional<QString>(Database &, TownImporter &)> &run) {
    try {
        Database database(settings.database, Database::Access::ReadWrite);
        storage::migrate(database, clock.now());
        IdSource ids(clock, kMostServers);
        ids.startAbove(storage::highestId(database));
        const identity::PasswordHasher hasher;
        TownImporter importer(database, ids, clock, [&](const QString &password) {
            return QString::fromLatin1(hasher.hashNow(password));
        });
        return run(database, importer);
    } catch (const StorageError &error) {
        return QString::fromUtf8(error.what());
    }
}

} // namespace

std::optional<QString> importTown(const Settings &settings, const Clock &clock,
                                  const QString &name) {
    QFile file(name);
    if (!file.open(QIODevice::ReadOnly))
        return QStringLiteral("cannot read %1: %2").arg(name, file.errorString());
    const auto town = contract::decode<contract::Town>(file.readAll());
    if (!town)
        return QStringLiteral("%1: %2 %3").arg(name, town.error().field, town.error().detail);
    return onDatabase(settings, clock,
                      [&](Database &, TownImporter &importer) -> std::optional<QString> {
                          const auto fault = importer.import(*town);
                          if (fault)
                              return QStringLiteral("%1: %2 makes no sense").arg(name, *fault);
                          return std::nullopt;
                      });
}

std::optional<QString> addOperator(const Settings &settings, const Clock &clock,
                                   const QString &login, const QString &password) {
    if (login.size() < 3 || password.size() < 8)
        return QStringLiteral("a login has 3 characters at least, a password 8");
    return onDatabase(
        settings, clock, [&](Database &, TownImporter &importer) -> std::optional<QString> {
            const contract::TownPerson person{login, password, login, QStringLiteral("-"),
                                              Language::Korean};
            if (!importer.addAccount(Role::Operator, person))
                return QStringLiteral("the login %1 will not do or is taken").arg(login);
            return std::nullopt;
        });
}

Result<bool, QString> isFresh(const Settings &settings, const Clock &clock) {
    bool fresh = true;
    const auto fault = onDatabase(
        settings, clock, [&](Database &database, TownImporter &) -> std::optional<QString> {
            fresh = !database.query("SELECT 1 FROM shops LIMIT 1").next();
            return std::nullopt;
        });
    if (fault)
        return *fault;
    return fresh;
}

} // namespace soban::app
