// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/QtStatements.h"

#include <QHash>
#include <QSqlQuery>

#include <algorithm>
#include <vector>

namespace soban::storage {

namespace {

using Query = std::shared_ptr<QSqlQuery>;

class QtCursor : public RowCursor {
public:
    QtCursor(Query query, const Dialect &dialect) : m_query(std::move(query)), m_dialect(dialect) {}
    ~QtCursor() override { m_query->finish(); }
    Q_DISABLE_COPY_MOVE(QtCursor)

    bool next() override {
        if (m_query->next())
            return true;
        const QSqlError error = m_query->lastError();
        if (error.isValid())
            throw m_dialect.errorOf(error);
        return false;
    }
    bool isNull(int column) const override { return m_query->value(column).isNull(); }
    qint64 integer(int column) const override { return m_query->value(column).toLongLong(); }
    double real(int column) const override { return m_query->value(column).toDouble(); }
    QString text(int column) const override { return m_query->value(column).toString(); }
    QByteArray bytes(int column) const override { return m_query->value(column).toByteArray(); }

private:
    const Query m_query;
    const Dialect &m_dialect;
};

class QtStatements : public Statements {
public:
    QtStatements(const QSqlDatabase &connection, const Dialect &dialect)
        : m_connection(connection), m_dialect(dialect) {}

    std::unique_ptr<RowCursor> query(const char *sql, SqlValues values) override {
        Query query = unused(sql);
        run(*query, values);
        return std::make_unique<QtCursor>(std::move(query), m_dialect);
    }

    int change(const char *sql, SqlValues values) override { return runOnce(*unused(sql), values); }

    void insert(const Insertion &what, SqlValues values) override {
        const auto columns = std::size_t(what.columns);
        while (!values.empty()) {
            const int rows = Insertion::chunkOf(qsizetype(values.size() / columns));
            const std::size_t count = std::size_t(rows) * columns;
            const Query query = unused(what.name(rows), [&] { return what.statement(rows); });
            runOnce(*query, values.first(count));
            values = values.subspan(count);
        }
    }

    void control(const char *sql) override {
        if (m_dialect.preparesControl()) {
            runOnce(*unused(sql), {});
            return;
        }
        QSqlQuery query(m_connection);
        if (!query.exec(QString::fromLatin1(sql)))
            throw m_dialect.errorOf(query.lastError());
    }

    // Let go before the end: a prepared query of a closed connection needs no farewell, which on
    // PostgreSQL would be a message each, and a warning each where nobody is there to read it.
    void beforeClose() override { m_connection = QSqlDatabase(); }

private:
    Query prepare(const QString &sql) {
        auto query = std::make_shared<QSqlQuery>(m_connection);
        query->setForwardOnly(m_dialect.fetchesRowByRow());
        if (!query->prepare(sql))
            throw m_dialect.errorOf(query->lastError());
        return query;
    }

    Query unused(const StatementName &name, const std::function<QString()> &sql) {
        auto &known = m_prepared[name];
        // Rows that are still walked hold their statement as well.
        const auto free = std::find_if(known.cbegin(), known.cend(),
                                       [](const Query &query) { return query.use_count() == 1; });
        if (free != known.cend())
            return *free;
        known.push_back(prepare(sql()));
        return known.back();
    }

    Query unused(const char *sql) {
        return unused({sql}, [sql] { return QString::fromUtf8(sql); });
    }

    void run(QSqlQuery &query, SqlValues values) const {
        for (std::size_t i = 0; i < values.size(); ++i)
            query.bindValue(int(i), known(values[i]));
        if (!query.exec())
            throw m_dialect.errorOf(query.lastError());
    }

    int runOnce(QSqlQuery &query, SqlValues values) const {
        run(query, values);
        const int changed = query.numRowsAffected();
        query.finish();
        return changed;
    }

    /// In a type that QtSql knows.
    QVariant known(const QVariant &value) const {
        if (value.metaType() == QMetaType::fromType<Word>())
            return QVariant(QString(static_cast<const Word *>(value.constData())->text));
        if (value.metaType() != QMetaType::fromType<Document>())
            return value;
        const QByteArray &utf8 = static_cast<const Document *>(value.constData())->utf8;
        if (!m_dialect.keepsBytesOfDocuments())
            return toSql(utf8);
        // A null array would become NULL; an empty text is a text.
        return QVariant(utf8.isNull() ? QByteArray("") : utf8);
    }

    QSqlDatabase m_connection;
    const Dialect &m_dialect;
    /// Usually one each; more where somebody walks its rows and asks the same on the way.
    QHash<StatementName, std::vector<Query>> m_prepared;
};

} // namespace

std::unique_ptr<Statements> qtStatements(const QSqlDatabase &connection, const Dialect &dialect) {
    return std::make_unique<QtStatements>(connection, dialect);
}

} // namespace soban::storage
