// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/Ordering.h"

namespace soban::shop_app {

/// Something about a ticket that the shop did not do, and has to have seen.
struct TicketMark {
    enum class Kind { Changed, Cancelled, Expired };

    Kind kind;
    OrderState before;      ///< where the ticket stood
    QList<OrderLine> lines; ///< as the shop last saw them
    Money total;
    Instant at;

    /// There is nothing more to be done with the ticket.
    bool isOver() const { return kind != Kind::Changed; }
    /// Two flashes after it has happened.
    bool isFlashing(Instant now) const;
};

/// What became of a ticket between two tellings of it; `earlier` is what is still to be seen.
std::optional<TicketMark> markOf(const contract::TicketView &before,
                                 const contract::TicketView &after,
                                 const std::optional<TicketMark> &earlier, Instant now);

/// A line of a ticket and what a change did to it.
struct MarkedLine {
    enum class Fate { Same, Added, Removed, Counted };

    OrderLine line;
    Fate fate = Fate::Same;
    int before = 0; ///< of a line that is counted anew: how many there were
};

/// The lines in their order; those that were taken off stand last. Without a change all are as they
/// were.
QList<MarkedLine> markedLines(const contract::TicketView &ticket, const TicketMark *mark);

} // namespace soban::shop_app
