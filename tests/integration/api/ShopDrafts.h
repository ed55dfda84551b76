// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/ShopOffice.h"

namespace soban::testing {

/// The edit that leaves all as it is.
inline contract::ShopSettingsRequest editOf(const contract::ShopSettingsView &shop) {
    return {shop.description,
            shop.phone,
            shop.picture,
            shop.deliveryRadiusMeters,
            shop.deliveryFee.minor(),
            shop.minimumOrder.minor(),
            shop.preparationMinutes,
            shop.fulfilments,
            shop.hours,
            shop.holidays,
            shop.thanks};
}

inline contract::ItemDraft draftOf(const contract::OwnItemView &item) {
    contract::ItemDraft draft{
        item.id, item.name, item.description, item.price.minor(), item.picture, item.isHidden, {}};
    for (const OptionGroup &group : item.optionGroups) {
        contract::OptionGroupDraft groupDraft{
            group.id, group.name, group.minimum, group.maximum, {}};
        for (const MenuOption &option : group.options)
            groupDraft.options.append({option.id, option.name, option.price.minor()});
        draft.optionGroups.append(groupDraft);
    }
    return draft;
}

inline contract::MenuDraft draftOf(const contract::OwnMenuView &menu) {
    contract::MenuDraft draft;
    for (const contract::OwnSectionView &section : menu.sections) {
        contract::SectionDraft sectionDraft{section.name, {}};
        for (const contract::OwnItemView &item : section.items)
            sectionDraft.items.append(draftOf(item));
        draft.sections.append(sectionDraft);
    }
    return draft;
}

} // namespace soban::testing
