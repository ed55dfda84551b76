// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/GeoPoint.h"
#include "replay/TownClock.h"

#include <QObject>
#include <QTimer>

namespace soban::replay {

/// Somebody's way through the town, at a steady speed of town time.
class Ride : public QObject {
    Q_OBJECT

public:
    Ride(const TownClock &clock, const GeoPoint &from, double metersPerMinute);

    /// Sets out from where it is; a ride under way is given up.
    void rideTo(const GeoPoint &place);
    /// Stays where it is.
    void stop();
    bool isMoving() const { return m_isMoving; }
    GeoPoint position() const;

signals:
    void passed(const soban::GeoPoint &position); ///< a few times on the way
    void arrived();

private:
    void takeLeg();

    const TownClock &m_clock;
    const double m_metersPerMinute;
    GeoPoint m_from;
    GeoPoint m_to;
    Instant m_leftAt;
    std::chrono::milliseconds m_span{0};
    int m_leg = 0;
    bool m_isMoving = false;
    QTimer m_timer;
};

} // namespace soban::replay
