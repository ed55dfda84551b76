// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalog/Catalogue.h"

namespace soban::catalog {

using StockLevels = QHash<MenuItemId, ShelfStock>;

/// Shops and their menus in the write model, inside the open transaction.
class ShopBook {
public:
    virtual ~ShopBook() = default;
    virtual ShopEntryPtr find(ShopId shop) const = 0;
    /// Stores what an owner may edit, with the version.
    virtual void putSettings(const Shop &shop) = 0;
    virtual void putMode(const Shop &shop) = 0;
    /// Puts a menu in place of the one before; items that are in both keep their stock.
    virtual void putMenu(const Shop &shop, const Menu &menu) = 0;

    virtual void putSoldOut(MenuItemId item, const std::optional<SoldOut> &soldOut) = 0;
    /// Counts an item from now on, or no more; `today` is the shop's.
    virtual void putStock(MenuItemId item, const std::optional<ShelfStock> &stock, QDate today) = 0;
    /// The counted items of a shop, as they are on that day.
    virtual StockLevels stockOf(ShopId shop, QDate today) const = 0;
};

} // namespace soban::catalog
