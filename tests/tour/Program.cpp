// SPDX-License-Identifier: GPL-3.0-or-later
#include "tour/Program.h"

#include <chrono>

namespace soban::tour {

namespace {

constexpr std::chrono::seconds kStartLimit{30};
constexpr std::chrono::seconds kEndLimit{10};
/// The hand keeps the limit itself; so much later it is taken for dead.
constexpr std::chrono::seconds kGrace{15};

testing::ChildProcess::Setup processOf(const Program::Setup &setup) {
    QMap<QString, QString> environment = setup.environment;
    environment.insert(QStringLiteral("QT_QPA_GENERIC_PLUGINS"),
                       QStringLiteral("sobanhand:") + setup.socket);
    const auto now = std::chrono::steady_clock::now().time_since_epoch();
    environment.insert(
        QStringLiteral("SOBAN_HAND_STARTED"),
        QString::number(std::chrono::duration_cast<std::chrono::nanoseconds>(now).count()));
    return {setup.executable, setup.arguments, environment};
}

} // namespace

Program::Program(const Setup &setup, const replay::Interrupt &interrupt)
    : m_name(setup.name)
    , m_executable(setup.executable)
    , m_socketPath(setup.socket)
    , m_interrupt(interrupt)
    , m_process(processOf(setup)) {}

Program::~Program() = default;

Program::Fault Program::start() {
    if (!m_server.listen(m_socketPath))
        return m_server.errorString();
    if (!m_process.start(QStringLiteral("sobanhand is there"), kStartLimit))
        return m_executable + QStringLiteral(" does not start: ") +
               QString::fromUtf8(m_process.standardError());
    if (!m_server.waitForNewConnection(int(std::chrono::milliseconds(kStartLimit).count())))
        return m_executable + QStringLiteral(" has no hand");
    m_socket = m_server.nextPendingConnection();
    connect(m_socket, &QLocalSocket::readyRead, this, &Program::read);
    connect(m_socket, &QLocalSocket::disconnected, this, [this] {
        if (m_gate)
            m_gate->open();
    });
    return std::nullopt;
}

qint64 Program::begin(hand::Request request) {
    request.id = ++m_last;
    m_limits.insert(request.id, request.limitMs);
    m_socket->write(encode(request));
    m_socket->flush();
    return request.id;
}

void Program::read() {
    while (m_socket->canReadLine()) {
        if (const auto reply = hand::readReply(m_socket->readLine()))
            m_replies.insert(reply->id, *reply);
    }
    if (m_gate && m_replies.contains(m_awaited))
        m_gate->open();
}

hand::Reply Program::end(qint64 id) {
    const std::chrono::milliseconds limit(m_limits.take(id));
    if (!m_replies.contains(id) && m_socket->state() == QLocalSocket::ConnectedState) {
        replay::Gate gate(m_interrupt);
        m_gate = &gate;
        m_awaited = id;
        gate.wait(limit + kGrace);
        m_gate = nullptr;
    }
    if (m_replies.contains(id))
        return m_replies.take(id);
    return {id, false,
            m_process.isRunning() ? QStringLiteral("the program does not react")
                                  : QStringLiteral("the program has ended")};
}

std::optional<int> Program::waitForEnd() {
    if (!m_process.waitForEnd(kEndLimit))
        return std::nullopt;
    return m_process.exitCode();
}

} // namespace soban::tour
