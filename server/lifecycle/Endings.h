// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/Ordering.h"
#include "lifecycle/OrderLifecycle.h"

namespace soban {

/// How `request` would end an order. Refuses with invalid_value at `reason` if it is none of
/// `reasonsFor` the step, and missing_field at `words` if `Other` comes without any.
Result<Ending, contract::Problem> endingOf(const Order &order, Action action, Role role,
                                           const contract::EndRequest &request);

/// Takes a step that ends an order without its goods (refuse, cancel, expire, return) and keeps
/// with the order how it ended. Refuses what `OrderLifecycle::advance` refuses, then what
/// `endingOf` does.
OrderLifecycle::Outcome endOrder(OrderLifecycle &lifecycle, OrderId order, Action action,
                                 const Actor &actor, const Expectation &expected,
                                 const contract::EndRequest &request,
                                 std::optional<Instant> happenedAt = {});

} // namespace soban
