// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/WebMercator.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace soban::ui::mercator {

namespace {

using std::numbers::pi;

/// The same sphere that `GeoPoint` measures distances on, so that rings and scale agree with them.
constexpr double kEarthRadiusMeters = 6'371'008.8;

} // namespace

QPointF project(const GeoPoint &point) {
    const double latitude = std::clamp(point.latitude(), -kMostLatitude, kMostLatitude);
    const double phi = latitude * pi / 180;
    const double y = (1 - std::asinh(std::tan(phi)) / pi) / 2;
    return {(point.longitude() + 180) / 360, std::clamp(y, 0.0, 1.0)};
}

std::optional<GeoPoint> unproject(const QPointF &world) {
    if (world.x() < 0 || world.x() > 1 || world.y() < 0 || world.y() > 1)
        return std::nullopt;
    const double phi = std::atan(std::sinh(pi * (1 - 2 * world.y())));
    return GeoPoint::of(phi * 180 / pi, world.x() * 360 - 180);
}

double metersPerUnit(double latitude) {
    const double held = std::clamp(latitude, -kMostLatitude, kMostLatitude);
    return 2 * pi * kEarthRadiusMeters * std::cos(held * pi / 180);
}

} // namespace soban::ui::mercator
