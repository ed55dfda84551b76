// SPDX-License-Identifier: GPL-3.0-or-later
#include "client-shop/MenuItems.h"

#include "client-shop/SaleWords.h"

#include <algorithm>

namespace soban::shop_app {

namespace {

using contract::OwnItemView;
using contract::OwnSectionView;

bool matches(const OwnItemView &item, const QString &words) {
    return item.name.ko.contains(words, Qt::CaseInsensitive) ||
           item.name.en.contains(words, Qt::CaseInsensitive);
}

bool haveSameIds(const QList<OwnItemView> &one, const QList<OwnItemView> &other) {
    return std::equal(one.cbegin(), one.cend(), other.cbegin(), other.cend(),
                      [](const OwnItemView &a, const OwnItemView &b) { return a.id == b.id; });
}

} // namespace

MenuItems::MenuItems(const MenuBook &book, const ShopState &shop, QObject *parent)
    : QAbstractListModel(parent), m_book(book), m_shop(shop) {
    connect(&book, &MenuBook::changed, this, &MenuItems::refresh);
}

void MenuItems::showSection(const LocalizedText &name) {
    m_section = name;
    refresh();
}

void MenuItems::search(const QString &words) {
    m_words = words.trimmed();
    refresh();
}

void MenuItems::setLanguage(Language language) {
    m_language = language;
    if (!m_items.isEmpty())
        emit dataChanged(index(0), index(int(m_items.size()) - 1));
}

QList<OwnItemView> MenuItems::chosen() const {
    QList<OwnItemView> items;
    if (!m_book.menu())
        return items;
    for (const OwnSectionView &section : m_book.menu()->sections) {
        for (const OwnItemView &item : section.items) {
            if (isSearching() ? matches(item, m_words) : section.name == m_section)
                items.append(item);
        }
    }
    return items;
}

void MenuItems::refresh() {
    const QList<OwnItemView> items = chosen();
    if (!haveSameIds(items, m_items)) {
        beginResetModel();
        m_items = items;
        endResetModel();
        return;
    }
    m_items = items;
    if (!m_items.isEmpty())
        emit dataChanged(index(0), index(int(m_items.size()) - 1));
}

int MenuItems::rowOf(MenuItemId id) const {
    const auto found = std::find_if(m_items.cbegin(), m_items.cend(),
                                    [id](const OwnItemView &item) { return item.id == id; });
    return found == m_items.cend() ? -1 : int(found - m_items.cbegin());
}

int MenuItems::rowCount(const QModelIndex &parent) const {
    return parent.isValid() ? 0 : int(m_items.size());
}

QVariant MenuItems::data(const QModelIndex &index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const OwnItemView &item = m_items.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return item.name.in(m_language);
    case Qt::AccessibleTextRole:
        return SaleWords::spoken(item, m_shop.here(), m_language);
    case ItemRole:
        return QVariant::fromValue(&item);
    default:
        return {};
    }
}

} // namespace soban::shop_app
