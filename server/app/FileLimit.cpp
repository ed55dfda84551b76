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
    // Half for each kind where it is tight: an open WebSocket is no HTTP connection any more.
    const qint64 share = std::max((files - kKeptBack) / 2, kLeast);
    hub.maxFollowers = int(std::min<qint64>(hub.maxFollowers, share));
    http.maxConnections = int(std::min<qint64>(http.maxConnections, share));
}

} // namespace soban::app
