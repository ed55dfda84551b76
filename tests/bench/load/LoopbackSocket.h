// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "load/Poller.h"

#include <QByteArray>

#include <optional>

namespace soban::bench {

/// Where a server of this machine listens, on 127.0.0.1.
struct Port {
    quint16 number = 0;
};

/// A TCP connection to a server of this machine, never blocking. It watches itself in the poller.
class LoopbackSocket {
public:
    /// Begins to connect, from a loopback address that is the number's own: the server limits what
    /// one address may do. Ends the process where there are no sockets left to have.
    LoopbackSocket(Poller &poller, Pollable &owner, Port port, int number);
    ~LoopbackSocket();
    Q_DISABLE_COPY_MOVE(LoopbackSocket)

    /// Sends what the kernel takes now and keeps the rest for `flush`.
    void send(QByteArrayView bytes);
    void flush();
    /// What has come, until the next socket reads; nothing once the connection is over.
    std::optional<QByteArrayView> receive();

private:
    Poller &m_poller;
    Pollable &m_owner;
    bool m_isRefused = false; ///< nobody listens there
    const int m_descriptor;
    QByteArray m_unsent;
    bool m_waitsForRoom = true; ///< the first of which is to be connected
};

} // namespace soban::bench
