// SPDX-License-Identifier: GPL-3.0-or-later
// What came of some days: for riders their pay, for shops their takings.
#pragma once

#include "domain/Order.h"

#include <QDate>

namespace soban::contract {

struct EarningsDay {
    QDate day; ///< by the calendar where the delivery was
    int deliveries;
    Money pay;
};

struct EarningsView {
    QDate from;
    QDate to;                ///< the last day, included
    QList<EarningsDay> days; ///< those with deliveries, oldest first
};

struct DayFigures {
    QDate day;
    int orders;
    Money takings;
};

struct HourFigures {
    int hour; ///< 0 to 23, by the shop's clock
    int orders;
    Money takings;
};

struct ItemFigures {
    MenuItemId itemId;
    LocalizedText name; ///< as it was ordered last
    int quantity;
    Money takings;
};

/// A shop's orders by the day on which they were placed. Takings are what those came to that the
/// shop has accepted and that were not refused, cancelled or returned since, with the fee for
/// delivery.
struct ShopFigures {
    QDate from;
    QDate to;    ///< the last day, included
    int orders;  ///< all that were placed
    int waiting; ///< for the shop's answer: nothing that it has taken yet
    int refused;
    int expired;
    int cancelled;
    int returned;
    Money takings;
    Money items;        ///< of the takings: the goods
    Money deliveryFees; ///< of the takings: the rest of them
    Money paidByCard;   ///< of the takings: the rest is paid at the hand-over
    Money lost;         ///< what those orders came to that brought nothing
    std::optional<int> meanPreparationSeconds; ///< from accepted to ready
    std::optional<int> meanPromisedSeconds;    ///< of the same orders: what accepting promised
    QList<DayFigures> days;                    ///< those with takings, oldest first
    QList<HourFigures> hours;                  ///< those with takings, earliest first
    QList<ItemFigures> bestItems;              ///< most sold first, at most ten
};

} // namespace soban::contract
