// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/SqlFigureQueries.h"

#include "storage/StoredValues.h"

namespace soban::storage {

QList<OrderFact> SqlFigureQueries::ordersOf(ShopId shop, Instant begin, Instant end) const {
    // What `countedAt` says, in the words of the index.
    Rows rows = m_database.query(
        "SELECT number, placed_at, state, fulfilment, payment_method, lines, currency, items, "
        "delivery_fee, total, accepted_at, ready_at, preparation_minutes, wanted_at, counted_at "
        "FROM (SELECT *, CASE WHEN wanted_at IS NULL THEN placed_at ELSE "
        "COALESCE(picked_up_at, completed_at, wanted_at) END AS counted_at FROM orders "
        "WHERE placed_at IS NOT NULL) AS counted "
        "WHERE shop_id = ? AND counted_at >= ? AND counted_at < ? ORDER BY counted_at, id",
        shop, begin, end);
    QList<OrderFact> orders;
    while (rows.next()) {
        const Currency currency = rows.currency(6);
        orders.append({rows.number(0), rows.instant(1), rows.maybeInstant(13), rows.instant(14),
                       rows.word<OrderState>(2), rows.word<Fulfilment>(3),
                       rows.word<PaymentMethod>(4), linesFromText(rows.utf8(5)),
                       rows.money(7, currency), rows.money(8, currency), rows.money(9, currency),
                       rows.maybeInstant(10), rows.maybeInstant(11),
                       rows.isNull(12) ? std::nullopt : std::optional(rows.number(12))});
    }
    return orders;
}

QList<RideFact> SqlFigureQueries::ridesOf(AccountId rider, Instant begin, Instant end) const {
    // Who brought something back, or had it called off, is paid all the same.
    Rows rows =
        m_database.query("SELECT r.at, d.pay, r.currency, s.time_zone FROM ("
                         "SELECT id, shop_id, currency, delivered_at AS at FROM orders "
                         "WHERE rider_id = ? AND delivered_at >= ? AND delivered_at < ? UNION ALL "
                         "SELECT id, shop_id, currency, ended_at FROM orders "
                         "WHERE rider_id = ? AND ended_at >= ? AND ended_at < ?) r "
                         "JOIN deliveries d ON d.order_id = r.id JOIN shops s ON s.id = r.shop_id "
                         "ORDER BY r.at, r.id",
                         rider, begin, end, rider, begin, end);
    QList<RideFact> rides;
    while (rows.next())
        rides.append({rows.instant(0), rows.money(1, rows.currency(2)), rows.utf8(3)});
    return rides;
}

} // namespace soban::storage
