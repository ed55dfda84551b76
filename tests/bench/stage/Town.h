// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Id.h"
#include "domain/Money.h"
#include "domain/Result.h"
#include "storage/DatabaseAddress.h"

#include <QList>

namespace soban::bench {

/// How many live in a town, and how often they are signed in. Everybody lives near every shop.
struct TownSize {
    int shops = 20;
    int customers = 64;
    int sessionsOfCustomer = 1;
    int riders = 0; ///< all on duty, one session each
};

/// A shop, always open, that delivers by the platform's riders, with the item that is ordered.
struct BenchShop {
    ShopId id;
    QByteArray ownerToken;
    MenuItemId item;
    qint64 totalMinor; ///< of one of it with its way
};

/// Who can be asked for, and with which access tokens.
struct Town {
    QList<BenchShop> shops;
    QList<QByteArray> customerTokens; ///< all sessions of the first customer, then the next one's
    QList<QByteArray> riderTokens;
};

/// Writes a town straight into a fresh database, sessions included: thousands of passwords would
/// take minutes to hash. Nobody can sign in with one. The reason if it cannot.
Result<Town, QString> raiseTown(const storage::DatabaseAddress &address, const TownSize &size);

/// Where everybody lives, as words of a query: `latitude=…&longitude=…`.
QByteArray placeOfTown();

} // namespace soban::bench
