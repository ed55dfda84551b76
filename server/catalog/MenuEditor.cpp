// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/MenuEditor.h"

#include <algorithm>

namespace soban::catalog {

using contract::ErrorCode;
using contract::ItemDraft;
using contract::MenuDraft;
using contract::OptionDraft;
using contract::OptionGroupDraft;
using contract::Problem;
using contract::SectionDraft;

namespace {

constexpr int kMostItems = 500;
constexpr int kLongestName = 80;

QString element(const QString &list, qsizetype index) {
    return QStringLiteral("%1[%2]").arg(list).arg(index);
}

const OptionGroup *groupIn(const MenuItem *item, OptionGroupId id) {
    if (!item)
        return nullptr;
    const auto found = std::find_if(item->optionGroups.cbegin(), item->optionGroups.cend(),
                                    [id](const OptionGroup &group) { return group.id == id; });
    return found == item->optionGroups.cend() ? nullptr : &*found;
}

bool hasOption(const OptionGroup *group, OptionId id) {
    return group && std::any_of(group->options.cbegin(), group->options.cend(),
                                [id](const MenuOption &option) { return option.id == id; });
}

} // namespace

std::optional<Problem> textProblem(const LocalizedText &text, const QString &field, int least,
                                   int most) {
    const auto fits = [&](const QString &words) {
        return words.size() <= most && words.trimmed().size() >= least;
    };
    const QString detail = QStringLiteral("must have %1 to %2 characters").arg(least).arg(most);
    if (!fits(text.ko))
        return Problem::at(ErrorCode::OutOfRange, field + QStringLiteral(".ko"), detail);
    if (!fits(text.en))
        return Problem::at(ErrorCode::OutOfRange, field + QStringLiteral(".en"), detail);
    return {};
}

bool MenuEditor::isRepeated(qint64 id) {
    if (m_seen.contains(id))
        return true;
    m_seen.insert(id);
    return false;
}

MenuEditor::Outcome MenuEditor::menuOf(const MenuDraft &draft) {
    Menu menu;
    int count = 0;
    for (qsizetype i = 0; i < draft.sections.size(); ++i) {
        const SectionDraft &section = draft.sections[i];
        const QString at = element(QStringLiteral("sections"), i);
        if (auto fault = textProblem(section.name, at + QStringLiteral(".name"), 1, kLongestName))
            return *fault;
        const bool isKnown =
            std::any_of(menu.sections.cbegin(), menu.sections.cend(),
                        [&](const MenuSection &other) { return other.name == section.name; });
        if (isKnown)
            return Problem::at(ErrorCode::InvalidValue, at + QStringLiteral(".name"),
                               QStringLiteral("is the name of another section"));
        count += int(section.items.size());
        if (count > kMostItems)
            return Problem::at(ErrorCode::OutOfRange, at + QStringLiteral(".items"),
                               QStringLiteral("a menu has at most %1 items").arg(kMostItems));
        MenuSection made{section.name, {}};
        for (qsizetype j = 0; j < section.items.size(); ++j) {
            const QString item = element(at + QStringLiteral(".items"), j);
            if (auto fault = faultOf(section.items[j], item))
                return *fault;
            made.items.append(itemOf(section.items[j]));
        }
        menu.sections.append(made);
    }
    return menu;
}

MenuEditor::Fault MenuEditor::faultOf(const ItemDraft &draft, const QString &field) {
    const MenuItem *present = draft.id ? m_present.find(*draft.id) : nullptr;
    if (draft.id && !present)
        return Problem::at(ErrorCode::UnknownItem, field + QStringLiteral(".id"));
    if (draft.id && isRepeated(draft.id->number()))
        return Problem::at(ErrorCode::InvalidValue, field + QStringLiteral(".id"));
    if (auto fault = textProblem(draft.name, field + QStringLiteral(".name"), 1, kLongestName))
        return fault;
    if (auto fault = textProblem(draft.description, field + QStringLiteral(".description"), 0,
                                 kLongestDescription))
        return fault;
    if (!draft.picture.isEmpty() && !m_pictures.contains(draft.picture))
        return Problem::at(ErrorCode::InvalidValue, field + QStringLiteral(".picture"),
                           QStringLiteral("names no picture"));
    for (qsizetype i = 0; i < draft.optionGroups.size(); ++i) {
        const QString group = element(field + QStringLiteral(".optionGroups"), i);
        if (auto fault = faultOf(draft.optionGroups[i], present, group))
            return fault;
    }
    return {};
}

MenuEditor::Fault MenuEditor::faultOf(const OptionGroupDraft &draft, const MenuItem *present,
                                      const QString &field) {
    const OptionGroup *group = draft.id ? groupIn(present, *draft.id) : nullptr;
    if (draft.id && (!group || isRepeated(draft.id->number())))
        return Problem::at(ErrorCode::InvalidValue, field + QStringLiteral(".id"));
    if (auto fault = textProblem(draft.name, field + QStringLiteral(".name"), 1, kLongestName))
        return fault;
    if (draft.maximum > draft.options.size())
        return Problem::at(ErrorCode::OutOfRange, field + QStringLiteral(".maximum"),
                           QStringLiteral("there are not so many options"));
    if (draft.minimum > draft.maximum)
        return Problem::at(ErrorCode::OutOfRange, field + QStringLiteral(".minimum"),
                           QStringLiteral("must not be above the maximum"));
    for (qsizetype i = 0; i < draft.options.size(); ++i) {
        const OptionDraft &option = draft.options[i];
        const QString at = element(field + QStringLiteral(".options"), i);
        if (option.id && (!hasOption(group, *option.id) || isRepeated(option.id->number())))
            return Problem::at(ErrorCode::InvalidValue, at + QStringLiteral(".id"));
        if (auto fault = textProblem(option.name, at + QStringLiteral(".name"), 1, kLongestName))
            return fault;
    }
    return {};
}

MenuItem MenuEditor::itemOf(const ItemDraft &draft) {
    const MenuItem *present = draft.id ? m_present.find(*draft.id) : nullptr;
    MenuItem item{present ? present->id : m_ids.next<MenuItemId>(),
                  draft.name,
                  draft.description,
                  money(draft.priceMinor),
                  draft.picture,
                  {},
                  present && present->isCounted,
                  draft.isHidden,
                  present ? present->soldOut : std::nullopt};
    for (const OptionGroupDraft &group : draft.optionGroups)
        item.optionGroups.append(groupOf(group));
    return item;
}

OptionGroup MenuEditor::groupOf(const OptionGroupDraft &draft) {
    OptionGroup group{draft.id ? *draft.id : m_ids.next<OptionGroupId>(),
                      draft.name,
                      draft.minimum,
                      draft.maximum,
                      {}};
    for (const OptionDraft &option : draft.options) {
        group.options.append({option.id ? *option.id : m_ids.next<OptionId>(), option.name,
                              money(option.priceMinor)});
    }
    return group;
}

} // namespace soban::catalog
