// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/Backoff.h"
#include "contract/Town.h"

namespace soban::replay {

/// What a shop of the replay sells.
struct ShopCharacter {
    LocalizedText name; ///< of the kind of kitchen
    QList<contract::TownSection> sections;
    qint64 minimumOrderMinor;
};

/// One of a few believable kitchens with its menu; some of its items are counted and have
/// `countedStock` of each. The same random numbers give the same menu.
ShopCharacter makeCharacter(client::Random &random, int countedStock);

} // namespace soban::replay
