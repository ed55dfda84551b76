// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Id.h"
#include "domain/Instant.h"
#include "domain/Money.h"
#include "domain/Text.h"

#include <QList>

namespace soban {

struct MenuOption {
    OptionId id;
    LocalizedText name;
    Money price; ///< added once per item, may be zero
    bool operator==(const MenuOption &) const = default;
};

/// Between `minimum` and `maximum` different options are to be chosen: 1–1 is a single choice,
/// 0–n an extra.
struct OptionGroup {
    OptionGroupId id;
    LocalizedText name;
    int minimum;
    int maximum;
    QList<MenuOption> options;

    bool isSound() const {
        return minimum >= 0 && maximum >= 1 && minimum <= maximum && maximum <= options.size();
    }
    bool operator==(const OptionGroup &) const = default;
};

/// An item that the shop has run out of: until a moment, or until the shop says otherwise.
struct SoldOut {
    std::optional<Instant> until;
    bool operator==(const SoldOut &) const = default;
};

/// How many of a counted item are left, and how many each new day begins with.
struct ShelfStock {
    int remaining;
    std::optional<int> perDay; ///< absent: what is gone stays gone
    bool operator==(const ShelfStock &) const = default;
};

struct MenuItem {
    MenuItemId id;
    LocalizedText name;
    LocalizedText description;
    Money price;
    QString picture; ///< name of a picture of the catalogue, or empty
    QList<OptionGroup> optionGroups;
    bool isCounted = false; ///< has a stock that can run out (R16)
    bool isHidden = false;  ///< only its shop sees it
    std::optional<SoldOut> soldOut = {};

    bool isSoldOutAt(Instant moment) const {
        return soldOut && (!soldOut->until || *soldOut->until > moment);
    }
    bool operator==(const MenuItem &) const = default;
};

struct MenuSection {
    LocalizedText name;
    QList<MenuItem> items;
    bool operator==(const MenuSection &) const = default;
};

struct Menu {
    QList<MenuSection> sections;

    const MenuItem *find(MenuItemId id) const {
        for (const MenuSection &section : sections) {
            for (const MenuItem &item : section.items) {
                if (item.id == id)
                    return &item;
            }
        }
        return nullptr;
    }
    bool operator==(const Menu &) const = default;
};

} // namespace soban
