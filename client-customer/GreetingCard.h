// SPDX-License-Identifier: GPL-3.0-or-later
// The card that comes with flowers. A menu does not mark it: its words tell.
#pragma once

#include "contract/Catalogue.h"
#include "domain/Pricing.h"

namespace soban::customer {

/// Whether a group of options is about a card to write on.
bool offersGreetingCard(const OptionGroup &group);

enum class GreetingCard {
    Unknown, ///< nothing that is ordered speaks of one
    Without, ///< there could be one
    With,    ///< one that costs nothing
    Paid,
};
/// What the lines of an order say of it.
GreetingCard greetingCardOf(const contract::ShopView &shop, const QList<LineChoice> &lines);

} // namespace soban::customer
