// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "load/LoopbackSocket.h"
#include "support/ChildProcess.h"

#include <QMap>
#include <QUrl>

namespace soban::bench {

using Fault = std::optional<QString>;

/// One of the real programs, held on one core, on a free port. It ends with this object.
class Child {
public:
    Child(const testing::ChildProcess::Setup &setup, int core);

    /// Waits for the line that tells the address, and reads it.
    Fault start(const QString &lineStart);

    Port port() const { return m_port; }
    QUrl url() const { return m_url; }
    /// From its start until it said that it listens.
    Span startSpan() const { return m_startSpan; }
    /// What it holds of the machine's memory, in KiB; 0 if it is gone.
    qint64 residentKiB() const;
    /// The processor time that it has used.
    Span cpuTime() const;

private:
    testing::ChildProcess m_process;
    const QString m_program;
    const int m_core;
    Port m_port;
    QUrl m_url;
    Span m_startSpan{0};
};

/// `name`, beside this program.
QString programBeside(const QString &name);

/// How soban-server is started here.
struct ServerSetup {
    QString databaseFile;
    QString databaseUrl = {}; ///< in its place, for a database of PostgreSQL
    QUrl paymentUrl = QUrl(QStringLiteral("http://127.0.0.1:9")); ///< where nobody answers
    QStringList arguments = {};
    QMap<QString, QString> settings = {};
};

class ServerChild : public Child {
public:
    ServerChild(const ServerSetup &setup, int core);
    Fault start() { return Child::start(QStringLiteral("soban-server listening on ")); }
};

class SandboxChild : public Child {
public:
    explicit SandboxChild(int core);
    Fault start() { return Child::start(QStringLiteral("soban-sandbox listening on ")); }
};

} // namespace soban::bench
