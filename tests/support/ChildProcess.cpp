// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/ChildProcess.h"

#include <QDeadlineTimer>
#include <QTest>

#include <csignal>
#include <cstdio>
#include <sys/prctl.h>

namespace soban::testing {

namespace {

int left(const QDeadlineTimer &deadline) {
    return static_cast<int>(deadline.remainingTime());
}

} // namespace

ChildProcess::ChildProcess(const Setup &setup) : m_setup(setup) {
    if (!m_errors.open())
        qFatal("no temporary file for the errors of %s", qUtf8Printable(setup.program));
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (auto it = setup.environment.begin(); it != setup.environment.end(); ++it)
        environment.insert(it.key(), it.value());
    m_process.setProcessEnvironment(environment);
    m_process.setProgram(setup.program);
    m_process.setArguments(setup.arguments);
    m_process.setStandardErrorFile(m_errors.fileName(), QIODevice::Append);
    m_process.setChildProcessModifier([] { ::prctl(PR_SET_PDEATHSIG, SIGKILL); });
}

ChildProcess::~ChildProcess() {
    if (isRunning() && !terminate(std::chrono::seconds(5)))
        kill();
    if (QTest::currentTestFailed())
        std::fprintf(stderr, "--- %s said:\n%s---\n", qUtf8Printable(m_setup.program),
                     standardError().constData());
}

std::optional<QString> ChildProcess::start(const QString &lineStart,
                                           std::chrono::milliseconds limit) {
    const auto rest = launch() ? waitForLine(lineStart, limit) : std::nullopt;
    if (!rest)
        qWarning("%s did not start: %s\n%s", qUtf8Printable(m_setup.program),
                 qUtf8Printable(m_process.errorString()), standardError().constData());
    return rest;
}

bool ChildProcess::launch() {
    m_process.start(QIODevice::ReadOnly);
    return m_process.waitForStarted();
}

std::optional<QString> ChildProcess::waitForLine(const QString &lineStart,
                                                 std::chrono::milliseconds limit) {
    const QDeadlineTimer deadline(limit);
    while (true) {
        while (m_process.canReadLine()) {
            const QString line = QString::fromUtf8(m_process.readLine()).trimmed();
            if (line.startsWith(lineStart))
                return line.mid(lineStart.size()).trimmed();
        }
        if (deadline.hasExpired() || !isRunning() || !m_process.waitForReadyRead(left(deadline)))
            return std::nullopt;
    }
}

bool ChildProcess::run(std::chrono::milliseconds limit) {
    return launch() && waitForEnd(limit) && m_process.exitStatus() == QProcess::NormalExit &&
           exitCode() == 0;
}

bool ChildProcess::terminate(std::chrono::milliseconds limit) {
    m_process.terminate();
    return waitForEnd(limit) && m_process.exitStatus() == QProcess::NormalExit && exitCode() == 0;
}

void ChildProcess::kill() {
    m_process.kill();
    m_process.waitForFinished();
}

bool ChildProcess::waitForEnd(std::chrono::milliseconds limit) {
    return !isRunning() || m_process.waitForFinished(static_cast<int>(limit.count()));
}

QByteArray ChildProcess::standardError() const {
    QFile file(m_errors.fileName());
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace soban::testing
