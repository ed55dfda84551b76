// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hand/Messages.h"
#include "replay/Waiting.h"
#include "support/ChildProcess.h"

#include <QHash>
#include <QLocalServer>
#include <QLocalSocket>

namespace soban::tour {

/// One of the apps as a process of its own, with a hand in front of its window.
class Program : public QObject {
    Q_OBJECT

public:
    struct Setup {
        QString name; ///< for people: customer
        QString executable;
        QStringList arguments;
        QMap<QString, QString> environment;
        QString socket; ///< a path that is free
    };
    using Fault = std::optional<QString>;

    Program(const Setup &setup, const replay::Interrupt &interrupt);
    ~Program() override;

    const QString &name() const { return m_name; }
    /// Returns when the process runs and the hand is there; the window comes by itself.
    Fault start();

    /// Gives an order to the hand; `end` waits for what came of it.
    qint64 begin(hand::Request request);
    hand::Reply end(qint64 id);
    hand::Reply ask(const hand::Request &request) { return end(begin(request)); }

    /// Waits until the process has ended by itself; its exit code.
    std::optional<int> waitForEnd();
    QByteArray log() const { return m_process.standardError(); }

private:
    void read();

    const QString m_name;
    const QString m_executable;
    const QString m_socketPath;
    const replay::Interrupt &m_interrupt;
    testing::ChildProcess m_process;
    QLocalServer m_server;
    QLocalSocket *m_socket = nullptr;
    qint64 m_last = 0;
    QHash<qint64, int> m_limits; ///< of what is under way
    QHash<qint64, hand::Reply> m_replies;
    replay::Gate *m_gate = nullptr; ///< of who waits
    qint64 m_awaited = 0;
};

} // namespace soban::tour
