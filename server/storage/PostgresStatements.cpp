// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/PostgresStatements.h"

#include "storage/Dialect.h"

#include <QHash>
#include <QLocale>
#include <QSqlDriver>

#include <libpq-fe.h>

#include <vector>

Q_DECLARE_OPAQUE_POINTER(PGconn *)
Q_DECLARE_METATYPE(PGconn *)

namespace soban::storage {

namespace {

struct Clear {
    void operator()(PGresult *result) const { PQclear(result); }
};
using Result = std::unique_ptr<PGresult, Clear>;

struct Release {
    void operator()(unsigned char *bytes) const { PQfreemem(bytes); }
};

/// What `toSql` made, as PostgreSQL reads it.
struct Parameter {
    QByteArray bytes;
    bool isNull = false;
    bool isBinary = false;
};

Parameter parameterFrom(const QVariant &value) {
    const void *data = value.constData();
    if (value.metaType() == QMetaType::fromType<Document>())
        return {static_cast<const Document *>(data)->utf8};
    if (value.metaType() == QMetaType::fromType<Word>()) {
        const QLatin1StringView word = static_cast<const Word *>(data)->text;
        return {QByteArray::fromRawData(word.data(), word.size())};
    }
    switch (value.typeId()) {
    case QMetaType::LongLong:
        return {QByteArray::number(*static_cast<const qlonglong *>(data))};
    case QMetaType::Double:
        return {QByteArray::number(*static_cast<const double *>(data), 'g',
                                   QLocale::FloatingPointShortest)};
    case QMetaType::QString:
        return {static_cast<const QString *>(data)->toUtf8()};
    case QMetaType::QByteArray:
        return {*static_cast<const QByteArray *>(data), false, true};
    default:
        Q_ASSERT(!value.isValid());
        return {{}, true};
    }
}

/// In the text format of COPY: columns end with a tab, rows with a line feed.
void appendField(QByteArray &rows, const Parameter &field) {
    if (field.isNull) {
        rows.append("\\N");
    } else if (field.isBinary) {
        rows.append("\\\\x").append(field.bytes.toHex());
    } else {
        for (const char c : field.bytes) {
            switch (c) {
            case '\\':
                rows.append("\\\\");
                break;
            case '\t':
                rows.append("\\t");
                break;
            case '\n':
                rows.append("\\n");
                break;
            case '\r':
                rows.append("\\r");
                break;
            default:
                rows.append(c);
            }
        }
    }
}

/// Without the values that PostgreSQL names in further fields.
StorageError errorOf(const PGconn *connection, const PGresult *result) {
    const auto field = [result](int code) {
        return QString::fromUtf8(PQresultErrorField(result, code));
    };
    const QString state = field(PG_DIAG_SQLSTATE);
    const QString words = field(PG_DIAG_MESSAGE_PRIMARY);
    return {postgresKindOf(state),
            words.isEmpty() ? QString::fromUtf8(PQerrorMessage(connection)).section(u'\n', 0, 0)
                            : words,
            state};
}

/// All rows have come by now.
class PostgresCursor : public RowCursor {
public:
    explicit PostgresCursor(Result result) : m_result(std::move(result)) {}

    bool next() override { return ++m_row < PQntuples(m_result.get()); }
    bool isNull(int column) const override {
        return PQgetisnull(m_result.get(), m_row, column) != 0;
    }
    qint64 integer(int column) const override {
        const QByteArrayView value = valueOf(column);
        if (PQftype(m_result.get(), column) == kBool)
            return value == "t" ? 1 : 0;
        bool isWhole = false;
        const qint64 number = value.toLongLong(&isWhole);
        return isWhole ? number : qint64(value.toDouble());
    }
    double real(int column) const override { return valueOf(column).toDouble(); }
    QString text(int column) const override { return QString::fromUtf8(valueOf(column)); }
    QByteArray bytes(int column) const override {
        const QByteArrayView value = valueOf(column);
        if (PQftype(m_result.get(), column) != kBytes)
            return value.toByteArray();
        std::size_t size = 0;
        const std::unique_ptr<unsigned char, Release> bytes(
            PQunescapeBytea(reinterpret_cast<const unsigned char *>(value.data()),
                            &size)); // in either of its forms
        return {reinterpret_cast<const char *>(bytes.get()), qsizetype(size)};
    }

private:
    // The numbers of types that are built in (pg_type.dat).
    static constexpr Oid kBool = 16;
    static constexpr Oid kBytes = 17;

    QByteArrayView valueOf(int column) const {
        return {PQgetvalue(m_result.get(), m_row, column),
                PQgetlength(m_result.get(), m_row, column)};
    }

    const Result m_result;
    int m_row = -1;
};

class PostgresStatements : public Statements {
public:
    explicit PostgresStatements(PGconn *connection) : m_connection(connection) {}

