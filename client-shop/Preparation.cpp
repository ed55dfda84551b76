// SPDX-License-Identifier: GPL-3.0-or-later
#include "client-shop/Preparation.h"

#include "domain/Schedule.h"

#include <algorithm>

namespace soban::shop_app {

namespace {

/// As it was planned, whenever it was begun.
std::optional<Preparation> planOf(const contract::TicketView &ticket) {
    if (!ticket.times.accepted)
        return std::nullopt;
    const std::chrono::minutes span(ticket.preparationMinutes.value_or(0));
    Preparation made{*ticket.times.accepted, *ticket.times.accepted + span};
    if (!ticket.wantedAt)
        return made;
    made.due = std::max(made.due, readyBy(*ticket.wantedAt, ticket.fulfilment));
    made.begin = made.due - span;
    return made;
}

} // namespace

std::optional<Preparation> Preparation::of(const contract::TicketView &ticket) {
    auto made = planOf(ticket);
    if (made && ticket.wantedAt && ticket.times.started)
        made->begin = std::min(made->begin, *ticket.times.started);
    return made;
}

bool isAheadOfTime(const contract::TicketView &ticket, Instant now) {
    if (!ticket.wantedAt)
        return false;
    const auto plan = planOf(ticket);
    return plan && plan->begin > now;
}

bool isForLater(const contract::TicketView &ticket, Instant now) {
    return ticket.state == OrderState::Accepted && isAheadOfTime(ticket, now);
}

} // namespace soban::shop_app
