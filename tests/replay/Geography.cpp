// SPDX-License-Identifier: GPL-3.0-or-later
#include "replay/Geography.h"

#include <cmath>
#include <numbers>

namespace soban::replay {

namespace {

constexpr double kMetersPerDegree = 6'371'008.8 * std::numbers::pi / 180;

} // namespace

Geography::Geography(const Instance &instance) {
    for (const Restaurant &restaurant : instance.restaurants) {
        m_middle.x += restaurant.spot.x / double(instance.restaurants.size());
        m_middle.y += restaurant.spot.y / double(instance.restaurants.size());
    }
}

GeoPoint Geography::at(const Spot &spot) const {
    const double latitude = centre().latitude() + (spot.y - m_middle.y) / kMetersPerDegree;
    const double narrowing = std::cos(centre().latitude() * std::numbers::pi / 180);
    const double longitude =
        centre().longitude() + (spot.x - m_middle.x) / (kMetersPerDegree * narrowing);
    return *GeoPoint::of(latitude, longitude);
}

GeoPoint between(const GeoPoint &from, const GeoPoint &to, double part) {
    return *GeoPoint::of(from.latitude() + (to.latitude() - from.latitude()) * part,
                         from.longitude() + (to.longitude() - from.longitude()) * part);
}

} // namespace soban::replay
