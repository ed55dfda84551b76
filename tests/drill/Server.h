// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Result.h"
#include "load/LoopbackSocket.h"
#include "support/ChildProcess.h"

#include <QMap>

#include <memory>

namespace soban::drill {

/// The reason of what went wrong, if anything did.
using Fault = std::optional<QString>;

/// The real soban-server, on a free port; started again and again.
class Server {
public:
    /// `settings`: `key=value` each, besides what all servers of drills have.
    Server(const QString &program, const QStringList &settings);

    /// `environment`: on top of this program's own. `arguments`: of this start alone.
    Fault start(const QMap<QString, QString> &environment, const QStringList &arguments = {});
    /// Starts it and kills it before long, most likely before it is ready.
    Fault startInVain(const QMap<QString, QString> &environment, std::chrono::milliseconds life);
    /// Starts it without waiting until it is ready; `isReady` tells.
    Fault launch();
    /// Whether it has said that it listens since `launch`; a fault if it never will.
    Result<bool, QString> isReady();
    /// Whether it has ended, by itself.
    bool hasEnded() { return m_process->waitForEnd(std::chrono::milliseconds(0)); }
    /// Waits for its end, and tells with which code; nothing if it goes on, or was struck down.
    std::optional<int> exitCode();
    /// SIGKILL.
    void kill();
    /// SIGTERM, and it ends well.
    Fault stop();

    bench::Port port() const { return m_port; }

private:
    void make(const QMap<QString, QString> &environment, const QStringList &arguments = {});

    const QString m_program;
    const QStringList m_arguments;
    std::unique_ptr<testing::ChildProcess> m_process;
    bench::Port m_port;
};

} // namespace soban::drill
