// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/ShopCards.h"

namespace soban::api {

using contract::ErrorCode;
using contract::Problem;

namespace {

/// A coordinate of the query; refuses the call when it is missing or no number.
std::optional<double> coordinate(const Call &call, const char *name) {
    const QString key = QString::fromLatin1(name);
    const auto text = call.request.queryValue(key);
    if (!text) {
        refuse(call, Problem::at(ErrorCode::MissingField, key));
        return std::nullopt;
    }
    bool isNumber = false;
    const double value = text->toDouble(&isNumber);
    if (isNumber)
        return value;
    refuse(call, Problem::at(ErrorCode::WrongType, key));
    return std::nullopt;
}

} // namespace

contract::ShopCard cardOf(const Shop &shop, double distanceMeters, Instant now) {
    const ShopMode mode = shop.modeAt(now);
    return {shop.id,
            shop.kind,
            shop.name,
            shop.picture,
            shop.position,
            qRound(distanceMeters),
            shop.takesOrdersAt(now),
            mode,
            mode == ShopMode::Busy ? std::optional(shop.extraMinutes) : std::nullopt,
            mode == ShopMode::Normal ? std::nullopt : shop.modeUntil,
            shop.preparationMinutes,
            shop.deliveryFee,
            shop.minimumOrder,
            shop.fulfilments,
            shop.reviewCount,
            shop.starSum};
}

std::optional<GeoPoint> nearOf(const Call &call) {
    const auto latitude = coordinate(call, "latitude");
    const auto longitude = latitude ? coordinate(call, "longitude") : std::nullopt;
    if (!longitude)
        return std::nullopt;
    const auto near = GeoPoint::of(*latitude, *longitude);
    if (near)
        return near;
    const bool isLatitude = !(qAbs(*latitude) <= 90);
    refuse(call, Problem::at(ErrorCode::OutOfRange, isLatitude ? QStringLiteral("latitude")
                                                               : QStringLiteral("longitude")));
    return std::nullopt;
}

} // namespace soban::api
