// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/ShopOffice.h"

namespace soban::shop_app {

/// How an item is sold from now on.
enum class Sale {
    OnSale,
    SoldToday,     ///< until the shop next opens on another day
    SoldForHours,  ///< for `kSoldOutHours`
    SoldUntilSaid, ///< until the shop says otherwise
    SoldAsIs,      ///< until the moment that is set already
    Hidden,
};
constexpr std::chrono::hours kSoldOutHours{4};

struct OptionForm {
    std::optional<OptionId> id;
    LocalizedText name;
    QString price;
    bool operator==(const OptionForm &) const = default;
};

struct GroupForm {
    std::optional<OptionGroupId> id;
    LocalizedText name;
    int minimum = 1;
    int maximum = 1;
    QList<OptionForm> options;
    bool operator==(const GroupForm &) const = default;
};

/// An item as it stands in the editor: what is typed, right or not.
struct ItemForm {
    LocalizedText name;
    LocalizedText description;
    LocalizedText section;
    QString price;
    QString picture;
    Sale sale = Sale::OnSale;
    QString left;   ///< empty: not counted
    QString perDay; ///< empty: what is gone stays gone
    QList<GroupForm> groups;

    bool operator==(const ItemForm &) const = default;

    static ItemForm of(const contract::OwnItemView &item, const LocalizedText &section);

    /// What a menu holds of it; nothing where an amount is no number.
    std::optional<contract::ItemDraft> draft(std::optional<MenuItemId> id, Currency currency) const;
    /// Whether the menu has to be changed, and not only what is on the shelf.
    bool differsOnMenu(const ItemForm &other) const;
    bool differsOnShelf(const ItemForm &other) const;
    /// `today`: until when something is sold out that is so for today. Nothing where a count is no
    /// number.
    std::optional<contract::AvailabilityRequest> availability(const ItemForm &before,
                                                              const std::optional<SoldOut> &known,
                                                              Instant now, Instant today) const;

    /// What was typed stays, the rest follows the server: from `base`, which the typing began
    /// with, to `fresh`.
    static ItemForm merged(const ItemForm &typed, const ItemForm &base, const ItemForm &fresh);
};

/// "8,000", "₩8,000" or "8000" in the currency's minor unit; nothing if it is no such number.
std::optional<qint64> amountOf(const QString &text, Currency currency);
QString amountText(qint64 minor, Currency currency);
/// A count of things; nothing if it is no whole number.
std::optional<int> countOf(const QString &text);

/// The draft of each; nothing where a price is no number.
std::optional<QList<contract::OptionGroupDraft>> draftsOf(const QList<GroupForm> &groups,
                                                          Currency currency);

} // namespace soban::shop_app
