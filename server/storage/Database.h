// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/Backlog.h"
#include "storage/Dialect.h"

#include <QSqlDatabase>
#include <QString>
#include <QVarLengthArray>

#include <array>
#include <functional>
#include <memory>
#include <vector>

namespace soban::storage {

/// The rows of a query, from first to last. Columns are counted from 0 and read by type; what does
/// not fit its type is a corrupt database and throws.
class Rows {
public:
    explicit Rows(std::unique_ptr<RowCursor> cursor) : m_cursor(std::move(cursor)) {}

    /// Throws when the next row cannot be read: half a list must not pass for a whole one.
    bool next() { return m_cursor->next(); }

    bool isNull(int column) const { return m_cursor->isNull(column); }
    qint64 integer(int column) const { return m_cursor->integer(column); }
    int number(int column) const { return int(integer(column)); }
    bool flag(int column) const { return integer(column) != 0; }
    double real(int column) const { return m_cursor->real(column); }
    QString text(int column) const { return m_cursor->text(column); }
    QByteArray utf8(int column) const { return m_cursor->bytes(column); }
    QByteArray bytes(int column) const { return m_cursor->bytes(column); }
    std::optional<QString> maybeText(int column) const {
        return isNull(column) ? std::nullopt : std::optional(text(column));
    }
    Instant instant(int column) const { return Instant::fromMs(integer(column)); }
    std::optional<Instant> maybeInstant(int column) const {
        return isNull(column) ? std::nullopt : std::optional(instant(column));
    }
    template <typename AnyId>
    AnyId id(int column) const {
        return sound(AnyId::fromNumber(integer(column)), column);
    }
    template <typename AnyId>
    std::optional<AnyId> maybeId(int column) const {
        return isNull(column) ? std::nullopt : std::optional(id<AnyId>(column));
    }
    template <TextualEnum E>
    E word(int column) const {
        return sound(enumFromText<E>(text(column)), column);
    }
    Money money(int column, Currency currency) const {
        return sound(Money::of(integer(column), currency), column);
    }
    Currency currency(int column) const { return sound(Currency::fromCode(text(column)), column); }

    template <typename V>
    static V sound(std::optional<V> value, int column) {
        if (!value)
            throwCorrupt(column);
        return *std::move(value);
    }

private:
    [[noreturn]] static void throwCorrupt(int column);

    std::unique_ptr<RowCursor> m_cursor;
};

/// A connection, with its prepared statements. Belongs to the thread that opened it. Whatever fails
/// throws StorageError.
class Database {
public:
    using Access = storage::Access;

    /// Opens a database; a SQLite file that is to be written is made where there is none.
    Database(const DatabaseAddress &address, Access access);
    ~Database();
    Q_DISABLE_COPY_MOVE(Database)

    const Dialect &dialect() const { return *m_dialect; }

    /// Runs a query. `sql` must be a literal: its address names the prepared statement.
    template <typename... Args>
    Rows query(const char *sql, const Args &...args) {
        return ask(sql, std::array<QVariant, sizeof...(Args)>{toSql(args)...});
    }
    /// Runs a statement and returns the number of rows it changed.
    template <typename... Args>
    int execute(const char *sql, const Args &...args) {
        return change(sql, std::array<QVariant, sizeof...(Args)>{toSql(args)...});
    }
    /// Inserts rows, many with one statement: `head` is the statement up to its VALUES, `tail` what
    /// stands after them; both literals. `values`: those of the first row, of the second, and so
    /// on.
    void insertRows(const char *head, int columns, const QVariantList &values,
                    const char *tail = "");
    /// Runs SQL that is not worth preparing.
    void executeOnce(const QString &sql);

    /// Begins a transaction that writes. One does at a time: this waits for its turn.
    void begin();
    /// Has each backlog write what it holds, and commits.
    void commit();
    void rollBack();
    /// Between transactions: does what the engine has put off.
    void tidyUp();

    /// Opens a savepoint within the transaction, inside those that are open; its name. It costs
    /// nothing while nothing is changed.
    int openSavepoint();
    /// Keeps what was changed since the savepoint, the innermost one, and closes it.
    void keepChanges(int savepoint);
    /// Undoes what was changed since the savepoint, and closes it and those inside it.
    void undoChanges(int savepoint);

    /// From here on `backlog` goes along with the transactions, before those that join later. It
    /// leaves before it dies, unless the Database dies first.
    void join(Backlog &backlog) { m_backlogs.append(&backlog); }
    void leave(Backlog &backlog) { m_backlogs.removeOne(&backlog); }

    /// Names the transaction that was begun last, for `fateOf`; empty where the outcome of a commit
    /// is never in doubt.
    QString transaction() const { return m_transaction; }
    /// What has become of a transaction whose connection was lost; asked on a new one. Unknown,
    /// too, where the question fails.
    Fate fateOf(const QString &transaction);
    /// From here on, while the connection lives, `heard` is called in this thread's event loop with
    /// the words of each ring of the channel. Ends with `context`. Only where several servers may
    /// use one database.
    void listen(const QString &channel, QObject *context,
                const std::function<void(const QString &words)> &heard);
    /// Opens the connection anew after it was lost. No Rows may be left of the old one.
    void reopen();

private:
    /// A savepoint of which the database may know nothing yet.
    struct Savepoint {
        QVarLengthArray<qsizetype, 4> marks; ///< of the backlogs
        int known = -1; ///< the savepoint, this or one around it, that the database knows for it
    };

    void open();
    void close();
    /// Forgets what belongs to the transaction: its savepoints and what waits for its end.
    void forgetTransaction();
    /// Lets the database know of all savepoints before the first change.
    void realiseSavepoints();
    Rows ask(const char *sql, SqlValues values);
    int change(const char *sql, SqlValues values);
    StorageError errorOf(const QSqlError &error) const { return m_dialect->errorOf(error); }

    const std::unique_ptr<const Dialect> m_dialect;
    const Access m_access;
    QString m_connection;
    QSqlDatabase m_database;
    std::unique_ptr<Statements> m_statements;
    std::unique_ptr<Housekeeper> m_housekeeper; ///< where there is anything to do
    QList<Backlog *> m_backlogs;
    std::vector<Savepoint> m_savepoints; ///< the innermost last
    QString m_transaction;
};

} // namespace soban::storage
