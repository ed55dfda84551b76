// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/ShopOffice.h"

namespace soban::testing {

/// The edit that leaves all as it is.
inline contract::ShopSettingsRequest editOf(const contract::ShopSettingsView &shop) {
    return {shop.description,
            shop.phone,
            shop.picture,
            shop.deliveryRadiusMeters,
            shop.deliveryFee.minor(),
            shop.minimumOrder.minor(),
            shop.preparationMinutes,
            shop.fulfilments,
            shop.hours,
            shop.holidays,
            shop.thanks};
}

} // namespace soban::testing
