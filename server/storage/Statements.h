// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/SqlValue.h"

#include <memory>

namespace soban::storage {

/// Names a statement by the addresses of the literals that it is made of.
struct StatementName {
    const char *text;
    const char *tail = nullptr;
    int rows = 1;

    bool operator==(const StatementName &) const = default;
    friend size_t qHash(const StatementName &name, size_t seed = 0) {
        return qHashMulti(seed, quintptr(name.text), quintptr(name.tail), name.rows);
    }
};

/// What is inserted. Texts are literals.
struct Insertion {
    const char *head;      ///< up to the VALUES: `INSERT INTO table (column, …)`
    int columns;           ///< of each row
    const char *tail = ""; ///< what stands after the VALUES

    /// The statement for so many rows, with a placeholder for each value.
    QString statement(int rows) const;
    StatementName name(int rows) const { return {head, tail, rows}; }
    /// How many of so many rows go into the next statement: few sizes, so that few are prepared.
    static int chunkOf(qsizetype rows);
};

/// The rows that a query is answered with, from first to last; columns count from 0. What is NULL
/// reads as 0 or as empty. Gone before the statements that it came from.
class RowCursor {
public:
    virtual ~RowCursor() = default;

    /// Whether there is a next row, which is read from then on.
    virtual bool next() = 0;
    virtual bool isNull(int column) const = 0;
    virtual qint64 integer(int column) const = 0;
    virtual double real(int column) const = 0;
    virtual QString text(int column) const = 0;
    /// Those of a Blob, or a text's in UTF-8.
    virtual QByteArray bytes(int column) const = 0;
};

/// Runs statements on one connection. Each text is a literal, whose address names what is prepared
/// once; each `?` in it stands for a value. Whatever fails throws StorageError.
class Statements {
public:
    virtual ~Statements() = default;

    virtual std::unique_ptr<RowCursor> query(const char *sql, SqlValues values) = 0;
    /// The number of rows that were changed.
    virtual int change(const char *sql, SqlValues values) = 0;
    /// `values`: those of the first row, of the second, and so on; what came before a fault stays
    /// in the transaction.
    virtual void insert(const Insertion &what, SqlValues values) = 0;
    /// BEGIN, COMMIT and savepoints.
    virtual void control(const char *sql) = 0;

    /// The last that is called before the connection is closed. No cursor is left by then.
    virtual void beforeClose() {}
};

} // namespace soban::storage
