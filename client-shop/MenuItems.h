// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client-shop/MenuBook.h"
#include "client-shop/ShopState.h"

#include <QAbstractListModel>

namespace soban::shop_app {

/// The items of one section, or all that match some words.
class MenuItems : public QAbstractListModel {
    Q_OBJECT

public:
    enum Role { ItemRole = Qt::UserRole };

    MenuItems(const MenuBook &book, const ShopState &shop, QObject *parent = nullptr);

    void showSection(const LocalizedText &name);
    /// Empty: the section again.
    void search(const QString &words);
    bool isSearching() const { return !m_words.isEmpty(); }
    void setLanguage(Language language);

    const contract::OwnItemView &at(int row) const { return m_items.at(row); }
    /// −1: not among them.
    int rowOf(MenuItemId id) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    QList<contract::OwnItemView> chosen() const;
    void refresh();

    const MenuBook &m_book;
    const ShopState &m_shop;
    Language m_language = Language::Korean;
    LocalizedText m_section;
    QString m_words;
    QList<contract::OwnItemView> m_items;
};

} // namespace soban::shop_app

Q_DECLARE_METATYPE(const soban::contract::OwnItemView *)
