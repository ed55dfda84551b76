// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/PostgresServer.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QDir>
#include <QFile>
#include <QHostAddress>
#include <QTcpServer>

#include <algorithm>
#include <csignal>
#include <grp.h>
#include <pwd.h>
#include <sys/prctl.h>
#include <unistd.h>

namespace soban::testing {

namespace {

constexpr auto kDebianFolder = "/usr/lib/postgresql";
constexpr auto kPasswords = "passwords";
constexpr int kPatienceMs = 60'000;

/// The folder of the newest version's programs.
QString programFolder() {
    const QDir versions(QString::fromLatin1(kDebianFolder));
    int newest = 0;
    for (const QString &name : versions.entryList(QDir::Dirs | QDir::NoDotAndDotDot))
        newest = std::max(newest, name.toInt());
    return versions.filePath(QString::number(newest) + QStringLiteral("/bin/"));
}

/// Whom the server's programs run as; nothing when that is who we are.
const passwd *otherUser() {
    return ::geteuid() == 0 ? ::getpwnam("postgres") : nullptr;
}

/// In the child, before the program: only then does the death signal outlast the change of user.
void becomeServer(QProcess &process) {
    const passwd *user = otherUser();
    const uid_t uid = user ? user->pw_uid : ::geteuid();
    const gid_t gid = user ? user->pw_gid : ::getegid();
    process.setChildProcessModifier([uid, gid] {
        if (uid != ::geteuid() && (::setgroups(0, nullptr) || ::setgid(gid) || ::setuid(uid)))
            ::_exit(EXIT_FAILURE);
        ::prctl(PR_SET_PDEATHSIG, SIGQUIT);
    });
}

bool write(const QString &file, const QByteArray &text, QFile::Permissions permissions) {
    QFile out(file);
    return out.open(QIODevice::WriteOnly) && out.write(text) == text.size() &&
           out.setPermissions(permissions);
}

/// Free just now: whoever takes it first has it.
quint16 freePort() {
    QTcpServer probe;
    return probe.listen(QHostAddress::LocalHost) ? probe.serverPort() : 0;
}

} // namespace

PostgresServer::~PostgresServer() {
    if (m_server.state() == QProcess::NotRunning)
        return;
    // Its quick way to end in good order; SIGTERM would wait for those who are connected.
    ::kill(pid_t(m_server.processId()), SIGINT);
    if (!m_server.waitForFinished(kPatienceMs))
        crash();
}

std::optional<QString> PostgresServer::start() {
    if (!m_dir.isValid())
        return m_dir.errorString();
    if (const passwd *user = otherUser()) {
        if (::chown(QFile::encodeName(m_dir.path()).constData(), user->pw_uid, user->pw_gid) != 0)
            return QStringLiteral("cannot give the folder to the server's user");
    }
    if (auto fault = makeCluster())
        return fault;
    m_port = freePort();
    return restart();
}

std::optional<QString> PostgresServer::makeCluster() {
    // Read while the cluster is made; nobody else may look into the folder.
    const QString password = m_dir.filePath(QStringLiteral("password"));
    if (!write(password, kPassword, QFile::ReadOwner | QFile::ReadOther) ||
        !write(m_dir.filePath(QString::fromLatin1(kPasswords)),
               QByteArray("*:*:*:*:") + kPassword + '\n', QFile::ReadOwner))
        return QStringLiteral("cannot write the password down");
    // The cluster itself need not survive a power cut, what is stored in it must.
    const bool isMade =
        run(QStringLiteral("initdb"),
            {QStringLiteral("--no-sync"), QStringLiteral("--no-locale"),
             QStringLiteral("--encoding=UTF8"), QStringLiteral("--auth-local=trust"),
             QStringLiteral("--auth-host=scram-sha-256"), QStringLiteral("--pwfile=") + password,
             QStringLiteral("--username=") + QString::fromLatin1(kUser),
             QStringLiteral("--pgdata=") + dataFolder()});
    return isMade ? std::nullopt : std::optional(QStringLiteral("initdb failed"));
}

std::optional<QString> PostgresServer::restart() {
    becomeServer(m_server);
    m_server.setWorkingDirectory(m_dir.path());
    m_server.setProcessChannelMode(QProcess::MergedChannels);
    m_server.start(programFolder() + QStringLiteral("postgres"),
                   {QStringLiteral("-D"), dataFolder(), QStringLiteral("-k"), socketFolder(),
                    QStringLiteral("-p"), QString::number(m_port), QStringLiteral("-c"),
                    QStringLiteral("listen_addresses=127.0.0.1"), QStringLiteral("-c"),
                    // What it says goes into a pipe that is read until it is ready only.
                    QStringLiteral("log_min_messages=log"), QStringLiteral("-c"),
                    QStringLiteral("log_checkpoints=off"), QStringLiteral("-c"),
                    // Nobody cuts its power; that it asks the disk is not what is tested here.
                    QStringLiteral("fsync=off"), QStringLiteral("-c"),
                    QStringLiteral("synchronous_commit=local"), QStringLiteral("-c"),
                    QStringLiteral("synchronous_standby_names=nobody")});
    return waitUntilReady() ? std::nullopt
                            : std::optional(QStringLiteral("PostgreSQL did not start"));
}

bool PostgresServer::waitUntilReady() {
    const QDeadlineTimer deadline(kPatienceMs);
    QByteArray said;
    while (!said.contains("ready to accept connections")) {
        if (!m_server.waitForReadyRead(int(deadline.remainingTime()))) {
            qWarning("PostgreSQL said: %s", said.constData());
            return false;
        }
        said += m_server.readAll();
    }
    return true;
}

void PostgresServer::crash() {
    // The server's own word for it: its helpers end as well, and nothing is written.
    ::kill(pid_t(m_server.processId()), SIGQUIT);
    if (!m_server.waitForFinished(kPatienceMs)) {
        m_server.kill();
        m_server.waitForFinished();
    }
}

QString PostgresServer::urlOf(const QString &database) const {
    return QStringLiteral("postgres://%1@:%2/%3?host=%4")
        .arg(QString::fromLatin1(kUser))
        .arg(m_port)
        .arg(database, socketFolder());
}

QString PostgresServer::urlByPort(const QString &database) const {
    return QStringLiteral("postgres://%1@127.0.0.1:%2/%3?passfile=%4")
        .arg(QString::fromLatin1(kUser))
        .arg(m_port)
        .arg(database, m_dir.filePath(QString::fromLatin1(kPasswords)));
}

std::optional<QString> PostgresServer::createDatabase() {
    const QString name = QStringLiteral("town_%1").arg(++m_databases);
    const QStringList where{QStringLiteral("-h"), socketFolder(),
                            QStringLiteral("-p"), QString::number(m_port),
                            QStringLiteral("-U"), QString::fromLatin1(kUser)};
    return run(QStringLiteral("createdb"), where + QStringList{name}) ? std::optional(name)
                                                                      : std::nullopt;
}

void PostgresServer::dropDatabase(const QString &name) {
    run(QStringLiteral("dropdb"),
        {QStringLiteral("-h"), socketFolder(), QStringLiteral("-p"), QString::number(m_port),
         QStringLiteral("-U"), QString::fromLatin1(kUser), QStringLiteral("--force"), name});
}

bool runsOnPostgres() {
    return qEnvironmentVariable("SOBAN_TEST_DATABASE") == u"postgres";
}

PostgresServer &postgresOfTheTest() {
    static std::unique_ptr<PostgresServer> kServer;
    if (!kServer) {
        kServer = std::make_unique<PostgresServer>();
        if (const auto fault = kServer->start())
            qFatal("no PostgreSQL: %s", qPrintable(*fault));
        qAddPostRoutine([] { kServer.reset(); });
    }
    return *kServer;
}

QString freshPostgresDatabase() {
    const auto name = postgresOfTheTest().createDatabase();
    if (!name)
        qFatal("PostgreSQL makes no database");
    return *name;
}

bool PostgresServer::run(const QString &program, const QStringList &arguments) {
    QProcess process;
    becomeServer(process);
    process.setWorkingDirectory(m_dir.path());
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(programFolder() + program, arguments);
    const bool isDone = process.waitForFinished(kPatienceMs) &&
                        process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0;
    if (!isDone)
        qWarning("%s: %s %s", qUtf8Printable(program), qUtf8Printable(process.errorString()),
                 process.readAll().constData());
    return isDone;
}

} // namespace soban::testing
