// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Menu.h"
#include "domain/Result.h"
#include "domain/Shop.h"

#include <QHash>

namespace soban {

/// What a cart says of one line: never a price.
struct LineChoice {
    MenuItemId item;
    QList<OptionId> options;
    int quantity;
};

struct PricedOption {
    OptionId id;
    LocalizedText name;
    Money price;
    /// Its group's name where one of several had to be chosen: "Pink" alone says little.
    std::optional<LocalizedText> group = {};
    bool operator==(const PricedOption &) const = default;

    /// An option that was chosen in its group.
    static PricedOption of(const OptionGroup &group, const MenuOption &option);
    /// As it is read without its group above it: "Ribbon: Pink", but "Handwritten card".
    LocalizedText inFull() const;
};

struct OrderLine {
    MenuItemId item;
    LocalizedText name;
    QList<PricedOption> options; ///< in the order of the menu, which is the order of the kitchen
    int quantity;
    Money unitPrice; ///< of one, options included
    Money total;
    bool operator==(const OrderLine &) const = default;
};

/// How many of each item.
QHash<MenuItemId, int> quantitiesOf(const QList<OrderLine> &lines);

struct PricedCart {
    QList<OrderLine> lines;
    Money items;
    Money deliveryFee;
    Money total;
};

enum class PricingFault {
    NoLines,
    UnknownItem,
    UnknownOption,
    RepeatedOption,
    TooFewOptions,
    TooManyOptions,
    QuantityOutOfRange,
    BelowMinimum,
    TooLarge,
};

/// Why a cart has no price, and where: `line` counts from 0, -1 for the cart as a whole.
struct PricingError {
    PricingFault fault;
    int line = -1;
};

constexpr int kLargestQuantity = 99;
constexpr int kMostLines = 50;

/// The price of a cart by the shop's menu: the only place where prices are made.
Result<PricedCart, PricingError> priceCart(const Shop &shop, const Menu &menu,
                                           const QList<LineChoice> &choices, Fulfilment how);

} // namespace soban
