// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMap>
#include <QProcess>
#include <QString>
#include <QStringList>
#include <QTemporaryFile>

#include <chrono>
#include <optional>

namespace soban::testing {

/// A program that a test runs: it ends with this object, and with the test's process should that
/// crash. Its standard error goes to a file, so that a talkative program never blocks, and is
/// printed when the test failed.
class ChildProcess {
public:
    struct Setup {
        QString program; ///< for example SOBAN_BIN_DIR "/soban-sandbox"
        QStringList arguments = {};
        QMap<QString, QString> environment = {}; ///< on top of the test's own
    };

    explicit ChildProcess(const Setup &setup);
    /// Terminates, and kills what does not end within five seconds.
    ~ChildProcess();
    Q_DISABLE_COPY_MOVE(ChildProcess)

    /// Starts the program and waits for a line on its standard output that begins with `lineStart`:
    /// the rest of that line. Nothing when it ends before or takes too long.
    std::optional<QString> start(const QString &lineStart,
                                 std::chrono::milliseconds limit = std::chrono::seconds(20));
    /// Starts the program without waiting for what it says; false when there is no such program.
    bool launch();
    /// Waits for one more such line.
    std::optional<QString> waitForLine(const QString &lineStart,
                                       std::chrono::milliseconds limit = std::chrono::seconds(20));

    /// Starts a program that does something and ends: true when it did so with exit code 0.
    bool run(std::chrono::milliseconds limit);

    /// SIGTERM. True when the program has then ended by itself with exit code 0.
    bool terminate(std::chrono::milliseconds limit = std::chrono::seconds(10));
    /// SIGKILL, and waits until it is gone.
    void kill();
    /// Waits for its end; false when it still runs.
    bool waitForEnd(std::chrono::milliseconds limit = std::chrono::seconds(10));

    bool isRunning() const { return m_process.state() != QProcess::NotRunning; }
    qint64 processId() const { return m_process.processId(); }
    int exitCode() const { return m_process.exitCode(); }
    QByteArray standardError() const;

private:
    const Setup m_setup;
    QTemporaryFile m_errors;
    QProcess m_process;
};

} // namespace soban::testing
