// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QVariant>

#include <functional>
#include <span>

namespace soban::storage {

/// Inserts many rows past QtSql, on its connection. QtSql names each value of a statement anew and
/// looks it up; with dozens of values to a row that costs more than storing it.
class RowInserter {
public:
    virtual ~RowInserter() = default;

    /// Inserts rows of as many values each as `sql` has placeholders. `name` names the statement,
    /// whose text is asked for once. Throws StorageError; what came before stays in the
    /// transaction.
    virtual void insert(const void *name, const std::function<QString()> &sql, int columns,
                        std::span<const QVariant> values) = 0;
};

} // namespace soban::storage
