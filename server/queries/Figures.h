// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/Figures.h"

#include <QTimeZone>

namespace soban {

/// Some days of a calendar, both ends included.
struct DaySpan {
    static constexpr int kMostDays = 92;

    QDate from;
    QDate to;

    bool contains(QDate day) const { return from <= day && day <= to; }
    /// The first moment of the span, and the first after it.
    Instant begin(const QTimeZone &zone) const;
    Instant end(const QTimeZone &zone) const;
};

/// An order as figures and exports see it: nothing of its customer.
struct OrderFact {
    int number;
    Instant placedAt;
    std::optional<Instant> wantedAt;
    Instant countedAt; ///< the moment of its day and hour: see `countedAt`
    OrderState state;
    Fulfilment fulfilment;
    PaymentMethod paymentMethod;
    QList<OrderLine> lines;
    Money items;
    Money deliveryFee;
    Money total;
    std::optional<Instant> acceptedAt;
    std::optional<Instant> readyAt;
    std::optional<int> preparationMinutes = {}; ///< promised when it was accepted
};

/// A delivery that a rider made.
struct RideFact {
    Instant deliveredAt;
    Money pay;
    QByteArray timeZone; ///< the shop's
};

class FigureQueries {
public:
    virtual ~FigureQueries() = default;
    /// Orders of the shop that count from `begin` on and before `end`, in that order.
    virtual QList<OrderFact> ordersOf(ShopId shop, Instant begin, Instant end) const = 0;
    /// Deliveries that the rider handed over in that time, oldest first.
    virtual QList<RideFact> ridesOf(AccountId rider, Instant begin, Instant end) const = 0;
};

contract::ShopFigures figuresOf(const QList<OrderFact> &orders, const DaySpan &span,
                                const QTimeZone &zone, Currency currency);
contract::EarningsView earningsOf(const QList<RideFact> &rides, const DaySpan &span);

/// The orders as a table by RFC 4180, in UTF-8 with a byte order mark, as spreadsheets want it. No
/// cell is taken for a formula.
QByteArray csvOf(const QList<OrderFact> &orders, const QTimeZone &zone);

} // namespace soban