    std::unique_ptr<RowCursor> query(const char *sql, SqlValues values) override {
        return std::make_unique<PostgresCursor>(run(prepared(sql), values));
    }

    int change(const char *sql, SqlValues values) override {
        const Result result = run(prepared(sql), values);
        return QByteArrayView(PQcmdTuples(result.get())).toInt();
    }

    void insert(const Insertion &what, SqlValues values) override {
        if (*what.tail == '\0')
            copy(what, values);
        else
            insertInChunks(what, values);
    }

    void control(const char *sql) override { checked(PQexec(m_connection, sql)); }

private:
    /// Rows that meet none of their kind.
    void copy(const Insertion &what, SqlValues values) {
        constexpr QByteArrayView kInsert("INSERT INTO ");
        Q_ASSERT(QByteArrayView(what.head).startsWith(kInsert));
        const QByteArray sql = "COPY " + QByteArray(what.head + kInsert.size()) + " FROM STDIN";
        checked(PQexec(m_connection, sql.constData()));
        QByteArray rows;
        for (std::size_t i = 0; i < values.size(); ++i) {
            appendField(rows, parameterFrom(values[i]));
            rows.append((i + 1) % std::size_t(what.columns) == 0 ? '\n' : '\t');
        }
        // Where these fail, the result says why.
        PQputCopyData(m_connection, rows.constData(), int(rows.size()));
        PQputCopyEnd(m_connection, nullptr);
        finishCopy();
    }

    void finishCopy() {
        std::optional<StorageError> error;
        while (PGresult *one = PQgetResult(m_connection)) {
            const Result result(one);
            if (PQresultStatus(one) != PGRES_COMMAND_OK && !error)
                error = errorOf(m_connection, one);
        }
        if (error)
            throw *error;
    }

    void insertInChunks(const Insertion &what, SqlValues values) {
        const auto columns = std::size_t(what.columns);
        while (!values.empty()) {
            const int rows = Insertion::chunkOf(qsizetype(values.size() / columns));
            const std::size_t count = std::size_t(rows) * columns;
            run(prepared(what.name(rows), [&] { return what.statement(rows).toUtf8(); }),
                values.first(count));
            values = values.subspan(count);
        }
    }

    /// The server's name of a statement, which is prepared the first time.
    template <typename MakeSql>
    QByteArray prepared(const StatementName &name, const MakeSql &makeSql) {
        QByteArray &known = m_prepared[name];
        if (known.isEmpty()) {
            const QByteArray fresh = "soban_" + QByteArray::number(++m_lastName);
            checked(PQprepare(m_connection, fresh.constData(), numbered(makeSql()).constData(), 0,
                              nullptr));
            known = fresh;
        }
        return known;
    }

    QByteArray prepared(const char *sql) {
        return prepared(StatementName{sql}, [sql] { return QByteArray(sql); });
    }

    /// With `$1`, `$2` and so on for the placeholders.
    static QByteArray numbered(const QByteArray &sql) {
        QByteArray text;
        int number = 0;
        for (const char c : sql) {
            text.append(c == '?' ? '$' : c);
            if (c == '?')
                text.append(QByteArray::number(++number));
        }
        return text;
    }

    Result run(const QByteArray &name, SqlValues values) {
        std::vector<Parameter> parameters;
        parameters.reserve(values.size());
        std::vector<const char *> texts;
        std::vector<int> lengths;
        std::vector<int> formats;
        for (const QVariant &value : values) {
            const Parameter &one = parameters.emplace_back(parameterFrom(value));
            texts.push_back(one.isNull ? nullptr : one.bytes.constData());
            lengths.push_back(int(one.bytes.size()));
            formats.push_back(one.isBinary ? 1 : 0);
        }
        return checked(PQexecPrepared(m_connection, name.constData(), int(values.size()),
                                      texts.data(), lengths.data(), formats.data(), 0));
    }

    Result checked(PGresult *raw) const {
        Result result(raw);
        switch (PQresultStatus(raw)) {
        case PGRES_COMMAND_OK:
        case PGRES_TUPLES_OK:
        case PGRES_COPY_IN:
            return result;
        default:
            throw errorOf(m_connection, raw);
        }
    }

    PGconn *const m_connection;
    QHash<StatementName, QByteArray> m_prepared; ///< the server's names; empty: none yet
    int m_lastName = 0;
};

} // namespace

std::unique_ptr<Statements> postgresStatements(const QSqlDatabase &connection) {
    const QVariant handle = connection.driver()->handle();
    // By the type and not by its name, for which there are two spellings.
    if (handle.metaType() != QMetaType::fromType<PGconn *>())
        return nullptr;
    return std::make_unique<PostgresStatements>(handle.value<PGconn *>());
}

} // namespace soban::storage
