// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/Schedule.h"

namespace soban {

std::chrono::minutes usualWay(Fulfilment how) {
    // A quarter of an hour is usual within a delivery radius.
    constexpr std::chrono::minutes kWay{15};
    return how == Fulfilment::Collection ? std::chrono::minutes(0) : kWay;
}

Instant readyBy(Instant wantedAt, Fulfilment how) {
    return wantedAt - usualWay(how);
}

} // namespace soban
