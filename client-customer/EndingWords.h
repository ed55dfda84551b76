// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/Ordering.h"
#include "ui/Timeline.h"

#include <QCoreApplication>

namespace soban::customer {

/// What is said of an order that ends without its goods: why, and what becomes of the money.
class EndingWords {
    Q_DECLARE_TR_FUNCTIONS(soban::customer::EndingWords)

public:
    /// What becomes of the money if the order is cancelled now.
    struct Cancelling {
        QString money;
        QString more;  ///< what else there is to know of it
        QString agree; ///< on the button
    };
    static Cancelling uponCancelling(const contract::OrderView &order);
    /// How much goes back of an order that has ended, or that the operator has settled.
    static Money refundOf(const contract::OrderView &order);
    /// Where the money of an order is that has ended.
    static QString moneyAfter(const contract::OrderView &order);
    /// What goes back of its price, as a step of the order's timeline, once that is certain.
    static std::optional<ui::TimelineStep> refundStep(const contract::OrderView &order);
    static QString whoCancelled(const contract::OrderView &order);
    /// Why it ended, as its ender says; empty where that says nothing new.
    static QString whyEnded(const contract::OrderView &order);
};

} // namespace soban::customer
