// SPDX-License-Identifier: GPL-3.0-or-later
#include "replay/Processes.h"

#include <QElapsedTimer>
#include <QEventLoop>

#include <sys/resource.h>

namespace soban::replay {

namespace {

using testing::ChildProcess;

constexpr auto kSecret = "test_sk_replay";
constexpr auto kStartLimit = std::chrono::seconds(30);

/// Every party has a WebSocket at both ends; children inherit the limit.
void allowManyFiles() {
    rlimit limit{};
    if (::getrlimit(RLIMIT_NOFILE, &limit) == 0) {
        limit.rlim_cur = limit.rlim_max;
        ::setrlimit(RLIMIT_NOFILE, &limit);
    }
}

QString number(double value) {
    return QString::number(value, 'g', 17);
}

} // namespace

Processes::Processes(Setup setup) : m_setup(std::move(setup)) {
    allowManyFiles();
    m_worker.moveToThread(&m_thread);
    m_thread.start();
}

Processes::~Processes() {
    stop();
    m_thread.quit();
    m_thread.wait();
}

QString Processes::operatorLogin() {
    return QStringLiteral("operator@replay.soban");
}

QString Processes::operatorPassword() {
    return QStringLiteral("operator-password");
}

/// Waits for the thread in the event loop; all that is done there has a time limit.
Processes::Fault Processes::onThread(const std::function<Fault()> &work) {
    QEventLoop loop;
    Fault fault;
    QMetaObject::invokeMethod(&m_worker, [&] {
        fault = work();
        QMetaObject::invokeMethod(&loop, &QEventLoop::quit, Qt::QueuedConnection);
    });
    loop.exec();
    return fault;
}

QStringList Processes::serverArguments() const {
    // A whole town calls from one address.
    QMap<QString, QString> settings{
        {QStringLiteral("limits.connectionsPerAddress"), QStringLiteral("1000000")}};
    settings.insert(m_setup.settings);
    settings.insert(QStringLiteral("database.file"),
                    m_setup.databaseFile.isEmpty()
                        ? m_folder.filePath(QStringLiteral("soban.sqlite"))
                        : m_setup.databaseFile);
    settings.insert(QStringLiteral("listen.port"),
                    QString::number(std::max(m_addresses.server.port(), 0)));
    if (m_addresses.sandbox.isValid())
        settings.insert(QStringLiteral("payment.url"), m_addresses.sandbox.toString());
    if (m_anchors) {
        settings.insert(QStringLiteral("clock.speed"), number(m_anchors->speed));
        settings.insert(QStringLiteral("clock.wallAnchorMs"),
                        QString::number(m_anchors->wall.ms()));
        settings.insert(QStringLiteral("clock.shownAnchorMs"),
                        QString::number(m_anchors->shown.ms()));
    }
    QStringList arguments = m_setup.serverArguments;
    for (auto setting = settings.cbegin(); setting != settings.cend(); ++setting)
        arguments << QStringLiteral("--set") << (setting.key() + u'=' + setting.value());
    return arguments;
}

ChildProcess::Setup Processes::serverSetup(const QStringList &command) const {
    return {m_setup.serverProgram,
            serverArguments() + command,
            {{QStringLiteral("SOBAN_TOSS_SECRET_KEY"), QString::fromLatin1(kSecret)},
             {QStringLiteral("SOBAN_OPERATOR_PASSWORD"), operatorPassword()}}};
}

Processes::Fault Processes::runServer(const QStringList &command, const Anchors &anchors) {
    return onThread([this, command, anchors]() -> Fault {
        m_anchors = anchors;
        ChildProcess server(serverSetup(command));
        if (server.run(std::chrono::minutes(5)))
            return std::nullopt;
        return QStringLiteral("soban-server %1 failed: %2")
            .arg(command.join(u' '), QString::fromUtf8(server.standardError()));
    });
}

Processes::Fault Processes::start(const std::optional<Anchors> &anchors) {
    return onThread([this, anchors]() -> Fault {
        m_anchors = anchors;
        const Fault fault = startSandbox();
        return fault ? fault : startServer();
    });
}

Processes::Fault Processes::startSandbox() {
    QStringList arguments{QStringLiteral("--port"),
                          QString::number(std::max(m_addresses.sandbox.port(), 0)),
                          QStringLiteral("--ledger"), m_folder.filePath(QStringLiteral("ledger"))};
    if (m_anchors) {
        arguments << QStringLiteral("--clock-wall-anchor") << QString::number(m_anchors->wall.ms())
                  << QStringLiteral("--clock-shown-anchor")
                  << QString::number(m_anchors->shown.ms()) << QStringLiteral("--clock-speed")
                  << number(m_anchors->speed);
    }
    m_sandbox = std::make_unique<ChildProcess>(ChildProcess::Setup{
        m_setup.sandboxProgram,
        arguments,
        {{QStringLiteral("SOBAN_TOSS_SECRET_KEY"), QString::fromLatin1(kSecret)}}});
    const auto url = m_sandbox->start(QStringLiteral("soban-sandbox listening on "), kStartLimit);
    if (!url)
        return QStringLiteral("the sandbox does not start");
    m_addresses.sandbox = QUrl(*url);
    return std::nullopt;
}

Processes::Fault Processes::startServer() {
    m_server = std::make_unique<ChildProcess>(serverSetup({}));
    const auto url = m_server->start(QStringLiteral("soban-server listening on "), kStartLimit);
    if (!url)
        return QStringLiteral("the server does not start");
    m_addresses.server = QUrl(*url);
    return std::nullopt;
}

void Processes::endServer(bool kill) {
    if (!m_server)
        return;
    if (kill)
        m_server->kill();
    else
        m_server->terminate(std::chrono::seconds(15));
    m_log += m_server->standardError();
    m_server.reset();
}

void Processes::stop() {
    onThread([this]() -> Fault {
        endServer(false);
        m_sandbox.reset();
        return std::nullopt;
    });
}

void Processes::killServer() {
    ++m_kills;
    QMetaObject::invokeMethod(&m_worker, [this] {
        QElapsedTimer down;
        down.start();
        endServer(true);
        const Fault fault = startServer();
        emit serverBack(down.elapsed(), fault.value_or(QString()));
    });
}

QByteArray Processes::serverLog() {
    QByteArray log;
    onThread([this, &log]() -> Fault {
        log = m_log + (m_server ? m_server->standardError() : QByteArray());
        return std::nullopt;
    });
    return log;
}

} // namespace soban::replay
