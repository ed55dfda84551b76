// SPDX-License-Identifier: GPL-3.0-or-later
#include "client-customer/GreetingCard.h"

#include <algorithm>

namespace soban::customer {

namespace {

/// "No card", "without", "없이".
bool isNone(const LocalizedText &name) {
    return name.ko.contains(QStringLiteral("없")) ||
           name.en.startsWith(QStringLiteral("no "), Qt::CaseInsensitive) ||
           name.en.startsWith(QStringLiteral("without"), Qt::CaseInsensitive) ||
           name.en.compare(QStringLiteral("none"), Qt::CaseInsensitive) == 0;
}

GreetingCard chosenCard(const OptionGroup &group, const LineChoice &line) {
    const auto chosen =
        std::find_if(group.options.cbegin(), group.options.cend(), [&](const auto &option) {
            return line.options.contains(option.id) && !isNone(option.name);
        });
    if (chosen == group.options.cend())
        return GreetingCard::Without;
    return chosen->price.isZero() ? GreetingCard::With : GreetingCard::Paid;
}

const contract::MenuItemView *itemOf(const contract::ShopView &shop, MenuItemId id) {
    for (const contract::MenuSectionView &section : shop.sections) {
        for (const contract::MenuItemView &item : section.items) {
            if (item.id == id)
                return &item;
        }
    }
    return nullptr;
}

} // namespace

bool offersGreetingCard(const OptionGroup &group) {
    return group.name.ko.contains(QStringLiteral("카드")) ||
           group.name.en.contains(QStringLiteral("card"), Qt::CaseInsensitive);
}

GreetingCard greetingCardOf(const contract::ShopView &shop, const QList<LineChoice> &lines) {
    auto found = GreetingCard::Unknown;
    for (const LineChoice &line : lines) {
        const contract::MenuItemView *item = itemOf(shop, line.item);
        if (!item)
            continue;
        for (const OptionGroup &group : item->optionGroups) {
            if (offersGreetingCard(group))
                found = std::max(found, chosenCard(group, line));
        }
    }
    return found;
}

} // namespace soban::customer
