// SPDX-License-Identifier: GPL-3.0-or-later
#include "replay/TownClock.h"

#include <cmath>

namespace soban::replay {

void TownClock::set(const Anchors &anchors) {
    auto clock = std::make_shared<const ScaledClock>(anchors.wall, anchors.shown, anchors.speed);
    const std::lock_guard lock(m_mutex);
    m_clock = std::move(clock);
}

std::shared_ptr<const ScaledClock> TownClock::present() const {
    const std::lock_guard lock(m_mutex);
    return m_clock;
}

QString Timeline::toText(double minute) {
    const int whole = int(std::floor(std::max(minute, 0.0)));
    return QStringLiteral("%1:%2")
        .arg(whole / 60, 2, 10, QLatin1Char('0'))
        .arg(whole % 60, 2, 10, QLatin1Char('0'));
}

} // namespace soban::replay
