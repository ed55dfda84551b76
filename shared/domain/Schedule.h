// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Instant.h"
#include "domain/Shop.h"

#include <chrono>
#include <optional>

namespace soban {

/// What a shop needs for an order as it is now: its usual preparation, and while it is busy what
/// comes on top. Promised to customers, and offered to the shop when it accepts.
std::chrono::minutes preparationNow(int preparationMinutes, std::optional<int> extraMinutes);

/// What the way from the shop to the door usually takes, as long as no rider is known; nothing for
/// what is collected.
std::chrono::minutes usualWay(Fulfilment how);

/// In how long an order comes, from when it is accepted: told before it is placed, and kept to
/// afterwards.
struct Promise {
    std::chrono::minutes soonest; ///< in steps of five minutes
    std::chrono::minutes latest;
};
Promise promiseOf(std::chrono::minutes preparation, Fulfilment how);

/// From when something is expected until it is late.
inline constexpr std::chrono::minutes kPromiseSpan{10};

/// When a shop has to be ready with what is wanted at `wantedAt`.
Instant readyBy(Instant wantedAt, Fulfilment how);

} // namespace soban
