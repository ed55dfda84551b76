// SPDX-License-Identifier: GPL-3.0-or-later
#include "client-shop/TicketMark.h"

#include "client-shop/BoardColumn.h"
#include "ui/Tokens.h"

namespace soban::shop_app {

namespace {

/// It has been changed again since it was told last.
bool isChangedAnew(const contract::TicketView &before, const contract::TicketView &after) {
    return after.beforeChange && (!before.beforeChange ||
                                  before.beforeChange->changedAt != after.beforeChange->changedAt);
}

/// What the mark says is not so any more: it was accepted as it is at another window, or somebody
/// comes for it.
bool isSettled(const TicketMark &mark, const contract::TicketView &ticket) {
    if (mark.kind == TicketMark::Kind::NoRider)
        return !ticket.riderSearch || !ticket.riderSearch->isInVain;
    return mark.kind == TicketMark::Kind::Changed && !ticket.beforeChange;
}

/// Nobody comes for it, and nobody else is asked.
bool lacksRider(const contract::TicketView &ticket) {
    return ticket.riderSearch && ticket.riderSearch->isInVain;
}

} // namespace

bool TicketMark::isNoteChanged(const contract::TicketView &ticket) const {
    return kind == Kind::Changed && note != ticket.note;
}

bool TicketMark::isAddressChanged(const contract::TicketView &ticket) const {
    return kind == Kind::Changed && address != ticket.address;
}

bool TicketMark::isFlashing(Instant now) const {
    const qint64 flash = (now - at).count() / ui::motion::kFlashMs;
    return flash == 0 || flash == 2;
}

std::optional<TicketMark> markOf(const contract::TicketView &before,
                                 const contract::TicketView &after,
                                 const std::optional<TicketMark> &earlier, Instant now) {
    const bool wasOnBoard = laneOf(before.state) && !lifecycle::isOver(before.state);
    const auto mark = [&](TicketMark::Kind kind) {
        TicketMark made{kind, before.state, before.lines, before.note, before.address, now};
        if (earlier) {
            made.lines = earlier->lines;
            made.note = earlier->note;
            made.address = earlier->address;
        }
        return made;
    };
    const bool isOwnDoing = after.ending && after.ending->by == Role::Shop;
    if (wasOnBoard && after.state == OrderState::Cancelled && !isOwnDoing)
        return mark(TicketMark::Kind::Cancelled);
    if (wasOnBoard && after.state == OrderState::Expired)
        return mark(TicketMark::Kind::Expired);
    if (wasOnBoard && isChangedAnew(before, after))
        return mark(TicketMark::Kind::Changed);
    if (lacksRider(after) && !lacksRider(before))
        return mark(TicketMark::Kind::NoRider);
    return earlier && isSettled(*earlier, after) ? std::nullopt : earlier;
}

std::optional<TicketMark> markOf(const contract::TicketView &ticket, Instant now) {
    constexpr OrderStates kUnderWay{OrderState::Placed, OrderState::Accepted,
                                    OrderState::Preparing};
    if (lacksRider(ticket))
        return TicketMark{TicketMark::Kind::NoRider,
                          ticket.state,
                          ticket.lines,
                          ticket.note,
                          ticket.address,
                          now};
    if (!ticket.beforeChange || !kUnderWay.contains(ticket.state))
        return std::nullopt;
    const BeforeChange &before = *ticket.beforeChange;
    return TicketMark{
        TicketMark::Kind::Changed, ticket.state, before.lines, before.note, before.address, now};
}

QList<LineChange> markedLines(const contract::TicketView &ticket, const TicketMark *mark) {
    const bool isChanged = mark && mark->kind == TicketMark::Kind::Changed;
    return lineChanges(isChanged ? mark->lines : ticket.lines, ticket.lines);
}

} // namespace soban::shop_app
