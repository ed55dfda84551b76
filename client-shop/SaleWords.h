// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client-shop/Here.h"
#include "client-shop/ItemForm.h"
#include "ui/Paint.h"

#include <QCoreApplication>

namespace soban::shop_app {

/// Up to so many left an item is soon gone.
constexpr int kSoonGone = 5;

enum class Shelf { OnSale, SoonGone, SoldOut, Hidden };
Shelf shelfOf(const contract::OwnItemView &item);

/// When something comes back that is sold out for today: as the shop first opens on another day.
Instant endOfToday(const contract::ShopSettingsView &shop, Instant now);

/// How an item is sold, in words.
class SaleWords {
    Q_DECLARE_TR_FUNCTIONS(soban::shop_app::SaleWords)

public:
    static ui::Chip chipOf(const contract::OwnItemView &item);
    /// Below its name: when it is back if it is sold out for a time, otherwise its options.
    static QString detailOf(const contract::OwnItemView &item, const Here &here, Language language);
    /// "until 23:24", "until tomorrow 11:00".
    static QString untilWords(Instant until, const Here &here, Language language);
    static QString stockOf(const contract::OwnItemView &item);
    static QString groupsOf(qsizetype count);
    /// "One of 3", "0 to 2 of 4".
    static QString choiceOf(const GroupForm &group);
    static QString spoken(const contract::OwnItemView &item, const Here &here, Language language);
};

} // namespace soban::shop_app
