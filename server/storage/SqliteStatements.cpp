// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/SqliteStatements.h"

#include "storage/Dialect.h"
#include "storage/SqliteHandle.h"

#include <sqlite3.h>

#include <algorithm>
#include <unordered_map>
#include <vector>

namespace soban::storage {

namespace {

struct Finalize {
    void operator()(sqlite3_stmt *statement) const { sqlite3_finalize(statement); }
};

StorageError errorOf(sqlite3 *connection) {
    const int code = sqlite3_extended_errcode(connection);
    return {sqliteKindOf(code), QString::fromUtf8(sqlite3_errmsg(connection)),
            QString::number(code)};
}

/// Whether bound bytes stay where they are until the statement has run, or are copied.
enum class Bytes { Stay, Copied };

/// A statement that is prepared, and whether somebody uses it.
class Prepared {
public:
    Prepared(sqlite3 *connection, const QByteArray &sql) : m_connection(connection) {
        sqlite3_stmt *statement = nullptr;
        check(sqlite3_prepare_v3(m_connection, sql.constData(), int(sql.size()),
                                 SQLITE_PREPARE_PERSISTENT, &statement, nullptr));
        m_statement.reset(statement);
    }

    void bind(SqlValues values, Bytes bytes) {
        const auto destructor = bytes == Bytes::Stay ? SQLITE_STATIC : SQLITE_TRANSIENT;
        for (std::size_t i = 0; i < values.size(); ++i)
            check(bind(int(i) + 1, values[i], destructor));
    }

    /// Whether there is a row. After the last one, and after a fault, it stands at its beginning.
    bool step() {
        const int outcome = sqlite3_step(m_statement.get());
        if (outcome == SQLITE_ROW)
            return true;
        if (outcome == SQLITE_DONE) {
            reset();
            return false;
        }
        const StorageError error = errorOf(m_connection);
        reset();
        throw error;
    }

    void reset() { sqlite3_reset(m_statement.get()); }
    sqlite3_stmt *statement() const { return m_statement.get(); }

    bool isUsed = false;

private:
    using Destructor = void (*)(void *);

    int bindBytes(int place, const QByteArray &bytes, Destructor destructor) {
        // A null pointer would become NULL; no bytes are bytes as well.
        const char *data = bytes.isNull() ? "" : bytes.constData();
        return sqlite3_bind_blob64(m_statement.get(), place, data, sqlite3_uint64(bytes.size()),
                                   destructor);
    }

    int bindText(int place, const QString &text, Destructor destructor) {
        return sqlite3_bind_text64(
            m_statement.get(), place, reinterpret_cast<const char *>(text.utf16()),
            sqlite3_uint64(text.size()) * sizeof(QChar), destructor, SQLITE_UTF16);
    }

    int bind(int place, const QVariant &value, Destructor destructor) {
        const void *data = value.constData();
        if (value.metaType() == QMetaType::fromType<Document>())
            return bindBytes(place, static_cast<const Document *>(data)->utf8, destructor);
        if (value.metaType() == QMetaType::fromType<Word>()) {
            const QLatin1StringView word = static_cast<const Word *>(data)->text;
            return sqlite3_bind_text64(m_statement.get(), place, word.data(),
                                       sqlite3_uint64(word.size()), SQLITE_STATIC, SQLITE_UTF8);
        }
        switch (value.typeId()) {
        case QMetaType::LongLong:
            return sqlite3_bind_int64(m_statement.get(), place,
                                      *static_cast<const qlonglong *>(data));
        case QMetaType::Double:
            return sqlite3_bind_double(m_statement.get(), place,
                                       *static_cast<const double *>(data));
        case QMetaType::QString:
            return bindText(place, *static_cast<const QString *>(data), destructor);
        case QMetaType::QByteArray:
            return bindBytes(place, *static_cast<const QByteArray *>(data), destructor);
        default:
            Q_ASSERT(!value.isValid());
            return sqlite3_bind_null(m_statement.get(), place);
        }
    }

    void check(int code) const {
        if (code != SQLITE_OK)
            throw errorOf(m_connection);
    }

