// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "drill/Stand.h"

namespace soban::drill {

/// What the books of a server say at rest, order by order, held against the provider's ledger:
/// nothing was taken or given back twice, nothing is in the air, and each order keeps what its
/// state owes (G3–G5, rule 7 of the lifecycle).
struct Reckoning {
    qint64 orders = 0;
    qint64 payments = 0;
    qint64 charges = 0; ///< that went through
    qint64 declines = 0;
    qint64 refunds = 0;
    qint64 over = 0; ///< orders that have come to their end
    qint64 violations = 0;
    QStringList examples = {}; ///< the first of them, in words

    void blame(const QString &words);
};

/// Whether something is still to happen by itself: a charge or refund is open, a timer is set.
Result<bool, QString> isAtRest(const storage::DatabaseAddress &database);

/// Reads all there is. `stock`: what each shop had in the beginning of its item, of which all
/// orders are. The error is for people.
Result<Reckoning, QString> reckon(const storage::DatabaseAddress &database,
                                  const ProviderLedger &ledger, int stock);

} // namespace soban::drill
