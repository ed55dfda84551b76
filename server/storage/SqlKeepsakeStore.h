// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "customer/Keepsakes.h"
#include "storage/Database.h"

namespace soban::storage {

class SqlKeepsakeStore : public customer::KeepsakeBook {
public:
    explicit SqlKeepsakeStore(Database &database) : m_database(database) {}

    bool hasShop(ShopId shop) const override;
    int favouriteCount(AccountId customer) const override;
    void putFavourite(AccountId customer, ShopId shop, Instant now) override;
    void dropFavourite(AccountId customer, ShopId shop) override;
    void putAddresses(AccountId customer, const QList<contract::SavedAddress> &addresses) override;
    void putMessagePreference(AccountId customer,
                              const contract::MessagePreference &preference) override;

    /// The latest first.
    QList<ShopId> favourites(AccountId customer) const;
    contract::AddressBook addresses(AccountId customer) const;

private:
    Database &m_database;
};

} // namespace soban::storage
