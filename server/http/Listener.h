// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/Handler.h"
#include "http/Limits.h"

#include <QHostAddress>
#include <QSslConfiguration>
#include <QString>

#include <memory>
#include <optional>

namespace soban::http {

/// Whether listen() worked, and if not, why (English, for the log).
struct ListenOutcome {
    bool ok = false;
    QString error;

    explicit operator bool() const { return ok; }
};

/// Whether a port is to be nobody else's, or another listener of this process has claimed it.
enum class PortUse { Claim, Join };

/// One listening port and all its connections.
///
/// Threads: a Listener, its sockets and all calls into its Handler belong to the thread that called
/// listen(), which needs an event loop; every method is called there, the destructor too. Only
/// Reply::send() comes from elsewhere, and reaches the Listener as a queued call.
class Listener {
public:
    /// `handler` must outlive the Listener. With `tls` (of loadTls()) all connections are
    /// encrypted.
    explicit Listener(Handler &handler, Limits limits = {},
                      std::optional<QSslConfiguration> tls = std::nullopt);
    /// Cuts every connection that is left; replies still held elsewhere go nowhere.
    ~Listener();
    Q_DISABLE_COPY_MOVE(Listener)

    /// Starts serving; port 0 takes a free one. Once per Listener. Connections to a port that
    /// several have joined are spread over them.
    ListenOutcome listen(const QHostAddress &address, quint16 port, PortUse use = PortUse::Claim);
    /// The port in use; 0 when not listening.
    quint16 port() const;

    /// Closes the port and all idle connections. Requests in flight are still answered, and their
    /// connections end with the answer.
    void stopAccepting();

    /// Open HTTP connections (a WebSocket leaves the count when it opens).
    qsizetype connectionCount() const;
    /// Requests that were handed to the Handler and are not answered yet.
    qsizetype inFlightCount() const;

private:
    class Core;
    std::unique_ptr<Core> m_core;
};

} // namespace soban::http
