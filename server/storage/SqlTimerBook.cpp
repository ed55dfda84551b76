// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/SqlTimerBook.h"

#include "storage/LastOfEach.h"

namespace soban::storage {

SqlTimerBook::SqlTimerBook(Database &database) : m_database(database) {
    m_database.join(*this);
}

SqlTimerBook::~SqlTimerBook() {
    m_database.leave(*this);
}

const SqlTimerBook::Waiting *SqlTimerBook::waiting(TimerKind kind, OrderId order) const {
    return lastWhere(m_new,
                     [&](const Waiting &one) { return one.kind == kind && one.order == order; });
}

void SqlTimerBook::set(TimerKind kind, OrderId order, Instant dueAt) {
    m_new.append({kind, order, dueAt});
}

void SqlTimerBook::drop(TimerKind kind, OrderId order) {
    if (waiting(kind, order))
        m_new.append({kind, order, {}});
    m_database.execute("DELETE FROM timers WHERE order_id = ? AND kind = ?", order, kind);
}

std::optional<Instant> SqlTimerBook::dueAt(TimerKind kind, OrderId order) const {
    if (const Waiting *one = waiting(kind, order))
        return one->dueAt;
    Rows row =
        m_database.query("SELECT due_at FROM timers WHERE order_id = ? AND kind = ?", order, kind);
    return row.next() ? std::optional(row.instant(0)) : std::nullopt;
}

void SqlTimerBook::write() {
    QVariantList values;
    const auto subjectOf = [](const Waiting &one) { return std::pair(one.order, int(one.kind)); };
    for (const auto &[kind, order, dueAt] : lastOfEach(m_new, subjectOf)) {
        if (dueAt)
            values << toSql(kind) << toSql(order) << toSql(*dueAt);
    }
    m_new.clear();
    m_database.insertRows("INSERT INTO timers (kind, order_id, due_at)", 3, values,
                          "ON CONFLICT (order_id, kind) DO UPDATE SET due_at = excluded.due_at");
}

QList<Timer> SqlTimerBook::due(Instant now, int limit) const {
    Rows rows = m_database.query("SELECT kind, order_id, due_at FROM timers WHERE due_at <= ? "
                                 "ORDER BY due_at, order_id, kind LIMIT ?",
                                 now, limit);
    QList<Timer> timers;
    while (rows.next()) {
        timers.append({rows.word<TimerKind>(0), rows.id<OrderId>(1), rows.instant(2)});
    }
    return timers;
}

std::optional<Instant> SqlTimerBook::nextDue() const {
    Rows row = m_database.query("SELECT MIN(due_at) FROM timers");
    row.next();
    return row.maybeInstant(0);
}

bool SqlTimerBook::strike(const Timer &timer) {
    return m_database.execute("DELETE FROM timers WHERE order_id = ? AND kind = ? AND due_at = ?",
                              timer.order, timer.kind, timer.dueAt) == 1;
}

} // namespace soban::storage
