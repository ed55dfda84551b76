// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/PeerCounts.h"
#include "http/Request.h"

#include <QByteArrayView>

#include <functional>

namespace soban::http {

/// What a Listener lets in. Each limit is enforced before Qt's own parser sees the bytes. Times are
/// kept to a tenth of a second.
struct Limits {
    int maxConnections = 12000; ///< Then 503. WebSockets count no more once open.
    /// Connections of one address, WebSockets too; then 429. Shared by the listeners of one port;
    /// a listener that is given none counts on its own, without a limit.
    std::shared_ptr<PeerCounts> peers = {};
    int maxRequestsPerConnection = 100'000; ///< The answer to the last one ends the connection.

    qsizetype maxTargetBytes = 4096;        ///< Path and query as sent; then 414.
    qsizetype maxHeaderBytes = 16 * 1024;   ///< Request line and headers together; then 431.
    int maxHeaders = 64;                    ///< Then 431. Qt's parser loses headers beyond 100.
    qint64 maxBodyBytes = 64 * 1024;        ///< Then 413.
    int maxPipelinedRequests = 32;          ///< Unanswered requests of one connection; then 503.
    qint64 maxQueuedAnswerBytes = 16 << 20; ///< Unread by the client; then it is cut off.
    quint64 maxWebSocketBytes = 64 * 1024;  ///< Of one incoming frame and of one message.

    /// From its first byte to the end of a head; then 408. The first head of a connection counts
    /// from the opening, with the handshake of TLS.
    int headMs = 10'000;
    /// For a body, besides the time that the slowest client may take; then 408.
    int bodyMs = 10'000;
    /// The same for reading an answer; then the client is cut off.
    int answerMs = 10'000;
    int minBytesPerSecond = 4096; ///< The slowest client, both ways.
    int idleMs = 60'000;          ///< Between an answer and the next request; then the end.
    int lingerMs = 1000;          ///< How long a refused client may take to read its answer.

    /// The body limit of some routes (a picture: 4 MiB), in place of maxBodyBytes. Gets the raw
    /// path without the query. Called on the Listener's thread.
    std::function<qint64(Method method, QByteArrayView rawPath)> maxBodyBytesFor = {};
};

} // namespace soban::http
