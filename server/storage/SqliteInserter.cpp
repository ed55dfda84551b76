// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/SqliteInserter.h"

#include "storage/Database.h"
#include "storage/SqliteHandle.h"

#include <sqlite3.h>

#include <unordered_map>

namespace soban::storage {

namespace {

struct Finalize {
    void operator()(sqlite3_stmt *statement) const { sqlite3_finalize(statement); }
};
using Statement = std::unique_ptr<sqlite3_stmt, Finalize>;

StorageError errorOf(sqlite3 *connection) {
    const int code = sqlite3_extended_errcode(connection);
    return {sqliteKindOf(code), QString::fromUtf8(sqlite3_errmsg(connection)),
            QString::number(code)};
}

/// The bytes stay where they are until the row is inserted.
int bindBytes(sqlite3_stmt *statement, int place, const QByteArray &bytes) {
    // A null pointer would become NULL; no bytes are bytes as well.
    const char *data = bytes.isNull() ? "" : bytes.constData();
    return sqlite3_bind_blob64(statement, place, data, sqlite3_uint64(bytes.size()), SQLITE_STATIC);
}

int bindText(sqlite3_stmt *statement, int place, const QString &text) {
    return sqlite3_bind_text64(statement, place, reinterpret_cast<const char *>(text.utf16()),
                               sqlite3_uint64(text.size()) * sizeof(QChar), SQLITE_STATIC,
                               SQLITE_UTF16);
}

int bindWord(sqlite3_stmt *statement, int place, QLatin1StringView word) {
    return sqlite3_bind_text64(statement, place, word.data(), sqlite3_uint64(word.size()),
                               SQLITE_STATIC, SQLITE_UTF8);
}

/// `value` is one that `toSql` made.
int bind(sqlite3_stmt *statement, int place, const QVariant &value) {
    const void *data = value.constData();
    if (value.metaType() == QMetaType::fromType<Document>())
        return bindBytes(statement, place, static_cast<const Document *>(data)->utf8);
    if (value.metaType() == QMetaType::fromType<Word>())
        return bindWord(statement, place, static_cast<const Word *>(data)->text);
    switch (value.typeId()) {
    case QMetaType::LongLong:
        return sqlite3_bind_int64(statement, place, *static_cast<const qlonglong *>(data));
    case QMetaType::Double:
        return sqlite3_bind_double(statement, place, *static_cast<const double *>(data));
    case QMetaType::QString:
        return bindText(statement, place, *static_cast<const QString *>(data));
    case QMetaType::QByteArray:
        return bindBytes(statement, place, *static_cast<const QByteArray *>(data));
    default:
        Q_ASSERT(!value.isValid());
        return sqlite3_bind_null(statement, place);
    }
}

class SqliteInserter : public RowInserter {
public:
    explicit SqliteInserter(sqlite3 *connection) : m_connection(connection) {}

    void insert(const Insertion &what, std::span<const QVariant> values) override {
        sqlite3_stmt *statement = prepared(what);
        const auto columns = std::size_t(what.columns);
        for (; !values.empty(); values = values.subspan(columns))
            insertRow(statement, values.first(columns));
    }

private:
    sqlite3_stmt *prepared(const Insertion &what) {
        Statement &known = m_statements[what.head];
        if (!known) {
            const QByteArray text = what.statement(1).toUtf8();
            sqlite3_stmt *statement = nullptr;
            check(sqlite3_prepare_v3(m_connection, text.constData(), int(text.size()),
                                     SQLITE_PREPARE_PERSISTENT, &statement, nullptr));
            known.reset(statement);
        }
        return known.get();
    }

    void insertRow(sqlite3_stmt *statement, std::span<const QVariant> values) {
        for (std::size_t i = 0; i < values.size(); ++i)
            check(bind(statement, int(i) + 1, values[i]));
        const int outcome = sqlite3_step(statement);
        if (outcome != SQLITE_DONE) {
            const StorageError error = errorOf(m_connection);
            sqlite3_reset(statement);
            throw error;
        }
        check(sqlite3_reset(statement));
    }

    void check(int code) const {
        if (code != SQLITE_OK)
            throw errorOf(m_connection);
    }

    sqlite3 *const m_connection;
    std::unordered_map<const void *, Statement> m_statements;
};

} // namespace

std::unique_ptr<RowInserter> sqliteInserter(const QSqlDatabase &connection) {
    sqlite3 *handle = sqliteHandleOf(connection);
    return handle ? std::make_unique<SqliteInserter>(handle) : nullptr;
}

} // namespace soban::storage
