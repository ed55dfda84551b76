// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalog/ShopBook.h"
#include "clock/Clock.h"
#include "contract/Problem.h"
#include "contract/ShopOffice.h"
#include "events/EventSink.h"
#include "events/IdSource.h"
#include "events/PictureNames.h"

namespace soban::catalog {

/// What an owner does about the own shop: settings, mode, menu, what is on the shelf. Orders that
/// were placed before keep what they were priced with. Belongs to the open transaction.
class ShopOffice {
public:
    template <typename T>
    using Outcome = Result<T, contract::Problem>;

    /// An item with its count.
    struct Shelved {
        MenuItem item;
        std::optional<ShelfStock> stock;
    };
    struct StockedMenu {
        ShopEntryPtr entry;
        StockLevels stock;
    };

    struct Needs {
        ShopBook &book;
        const PictureNames &pictures;
        EventSink &events;
        IdSource &ids;
        const Clock &clock;
    };

    explicit ShopOffice(const Needs &needs) : m_needs(needs) {}

    Outcome<Shop> edit(ShopId shop, int version, const contract::ShopSettingsRequest &request);
    Outcome<Shop> setMode(ShopId shop, const contract::ShopModeSetting &setting);
    Outcome<StockedMenu> editMenu(ShopId shop, int version, const contract::MenuDraft &draft);
    Outcome<Shelved> setAvailability(ShopId shop, MenuItemId item,
                                     const contract::AvailabilityRequest &request);

private:
    Outcome<Shop> edited(Shop shop, const contract::ShopSettingsRequest &request) const;
    void announce(ShopId shop);

    const Needs m_needs;
};

} // namespace soban::catalog
