// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/App.h"
#include "replay/Processes.h"
#include "support/FaultProxy.h"
#include "tour/Options.h"
#include "tour/Program.h"

#include <QNetworkAccessManager>

namespace soban::tour {

/// Where it is played: a server with the demo town and a payment sandbox, and a screen.
class Stage {
public:
    using Fault = std::optional<QString>;

    Stage(const Options &options, const replay::Interrupt &interrupt);
    ~Stage();

    /// Starts all that the apps need.
    Fault open();
    /// Starts an app. The error is in words.
    Result<std::unique_ptr<Program>, QString> start(const QString &name, desk::App app);

    /// Nobody answers any more.
    void stopServer() { m_processes.stop(); }
    Fault startServer();
    /// Registers a card on the provider's page, as one does in the browser.
    Fault registerCard(const QUrl &page);
    /// Lets everything go on for so long.
    void pause(std::chrono::milliseconds span) const;
    /// Without anything in between.
    QUrl serverUrl() const { return m_processes.addresses().server; }
    QUrl sandboxUrl() const { return m_processes.addresses().sandbox; }
    /// A photo to choose.
    QString photo() const { return inFolder(QStringLiteral("photo.png")); }
    int upgradesRefused() const { return m_proxy ? m_proxy->upgradesMet() : 0; }

private:
    QString inFolder(const QString &name) const { return m_processes.folder().filePath(name); }
    Fault openScreen();
    Fault paintPhoto() const;
    Program::Setup setupOf(const QString &name, desk::App app) const;

    const Options m_options;
    const replay::Interrupt &m_interrupt;
    replay::Processes m_processes;
    std::unique_ptr<testing::FaultProxy> m_proxy;
    std::unique_ptr<testing::ChildProcess> m_xvfb;
    QNetworkAccessManager m_browser;
    QMap<QString, QString> m_screen; ///< for the environment
};

} // namespace soban::tour
