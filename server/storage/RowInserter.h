// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QVariant>

#include <span>

namespace soban::storage {

/// What is inserted. Two of the same literals are one and the same: by their addresses they name a
/// statement that is prepared once.
struct Insertion {
    const char *head;      ///< up to the VALUES: `INSERT INTO table (column, …)`
    int columns;           ///< of each row
    const char *tail = ""; ///< what stands after the VALUES

    /// The statement for so many rows, with a placeholder for each value.
    QString statement(int rows) const;
    /// How many of so many rows go into the next statement: few sizes, so that few are prepared.
    static int chunkOf(qsizetype rows);
};

/// Inserts many rows past QtSql, on its connection. QtSql names each value of a statement anew and
/// looks it up, or spells it out for a server that reads it; with dozens of values to a row that
/// costs more than storing it.
class RowInserter {
public:
    virtual ~RowInserter() = default;

    /// `values` are those that `toSql` made, of the first row, of the second, and so on. Throws
    /// StorageError; what came before stays in the transaction.
    virtual void insert(const Insertion &what, std::span<const QVariant> values) = 0;
};

} // namespace soban::storage
