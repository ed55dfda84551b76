// SPDX-License-Identifier: GPL-3.0-or-later
#include "drill/Server.h"

#include <QUrl>

namespace soban::drill {

namespace {

const auto kReady = QStringLiteral("soban-server listening on ");

QStringList argumentsFor(const QString &databaseFile) {
    // Nobody answers at the provider's address: all orders are paid on delivery.
    const QStringList settings{
        QStringLiteral("database.file=") + databaseFile, QStringLiteral("listen.port=0"),
        QStringLiteral("payment.url=http://127.0.0.1:9"), QStringLiteral("network.threads=1")};
    QStringList arguments;
    for (const QString &setting : settings)
        arguments << QStringLiteral("--set") << setting;
    return arguments;
}

} // namespace

Server::Server(const QString &program, const QString &databaseFile)
    : m_program(program), m_arguments(argumentsFor(databaseFile)) {}

void Server::make(const QMap<QString, QString> &environment) {
    QMap<QString, QString> variables = environment;
    variables.insert(QStringLiteral("SOBAN_TOSS_SECRET_KEY"), QStringLiteral("test_sk_drill"));
    m_process = std::make_unique<testing::ChildProcess>(
        testing::ChildProcess::Setup{m_program, m_arguments, variables});
}

Fault Server::start(const QMap<QString, QString> &environment) {
    make(environment);
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
