// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/Schedule.h"

#include <algorithm>

namespace soban {

std::chrono::minutes preparationNow(int preparationMinutes, std::optional<int> extraMinutes) {
    constexpr int kLongest = 240; // the longest with which an order may be accepted
    return std::chrono::minutes(std::min(preparationMinutes + extraMinutes.value_or(0), kLongest));
}

std::chrono::minutes usualWay(Fulfilment how) {
    // A quarter of an hour is usual within a delivery radius.
    constexpr std::chrono::minutes kWay{15};
    return how == Fulfilment::Collection ? std::chrono::minutes(0) : kWay;
}

Promise promiseOf(std::chrono::minutes preparation, Fulfilment how) {
    constexpr int kStep = 5; // nobody promises 27 minutes
    const int whole = int((preparation + usualWay(how)).count());
    const std::chrono::minutes soonest((whole + kStep - 1) / kStep * kStep);
    return {soonest, soonest + kPromiseSpan};
}

Instant readyBy(Instant wantedAt, Fulfilment how) {
    return wantedAt - usualWay(how);
}

} // namespace soban
