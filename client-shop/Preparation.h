// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/Ordering.h"

namespace soban::shop_app {

/// The span in which a shop prepares an order.
struct Preparation {
    Instant begin;
    Instant due;

    /// Of an order that is accepted; nothing before. What is wanted at a moment is begun no sooner
    /// than needed, unless the shop has started it.
    static std::optional<Preparation> of(const contract::TicketView &ticket);
};

/// It is wanted for later: not even its preparation should have begun yet, whether or not it has.
bool isAheadOfTime(const contract::TicketView &ticket, Instant now);

/// The order is accepted, and it is not yet time to begin with it.
bool isForLater(const contract::TicketView &ticket, Instant now);

} // namespace soban::shop_app
