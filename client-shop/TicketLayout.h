// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client-shop/BoardColumn.h"
#include "client-shop/TicketWords.h"

#include <QRect>

namespace soban::shop_app {

/// What can be pressed on a ticket. Open: its number, and all of one that is out.
enum class TicketPart { Less, Step, More, Refuse, Print, Acknowledge, Open };

/// Where everything of a ticket stands on its card: what is painted, what is hit, how high it is.
struct TicketLayout {
    struct Line {
        LineChange what;
        QRect whole;                   ///< with room for a mark
        QRect quantity, name, options; ///< without options that box is empty
        QRect change;                  ///< empty if it is as it was
    };
    struct Pressable {
        TicketPart part;
        QRect box;
    };

    Lane lane;     ///< in which the ticket stands
    QRect heading; ///< above the card: of the group that begins with it; empty otherwise
    QRect card;
    QRect band; ///< what a mark says; empty without one
    QRect bell; ///< the band of a ticket that rings; empty otherwise
    QRect number, age;
    QRect waiting; ///< that it is accepted and nobody has begun; empty otherwise
    QRect wanted;  ///< for when; empty if as soon as possible
    QRect code;    ///< empty where no rider comes for it
    QList<Line> lines;
    QRect door;    ///< empty if the shop does not bring it
    QRect remarks; ///< empty if there are none
    QRect outcome; ///< of one that is out: beside the sum, or above it where it is narrow
    QRect foot;
    QRect opens; ///< the sign that a press opens it
    QList<Pressable> buttons;

    /// What of a ticket takes room on the board.
    struct Content {
        const contract::TicketView &ticket;
        const TicketMark *mark = nullptr;
        const Here &here;
        bool isFirstLater = false; ///< begins the group of those for later
    };
    /// In a row at `origin`, so wide.
    static TicketLayout of(const ui::Look &look, const Content &content, QPoint origin, int width);
    /// From the top of the row to the card's end.
    int height() const { return card.bottom() + 1 - (heading.isEmpty() ? card : heading).top(); }
    /// Cards stand so far apart; belongs to a row's height.
    static constexpr int kBetween = 10;

    std::optional<TicketPart> partAt(QPoint point) const;
    /// What Enter presses; null if there is nothing to be done.
    const Pressable *mainButton() const;
};

} // namespace soban::shop_app
