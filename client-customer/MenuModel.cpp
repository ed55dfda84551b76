// SPDX-License-Identifier: GPL-3.0-or-later
#include "client-customer/MenuModel.h"

namespace soban::customer {

namespace {

bool isSame(const MenuRow &one, const MenuRow &other) {
    const auto *item = std::get_if<contract::MenuItemView>(&one);
    const auto *otherItem = std::get_if<contract::MenuItemView>(&other);
    if (item && otherItem)
        return item->id == otherItem->id;
    const auto *heading = std::get_if<MenuHeading>(&one);
    const auto *otherHeading = std::get_if<MenuHeading>(&other);
    return heading && otherHeading && heading->name == otherHeading->name;
}

} // namespace

void MenuModel::setSections(const QList<contract::MenuSectionView> &sections) {
    QList<Row> made;
    for (int i = 0; i < sections.size(); ++i) {
        const contract::MenuSectionView &section = sections.at(i);
        made.append(Heading{i, section.name, int(section.items.size())});
        for (const contract::MenuItemView &item : section.items)
            made.append(item);
    }
    takeRows(made, isSame);
}

const contract::MenuItemView *MenuModel::itemAt(const QModelIndex &index) const {
    return index.isValid() ? std::get_if<contract::MenuItemView>(&rows().at(index.row())) : nullptr;
}

int MenuModel::rowOfSection(int section) const {
    for (int row = 0; row < rows().size(); ++row) {
        const auto *heading = std::get_if<Heading>(&rows().at(row));
        if (heading && heading->section == section)
            return row;
    }
    return -1;
}

int MenuModel::sectionAt(int row) const {
    for (; row >= 0; --row) {
        if (const auto *heading = std::get_if<Heading>(&rows().at(row)))
            return heading->section;
    }
    return 0;
}

QVariant MenuModel::data(const QModelIndex &index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = rows().at(index.row());
    if (role == RowRole)
        return QVariant::fromValue(row);
    if (role == Qt::DisplayRole || role == Qt::AccessibleTextRole) {
        const LocalizedText &name = std::visit(
            [](const auto &either) -> const LocalizedText & { return either.name; }, row);
        return QString(name.ko + u' ' + name.en);
    }
    return {};
}

Qt::ItemFlags MenuModel::flags(const QModelIndex &index) const {
    const contract::MenuItemView *item = itemAt(index);
    if (!item)
        return Qt::NoItemFlags;
    // What is sold out can be looked at, and says so.
    return Qt::ItemIsSelectable | Qt::ItemIsEnabled;
}

} // namespace soban::customer
