// SPDX-License-Identifier: GPL-3.0-or-later
#include "eventloop/HeldWakeUps.h"

#include <algorithm>

namespace soban {

namespace {
thread_local HeldWakeUps *s_innermost = nullptr;
}

HeldWakeUps::HeldWakeUps() : m_outer(s_innermost) {
    s_innermost = this;
}

HeldWakeUps::~HeldWakeUps() {
    s_innermost = m_outer;
    for (const auto &loop : m_loops) {
        if (!hold(loop))
            loop->wake();
    }
}

bool HeldWakeUps::hold(const std::shared_ptr<Wakeable> &loop) {
    if (!s_innermost)
        return false;
    auto &held = s_innermost->m_loops;
    if (std::find(held.cbegin(), held.cend(), loop) == held.cend())
        held.push_back(loop);
    return true;
}

} // namespace soban
