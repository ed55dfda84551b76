// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/MapSpread.h"

#include <QLineF>

namespace soban::ui {

namespace {

constexpr int kRounds = 12;     ///< enough for what a town has at one corner
constexpr double kEnough = 0.5; ///< of a pixel
constexpr double kSamePlace = 1.0;

/// From `one` to `other`, of length 1; marks at one place stand side by side.
QPointF directionOf(const QPointF &one, const QPointF &other) {
    const QLineF line(one, other);
    return line.length() < kSamePlace ? QPointF(1, 0) : (other - one) / line.length();
}

/// Whether they were too near each other.
bool part(const MapSpot &one, const MapSpot &other, QPointF &at, QPointF &otherAt) {
    const double lacking = one.radius + other.radius - QLineF(at, otherAt).length();
    if (lacking <= kEnough || (one.isHeld && other.isHeld))
        return false;
    const QPointF away = directionOf(at, otherAt) * lacking;
    const double share = one.isHeld ? 0 : other.isHeld ? 1 : 0.5;
    at -= away * share;
    otherAt += away * (1 - share);
    return true;
}

} // namespace

QList<QPointF> spreadSpots(const QList<MapSpot> &spots) {
    QList<QPointF> at;
    for (const MapSpot &spot : spots)
        at.append(spot.place);
    bool isMoving = true;
    for (int round = 0; round < kRounds && isMoving; ++round) {
        isMoving = false;
        for (int i = 0; i < spots.size(); ++i) {
            for (int j = i + 1; j < spots.size(); ++j)
                isMoving |= part(spots.at(i), spots.at(j), at[i], at[j]);
        }
    }
    return at;
}

} // namespace soban::ui
