// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>

namespace soban::storage {

/// What a transaction holds in memory until its end: rows that are cheaper to write many at a time,
/// or knowledge that is good for as long as nobody else can write. It follows the savepoints of its
/// Database, which it has joined; on the Database's thread.
class Backlog {
public:
    virtual ~Backlog() = default;
    /// How much is held; to come back to with `rollBackTo`.
    virtual qsizetype mark() const = 0;
    /// Forgets what came after the mark; 0 forgets all.
    virtual void rollBackTo(qsizetype mark) = 0;
    /// Called once before the transaction is committed: the last moment to write. Throws
    /// StorageError.
    virtual void write() = 0;
};

/// Forgets the rows that came after the first `mark`.
template <typename Row>
void rollBack(QList<Row> &rows, qsizetype mark) {
    rows.erase(rows.cbegin() + mark, rows.cend());
}

} // namespace soban::storage
