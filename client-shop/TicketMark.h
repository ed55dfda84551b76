// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/Ordering.h"
#include "domain/LineChanges.h"

namespace soban::shop_app {

/// Something about a ticket that the shop did not do, and has to have seen.
struct TicketMark {
    enum class Kind { Changed, Cancelled, Expired, NoRider };

    Kind kind;
    OrderState before;      ///< where the ticket stood
    QList<OrderLine> lines; ///< as the shop last saw them; so are the next two
    QString note;
    std::optional<Address> address;
    Instant at;

    /// There is nothing more to be done with the ticket.
    bool isOver() const { return kind == Kind::Cancelled || kind == Kind::Expired; }
    /// What is written to the shop is not what it was.
    bool isNoteChanged(const contract::TicketView &ticket) const;
    bool isAddressChanged(const contract::TicketView &ticket) const;
    /// Two flashes after it has happened.
    bool isFlashing(Instant now) const;
};

/// What became of a ticket between two tellings of it; `earlier` is what is still to be seen.
std::optional<TicketMark> markOf(const contract::TicketView &before,
                                 const contract::TicketView &after,
                                 const std::optional<TicketMark> &earlier, Instant now);

/// The same of a ticket that nobody here has seen before: by what the server knows of the shop.
std::optional<TicketMark> markOf(const contract::TicketView &ticket, Instant now);

/// The lines in their order; those that were taken off stand last. Without a change all are as they
/// were.
QList<LineChange> markedLines(const contract::TicketView &ticket, const TicketMark *mark);

} // namespace soban::shop_app
