// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/SqlRefundStore.h"

namespace soban::storage {

void SqlRefundStore::insert(const Refund &refund) {
    m_database.execute("INSERT INTO refunds (id, payment_id, order_id, currency, amount, reason, "
                       "state, requested_at, settled_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                       refund.id, refund.payment, refund.order, refund.amount.currency().code(),
                       refund.amount, refund.reason, refund.state, refund.requestedAt,
                       refund.settledAt);
}

void SqlRefundStore::update(const Refund &refund) {
    m_database.execute("UPDATE refunds SET state = ?, settled_at = ? WHERE id = ?", refund.state,
                       refund.settledAt, refund.id);
}

std::optional<Refund> SqlRefundStore::find(RefundId refund) const {
    Rows row = m_database.query("SELECT payment_id, order_id, currency, amount, reason, state, "
                                "requested_at, settled_at FROM refunds WHERE id = ?",
                                refund);
    if (!row.next())
        return std::nullopt;
    return Refund{
        refund,      row.id<PaymentId>(0),     row.id<OrderId>(1), row.money(3, row.currency(2)),
        row.text(4), row.word<RefundState>(5), row.instant(6),     row.maybeInstant(7)};
}

qint64 SqlRefundStore::pendingOf(PaymentId payment) const {
    Rows row = m_database.query("SELECT COALESCE(SUM(amount), 0) FROM refunds "
                                "WHERE payment_id = ? AND state = 'pending'",
                                payment);
    row.next();
    return row.integer(0);
}

QList<payment::OpenRefund> SqlRefundStore::openRefunds(std::optional<RefundId> after,
                                                       int limit) const {
    Rows rows = m_database.query("SELECT r.id, p.provider_key, r.currency, r.amount, r.reason "
                                 "FROM refunds r JOIN payments p ON p.id = r.payment_id "
                                 "WHERE r.state = 'pending' AND r.id > ? ORDER BY r.id LIMIT ?",
                                 after ? after->number() : 0, limit);
    QList<payment::OpenRefund> refunds;
    while (rows.next()) {
        const auto id = rows.id<RefundId>(0);
        // One refund, one key: its own name.
        refunds.append(
            {id, {rows.text(1), rows.money(3, rows.currency(2)), rows.text(4), id.toText()}});
    }
    return refunds;
}

} // namespace soban::storage
