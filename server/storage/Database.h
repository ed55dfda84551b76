// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/EnumText.h"
#include "domain/Id.h"
#include "domain/Instant.h"
#include "domain/Money.h"

#include <QHash>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QString>
#include <QVariant>

#include <memory>
#include <stdexcept>

namespace soban::storage {

/// A statement failed. Thrown within this room only; the writer and the readers turn it into a
/// value at the room's edge.
class StorageError : public std::runtime_error {
public:
    enum class Kind { Constraint, Other };

    StorageError(Kind kind, const QString &what)
        : std::runtime_error(what.toStdString()), m_kind(kind) {}
    Kind kind() const { return m_kind; }

private:
    Kind m_kind;
};

/// One SQL value on its way into a statement.
QVariant toSql(qint64 value);
inline QVariant toSql(int value) {
    return toSql(qint64(value));
}
inline QVariant toSql(bool value) {
    return toSql(qint64(value));
}
inline QVariant toSql(double value) {
    return QVariant(value);
}
inline QVariant toSql(const QString &value) {
    // A null QString would become NULL; an empty text is a text.
    return QVariant(value.isNull() ? QStringLiteral("") : value);
}
/// Bytes that are no text.
struct Blob {
    QByteArray bytes;
};
inline QVariant toSql(const Blob &blob) {
    return QVariant(blob.bytes);
}
inline QVariant toSql(const QByteArray &utf8) {
    return toSql(QString::fromUtf8(utf8));
}
inline QVariant toSql(Instant value) {
    return toSql(value.ms());
}
inline QVariant toSql(const Money &value) {
    return toSql(value.minor());
}
template <typename Kind>
QVariant toSql(Id<Kind> value) {
    return toSql(value.number());
}
template <TextualEnum E>
QVariant toSql(E value) {
    return toSql(QString(toText(value)));
}
template <typename V>
QVariant toSql(const std::optional<V> &value) {
    return value ? toSql(*value) : QVariant();
}

/// The rows of a query, from first to last. Columns are counted from 0 and read by type; what does
/// not fit its type is a corrupt database and throws.
class Rows {
public:
    Rows(std::shared_ptr<QSqlQuery> query, bool *inUse)
        : m_query(std::move(query)), m_inUse(inUse) {}
    Rows(Rows &&other) noexcept;
    ~Rows();
    Q_DISABLE_COPY(Rows)

    /// Throws when the next row cannot be read: half a list must not pass for a whole one.
    bool next();

    bool isNull(int column) const { return m_query->value(column).isNull(); }
    qint64 integer(int column) const { return m_query->value(column).toLongLong(); }
    int number(int column) const { return m_query->value(column).toInt(); }
    bool flag(int column) const { return integer(column) != 0; }
    double real(int column) const { return m_query->value(column).toDouble(); }
    QString text(int column) const { return m_query->value(column).toString(); }
    QByteArray utf8(int column) const { return text(column).toUtf8(); }
    QByteArray bytes(int column) const { return m_query->value(column).toByteArray(); }
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

    std::shared_ptr<QSqlQuery> m_query;
    bool *m_inUse;
};

/// A connection, with its prepared statements. Belongs to the thread that opened it.
class Database {
public:
    enum class Access { ReadWrite, ReadOnly };

    /// Opens (and for writing creates) a SQLite file with WAL and `synchronous=FULL`.
    Database(const QString &file, Access access);
    ~Database();
    Q_DISABLE_COPY_MOVE(Database)

    /// Runs a query. `sql` must be a literal: its address names the prepared statement.
    template <typename... Args>
    Rows query(const char *sql, const Args &...args) {
        return run(sql, {toSql(args)...});
    }
    /// Runs a statement and returns the number of rows it changed.
    template <typename... Args>
    int execute(const char *sql, const Args &...args) {
        return change(sql, {toSql(args)...});
    }
    /// The key that the last INSERT was given.
    qint64 lastInsertId() const { return m_lastInsertId; }
    /// Runs SQL that is not worth preparing.
    void executeOnce(const QString &sql);

private:
    struct Prepared {
        std::shared_ptr<QSqlQuery> query;
        bool inUse = false;
    };

    void configure(Access access);
    Prepared &prepared(const char *sql);
    std::shared_ptr<QSqlQuery> prepare(const char *sql);
    Rows run(const char *sql, const QVariantList &args);
    int change(const char *sql, const QVariantList &args);
    static void bindAndRun(QSqlQuery &query, const QVariantList &args);

    QString m_connection;
    QSqlDatabase m_database;
    QHash<const void *, std::shared_ptr<Prepared>> m_prepared;
    qint64 m_lastInsertId = 0;
};

} // namespace soban::storage
