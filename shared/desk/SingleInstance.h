// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLocalServer>
#include <QLockFile>
#include <QObject>

#include <memory>

namespace soban::desk {

/// Lets one process of a user run per app and profile. The first holds a lock and listens; a
/// second one asks it to come forward, and ends.
class SingleInstance : public QObject {
    Q_OBJECT

public:
    enum class Start {
        First,  ///< go on
        Handed, ///< the first one was told: end with 0
        Failed, ///< another one runs but does not answer, or the folder is not ours
    };

    /// `lockFile` as `Places::instanceLock` has it; the socket lies beside it.
    explicit SingleInstance(const QString &lockFile, QObject *parent = nullptr);
    ~SingleInstance() override;

    /// Finds out; what a crashed process left is cleared away. Asking another one takes up to
    /// `patience`, in which nothing else happens: it comes before the first window.
    Start begin(std::chrono::milliseconds patience = std::chrono::milliseconds(3'000));
    /// What was wrong, for stderr.
    const QString &fault() const { return m_fault; }

signals:
    /// Another start wants this one to come forward. `activationToken` is the desktop's permission
    /// to take the focus; it may be empty.
    void raiseRequested(const QString &activationToken);

private:
    bool listen();
    bool askFirst(std::chrono::milliseconds patience);
    void serve();

    QString m_socketName;
    QString m_fault;
    QLockFile m_lock;
    QLocalServer m_server;
};

} // namespace soban::desk
