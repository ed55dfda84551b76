// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalog/ShopBook.h"
#include "contract/Problem.h"
#include "contract/ShopOffice.h"
#include "events/IdSource.h"
#include "events/PictureNames.h"

namespace soban::catalog {

/// Letters of what a shop or an item says of itself, at most.
inline constexpr int kLongestDescription = 500;

/// The text, or the part of it that has too few or too many letters.
std::optional<contract::Problem> textProblem(const LocalizedText &text, const QString &field,
                                             int least, int most);

/// Makes a menu of what its owner wrote down: checks each part and names the first that will not
/// do, keeps what has an id, and gives ids to what is new.
class MenuEditor {
public:
    using Outcome = Result<Menu, contract::Problem>;

    MenuEditor(const Menu &present, Currency currency, const PictureNames &pictures, IdSource &ids)
        : m_present(present), m_currency(currency), m_pictures(pictures), m_ids(ids) {}

    Outcome menuOf(const contract::MenuDraft &draft);

private:
    using Fault = std::optional<contract::Problem>;

    Fault faultOf(const contract::ItemDraft &draft, const QString &field);
    Fault faultOf(const contract::OptionGroupDraft &draft, const MenuItem *present,
                  const QString &field);
    MenuItem itemOf(const contract::ItemDraft &draft);
    OptionGroup groupOf(const contract::OptionGroupDraft &draft);
    Money money(qint64 minor) const { return *Money::of(minor, m_currency); }
    bool isRepeated(qint64 id);

    const Menu &m_present;
    const Currency m_currency;
    const PictureNames &m_pictures;
    IdSource &m_ids;
    QSet<qint64> m_seen;
};

} // namespace soban::catalog
