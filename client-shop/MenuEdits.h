// SPDX-License-Identifier: GPL-3.0-or-later
// What the shop does to its menu, as changes of the whole draft that the server takes. Each says
// whether it still fits the menu that it meets.
#pragma once

#include "contract/ShopOffice.h"

namespace soban::shop_app::menu_edits {

using contract::ItemDraft;
using contract::MenuDraft;

/// The draft that leaves all as it is.
MenuDraft draftOf(const contract::OwnMenuView &menu);
ItemDraft draftOf(const contract::OwnItemView &item);

/// Where an item stands.
struct Place {
    int section;
    int row;
    bool operator==(const Place &) const = default;
};
std::optional<Place> placeOf(const MenuDraft &draft, MenuItemId item);

/// Puts the item in the place of the one with its id, or as the last of its section if it is new
/// or came from another one. A section that is not there yet comes last.
bool putItem(MenuDraft &draft, ItemDraft item, const LocalizedText &section);
/// Within its section.
bool moveItem(MenuDraft &draft, MenuItemId item, int to);
/// A section goes with its last item.
bool removeItem(MenuDraft &draft, MenuItemId item);
bool setHidden(MenuDraft &draft, MenuItemId item, bool hidden);

bool renameSection(MenuDraft &draft, const LocalizedText &from, const LocalizedText &to);
bool moveSection(MenuDraft &draft, const LocalizedText &name, int to);
bool removeSection(MenuDraft &draft, const LocalizedText &name);

} // namespace soban::shop_app::menu_edits
