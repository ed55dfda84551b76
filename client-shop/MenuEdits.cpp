// SPDX-License-Identifier: GPL-3.0-or-later
#include "client-shop/MenuEdits.h"

#include <algorithm>

namespace soban::shop_app::menu_edits {

namespace {

using contract::SectionDraft;

int sectionOf(const MenuDraft &draft, const LocalizedText &name) {
    const auto found = std::find_if(draft.sections.cbegin(), draft.sections.cend(),
                                    [&](const SectionDraft &one) { return one.name == name; });
    return found == draft.sections.cend() ? -1 : int(found - draft.sections.cbegin());
}

template <typename T>
bool moveWithin(QList<T> &list, int from, int to) {
    if (from < 0 || to < 0 || to >= list.size())
        return false;
    list.move(from, to);
    return true;
}

} // namespace

ItemDraft draftOf(const contract::OwnItemView &item) {
    ItemDraft draft{item.id,       item.name, item.description, item.price.minor(), item.picture,
                    item.isHidden, {}};
    for (const OptionGroup &group : item.optionGroups) {
        contract::OptionGroupDraft made{group.id, group.name, group.minimum, group.maximum, {}};
        for (const MenuOption &option : group.options)
            made.options.append({option.id, option.name, option.price.minor()});
        draft.optionGroups.append(made);
    }
    return draft;
}

MenuDraft draftOf(const contract::OwnMenuView &menu) {
    MenuDraft draft;
    for (const contract::OwnSectionView &section : menu.sections) {
        SectionDraft made{section.name, {}};
        for (const contract::OwnItemView &item : section.items)
            made.items.append(draftOf(item));
        draft.sections.append(made);
    }
    return draft;
}

std::optional<Place> placeOf(const MenuDraft &draft, MenuItemId item) {
    for (int i = 0; i < draft.sections.size(); ++i) {
        const QList<ItemDraft> &items = draft.sections.at(i).items;
        for (int j = 0; j < items.size(); ++j) {
            if (items.at(j).id == item)
                return Place{i, j};
        }
    }
    return std::nullopt;
}

bool putItem(MenuDraft &draft, ItemDraft item, const LocalizedText &section) {
    if (item.id) {
        const auto place = placeOf(draft, *item.id);
        if (!place)
            return false;
        if (draft.sections.at(place->section).name == section) {
            draft.sections[place->section].items[place->row] = std::move(item);
            return true;
        }
        removeItem(draft, *item.id);
    }
    const int at = sectionOf(draft, section);
    if (at >= 0)
        draft.sections[at].items.append(std::move(item));
    else
        draft.sections.append({section, {std::move(item)}});
    return true;
}

bool moveItem(MenuDraft &draft, MenuItemId item, int to) {
    const auto place = placeOf(draft, item);
    return place && moveWithin(draft.sections[place->section].items, place->row, to);
}

bool removeItem(MenuDraft &draft, MenuItemId item) {
    const auto place = placeOf(draft, item);
    if (!place)
        return false;
    draft.sections[place->section].items.removeAt(place->row);
    if (draft.sections.at(place->section).items.isEmpty())
        draft.sections.removeAt(place->section);
    return true;
}

bool setHidden(MenuDraft &draft, MenuItemId item, bool hidden) {
    const auto place = placeOf(draft, item);
    if (!place)
        return false;
    draft.sections[place->section].items[place->row].isHidden = hidden;
    return true;
}

bool renameSection(MenuDraft &draft, const LocalizedText &from, const LocalizedText &to) {
    const int at = sectionOf(draft, from);
    if (at < 0)
        return false;
    draft.sections[at].name = to;
    return true;
}

bool moveSection(MenuDraft &draft, const LocalizedText &name, int to) {
    return moveWithin(draft.sections, sectionOf(draft, name), to);
}

bool removeSection(MenuDraft &draft, const LocalizedText &name) {
    const int at = sectionOf(draft, name);
    if (at < 0)
        return false;
    draft.sections.removeAt(at);
    return true;
}

} // namespace soban::shop_app::menu_edits
