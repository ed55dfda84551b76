// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/Request.h"

#include <QByteArrayView>

#include <functional>

namespace soban::http {

/// What a Listener lets in. Each limit is enforced before Qt's own parser sees the bytes.
struct Limits {
    int maxConnections = 12000;             ///< Then 503. WebSockets count no more once open.
    qsizetype maxTargetBytes = 4096;        ///< Path and query as sent; then 414.
    qsizetype maxHeaderBytes = 16 * 1024;   ///< Request line and headers together; then 431.
    int maxHeaders = 64;                    ///< Then 431. Qt's parser loses headers beyond 100.
    qint64 maxBodyBytes = 64 * 1024;        ///< Then 413.
    int maxPipelinedRequests = 32;          ///< Unanswered requests of one connection; then 503.
    qint64 maxQueuedAnswerBytes = 16 << 20; ///< Unread by the client; then it is cut off.
    quint64 maxWebSocketBytes = 64 * 1024;  ///< Of one incoming frame and of one message.
    int lingerMs = 1000; ///< How long a refused client may take to read its answer.

    /// The body limit of some routes (a picture: 4 MiB), in place of maxBodyBytes. Gets the raw
    /// path without the query. Called on the Listener's thread.
    std::function<qint64(Method method, QByteArrayView rawPath)> maxBodyBytesFor = {};
};

} // namespace soban::http
