// SPDX-License-Identifier: GPL-3.0-or-later
// How a shop looks after itself: its settings, its mode, its menu and what is on the shelf.
#pragma once

#include "domain/Menu.h"
#include "domain/Order.h"

#include <QDate>

namespace soban::contract {

/// How a shop takes orders at the moment. Busy says how many minutes come on top; busy and paused
/// may say until when, and the shop is back to normal then by itself.
struct ShopModeSetting {
    ShopMode mode;
    std::optional<int> extraMinutes; ///< of a busy shop, and only of that
    std::optional<Instant> until;    ///< absent: until the shop says otherwise
};

/// A shop as its owner sees it.
struct ShopSettingsView {
    ShopId id;
    int version; ///< for If-Match with the next edit
    ShopKind kind;
    LocalizedText name;
    LocalizedText description;
    QString phone;
    Address address;
    QString timeZone;
    QString picture;
    int deliveryRadiusMeters;
    Money deliveryFee;
    Money minimumOrder;
    int preparationMinutes;
    QList<Fulfilment> fulfilments; ///< the first is the usual one
    QList<OpeningHours::Interval> hours;
    QList<QDate> holidays; ///< in their order
    LocalizedText thanks;
    ShopModeSetting mode;
};

/// All that an owner may change, as it shall be from now on.
struct ShopSettingsRequest {
    LocalizedText description;
    QString phone;
    QString picture; ///< name of a picture, or empty
    int deliveryRadiusMeters;
    qint64 deliveryFeeMinor;
    qint64 minimumOrderMinor;
    int preparationMinutes;
    QList<Fulfilment> fulfilments;
    QList<OpeningHours::Interval> hours;
    QList<QDate> holidays;
    LocalizedText thanks;
};

/// An item as its shop sees it, hidden and sold-out ones too.
struct OwnItemView {
    MenuItemId id;
    LocalizedText name;
    LocalizedText description;
    Money price;
    QString picture;
    bool isHidden;
    std::optional<SoldOut> soldOut;  ///< absent once its time is over
    std::optional<ShelfStock> stock; ///< absent: not counted
    QList<OptionGroup> optionGroups;
};

struct OwnSectionView {
    LocalizedText name;
    QList<OwnItemView> items;
};

struct OwnMenuView {
    int version; ///< for If-Match with the next edit
    QList<OwnSectionView> sections;
};

struct OptionDraft {
    std::optional<OptionId> id; ///< absent: a new one
    LocalizedText name;
    qint64 priceMinor;
};

struct OptionGroupDraft {
    std::optional<OptionGroupId> id; ///< absent: a new one
    LocalizedText name;
    int minimum;
    int maximum;
    QList<OptionDraft> options;
};

struct ItemDraft {
    std::optional<MenuItemId> id; ///< absent: a new one
    LocalizedText name;
    LocalizedText description;
    qint64 priceMinor;
    QString picture;
    bool isHidden;
    QList<OptionGroupDraft> optionGroups;
};

struct SectionDraft {
    LocalizedText name;
    QList<ItemDraft> items;
};

/// The whole menu as it shall be from now on, in its order. What is left out is removed; an item
/// that keeps its id keeps its stock.
struct MenuDraft {
    QList<SectionDraft> sections;
};

/// Counts an item: so many are left now, so many each new day begins with. Neither: it is not
/// counted.
struct StockRequest {
    std::optional<int> remaining; ///< absent: `perDay`
    std::optional<int> perDay;
};

/// What the shop has of an item. `soldOut` absent: it can be ordered. `stock` absent: the count
/// goes on.
struct AvailabilityRequest {
    std::optional<SoldOut> soldOut;
    std::optional<StockRequest> stock;
};

} // namespace soban::contract
