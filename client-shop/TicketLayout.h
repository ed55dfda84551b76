// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client-shop/BoardColumn.h"
#include "client-shop/TicketWords.h"

#include <QRect>

namespace soban::shop_app {

/// What can be pressed on a ticket.
enum class TicketPart { Less, Step, More, Print, Acknowledge };

/// Where everything of a ticket stands on its card: what is painted, what is hit, how high it is.
struct TicketLayout {
    struct Line {
        MarkedLine what;
        QRect whole;                   ///< with room for a mark
        QRect quantity, name, options; ///< without options that box is empty
        QRect change;                  ///< empty if it is as it was
    };
    struct Pressable {
        TicketPart part;
        QRect box;
    };

    Lane lane; ///< in which the ticket stands
    QRect card;
    QRect band; ///< what a mark says; empty without one
    QRect bell; ///< the band of a ticket that rings; empty otherwise
    QRect number, age;
    QRect code; ///< empty where no rider comes for it
    QList<Line> lines;
    QRect remarks; ///< empty if there are none
    QRect foot;
    QList<Pressable> buttons;

    /// On a card at `origin`, so wide.
    static TicketLayout of(const ui::Look &look, const contract::TicketView &ticket,
                           const TicketMark *mark, QPoint origin, int width);
    /// Cards stand so far apart; belongs to a row's height.
    static constexpr int kBetween = 10;

    std::optional<TicketPart> partAt(QPoint point) const;
};

} // namespace soban::shop_app
