// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/ApiError.h"
#include "contract/Routes.h"

namespace soban::client {

/// What is wrong with a good answer to a command, if it is not what the route promises: somebody on
/// the way (a proxy, the page of a hotel's network) may have spoken in the server's place.
std::optional<ApiError> brokenPromise(contract::RouteId route, const Answered &answered);

} // namespace soban::client
