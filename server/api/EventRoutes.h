// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/RouteFunctions.h"

namespace soban::api {

/// A long poll for events, checked: whoever serves it answers `reply`.
struct PollRequest {
    http::Reply reply;
    SessionId session;
    Actor actor;
    std::optional<Sequence> since;
    int waitMs;
    int limit;
};

/// The route of the long poll. Its function belongs to one network thread, as `servePoll` does.
RouteFunctions eventFunctions(std::function<void(const PollRequest &)> servePoll);

} // namespace soban::api
