// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/SqlCatalogue.h"

#include <QStringList>

namespace soban::storage {

namespace {

constexpr QChar kSeparator = u',';

[[noreturn]] void throwDamaged(const QString &what) {
    throw StorageError(StorageError::Kind::Other, what);
}

} // namespace

QString fulfilmentsToText(const QList<Fulfilment> &fulfilments) {
    QStringList words;
    for (Fulfilment fulfilment : fulfilments)
        words.append(QString(toText(fulfilment)));
    return words.join(kSeparator);
}

QList<Fulfilment> fulfilmentsFromText(const QString &text) {
    QList<Fulfilment> fulfilments;
    for (const QString &word : text.split(kSeparator)) {
        const auto fulfilment = enumFromText<Fulfilment>(word);
        if (!fulfilment)
            throwDamaged(QStringLiteral("a shop delivers in an unknown way: ") + word);
        fulfilments.append(*fulfilment);
    }
    return fulfilments;
}

void SqlCatalogue::loadAll(catalog::Catalogue &catalogue) const {
    QList<ShopId> ids;
    Rows rows = m_database.query("SELECT id FROM shops ORDER BY id");
    while (rows.next())
        ids.append(rows.id<ShopId>(0));
    for (ShopId id : std::as_const(ids))
        catalogue.put(load(id));
}

catalog::ShopEntryPtr SqlCatalogue::load(ShopId id) const {
    Rows row = m_database.query(
        "SELECT kind, name_ko, name_en, description_ko, description_en, phone, address, latitude, "
        "longitude, currency, delivery_radius_meters, delivery_fee, minimum_order, "
        "preparation_minutes, fulfilments, time_zone, mode, thanks_ko, thanks_en, picture, "
        "review_count, star_sum, extra_minutes, mode_until, version, menu_version FROM shops WHERE "
        "id = ?",
        id);
    if (!row.next())
        throwDamaged(QStringLiteral("there is no shop ") + id.toText());
    const Currency currency = row.currency(9);
    Shop shop{id,
              row.word<ShopKind>(0),
              {row.text(1), row.text(2)},
              {row.text(3), row.text(4)},
              row.text(5),
              row.text(6),
              Rows::sound(GeoPoint::of(row.real(7), row.real(8)), 7),
              row.real(10),
              row.money(11, currency),
              row.money(12, currency),
              row.number(13),
              fulfilmentsFromText(row.text(14)),
              hoursOf(id, row.utf8(15)),
              row.word<ShopMode>(16),
              {row.text(17), row.text(18)},
              row.text(19),
              row.number(20),
              row.number(21),
              row.number(22),
              row.maybeInstant(23),
              row.number(24),
              row.number(25)};
    Menu menu = menuOf(id, currency);
    QString searchText = catalog::searchTextOf(shop, menu);
    return std::make_shared<const catalog::ShopEntry>(
        catalog::ShopEntry{std::move(shop), std::move(menu), std::move(searchText)});
}

OpeningHours SqlCatalogue::hoursOf(ShopId shop, const QByteArray &timeZone) const {
    QList<OpeningHours::Interval> intervals;
    Rows hours = m_database.query(
        "SELECT weekday, opens_minute, closes_minute FROM shop_hours WHERE shop_id = ?", shop);
    while (hours.next())
        intervals.append({hours.number(0), hours.number(1), hours.number(2)});
    QSet<QDate> holidays;
    Rows days = m_database.query("SELECT day FROM shop_holidays WHERE shop_id = ?", shop);
    while (days.next())
        holidays.insert(QDate::fromString(days.text(0), Qt::ISODate));
    const auto opening = OpeningHours::of(timeZone, intervals, holidays);
    if (!opening)
        throwDamaged(QStringLiteral("the opening hours are damaged of ") + shop.toText());
    return *opening;
}

Menu SqlCatalogue::menuOf(ShopId shop, Currency currency) const {
    Menu menu;
    Rows rows = m_database.query(
        "SELECT i.id, i.section_ko, i.section_en, i.name_ko, i.name_en, i.description_ko, "
        "i.description_en, i.price, i.picture, s.item_id IS NOT NULL, i.hidden, i.sold_out, "
        "i.sold_out_until FROM menu_items i LEFT JOIN stock s ON s.item_id = i.id "
        "WHERE i.shop_id = ? AND i.removed = 0 ORDER BY i.position",
        shop);
    while (rows.next()) {
        const LocalizedText section{rows.text(1), rows.text(2)};
        if (menu.sections.isEmpty() || menu.sections.last().name != section)
            menu.sections.append({section, {}});
        const auto id = rows.id<MenuItemId>(0);
        menu.sections.last().items.append(
            {id,
             {rows.text(3), rows.text(4)},
             {rows.text(5), rows.text(6)},
             rows.money(7, currency),
             rows.text(8),
             groupsOf(id, currency),
             rows.flag(9),
             rows.flag(10),
             rows.flag(11) ? std::optional(SoldOut{rows.maybeInstant(12)}) : std::nullopt});
    }
    return menu;
}

QList<OptionGroup> SqlCatalogue::groupsOf(MenuItemId item, Currency currency) const {
    QList<OptionGroup> groups;
    Rows rows = m_database.query("SELECT id, name_ko, name_en, minimum, maximum FROM option_groups "
                                 "WHERE item_id = ? ORDER BY position",
                                 item);
    while (rows.next()) {
        const auto id = rows.id<OptionGroupId>(0);
        groups.append({id,
                       {rows.text(1), rows.text(2)},
                       rows.number(3),
                       rows.number(4),
                       optionsOf(id, currency)});
    }
    return groups;
}

QList<MenuOption> SqlCatalogue::optionsOf(OptionGroupId group, Currency currency) const {
    QList<MenuOption> options;
    Rows rows = m_database.query("SELECT id, name_ko, name_en, price FROM menu_options "
                                 "WHERE group_id = ? ORDER BY position",
                                 group);
    while (rows.next()) {
        options.append(
            {rows.id<OptionId>(0), {rows.text(1), rows.text(2)}, rows.money(3, currency)});
    }
    return options;
}

} // namespace soban::storage
