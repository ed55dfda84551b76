// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/EventRoutes.h"

#include "api/ApiHandler.h"

namespace soban::api {

using contract::ErrorCode;
using contract::Problem;
using contract::RouteId;

namespace {

constexpr int kLongestWaitMs = 25'000;

/// `waitMs`: how long the client is willing to wait; 0 when absent. Refuses the call if malformed.
std::optional<int> waitOf(const Call &call) {
    const auto text = call.request.queryValue(u"waitMs");
    if (!text)
        return 0;
    if (const auto waitMs = plainNumber(*text))
        return std::min(*waitMs, kLongestWaitMs);
    refuse(call, Problem::at(ErrorCode::OutOfRange, QStringLiteral("waitMs")));
    return std::nullopt;
}

} // namespace

RouteFunctions eventFunctions(std::function<void(const PollRequest &)> servePoll) {
    return {{RouteId::PollEvents, [servePoll = std::move(servePoll)](const Call &call) {
                 const auto since = sinceOf(call.request);
                 if (!since)
                     return refuse(call,
                                   Problem::at(ErrorCode::InvalidValue, QStringLiteral("since")));
                 const auto waitMs = waitOf(call);
                 const auto limit = waitMs ? pageLimit(call) : std::nullopt;
                 if (limit)
                     servePoll({call.reply, *call.session, call.actor, *since, *waitMs, *limit});
             }}};
}

} // namespace soban::api
