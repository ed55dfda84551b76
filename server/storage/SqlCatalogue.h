// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalog/Catalogue.h"
#include "storage/Database.h"

namespace soban::storage {

/// Reads shops with their menus, as the catalogue keeps them in memory.
class SqlCatalogue {
public:
    explicit SqlCatalogue(Database &database) : m_database(database) {}

    void loadAll(catalog::Catalogue &catalogue) const;
    catalog::ShopEntryPtr load(ShopId shop) const;

private:
    OpeningHours hoursOf(ShopId shop, const QByteArray &timeZone) const;
    Menu menuOf(ShopId shop, Currency currency) const;
    QList<OptionGroup> groupsOf(MenuItemId item, Currency currency) const;
    QList<MenuOption> optionsOf(OptionGroupId group, Currency currency) const;

    Database &m_database;
};

/// How a shop's ways of delivery are stored: their words, the usual one first.
QString fulfilmentsToText(const QList<Fulfilment> &fulfilments);
QList<Fulfilment> fulfilmentsFromText(const QString &text);

} // namespace soban::storage
