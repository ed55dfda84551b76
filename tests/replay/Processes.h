// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "replay/TownClock.h"
#include "support/ChildProcess.h"

#include <QMap>
#include <QTemporaryDir>
#include <QThread>
#include <QUrl>

#include <atomic>
#include <functional>

namespace soban::replay {

/// The real programs: a server on a database of its own and the payment sandbox. They live on a
/// thread of their own, so that the clients go on while a server is killed and started again; they
/// end with this object, and with the process.
class Processes : public QObject {
    Q_OBJECT

public:
    struct Setup {
        QString serverProgram;
        QString sandboxProgram;
        QString databaseFile; ///< empty: in the temporary folder
        QStringList serverArguments = {};
        QMap<QString, QString> settings = {}; ///< of the server, besides those made here
    };
    struct Addresses {
        QUrl server;
        QUrl sandbox;
    };
    using Fault = std::optional<QString>;

    explicit Processes(Setup setup);
    ~Processes() override;

    /// A folder that goes with this object.
    const QTemporaryDir &folder() const { return m_folder; }

    /// Runs `soban-server` with a command, such as `import FILE`, to its end.
    Fault runServer(const QStringList &command, const Anchors &anchors);
    /// Starts both, at the ports of the last time.
    Fault start(const std::optional<Anchors> &anchors);
    /// Ends both, in good order.
    void stop();
    const Addresses &addresses() const { return m_addresses; }

    /// SIGKILLs the server and starts it again; `killed` tells when it serves once more.
    void killServer();
    int kills() const { return m_kills; }
    /// What the server said on its standard error, over all its runs.
    QByteArray serverLog();

    static QString operatorLogin();
    static QString operatorPassword();

signals:
    /// The server is back, or is not, with the reason.
    void serverBack(qint64 downMs, const QString &fault);

private:
    using Child = std::unique_ptr<testing::ChildProcess>;

    Fault onThread(const std::function<Fault()> &work);
    QStringList serverArguments() const;
    testing::ChildProcess::Setup serverSetup(const QStringList &command) const;
    Fault startSandbox();
    Fault startServer();
    void endServer(bool kill);

    const Setup m_setup;
    const QTemporaryDir m_folder;
    QThread m_thread;
    QObject m_worker; ///< lives on m_thread, as all that follows is used there
    std::optional<Anchors> m_anchors;
    Addresses m_addresses;
    Child m_sandbox;
    Child m_server;
    QByteArray m_log;
    std::atomic<int> m_kills = 0;
};

} // namespace soban::replay
