// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Menu.h"
#include "domain/Order.h"

namespace soban::contract {

/// A shop in the list near an address.
struct ShopCard {
    ShopId id;
    ShopKind kind;
    LocalizedText name;
    QString picture;
    GeoPoint position;
    int distanceMeters;
    bool isOpen;
    ShopMode mode;
    std::optional<int> extraMinutes;  ///< while busy: what comes on top of the preparation
    std::optional<Instant> modeUntil; ///< when a busy or paused shop will be back to normal
    int preparationMinutes;
    Money deliveryFee;
    Money minimumOrder;
    QList<Fulfilment> fulfilments;
    int reviewCount;
    int starSum; ///< the mean is starSum / reviewCount
};

struct ShopList {
    QList<ShopCard> shops; ///< nearest first
    std::optional<QString> nextCursor;
};

/// An uploaded picture: its name goes where a picture is asked for.
struct PictureView {
    QString name;
    int width; ///< in pixels, as kept
    int height;
};

struct MenuItemView {
    MenuItemId id;
    LocalizedText name;
    LocalizedText description;
    Money price;
    QString picture;
    bool isSoldOut;
    std::optional<int> remaining; ///< only for items with a stock
    QList<OptionGroup> optionGroups;
};

struct MenuSectionView {
    LocalizedText name;
    QList<MenuItemView> items;
};

struct ShopView {
    ShopCard card; ///< distance 0
    LocalizedText description;
    QString phone;
    QString address;
    QString timeZone;
    QList<OpeningHours::Interval> hours;
    std::optional<Instant> nextOpening; ///< absent while open
    int deliveryRadiusMeters;
    QList<MenuSectionView> sections;
};

} // namespace soban::contract
