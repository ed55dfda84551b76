// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/Catalogue.h"

#include <algorithm>

namespace soban::catalog {

QString foldForSearch(const QString &text) {
    QString folded = text.normalized(QString::NormalizationForm_KC).toCaseFolded();
    folded.removeIf([](QChar c) { return c.isSpace(); });
    return folded;
}

QString searchTextOf(const Shop &shop, const Menu &menu) {
    QStringList names{shop.name.ko, shop.name.en};
    for (const MenuSection &section : menu.sections) {
        names << section.name.ko << section.name.en;
        for (const MenuItem &item : section.items) {
            if (!item.isHidden)
                names << item.name.ko << item.name.en;
        }
    }
    for (QString &name : names)
        name = foldForSearch(name);
    return names.join(u'\n');
}

void Catalogue::put(ShopEntryPtr entry) {
    const ShopId id = entry->shop.id;
    const qint64 cell = GeoCell::of(entry->shop.position).number();
    const QWriteLocker lock(&m_lock);
    std::erase_if(m_byCell, [&](const auto &pair) { return pair.second == id; });
    m_byCell.emplace(cell, id);
    m_shops.insert(id, std::move(entry));
}

ShopEntryPtr Catalogue::find(ShopId id) const {
    const QReadLocker lock(&m_lock);
    return m_shops.value(id);
}

QList<ShopHit> Catalogue::search(const ShopSearch &search) const {
    QStringList words;
    for (const QString &word : search.words.simplified().split(u' ', Qt::SkipEmptyParts))
        words.append(foldForSearch(word));
    const auto fits = [&](const ShopEntry &entry, double distance) {
        return distance <= std::min(entry.shop.deliveryRadiusMeters, kFarthestMeters) &&
               (!search.kind || *search.kind == entry.shop.kind) &&
               std::all_of(words.cbegin(), words.cend(),
                           [&](const QString &word) { return entry.searchText.contains(word); });
    };
    QList<ShopHit> hits;
    const QReadLocker lock(&m_lock);
    for (const GeoCell::Span &span : GeoCell::covering(search.near, kFarthestMeters)) {
        const auto end = m_byCell.upper_bound(span.last);
        for (auto it = m_byCell.lower_bound(span.first); it != end; ++it) {
            const ShopEntryPtr entry = m_shops.value(it->second);
            const double distance = entry->shop.position.distanceMetersTo(search.near);
            if (fits(*entry, distance))
                hits.append({entry, distance});
        }
    }
    std::sort(hits.begin(), hits.end(), [](const ShopHit &a, const ShopHit &b) {
        return std::pair(a.distanceMeters, a.entry->shop.id) <
               std::pair(b.distanceMeters, b.entry->shop.id);
    });
    return hits;
}

int Catalogue::count() const {
    const QReadLocker lock(&m_lock);
    return int(m_shops.size());
}

} // namespace soban::catalog
