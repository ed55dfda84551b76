// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <chrono>
#include <random>

namespace soban::client {

/// Small and seeded, so that a replay of thousands of clients is the same each time.
using Random = std::minstd_rand;

/// Near seeds, such as the numbers of clients, give unrelated sequences: minstd_rand alone would
/// begin all of them alike.
Random randomOf(quint32 seed);

/// How long to wait before trying again: the span doubles from `base` up to `most`, and a random
/// part of its second half is left out, so that clients that failed together come back apart.
struct Backoff {
    std::chrono::milliseconds base{500};
    std::chrono::milliseconds most{30'000};

    /// `failures` counts from 0.
    std::chrono::milliseconds delay(int failures, Random &random) const;
};

} // namespace soban::client
