// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "events/TimerBook.h"
#include "storage/Database.h"

namespace soban::storage {

/// Timers that are set wait for the end of the transaction, because each new order sets one; `due`
/// and `nextDue` know of them from then on.
class SqlTimerBook : public TimerBook, private Backlog {
public:
    explicit SqlTimerBook(Database &database);
    ~SqlTimerBook() override;
    Q_DISABLE_COPY_MOVE(SqlTimerBook)

    void set(TimerKind kind, OrderId order, Instant dueAt) override;
    void drop(TimerKind kind, OrderId order) override;
    QList<Timer> due(Instant now, int limit) const override;
    std::optional<Instant> nextDue() const override;
    bool strike(const Timer &timer) override;

    /// When a timer of an order is due, also one that was set within this transaction.
    std::optional<Instant> dueAt(TimerKind kind, OrderId order) const;

private:
    struct Waiting {
        TimerKind kind;
        OrderId order;
        std::optional<Instant> dueAt; ///< absent: dropped again
    };

    qsizetype mark() const override { return m_new.size(); }
    void rollBackTo(qsizetype mark) override { storage::rollBack(m_new, mark); }
    void write() override;
    const Waiting *waiting(TimerKind kind, OrderId order) const;

    Database &m_database;
    QList<Waiting> m_new; ///< of two about one timer the later one counts
};

} // namespace soban::storage
