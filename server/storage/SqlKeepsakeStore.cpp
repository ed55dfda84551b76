// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/SqlKeepsakeStore.h"

namespace soban::storage {

bool SqlKeepsakeStore::hasShop(ShopId shop) const {
    return m_database.query("SELECT 1 FROM shops WHERE id = ?", shop).next();
}

int SqlKeepsakeStore::favouriteCount(AccountId customer) const {
    Rows row = m_database.query("SELECT COUNT(*) FROM favourites WHERE account_id = ?", customer);
    row.next();
    return row.number(0);
}

void SqlKeepsakeStore::putFavourite(AccountId customer, ShopId shop, Instant now) {
    m_database.execute("INSERT INTO favourites (account_id, shop_id, added_at) VALUES (?, ?, ?) "
                       "ON CONFLICT DO NOTHING",
                       customer, shop, now);
}

void SqlKeepsakeStore::dropFavourite(AccountId customer, ShopId shop) {
    m_database.execute("DELETE FROM favourites WHERE account_id = ? AND shop_id = ?", customer,
                       shop);
}

void SqlKeepsakeStore::putAddresses(AccountId customer,
                                    const QList<contract::SavedAddress> &addresses) {
    m_database.execute("DELETE FROM saved_addresses WHERE account_id = ?", customer);
    for (int i = 0; i < addresses.size(); ++i) {
        const Address &address = addresses[i].address;
        m_database.execute("INSERT INTO saved_addresses (account_id, position, label, address, "
                           "latitude, longitude) VALUES (?, ?, ?, ?, ?, ?)",
                           customer, i, addresses[i].label, address.text,
                           address.position.latitude(), address.position.longitude());
    }
}

void SqlKeepsakeStore::putMessagePreference(AccountId customer,
                                            const contract::MessagePreference &preference) {
    m_database.execute("UPDATE accounts SET message_way = ?, language = ? WHERE id = ?",
                       preference.way, preference.language, customer);
}

QList<ShopId> SqlKeepsakeStore::favourites(AccountId customer) const {
    Rows rows = m_database.query("SELECT shop_id FROM favourites WHERE account_id = ? "
                                 "ORDER BY added_at DESC, shop_id",
                                 customer);
    QList<ShopId> shops;
    while (rows.next())
        shops.append(rows.id<ShopId>(0));
    return shops;
}

contract::AddressBook SqlKeepsakeStore::addresses(AccountId customer) const {
    Rows rows = m_database.query("SELECT label, address, latitude, longitude FROM saved_addresses "
                                 "WHERE account_id = ? ORDER BY position",
                                 customer);
    contract::AddressBook book;
    while (rows.next()) {
        const GeoPoint position = Rows::sound(GeoPoint::of(rows.real(2), rows.real(3)), 2);
        book.addresses.append({rows.text(0), {rows.text(1), position}});
    }
    return book;
}

} // namespace soban::storage
