// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client-customer/KeptRows.h"
#include "contract/Catalogue.h"

#include <variant>

namespace soban::customer {

/// What stands above the items of a section.
struct MenuHeading {
    int section;
    LocalizedText name;
    int items;
};
using MenuRow = std::variant<MenuHeading, contract::MenuItemView>;

/// A shop's menu as one list: the heading of each section, then its items.
class MenuModel : public KeptRows<MenuRow> {
    Q_OBJECT

public:
    enum Role { RowRole = Qt::UserRole };

    using Heading = MenuHeading;
    using Row = MenuRow;

    using KeptRows::KeptRows;

    void setSections(const QList<contract::MenuSectionView> &sections);
    const contract::MenuItemView *itemAt(const QModelIndex &index) const;
    /// The row of a section's heading.
    int rowOfSection(int section) const;
    int sectionAt(int row) const;

    QVariant data(const QModelIndex &index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
};

} // namespace soban::customer

Q_DECLARE_METATYPE(soban::customer::MenuRow)
