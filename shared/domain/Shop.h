// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/EnumText.h"
#include "domain/GeoPoint.h"
#include "domain/Id.h"
#include "domain/Money.h"
#include "domain/OpeningHours.h"
#include "domain/Text.h"

#include <QList>

namespace soban {

enum class ShopKind { Food, Flowers };
enum class ShopMode { Normal, Busy, Paused };
/// How the goods reach the customer.
enum class Fulfilment { PlatformRider, OwnDelivery, Collection };

template <>
struct EnumText<ShopKind> {
    static constexpr std::array entries{std::pair{ShopKind::Food, "food"},
                                        std::pair{ShopKind::Flowers, "flowers"}};
};
template <>
struct EnumText<ShopMode> {
    static constexpr std::array entries{std::pair{ShopMode::Normal, "normal"},
                                        std::pair{ShopMode::Busy, "busy"},
                                        std::pair{ShopMode::Paused, "paused"}};
};
template <>
struct EnumText<Fulfilment> {
    static constexpr std::array entries{std::pair{Fulfilment::PlatformRider, "platformRider"},
                                        std::pair{Fulfilment::OwnDelivery, "ownDelivery"},
                                        std::pair{Fulfilment::Collection, "collection"}};
};

/// A shop as customers know it.
struct Shop {
    ShopId id;
    ShopKind kind;
    LocalizedText name;
    LocalizedText description;
    QString phone;
    QString addressText;
    GeoPoint position;
    double deliveryRadiusMeters;
    Money deliveryFee;
    Money minimumOrder; ///< of the items alone, without the fee
    int preparationMinutes;
    QList<Fulfilment> fulfilments; ///< the first is the shop's usual one; never empty
    OpeningHours hours;
    ShopMode mode = ShopMode::Normal;
    LocalizedText thanks;
    QString picture;
    int reviewCount = 0;
    int starSum = 0;
    int extraMinutes = 0; ///< what a busy shop needs on top of its usual preparation
    std::optional<Instant> modeUntil = {}; ///< from then on the mode is Normal again, by itself
    int version = 1;                       ///< rises with each edit of the settings
    int menuVersion = 1;                   ///< rises with each edit of the menu

    ShopMode modeAt(Instant moment) const {
        return modeUntil && *modeUntil <= moment ? ShopMode::Normal : mode;
    }
    /// The day that the shop's calendar shows.
    QDate dayAt(Instant moment) const { return moment.toUtc().toTimeZone(hours.timeZone()).date(); }
    bool delivers(Fulfilment how) const { return fulfilments.contains(how); }
    bool takesOrdersAt(Instant moment) const {
        return modeAt(moment) != ShopMode::Paused && hours.isOpenAt(moment);
    }
    bool reaches(const GeoPoint &place) const {
        return position.distanceMetersTo(place) <= deliveryRadiusMeters;
    }
};

} // namespace soban
