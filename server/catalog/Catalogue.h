// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Menu.h"
#include "domain/Shop.h"

#include <QHash>
#include <QReadWriteLock>

#include <map>
#include <memory>

namespace soban::catalog {

/// A shop with its menu: immutable, shared between threads.
struct ShopEntry {
    Shop shop;
    Menu menu;
    QString searchText; ///< names of the shop and its items in both languages, folded
};
using ShopEntryPtr = std::shared_ptr<const ShopEntry>;

/// Folds a text for searching: case, width and spaces make no difference.
QString foldForSearch(const QString &text);
QString searchTextOf(const Shop &shop, const Menu &menu);

struct ShopHit {
    ShopEntryPtr entry;
    double distanceMeters;
};

/// What a customer looks for.
struct ShopSearch {
    GeoPoint near;
    std::optional<ShopKind> kind;
    QString words; ///< all must occur; folded by the catalogue
};

/// All shops of the platform in memory: menus change seldom and are read with every order. Near is
/// found through a grid of cells. Any thread.
class Catalogue {
public:
    /// How far away a shop may be at the most to be offered at all.
    static constexpr double kFarthestMeters = 20'000;

    void put(ShopEntryPtr entry);
    ShopEntryPtr find(ShopId id) const;
    /// Shops that deliver to or can be collected from near the place, nearest first.
    QList<ShopHit> search(const ShopSearch &search) const;
    int count() const;

private:
    mutable QReadWriteLock m_lock;
    QHash<ShopId, ShopEntryPtr> m_shops;
    std::multimap<qint64, ShopId> m_byCell;
};

} // namespace soban::catalog
