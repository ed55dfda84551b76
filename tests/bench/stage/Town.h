// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Id.h"
#include "domain/Money.h"
#include "domain/Result.h"
#include "storage/DatabaseAddress.h"

#include <QList>

#include <optional>

namespace soban::bench {

/// How many live in a town, and how often they are signed in. Everybody lives near every shop.
struct TownSize {
    int shops = 20;
    int customers = 64;
    int sessionsOfCustomer = 1;
    int riders = 0;                ///< all on duty, one session each
    std::optional<int> stock = {}; ///< of the item that is ordered; absent: it is not counted
};

/// A shop, always open, that goods leave in any way, with the item that is ordered.
struct BenchShop {
    ShopId id;
    QByteArray ownerToken;
    MenuItemId item;
    qint64 totalMinor; ///< of one of it with its way
    qint64 feeMinor;   ///< of that, for the way
};

/// Who can be asked for, and with which access tokens.
struct Town {
    QList<BenchShop> shops;
    QList<QByteArray> customerTokens; ///< all sessions of the first customer, then the next one's
    QList<QByteArray> riderTokens;
    QByteArray operatorToken;
};

/// Writes a town straight into a fresh database, sessions included: thousands of passwords would
/// take minutes to hash. Nobody can sign in with one. The reason if it cannot.
Result<Town, QString> raiseTown(const storage::DatabaseAddress &address, const TownSize &size);

/// Where everybody lives, as words of a query: `latitude=…&longitude=…`.
QByteArray placeOfTown();

} // namespace soban::bench