    sqlite3 *const m_connection;
    std::unique_ptr<sqlite3_stmt, Finalize> m_statement;
};

class SqliteCursor : public RowCursor {
public:
    /// What changes something does so at its first row, whether that is asked for or not.
    explicit SqliteCursor(Prepared &prepared) : m_prepared(prepared) {
        m_hasRow = m_prepared.step();
        m_prepared.isUsed = true;
    }
    ~SqliteCursor() override {
        m_prepared.reset();
        m_prepared.isUsed = false;
    }
    Q_DISABLE_COPY_MOVE(SqliteCursor)

    bool next() override {
        if (m_isAtFirst)
            m_isAtFirst = false;
        else if (m_hasRow)
            m_hasRow = m_prepared.step();
        return m_hasRow;
    }
    bool isNull(int column) const override {
        return sqlite3_column_type(m_prepared.statement(), column) == SQLITE_NULL;
    }
    qint64 integer(int column) const override {
        return sqlite3_column_int64(m_prepared.statement(), column);
    }
    double real(int column) const override {
        return sqlite3_column_double(m_prepared.statement(), column);
    }
    QString text(int column) const override {
        const auto *utf8 = sqlite3_column_text(m_prepared.statement(), column);
        return QString::fromUtf8(reinterpret_cast<const char *>(utf8), sizeOf(column));
    }
    QByteArray bytes(int column) const override {
        const auto *data = sqlite3_column_blob(m_prepared.statement(), column);
        return {static_cast<const char *>(data), sizeOf(column)};
    }

private:
    /// In bytes; asked after the value itself, whose form it depends on.
    qsizetype sizeOf(int column) const {
        return sqlite3_column_bytes(m_prepared.statement(), column);
    }

    Prepared &m_prepared;
    bool m_isAtFirst = true;
    bool m_hasRow = false;
};

class SqliteStatements : public Statements {
public:
    explicit SqliteStatements(sqlite3 *connection) : m_connection(connection) {}

    std::unique_ptr<RowCursor> query(const char *sql, SqlValues values) override {
        Prepared &prepared = unused(sql);
        prepared.bind(values, Bytes::Copied);
        return std::make_unique<SqliteCursor>(prepared);
    }

    int change(const char *sql, SqlValues values) override {
        run(unused(sql), values);
        return sqlite3_changes(m_connection);
    }

    void insert(const Insertion &what, SqlValues values) override {
        Prepared &prepared = unused(what.name(1), [&] { return what.statement(1).toUtf8(); });
        const auto columns = std::size_t(what.columns);
        for (; !values.empty(); values = values.subspan(columns))
            run(prepared, values.first(columns));
    }

    void control(const char *sql) override { run(unused(sql), {}); }

    // SQLite keeps a connection open as long as there are statements of it.
    void beforeClose() override { m_prepared.clear(); }

private:
    struct Hash {
        std::size_t operator()(const StatementName &name) const { return qHash(name); }
    };

    template <typename MakeSql>
    Prepared &unused(const StatementName &name, const MakeSql &makeSql) {
        auto &known = m_prepared[name];
        // Rows that are still walked hold their statement as well.
        const auto free = std::find_if(known.cbegin(), known.cend(),
                                       [](const auto &one) { return !one->isUsed; });
        if (free != known.cend())
            return **free;
        return *known.emplace_back(std::make_unique<Prepared>(m_connection, makeSql()));
    }

    Prepared &unused(const char *sql) {
        return unused(StatementName{sql}, [sql] { return QByteArray(sql); });
    }

    static void run(Prepared &prepared, SqlValues values) {
        prepared.bind(values, Bytes::Stay);
        while (prepared.step()) {
        }
    }

    sqlite3 *const m_connection;
    /// Usually one each; more where somebody walks its rows and asks the same on the way.
    std::unordered_map<StatementName, std::vector<std::unique_ptr<Prepared>>, Hash> m_prepared;
};

} // namespace

std::unique_ptr<Statements> sqliteStatements(const QSqlDatabase &connection) {
    sqlite3 *handle = sqliteHandleOf(connection);
    return handle ? std::make_unique<SqliteStatements>(handle) : nullptr;
}

} // namespace soban::storage
