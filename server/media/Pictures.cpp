// SPDX-License-Identifier: GPL-3.0-or-later
#include "media/Pictures.h"

namespace soban::media {

using namespace std::chrono_literals;

std::optional<contract::Problem> Pictures::keep(const FinishedPicture &picture, AccountId by) {
    const Instant now = m_clock.now();
    if (m_book.countSince(by, now - 24h) >= kMostPerDay)
        return contract::Problem::of(contract::ErrorCode::TooManyRequests);
    m_book.put(picture, by, now);
    return {};
}

} // namespace soban::media
