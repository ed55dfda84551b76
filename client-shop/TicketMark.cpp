// SPDX-License-Identifier: GPL-3.0-or-later
#include "client-shop/TicketMark.h"

#include "client-shop/BoardColumn.h"
#include "ui/Tokens.h"

#include <algorithm>

namespace soban::shop_app {

namespace {

/// The same dish made the same way, however many of it.
bool isSameDish(const OrderLine &one, const OrderLine &other) {
    const auto isSameOption = [](const PricedOption &a, const PricedOption &b) {
        return a.id == b.id;
    };
    return one.item == other.item &&
           std::equal(one.options.cbegin(), one.options.cend(), other.options.cbegin(),
                      other.options.cend(), isSameOption);
}

const OrderLine *findDish(const QList<OrderLine> &lines, const OrderLine &wanted) {
    const auto found = std::find_if(lines.cbegin(), lines.cend(), [&](const OrderLine &line) {
        return isSameDish(line, wanted);
    });
    return found == lines.cend() ? nullptr : &*found;
}

} // namespace

bool TicketMark::isFlashing(Instant now) const {
    const qint64 flash = (now - at).count() / ui::motion::kFlashMs;
    return flash == 0 || flash == 2;
}

std::optional<TicketMark> markOf(const contract::TicketView &before,
                                 const contract::TicketView &after,
                                 const std::optional<TicketMark> &earlier, Instant now) {
    const bool wasOnBoard = laneOf(before.state) && !lifecycle::isOver(before.state);
    const QList<OrderLine> &seen = earlier ? earlier->lines : before.lines;
    const Money total = earlier ? earlier->total : before.total;
    const bool isOwnDoing = after.ending && after.ending->by == Role::Shop;
    if (wasOnBoard && after.state == OrderState::Cancelled && !isOwnDoing)
        return TicketMark{TicketMark::Kind::Cancelled, before.state, seen, total, now};
    if (wasOnBoard && after.state == OrderState::Expired)
        return TicketMark{TicketMark::Kind::Expired, before.state, seen, total, now};
    if (wasOnBoard && before.lines != after.lines)
        return TicketMark{TicketMark::Kind::Changed, before.state, seen, total, now};
    return earlier;
}

QList<MarkedLine> markedLines(const contract::TicketView &ticket, const TicketMark *mark) {
    const bool isChanged = mark && mark->kind == TicketMark::Kind::Changed;
    QList<MarkedLine> lines;
    for (const OrderLine &line : ticket.lines) {
        const OrderLine *before = isChanged ? findDish(mark->lines, line) : &line;
        if (!before)
            lines.append({line, MarkedLine::Fate::Added});
        else if (before->quantity != line.quantity)
            lines.append({line, MarkedLine::Fate::Counted, before->quantity});
        else
            lines.append({line});
    }
    if (!isChanged)
        return lines;
    for (const OrderLine &line : mark->lines) {
        if (!findDish(ticket.lines, line))
            lines.append({line, MarkedLine::Fate::Removed});
    }
    return lines;
}

} // namespace soban::shop_app
