// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/Backoff.h"

#include <algorithm>

namespace soban::client {

Random randomOf(quint32 seed) {
    std::seed_seq mixed{seed};
    return Random(mixed);
}

std::chrono::milliseconds Backoff::delay(int failures, Random &random) const {
    constexpr int kMostDoublings = 20; // keeps the product far from overflow
    const long long doubled = base.count() * (1LL << std::clamp(failures, 0, kMostDoublings));
    const long long span = std::max(std::min<long long>(doubled, most.count()), 1LL);
    return std::chrono::milliseconds(
        std::uniform_int_distribution<long long>(span - span / 2, span)(random));
}

} // namespace soban::client
