// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/ShopOffice.h"

namespace soban::shop_app {

/// The shop's settings as they stand on their page: what is typed, right or not.
struct ShopForm {
    LocalizedText description;
    LocalizedText thanks;
    QString phone;
    QString picture;
    QString radius; ///< in kilometres, as people say it
    QString fee;
    QString minimum;
    int preparationMinutes = 20;
    QList<Fulfilment> fulfilments; ///< the first is the usual one

    bool operator==(const ShopForm &) const = default;

    static ShopForm of(const contract::ShopSettingsView &shop);
    /// What was typed stays, the rest follows the server: from `base`, which the typing began
    /// with, to `fresh`.
    static ShopForm merged(const ShopForm &typed, const ShopForm &base, const ShopForm &fresh);
    /// Puts into the request what differs from `base`. Amounts must have been found to be right.
    void applyTo(contract::ShopSettingsRequest &request, const ShopForm &base,
                 Currency currency) const;
};

/// "4.5" in metres; nothing if it is no distance.
std::optional<int> metersOf(const QString &kilometres);

} // namespace soban::shop_app
