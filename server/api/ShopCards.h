// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/Call.h"
#include "contract/Catalogue.h"
#include "domain/Shop.h"

namespace soban::api {

/// A shop as lists show it.
contract::ShopCard cardOf(const Shop &shop, double distanceMeters, Instant now);

/// The place that a query asks near to; refuses the call when it names none.
std::optional<GeoPoint> nearOf(const Call &call);

} // namespace soban::api
