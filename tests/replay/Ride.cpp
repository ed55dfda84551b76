// SPDX-License-Identifier: GPL-3.0-or-later
#include "replay/Ride.h"

#include "replay/Geography.h"

#include <algorithm>

namespace soban::replay {

namespace {

constexpr int kLegs = 4; ///< the position is told at the end of each but the last

} // namespace

Ride::Ride(const TownClock &clock, const GeoPoint &from, double metersPerMinute)
    : m_clock(clock)
    , m_metersPerMinute(metersPerMinute)
    , m_from(from)
    , m_to(from)
    , m_leftAt(clock.now()) {
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &Ride::takeLeg);
}

void Ride::rideTo(const GeoPoint &place) {
    m_from = position();
    m_to = place;
    m_leftAt = m_clock.now();
    m_span = Timeline::spanOf(m_from.distanceMetersTo(m_to) / m_metersPerMinute);
    m_leg = 0;
    m_isMoving = true;
    m_timer.start(m_clock.wallTimeUntil(m_leftAt + m_span / kLegs));
}

void Ride::takeLeg() {
    if (++m_leg < kLegs) {
        m_timer.start(m_clock.wallTimeUntil(m_leftAt + m_span * (m_leg + 1) / kLegs));
        emit passed(position());
        return;
    }
    m_isMoving = false;
    m_from = m_to;
    emit arrived();
}

void Ride::stop() {
    m_from = position();
    m_to = m_from;
    m_isMoving = false;
    m_timer.stop();
}

GeoPoint Ride::position() const {
    if (!m_isMoving || m_span.count() == 0)
        return m_isMoving ? m_to : m_from;
    const double part = double((m_clock.now() - m_leftAt).count()) / double(m_span.count());
    return between(m_from, m_to, std::clamp(part, 0.0, 1.0));
}

} // namespace soban::replay
