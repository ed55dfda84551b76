// SPDX-License-Identifier: GPL-3.0-or-later
// Private to server/http.
#pragma once

#include "http/Listener.h"

namespace soban::http {

/// Descriptor of a socket that listens there, or why there is none. The caller closes it.
struct ListeningSocket {
    int descriptor = -1;
    QString error;
};

/// Several may listen on one port, each with a queue of its own: the kernel spreads over them what
/// arrives. To claim a port is refused where somebody listens already, to join it is not.
ListeningSocket openListeningSocket(const QHostAddress &address, quint16 port, PortUse use,
                                    int backlog);

} // namespace soban::http
