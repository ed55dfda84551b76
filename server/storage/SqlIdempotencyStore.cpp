// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/SqlIdempotencyStore.h"

#include "storage/LastOfEach.h"

#include <utility>

namespace soban::storage {

SqlIdempotencyStore::SqlIdempotencyStore(Database &database) : m_database(database) {
    m_database.join(*this);
}

SqlIdempotencyStore::~SqlIdempotencyStore() {
    m_database.leave(*this);
}

std::optional<KeptAnswer> SqlIdempotencyStore::find(const CommandKey &key) const {
    if (const auto *kept = lastWhere(m_waiting, [&](const Waiting &one) { return one.key == key; }))
        return kept->answer;
    Rows row = m_database.query("SELECT body_hash, status, answer, order_id FROM idempotency "
                                "WHERE account_id = ? AND route = ? AND key = ?",
                                key.account, key.route, key.key);
    if (!row.next())
        return std::nullopt;
    return KeptAnswer{row.utf8(0), row.number(1), row.utf8(2), row.maybeId<OrderId>(3)};
}

void SqlIdempotencyStore::keep(const CommandKey &key, const KeptAnswer &answer, Instant now) {
    if (lastWhere(m_waiting, [&](const Waiting &one) { return one.key == key; })) {
        throw StorageError(StorageError::Kind::Constraint,
                           QStringLiteral("a second answer under the key ") + key.key);
    }
    m_waiting.append({key, answer, now});
}

void SqlIdempotencyStore::complete(OrderId order, int status, const QByteArray &answer) {
    const auto *kept =
        lastWhere(m_waiting, [order](const Waiting &one) { return one.answer.awaits == order; });
    if (!kept) {
        m_database.execute("UPDATE idempotency SET status = ?, answer = ? "
                           "WHERE order_id = ? AND status = 0",
                           status, Document{answer}, order);
    } else if (kept->answer.status == 0) {
        // Beside it, not over it: a savepoint may yet be undone.
        m_waiting.append({kept->key, {kept->answer.bodyHash, status, answer, order}, kept->keptAt});
    }
}

void SqlIdempotencyStore::write() {
    QVariantList values;
    const QList<Waiting> waiting = std::exchange(m_waiting, {});
    for (const Waiting &kept : lastOfEach(waiting, [](const Waiting &one) { return one.key; })) {
        const auto &[bodyHash, status, answer, awaits] = kept.answer;
        values << toSql(kept.key.account) << toSql(kept.key.route) << toSql(kept.key.key)
               << toSql(bodyHash) << toSql(status) << toSql(Document{answer}) << toSql(awaits)
               << toSql(kept.keptAt);
    }
    m_database.insertRows("INSERT INTO idempotency (account_id, route, key, body_hash, status, "
                          "answer, order_id, created_at)",
                          8, values);
}

int SqlIdempotencyStore::forgetBefore(Instant moment, int limit) {
    // The oldest stand first. Of those that are still running there are few to be passed over.
    return m_database.execute("DELETE FROM idempotency WHERE created_at < ? AND number IN "
                              "(SELECT number FROM idempotency WHERE status <> 0 "
                              "ORDER BY number LIMIT ?)",
                              moment, limit);
}

} // namespace soban::storage
