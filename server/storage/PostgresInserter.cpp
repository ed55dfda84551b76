// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/PostgresInserter.h"

#include "storage/Database.h"

#include <QLocale>
#include <QSet>
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

class PostgresInserter : public RowInserter {
public:
    explicit PostgresInserter(PGconn *connection) : m_connection(connection) {}

    void insert(const Insertion &what, std::span<const QVariant> values) override {
        if (*what.tail == '\0')
            copy(what, values);
        else
            insertInChunks(what, values);
    }

private:
    /// Rows that meet none of their kind.
    void copy(const Insertion &what, std::span<const QVariant> values) {
        constexpr QByteArrayView kInsert("INSERT INTO ");
        Q_ASSERT(QByteArrayView(what.head).startsWith(kInsert));
        const QByteArray sql = "COPY " + QByteArray(what.head + kInsert.size()) + " FROM STDIN";
        check(PQexec(m_connection, sql.constData()), PGRES_COPY_IN);
        QByteArray rows;
        for (std::size_t i = 0; i < values.size(); ++i) {
            appendField(rows, parameterFrom(values[i]));
            rows.append((i + 1) % std::size_t(what.columns) == 0 ? '\n' : '\t');
        }
        // Where these fail, the result says why.
        PQputCopyData(m_connection, rows.constData(), int(rows.size()));
        PQputCopyEnd(m_connection, nullptr);
        finish();
    }

    void insertInChunks(const Insertion &what, std::span<const QVariant> values) {
        const auto columns = std::size_t(what.columns);
        while (!values.empty()) {
            const int rows = Insertion::chunkOf(qsizetype(values.size() / columns));
            const std::size_t count = std::size_t(rows) * columns;
            execute(prepared(what, rows), values.first(count));
            values = values.subspan(count);
        }
    }

    QByteArray prepared(const Insertion &what, int rows) {
        const QByteArray name =
            "soban_" + QByteArray::number(quintptr(what.head), 16) + '_' + QByteArray::number(rows);
        if (!m_prepared.contains(name)) {
            check(PQprepare(m_connection, name.constData(),
                            numbered(what.statement(rows)).constData(), 0, nullptr),
                  PGRES_COMMAND_OK);
            m_prepared.insert(name);
        }
        return name;
    }

    /// With `$1`, `$2` and so on for the placeholders.
    static QByteArray numbered(const QString &sql) {
        QByteArray text;
        int number = 0;
        for (const char c : sql.toUtf8()) {
            text.append(c == '?' ? '$' : c);
            if (c == '?')
                text.append(QByteArray::number(++number));
        }
        return text;
    }

    void execute(const QByteArray &name, std::span<const QVariant> values) {
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
        check(PQexecPrepared(m_connection, name.constData(), int(values.size()), texts.data(),
                             lengths.data(), formats.data(), 0),
              PGRES_COMMAND_OK);
    }

    /// Takes the results of a COPY, to the last.
    void finish() {
        std::optional<StorageError> error;
        while (PGresult *one = PQgetResult(m_connection)) {
            const Result result(one);
            if (PQresultStatus(one) != PGRES_COMMAND_OK && !error)
                error = errorOf(one);
        }
        if (error)
            throw *error;
    }

    void check(PGresult *raw, ExecStatusType wanted) const {
        const Result result(raw);
        if (PQresultStatus(raw) != wanted)
            throw errorOf(raw);
    }

    /// Without the values that PostgreSQL names in further fields.
    StorageError errorOf(const PGresult *result) const {
        const auto field = [result](int code) {
            return QString::fromUtf8(PQresultErrorField(result, code));
        };
        const QString state = field(PG_DIAG_SQLSTATE);
        const QString words = field(PG_DIAG_MESSAGE_PRIMARY);
        return {postgresKindOf(state),
                words.isEmpty()
                    ? QString::fromUtf8(PQerrorMessage(m_connection)).section(u'\n', 0, 0)
                    : words,
                state};
    }

    PGconn *const m_connection;
    QSet<QByteArray> m_prepared;
};

} // namespace

std::unique_ptr<RowInserter> postgresInserter(const QSqlDatabase &connection) {
    const QVariant handle = connection.driver()->handle();
    // By the type and not by its name, for which there are two spellings.
    if (handle.metaType() != QMetaType::fromType<PGconn *>())
        return nullptr;
    return std::make_unique<PostgresInserter>(handle.value<PGconn *>());
}

} // namespace soban::storage
