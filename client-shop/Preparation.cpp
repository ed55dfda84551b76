// SPDX-License-Identifier: GPL-3.0-or-later
#include "client-shop/Preparation.h"

#include "domain/Schedule.h"

#include <algorithm>

namespace soban::shop_app {

std::optional<Preparation> Preparation::of(const contract::TicketView &ticket) {
    if (!ticket.times.accepted)
        return std::nullopt;
    const std::chrono::minutes span(ticket.preparationMinutes.value_or(0));
    Preparation made{*ticket.times.accepted, *ticket.times.accepted + span};
    if (!ticket.wantedAt)
        return made;
    made.due = std::max(made.due, readyBy(*ticket.wantedAt, ticket.fulfilment));
    made.begin = made.due - span;
    if (ticket.times.started)
        made.begin = std::min(made.begin, *ticket.times.started);
    return made;
}

bool isForLater(const contract::TicketView &ticket, Instant now) {
    if (ticket.state != OrderState::Accepted || !ticket.wantedAt)
        return false;
    const auto preparation = Preparation::of(ticket);
    return preparation && preparation->begin > now;
}

} // namespace soban::shop_app
