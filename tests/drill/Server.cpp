// SPDX-License-Identifier: GPL-3.0-or-later
#include "drill/Server.h"

#include <QUrl>

namespace soban::drill {

namespace {

const auto kReady = QStringLiteral("soban-server listening on ");

QStringList argumentsFor(const QStringList &own) {
    // Nobody answers at the provider's address: all orders are paid on delivery.
    const QStringList settings{QStringLiteral("listen.port=0"),
                               QStringLiteral("payment.url=http://127.0.0.1:9"),
                               QStringLiteral("network.threads=1")};
    QStringList arguments;
    for (const QString &setting : settings + own)
        arguments << QStringLiteral("--set") << setting;
    return arguments;
}

} // namespace

Server::Server(const QString &program, const QStringList &settings)
    : m_program(program), m_arguments(argumentsFor(settings)) {}

void Server::make(const QMap<QString, QString> &environment, const QStringList &arguments) {
    QMap<QString, QString> variables = environment;
    variables.insert(QStringLiteral("SOBAN_TOSS_SECRET_KEY"), QStringLiteral("test_sk_drill"));
    m_process = std::make_unique<testing::ChildProcess>(
        testing::ChildProcess::Setup{m_program, m_arguments + arguments, variables});
}

Fault Server::start(const QMap<QString, QString> &environment, const QStringList &arguments) {
    make(environment, arguments);
    const auto url = m_process->start(kReady);
    if (!url)
        return QStringLiteral("the server does not start: ") +
               QString::fromUtf8(m_process->standardError());
    m_port = {quint16(QUrl(*url).port())};
    return std::nullopt;
}

Fault Server::startInVain(const QMap<QString, QString> &environment,
                          std::chrono::milliseconds life) {
    make(environment);
    if (!m_process->launch())
        return QStringLiteral("there is no server to start");
    m_process->waitForLine(kReady, life);
    kill();
    return std::nullopt;
}

Fault Server::launch() {
    make({});
    m_port = {};
    return m_process->launch() ? std::nullopt
                               : Fault(QStringLiteral("there is no server to start"));
}

Result<bool, QString> Server::isReady() {
    const auto url = m_process->waitForLine(kReady, std::chrono::milliseconds(1));
    if (url)
        m_port = {quint16(QUrl(*url).port())};
    else if (!m_process->isRunning())
        return QString(QStringLiteral("the server does not start: ") +
                       QString::fromUtf8(m_process->standardError()));
    return url.has_value();
}

std::optional<int> Server::exitCode() {
    if (!m_process->waitForEnd())
        return std::nullopt;
    return m_process->exitCode();
}

void Server::kill() {
    m_process->kill();
}

Fault Server::stop() {
    if (m_process->terminate())
        return std::nullopt;
    return QStringLiteral("the server does not end well: ") +
           QString::fromUtf8(m_process->standardError());
}

} // namespace soban::drill
