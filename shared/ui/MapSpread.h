// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QPointF>

namespace soban::ui {

/// A mark on a map that must not cover another.
struct MapSpot {
    QPointF place;
    double radius = 0;
    bool isHeld = false; ///< the others give way to it
};

/// Where the marks stand so that each can be told from the others: at their places, and beside them
/// where those are too near each other. In the order of `spots`.
QList<QPointF> spreadSpots(const QList<MapSpot> &spots);

} // namespace soban::ui
