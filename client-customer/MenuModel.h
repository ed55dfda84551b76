// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/Catalogue.h"

#include <QAbstractListModel>

#include <variant>

namespace soban::customer {

/// A shop's menu as one list: the heading of each section, then its items.
class MenuModel : public QAbstractListModel {
    Q_OBJECT

public:
    enum Role { RowRole = Qt::UserRole };

    struct Heading {
        int section;
        LocalizedText name;
        int items;
    };
    using Row = std::variant<Heading, contract::MenuItemView>;

    using QAbstractListModel::QAbstractListModel;

    void setSections(const QList<contract::MenuSectionView> &sections);
    const contract::MenuItemView *itemAt(const QModelIndex &index) const;
    /// The row of a section's heading.
    int rowOfSection(int section) const;
    int sectionAt(int row) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    QList<Row> m_rows;
};

} // namespace soban::customer

Q_DECLARE_METATYPE(soban::customer::MenuModel::Row)
