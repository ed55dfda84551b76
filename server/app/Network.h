// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/NetworkThread.h"

#include <vector>

namespace soban::app {

/// The network: several threads that listen on one port. The kernel gives each connection to one of
/// them; they share nothing but what `docs/threads.md` names.
class Network {
public:
    Network(const NetworkThread::Needs &needs, int threads);

    /// Blocks until all listen; the reason if one cannot.
    http::ListenOutcome listen(const QHostAddress &address, quint16 port);
    quint16 port() const { return m_threads.front()->port(); }

    /// Of all threads, as counted at most a moment ago; any thread.
    struct Counts {
        qint64 connections = 0;
        qint64 streams = 0;
        qint64 polls = 0;
    };
    Counts counts() const;

    /// See NetworkThread.
    void stopAccepting();
    qsizetype inFlight();
    void close();

private:
    std::vector<std::unique_ptr<NetworkThread>> m_threads;
};

} // namespace soban::app
