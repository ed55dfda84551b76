// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/Dialect.h"
#include "storage/PostgresStatements.h"
#include "storage/QtStatements.h"

namespace soban::storage {

namespace {

/// A value in the words of the library's connection strings.
QString quoted(QString value) {
    value.replace(u'\\', QStringLiteral("\\\\")).replace(u'\'', QStringLiteral("\\'"));
    return u'\'' + value + u'\'';
}

/// What pg_xact_status says of a transaction that is yet to come.
constexpr QLatin1StringView kInvalidParameter("22023");

class PostgresDialect : public Dialect {
public:
    explicit PostgresDialect(const PostgresPlace &place) : m_place(place) {}

    QString driver() const override { return QStringLiteral("QPSQL"); }

    void address(QSqlDatabase &connection, Access access) const override {
        connection.setHostName(m_place.host);
        if (m_place.port > 0)
            connection.setPort(m_place.port);
        connection.setUserName(m_place.user);
        connection.setDatabaseName(m_place.database);
        connection.setConnectOptions(optionsFor(access));
    }

    QStringList greeting(Access access) const override {
        if (access == Access::ReadOnly)
            return {};
        // An acknowledged order survives a power cut (G2), whatever was set for this database. What
        // waits for even more than the disk (a standby) is left as it is.
        return {QStringLiteral("SELECT set_config('synchronous_commit', 'on', false) "
                               "WHERE current_setting('synchronous_commit') = 'off'")};
    }

    StorageError::Kind kindOf(const QSqlError &error) const override {
        return postgresKindOf(error.nativeErrorCode());
    }

    // Whatever was set for the database or the user: each statement sees what was committed before
    // it, so that all are seen that had their turn before this one.
    const char *begin() const override { return "BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE"; }
    // One transaction writes at a time, on however many servers: all rules hold as they do on
    // SQLite, and sequence numbers of events become visible in their order. The number names the
    // lock among those of the database and means nothing else.
    const char *takeTurn() const override {
        return "SELECT pg_current_xact_id()::text FROM pg_advisory_xact_lock(70262)";
    }
    const char *askFate() const override { return "SELECT pg_xact_status(CAST(? AS xid8))"; }
    Fate fateFrom(const QString &answer) const override {
        if (answer == u"committed")
            return Fate::Committed;
        return answer == u"aborted" ? Fate::RolledBack : Fate::Unknown;
    }
    Fate fateFrom(const StorageError &error) const override {
        // A server that took over and has not come as far as that transaction never had it.
        return error.code() == kInvalidParameter ? Fate::RolledBack : Fate::Unknown;
    }

    bool isShared() const override { return true; }
    bool preparesControl() const override { return false; }
    std::unique_ptr<Statements> statementsFor(const QSqlDatabase &connection) const override {
        auto own = postgresStatements(connection);
        return own ? std::move(own) : qtStatements(connection, *this);
    }
    std::unique_ptr<Housekeeper> housekeeperFor(const QSqlDatabase &) const override {
        return nullptr;
    }
    bool keepsBytesOfDocuments() const override { return false; }
    // A result that is not read to its end is lost at the next statement.
    bool fetchesRowByRow() const override { return false; }
    QString migrationSuffix() const override { return QStringLiteral(".postgres"); }

private:
    QString optionsFor(Access access) const {
        // What is read outside of a transaction of ours is read committed as well.
        QString session = QStringLiteral("-c client_min_messages=warning -c lock_timeout=5000 "
                                         "-c default_transaction_isolation=read\\ committed "
                                         // A machine that is gone without a word keeps its number
                                         // among the servers no longer than this (in seconds).
                                         "-c tcp_keepalives_idle=5 -c tcp_keepalives_interval=2 "
                                         "-c tcp_keepalives_count=3");
        // A connection that was cut leaves a transaction behind on its server, and the turn with
        // it.
        session += access == Access::ReadOnly
                       ? QStringLiteral(" -c default_transaction_read_only=on")
                       : QStringLiteral(" -c idle_in_transaction_session_timeout=10000");
        // A server that is cut off must not hold the thread for the quarter of an hour that TCP
        // would wait.
        QStringList options{
            QStringLiteral("connect_timeout=5"), QStringLiteral("tcp_user_timeout=10000"),
            // While an answer is waited for nothing is on its way that could go unacknowledged.
            QStringLiteral("keepalives_idle=5"), QStringLiteral("keepalives_interval=2"),
            QStringLiteral("keepalives_count=3"), QStringLiteral("application_name=soban"),
            QStringLiteral("options=") + quoted(session)};
        for (auto it = m_place.options.begin(); it != m_place.options.end(); ++it)
            options.append(it.key() + u'=' + quoted(it.value()));
        return options.join(u';');
    }

    const PostgresPlace m_place;
};

} // namespace

StorageError::Kind postgresKindOf(const QString &state) {
    using Kind = StorageError::Kind;
    const QStringView family = QStringView(state).left(2); // the class
    if (family == u"23")                                   // integrity constraint violation
        return Kind::Constraint;
    if (state == u"40001" || state == u"40P01") // serialisation failure, deadlock
        return Kind::Conflict;
    // Connection exceptions; a server that was told to stop, crashed or is not up yet, or that took
    // us for dead. Without any state it was the library that found nobody to talk to.
    if (state.isEmpty() || family == u"08" || state == u"57P01" || state == u"57P02" ||
        state == u"57P03" || state == u"25P03")
        return Kind::ConnectionLost;
    return Kind::Other;
}

std::unique_ptr<const Dialect> dialectFor(const PostgresPlace &place) {
    return std::make_unique<PostgresDialect>(place);
}

} // namespace soban::storage
