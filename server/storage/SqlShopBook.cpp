// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/SqlShopBook.h"

#include "storage/SqlCatalogue.h"

namespace soban::storage {

catalog::ShopEntryPtr SqlShopBook::find(ShopId shop) const {
    return SqlCatalogue(m_database).load(shop);
}

void SqlShopBook::putSettings(const Shop &shop) {
    m_database.execute(
        "UPDATE shops SET version = ?, description_ko = ?, description_en = ?, phone = ?, "
        "picture = ?, delivery_radius_meters = ?, delivery_fee = ?, minimum_order = ?, "
        "preparation_minutes = ?, fulfilments = ?, thanks_ko = ?, thanks_en = ? WHERE id = ?",
        shop.version, shop.description.ko, shop.description.en, shop.phone, shop.picture,
        shop.deliveryRadiusMeters, shop.deliveryFee, shop.minimumOrder, shop.preparationMinutes,
        fulfilmentsToText(shop.fulfilments), shop.thanks.ko, shop.thanks.en, shop.id);
    putHours(shop);
}

void SqlShopBook::putHours(const Shop &shop) {
    m_database.execute("DELETE FROM shop_hours WHERE shop_id = ?", shop.id);
    for (const OpeningHours::Interval &interval : shop.hours.intervals()) {
        m_database.execute("INSERT INTO shop_hours (shop_id, weekday, opens_minute, closes_minute) "
                           "VALUES (?, ?, ?, ?)",
                           shop.id, interval.weekday, interval.opensMinute, interval.closesMinute);
    }
    m_database.execute("DELETE FROM shop_holidays WHERE shop_id = ?", shop.id);
    for (const QDate &day : shop.hours.holidays()) {
        m_database.execute("INSERT INTO shop_holidays (shop_id, day) VALUES (?, ?)", shop.id,
                           day.toString(Qt::ISODate));
    }
}

void SqlShopBook::putMode(const Shop &shop) {
    m_database.execute("UPDATE shops SET mode = ?, extra_minutes = ?, mode_until = ? WHERE id = ?",
                       shop.mode, shop.extraMinutes, shop.modeUntil, shop.id);
}

void SqlShopBook::putMenu(const Shop &shop, const Menu &menu) {
    m_database.execute("UPDATE shops SET menu_version = ? WHERE id = ?", shop.menuVersion, shop.id);
    clearOptions(shop.id);
    // What the new menu does not bring back stays removed.
    m_database.execute("UPDATE menu_items SET removed = 1 WHERE shop_id = ?", shop.id);
    int position = 0;
    for (const MenuSection &section : menu.sections) {
        for (const MenuItem &item : section.items)
            putItem(shop.id, position++, section.name, item);
    }
    QList<MenuItemId> gone;
    Rows rows = m_database.query("SELECT i.id FROM menu_items i JOIN stock s ON s.item_id = i.id "
                                 "WHERE i.shop_id = ? AND i.removed = 1",
                                 shop.id);
    while (rows.next())
        gone.append(rows.id<MenuItemId>(0));
    for (MenuItemId item : std::as_const(gone))
        dropStock(item);
}

void SqlShopBook::clearOptions(ShopId shop) {
    m_database.execute("DELETE FROM menu_options WHERE group_id IN (SELECT g.id "
                       "FROM option_groups g JOIN menu_items i ON i.id = g.item_id "
                       "WHERE i.shop_id = ?)",
                       shop);
    m_database.execute("DELETE FROM option_groups WHERE item_id IN "
                       "(SELECT id FROM menu_items WHERE shop_id = ?)",
                       shop);
}

void SqlShopBook::putItem(ShopId shop, int position, const LocalizedText &section,
                          const MenuItem &item) {
    m_database.execute(
        "INSERT INTO menu_items (id, shop_id, position, section_ko, section_en, name_ko, name_en, "
        "description_ko, description_en, price, picture, hidden) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET "
        "position = excluded.position, section_ko = excluded.section_ko, "
        "section_en = excluded.section_en, name_ko = excluded.name_ko, "
        "name_en = excluded.name_en, description_ko = excluded.description_ko, "
        "description_en = excluded.description_en, price = excluded.price, "
        "picture = excluded.picture, hidden = excluded.hidden, removed = 0",
        item.id, shop, position, section.ko, section.en, item.name.ko, item.name.en,
        item.description.ko, item.description.en, item.price, item.picture, item.isHidden);
    putGroups(item);
}

void SqlShopBook::putGroups(const MenuItem &item) {
    int groupPosition = 0;
    for (const OptionGroup &group : item.optionGroups) {
        m_database.execute("INSERT INTO option_groups (id, item_id, position, name_ko, name_en, "
                           "minimum, maximum) VALUES (?, ?, ?, ?, ?, ?, ?)",
                           group.id, item.id, groupPosition++, group.name.ko, group.name.en,
                           group.minimum, group.maximum);
        int optionPosition = 0;
        for (const MenuOption &option : group.options) {
            m_database.execute("INSERT INTO menu_options (id, group_id, position, name_ko, "
                               "name_en, price) VALUES (?, ?, ?, ?, ?, ?)",
                               option.id, group.id, optionPosition++, option.name.ko,
                               option.name.en, option.price);
        }
    }
}

void SqlShopBook::putSoldOut(MenuItemId item, const std::optional<SoldOut> &soldOut) {
    m_database.execute("UPDATE menu_items SET sold_out = ?, sold_out_until = ? WHERE id = ?",
                       soldOut.has_value(), soldOut ? soldOut->until : std::nullopt, item);
}

void SqlShopBook::putStock(MenuItemId item, const std::optional<ShelfStock> &stock, QDate today) {
    if (!stock)
        return dropStock(item);
    m_database.execute("INSERT INTO stock (item_id, remaining, per_day, day) VALUES (?, ?, ?, ?) "
                       "ON CONFLICT (item_id) DO UPDATE SET remaining = excluded.remaining, "
                       "per_day = excluded.per_day, day = excluded.day",
                       item, stock->remaining, stock->perDay,
                       stock->perDay ? today.toString(Qt::ISODate) : QString());
}

void SqlShopBook::dropStock(MenuItemId item) {
    // Nobody counts it any more, so that there is nothing to be put back either.
    m_database.execute("DELETE FROM stock_holds WHERE item_id = ?", item);
    m_database.execute("DELETE FROM stock WHERE item_id = ?", item);
}

catalog::StockLevels SqlShopBook::stockOf(ShopId shop, QDate today) const {
    return stockLevels(m_database, shop, today);
}

catalog::StockLevels stockLevels(Database &database, ShopId shop, QDate today) {
    Rows rows =
        database.query("SELECT s.item_id, s.per_day, CASE WHEN s.per_day IS NOT NULL AND s.day < ? "
                       "THEN s.per_day ELSE s.remaining END FROM menu_items i "
                       "JOIN stock s ON s.item_id = i.id WHERE i.shop_id = ? AND i.removed = 0",
                       today.toString(Qt::ISODate), shop);
    catalog::StockLevels stock;
    while (rows.next()) {
        const auto perDay = rows.isNull(1) ? std::nullopt : std::optional(rows.number(1));
        stock.insert(rows.id<MenuItemId>(0), {rows.number(2), perDay});
    }
    return stock;
}

} // namespace soban::storage
