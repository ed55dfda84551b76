// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/FileLimit.h"

#include <algorithm>
#include <limits>
#include <utility>

#include <sys/resource.h>

namespace soban::app {

namespace {

/// For the log, the database with its readers, calls to the provider, event loops, and what a
/// library opens for a moment.
constexpr qint64 kKeptBack = 256;
constexpr qint64 kLeast = 16;

} // namespace

qint64 raiseFileLimit() {
    rlimit limit{};
    if (::getrlimit(RLIMIT_NOFILE, &limit) != 0)
        return 0;
    const rlim_t before = std::exchange(limit.rlim_cur, limit.rlim_max);
    if (::setrlimit(RLIMIT_NOFILE, &limit) != 0)
        limit.rlim_cur = before;
    constexpr rlim_t kMost = std::numeric_limits<int>::max();
    return qint64(std::min(limit.rlim_cur, kMost));
}

void fitTo(qint64 files, http::Limits &http, realtime::HubLimits &hub) {
    // An open WebSocket is no HTTP connection any more. Where it is tight streams get the larger
    // part: everybody who is there has one for as long as they are, and asks now and then.
    const qint64 shared = files - kKeptBack;
    const qint64 streams = std::max(shared * 3 / 5, kLeast);
    const qint64 connections = std::max(shared - streams, kLeast);
    hub.maxFollowers = int(std::min<qint64>(hub.maxFollowers, streams));
    http.maxConnections = int(std::min<qint64>(http.maxConnections, connections));
}

} // namespace soban::app
