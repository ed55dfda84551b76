// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client-shop/TicketWords.h"

#include <QRect>

namespace soban::shop_app {

/// What can be pressed on a ticket.
enum class TicketPart { Less, Step, More };

/// Where everything of a ticket stands on its card: what is painted, what is hit, how high it is.
struct TicketLayout {
    struct Line {
        QRect quantity, name, options; ///< without options that box is empty
    };
    struct Pressable {
        TicketPart part;
        QRect box;
    };

    QRect card;
    QRect bell; ///< the band of a ticket that rings; empty otherwise
    QRect number, age;
    QRect code; ///< empty where no rider comes for it
    QList<Line> lines;
    QRect remarks; ///< empty if there are none
    QRect foot;
    QList<Pressable> buttons;

    /// On a card at `origin`, so wide.
    static TicketLayout of(const ui::Look &look, const contract::TicketView &ticket, QPoint origin,
                           int width);
    /// Cards stand so far apart; belongs to a row's height.
    static constexpr int kBetween = 10;

    std::optional<TicketPart> partAt(QPoint point) const;
};

} // namespace soban::shop_app
