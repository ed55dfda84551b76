// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Instant.h"
#include "domain/Shop.h"

#include <chrono>

namespace soban {

/// What the way from the shop to the door usually takes, as long as no rider is known; nothing for
/// what is collected.
std::chrono::minutes usualWay(Fulfilment how);

/// When a shop has to be ready with what is wanted at `wantedAt`.
Instant readyBy(Instant wantedAt, Fulfilment how);

} // namespace soban
