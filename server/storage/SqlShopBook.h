// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalog/ShopBook.h"
#include "storage/Database.h"

namespace soban::storage {

/// Shops and menus as their owners edit them.
class SqlShopBook : public catalog::ShopBook {
public:
    explicit SqlShopBook(Database &database) : m_database(database) {}

    catalog::ShopEntryPtr find(ShopId shop) const override;
    void putSettings(const Shop &shop) override;
    void putMode(const Shop &shop) override;
    void putMenu(const Shop &shop, const Menu &menu) override;
    void putSoldOut(MenuItemId item, const std::optional<SoldOut> &soldOut) override;
    void putStock(MenuItemId item, const std::optional<ShelfStock> &stock, QDate today) override;
    catalog::StockLevels stockOf(ShopId shop, QDate today) const override;

private:
    void putHours(const Shop &shop);
    void putItem(ShopId shop, int position, const LocalizedText &section, const MenuItem &item);
    void putGroups(const MenuItem &item);
    void clearOptions(ShopId shop);
    void dropStock(MenuItemId item);

    Database &m_database;
};

/// The counted items of a shop, as they are on that day.
catalog::StockLevels stockLevels(Database &database, ShopId shop, QDate today);

} // namespace soban::storage
