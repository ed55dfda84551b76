// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/Ordering.h"
#include "lifecycle/OrderLifecycle.h"

namespace soban {

/// Takes a step that ends an order without its goods (refuse, cancel, expire, return) and keeps
/// with the order how it ended. Refuses what `OrderLifecycle::advance` refuses, then invalid_value
/// at `reason` if it is none of `reasonsFor` the step, and missing_field at `words` if `Other`
/// comes without any.
OrderLifecycle::Outcome endOrder(OrderLifecycle &lifecycle, OrderId order, Action action,
                                 const Actor &actor, const Expectation &expected,
                                 const contract::EndRequest &request,
                                 std::optional<Instant> happenedAt = {});

} // namespace soban
