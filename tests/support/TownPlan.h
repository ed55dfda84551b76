// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/Town.h"

namespace soban::testing {

/// Where the customers of the test town live, and a place that no shop delivers to.
GeoPoint homeOfCustomers();
GeoPoint farAway();

/// The town that TestTown describes. Logins are `<role>@town.test`.
contract::Town testTownPlan();

} // namespace soban::testing
