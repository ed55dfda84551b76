// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/SqlIdempotencyStore.h"

namespace soban::storage {

std::optional<KeptAnswer> SqlIdempotencyStore::find(const CommandKey &key) const {
    Rows row = m_database.query("SELECT body_hash, status, answer, order_id FROM idempotency "
                                "WHERE account_id = ? AND route = ? AND key = ?",
                                key.account, key.route, key.key);
    if (!row.next())
        return std::nullopt;
    return KeptAnswer{row.utf8(0), row.number(1), row.utf8(2), row.maybeId<OrderId>(3)};
}

void SqlIdempotencyStore::keep(const CommandKey &key, const KeptAnswer &answer, Instant now) {
    m_database.execute(
        "INSERT INTO idempotency (account_id, route, key, body_hash, status, answer, "
        "order_id, created_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        key.account, key.route, key.key, answer.bodyHash, answer.status, answer.answer,
        answer.awaits, now);
}

void SqlIdempotencyStore::complete(OrderId order, int status, const QByteArray &answer) {
    m_database.execute(
        "UPDATE idempotency SET status = ?, answer = ? WHERE order_id = ? AND status = 0", status,
        answer, order);
}

int SqlIdempotencyStore::forgetBefore(Instant moment, int limit) {
    return m_database.execute("DELETE FROM idempotency WHERE (account_id, route, key) IN "
                              "(SELECT account_id, route, key FROM idempotency "
                              "WHERE created_at < ? AND status <> 0 ORDER BY created_at LIMIT ?)",
                              moment, limit);
}

} // namespace soban::storage
