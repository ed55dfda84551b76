// SPDX-License-Identifier: GPL-3.0-or-later
// The projection that map tiles use: the world as a square of side 1, north at the top.
#pragma once

#include "domain/GeoPoint.h"

#include <QPointF>

namespace soban::ui::mercator {

/// Beyond this latitude the square ends; points are held inside.
constexpr double kMostLatitude = 85.05112878;
/// Of a tile, in pixels.
constexpr int kTileSize = 256;

QPointF project(const GeoPoint &point);
/// Nothing outside the square.
std::optional<GeoPoint> unproject(const QPointF &world);

/// How long the square's side would be at this latitude: metres = world units × this.
double metersPerUnit(double latitude);

} // namespace soban::ui::mercator
