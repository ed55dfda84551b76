// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clock/Clock.h"
#include "contract/Town.h"
#include "events/IdSource.h"
#include "storage/Database.h"

namespace soban::testing {

/// A small town: a snack bar (riders or collection, kimchi stew in stock three times), a flower
/// shop (own delivery or collection, two bouquets, no word of thanks), two customers, and three
/// riders: near and far on duty, and near but idle.
contract::Town smallTown();

/// A Friday, 17:00 in the town: both shops are open.
inline constexpr Instant kTownTime = Instant::fromMs(1'800'000'000'000);

/// `meters` to the north of a place.
GeoPoint northOf(const GeoPoint &place, double meters);
GeoPoint townCentre();

/// Who and what is in the small town.
struct TownIds {
    AccountId mina; ///< a customer with a saved card
    AccountId jun;  ///< a customer without one
    AccountId nearRider;
    AccountId farRider;
    AccountId idleRider;
    AccountId snackOwner;
    AccountId flowerOwner;
    ShopId snackBar;
    ShopId flowerShop;
    MenuItemId kimbap; ///< 4000, a size must be chosen, up to two extras
    MenuItemId ramen;  ///< 5000
    MenuItemId stew;   ///< 9000, three in stock
    MenuItemId roses;  ///< 30000, two in stock
    OptionId regular;
    OptionId large; ///< 1000
    OptionId cheese;
    OptionId tuna;
    OptionId egg;
    CardId minasCard;
};

/// Brings the small town and Mina's card into a migrated database.
TownIds settle(storage::Database &database, IdSource &ids, const Clock &clock);

} // namespace soban::testing
