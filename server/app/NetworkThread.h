// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/ApiHandler.h"
#include "http/Listener.h"
#include "realtime/Hub.h"

#include <QThread>
#include <QTimer>

#include <atomic>
#include <memory>

namespace soban::app {

/// One thread of the network: a listening socket, its handler and the hub of its streams. A
/// connection stays on the thread that accepted it.
class NetworkThread {
public:
    /// Looks for what other servers have committed; `then` hears on any thread whether it could.
    /// False if it does not.
    using LookAround = std::function<bool(const std::function<void(bool hasLooked)> &then)>;
    struct Needs {
        api::RouteFunctions functions;
        const identity::SessionDirectory &sessions;
        const EventBus &bus;
        ReadPool &readers;
        api::ClientAddresses clients;
        http::Limits httpLimits;
        realtime::HubLimits hubLimits;
        /// Any thread.
        std::function<bool()> isCardPaymentDown;
        std::optional<QSslConfiguration> tls = {};
        LookAround lookAround = {}; ///< where there may be other servers
    };

    /// `number`: of this thread among the others, for its name.
    NetworkThread(Needs needs, int number);
    ~NetworkThread();
    Q_DISABLE_COPY_MOVE(NetworkThread)

    /// Blocks until it listens; the reason if it cannot.
    http::ListenOutcome listen(const QHostAddress &address, quint16 port, http::PortUse use);
    quint16 port() const { return m_port; }
    /// Blocks until nothing new is accepted and the polls that waited are answered; what else is in
    /// flight goes on, and so do the streams.
    void stopAccepting();
    qsizetype inFlight();
    /// Open HTTP connections, as counted at most a moment ago; any thread.
    qsizetype connections() const { return m_connections.load(); }
    /// Any thread, once it listens.
    const realtime::HubCounters &hubCounts() const { return m_hub->counts(); }
    /// Closes the streams with "service restart".
    void sayGoodbye();
    /// The same, then everything else; ends the thread.
    void close();

private:
    api::ApiHandler::LookAround lookAroundFromHere();
    template <typename Function>
    auto onThread(Function function);

    Needs m_needs;
    QThread m_thread;
    QObject m_context; ///< lives on the thread: what is to run there is posted to it
    std::unique_ptr<realtime::Hub> m_hub;
    std::unique_ptr<api::ApiHandler> m_handler;
    std::unique_ptr<http::Listener> m_listener;
    std::unique_ptr<QTimer> m_count;
    std::atomic<qsizetype> m_connections = 0;
    quint16 m_port = 0;
};

} // namespace soban::app
