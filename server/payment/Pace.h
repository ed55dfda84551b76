// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <chrono>

namespace soban::payment {

/// How long something open rests before the provider is asked again: doubled each time (G14).
struct Pace {
    std::chrono::milliseconds first{2'000};
    std::chrono::milliseconds most{120'000};

    std::chrono::milliseconds after(int rests) const {
        constexpr int kMostDoublings = 20;
        return std::min(first * (1 << std::min(rests, kMostDoublings)), most);
    }
};

} // namespace soban::payment
