// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/GeoPoint.h"
#include "replay/Instance.h"

namespace soban::replay {

/// Lays an instance's plane on the earth around a town that exists.
class Geography {
public:
    /// The middle of the instance's shops comes to lie on the town's centre.
    explicit Geography(const Instance &instance);

    static GeoPoint centre() { return *GeoPoint::of(37.879, 127.7295); }
    /// Off by less than a thousandth within 50 km of the centre.
    GeoPoint at(const Spot &spot) const;

private:
    Spot m_middle{0, 0};
};

/// The place a part (0 to 1) of the way from one to the other, over the few kilometres of a town.
GeoPoint between(const GeoPoint &from, const GeoPoint &to, double part);

} // namespace soban::replay
