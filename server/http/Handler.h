// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/Answer.h"
#include "http/Reply.h"
#include "http/Request.h"

#include <memory>
#include <variant>

class QWebSocket;

namespace soban::http {

/// Yes to a WebSocket upgrade. `ticket` is the handler's own number (say, of the signed-in session
/// it has just looked up); it comes back with the opened socket.
struct UpgradeAccepted {
    quint64 ticket = 0;
};

using UpgradeVerdict = std::variant<UpgradeAccepted, Answer>;

/// What a Listener serves. All calls come on the Listener's thread and must not block; when several
/// Listeners share one handler, they call it from several threads at once.
class Handler {
public:
    virtual ~Handler();

    /// One complete request. Answer through `reply`, now or later, from any thread.
    virtual void handle(Request request, Reply reply) = 0;

    /// A WebSocket upgrade with a sound handshake. The verdict is given at once: Qt 6.4 can't wait.
    /// Check path, token and Origin here. By default there are no WebSockets: 404.
    virtual UpgradeVerdict upgrade(const Request &request);

    /// The socket of an accepted upgrade. It lives on the Listener's thread and belongs to the
    /// handler now; it has frame and message limits, but its send queue has none: watch
    /// bytesToWrite().
    virtual void webSocketOpened(std::unique_ptr<QWebSocket> socket, quint64 ticket);

    /// The answer for what the transport itself refuses (400, 408, 411, 413, 414, 426, 431, 500,
    /// 501, 503). `reason` is a short English sentence without user data. By default plain text.
    virtual Answer refusal(int status, const QByteArray &reason) const;
};

} // namespace soban::http
