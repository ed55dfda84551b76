// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/ShopEdit.h"

namespace soban::testing {

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
