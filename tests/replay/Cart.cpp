// SPDX-License-Identifier: GPL-3.0-or-later
#include "replay/Cart.h"

#include <algorithm>

namespace soban::replay {

namespace {

using contract::MenuItemView;

QList<OptionId> chooseOptions(const MenuItemView &item, client::Random &random) {
    QList<OptionId> chosen;
    for (const OptionGroup &group : item.optionGroups) {
        QList<OptionId> of;
        for (const MenuOption &option : group.options)
            of.append(option.id);
        std::shuffle(of.begin(), of.end(), random);
        const auto span = quint32(group.maximum - group.minimum + 1);
        chosen += of.first(group.minimum + int(random() % span));
    }
    return chosen;
}

} // namespace

QList<LineChoice> chooseCart(const contract::ShopView &shop, client::Random &random) {
    QList<const MenuItemView *> menu;
    for (const contract::MenuSectionView &section : shop.sections) {
        for (const MenuItemView &item : section.items) {
            if (!item.isSoldOut)
                menu.append(&item);
        }
    }
    std::shuffle(menu.begin(), menu.end(), random);
    menu = menu.first(std::min<qsizetype>(menu.size(), 1 + random() % 3));
    QList<LineChoice> cart;
    qint64 worth = 0;
    for (const MenuItemView *item : std::as_const(menu)) {
        cart.append({item->id, chooseOptions(*item, random), 1 + int(random() % 2)});
        worth += item->price.minor() * cart.last().quantity;
    }
    const qint64 least = shop.card.minimumOrder.minor();
    while (!cart.isEmpty() && worth < least && cart.first().quantity < kLargestQuantity) {
        ++cart.first().quantity;
        worth += menu.first()->price.minor();
    }
    return cart;
}

} // namespace soban::replay
