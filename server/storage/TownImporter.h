// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clock/Clock.h"
#include "contract/Town.h"
#include "events/IdSource.h"
#include "storage/Database.h"

#include <functional>

namespace soban::storage {

/// Loads a town file into a database: shops, menus and accounts, all or nothing.
class TownImporter {
public:
    /// Hashes a password; called once for each different one, for hashing is slow on purpose.
    using HashPassword = std::function<QString(const QString &)>;

    TownImporter(Database &database, IdSource &ids, const Clock &clock, HashPassword hash);

    /// The field that is wrong, or nothing when the town was loaded.
    std::optional<QString> import(const contract::Town &town);
    /// Adds an account that no town has, an operator's; false if the login will not do or is taken.
    [[nodiscard]] bool addAccount(Role role, const contract::TownPerson &person);

private:
    void hashPasswords(const contract::Town &town);
    std::optional<QString> importAll(const contract::Town &town);
    std::optional<QString> importShop(const contract::Town &town, const contract::TownShop &shop);
    void insertShop(ShopId id, const contract::Town &town, const contract::TownShop &shop);
    void importMenu(ShopId shop, const QList<contract::TownSection> &sections);
    void importItem(ShopId shop, int position, const LocalizedText &section,
                    const contract::TownItem &item);
    /// Nothing if the login will not do or is taken.
    std::optional<AccountId> insertAccount(Role role, const contract::TownPerson &person,
                                           std::optional<ShopId> shop);
    QString hashOf(const QString &password);

    Database &m_database;
    IdSource &m_ids;
    const Clock &m_clock;
    HashPassword m_hash;
    QHash<QString, QString> m_hashes;
};

} // namespace soban::storage
