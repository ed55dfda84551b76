// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/Pricing.h"

#include <algorithm>

namespace soban {

namespace {

using LineResult = Result<OrderLine, PricingFault>;
using OptionsResult = Result<QList<PricedOption>, PricingFault>;

/// "Ribbon: Pink"; a name that says what it is of stands for itself.
QString joined(const QString &group, const QString &name) {
    const bool saysItself = group.isEmpty() || name.contains(group, Qt::CaseInsensitive);
    return saysItself ? name : group + QStringLiteral(": ") + name;
}

bool hasDuplicates(QList<OptionId> ids) {
    std::sort(ids.begin(), ids.end());
    return std::adjacent_find(ids.cbegin(), ids.cend()) != ids.cend();
}

OptionsResult chooseOptions(const MenuItem &item, const QList<OptionId> &wanted) {
    if (hasDuplicates(wanted))
        return PricingFault::RepeatedOption;
    QList<PricedOption> chosen;
    for (const OptionGroup &group : item.optionGroups) {
        const auto before = chosen.size();
        for (const MenuOption &option : group.options) {
            if (wanted.contains(option.id))
                chosen.append(PricedOption::of(group, option));
        }
        const auto count = chosen.size() - before;
        if (count < group.minimum)
            return PricingFault::TooFewOptions;
        if (count > group.maximum)
            return PricingFault::TooManyOptions;
    }
    if (chosen.size() != wanted.size())
        return PricingFault::UnknownOption;
    return chosen;
}

LineResult priceLine(const Menu &menu, const LineChoice &choice) {
    if (choice.quantity < 1 || choice.quantity > kLargestQuantity)
        return PricingFault::QuantityOutOfRange;
    const MenuItem *item = menu.find(choice.item);
    if (!item || item->isHidden)
        return PricingFault::UnknownItem;
    auto options = chooseOptions(*item, choice.options);
    if (!options)
        return options.error();

    std::optional<Money> unit = item->price;
    for (const PricedOption &option : *options)
        unit = unit ? unit->plus(option.price) : unit;
    const auto total = unit ? unit->times(choice.quantity) : std::nullopt;
    if (!total)
        return PricingFault::TooLarge;
    return OrderLine{item->id,        item->name, std::move(options).value(),
                     choice.quantity, *unit,      *total};
}

} // namespace

PricedOption PricedOption::of(const OptionGroup &group, const MenuOption &option) {
    const bool isOneOfSeveral = group.minimum == 1 && group.maximum == 1;
    return {option.id, option.name, option.price,
            isOneOfSeveral ? std::optional(group.name) : std::nullopt};
}

LocalizedText PricedOption::inFull() const {
    return group ? LocalizedText{joined(group->ko, name.ko), joined(group->en, name.en)} : name;
}

QHash<MenuItemId, int> quantitiesOf(const QList<OrderLine> &lines) {
    QHash<MenuItemId, int> quantities;
    for (const OrderLine &line : lines)
        quantities[line.item] += line.quantity;
    return quantities;
}

Result<PricedCart, PricingError> priceCart(const Shop &shop, const Menu &menu,
                                           const QList<LineChoice> &choices, Fulfilment how) {
    if (choices.isEmpty())
        return PricingError{PricingFault::NoLines};
    const Currency currency = shop.deliveryFee.currency();
    const Money zero = Money::zero(currency);
    PricedCart cart{{}, zero, how == Fulfilment::Collection ? zero : shop.deliveryFee, zero};

    std::optional<Money> items = zero;
    for (int i = 0; i < choices.size(); ++i) {
        auto line = priceLine(menu, choices[i]);
        if (!line)
            return PricingError{line.error(), i};
        items = items->plus(line->total);
        if (!items)
            return PricingError{PricingFault::TooLarge, i};
        cart.lines.append(std::move(line).value());
    }
    if (*items < shop.minimumOrder)
        return PricingError{PricingFault::BelowMinimum};
    const auto total = items->plus(cart.deliveryFee);
    if (!total)
        return PricingError{PricingFault::TooLarge};
    cart.items = *items;
    cart.total = *total;
    return cart;
}

} // namespace soban
