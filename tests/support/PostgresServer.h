// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcess>
#include <QTemporaryDir>

#include <memory>
#include <optional>

namespace soban::testing {

/// A PostgreSQL server of the tests' own, with its data in a temporary folder: made of Debian's
/// package, on a private socket and a free port of the loopback, as careful with the disk as in
/// life. A transaction that sets `synchronous_commit` to `on` waits in its commit for a standby
/// that never comes: stored, and not yet answered. It runs as an unprivileged user, for it refuses
/// to run as root, and ends with this object, or with the test's process should that crash.
class PostgresServer {
public:
    /// May do everything: without a password on the socket, with `kPassword` on the port.
    static constexpr auto kUser = "soban";
    static constexpr auto kPassword = "town password's";

    PostgresServer() = default;
    ~PostgresServer();
    Q_DISABLE_COPY_MOVE(PostgresServer)

    /// Makes and starts the server. Nothing, or the reason.
    std::optional<QString> start();
    /// Ends it as a crash would: nothing is finished, nobody is told.
    void crash();
    /// Starts it again, on the same data, socket and port.
    std::optional<QString> restart();

    QString socketFolder() const { return m_dir.path(); }
    quint16 port() const { return m_port; }
    /// The address of a database by the socket, as in the setting `database.url`.
    QString urlOf(const QString &database) const;
    /// The same by the port, with the password from a file.
    QString urlByPort(const QString &database) const;

    /// Makes an empty database; nothing if that failed.
    std::optional<QString> createDatabase();
    /// Removes one, whoever is connected to it.
    void dropDatabase(const QString &name);

private:
    QString dataFolder() const { return m_dir.filePath(QStringLiteral("data")); }
    bool run(const QString &program, const QStringList &arguments);
    std::optional<QString> makeCluster();
    bool waitUntilReady();

    QTemporaryDir m_dir;
    QProcess m_server;
    quint16 m_port = 0;
    int m_databases = 0;
};

/// Whether this run of a test is to be on PostgreSQL: the environment says
/// `SOBAN_TEST_DATABASE=postgres`.
bool runsOnPostgres();
/// The one server of a test's process, started when it is first asked for; without it the process
/// ends.
PostgresServer &postgresOfTheTest();
/// A fresh database on it.
QString freshPostgresDatabase();

} // namespace soban::testing
