// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/Operator.h"
#include "replay/Waiting.h"

#include <QUrl>

namespace soban::replay {

/// One attempt to take money, as the payment provider's ledger has it.
struct LedgerEntry {
    QString orderId; ///< what the server calls it there: the payment's id
    QString status;
    qint64 totalMinor;
    qint64 balanceMinor; ///< what was not given back
};

/// Every order as the operator sees it; the error is in words.
Result<QList<contract::OrderAudit>, QString> readAudits(const Interrupt &interrupt,
                                                        client::ApiClient &operatorApi);
/// The whole ledger of the sandbox.
Result<QList<LedgerEntry>, QString> readLedger(const QUrl &sandbox);

/// What does not balance, in words, one for each order (G4): an order that is not completed, keeps
/// other than it owes or still holds stock; a card order that the provider has not captured exactly
/// once with exactly the server's total; anything else in the ledger.
QStringList imbalances(const QList<contract::OrderAudit> &audits, const QList<LedgerEntry> &ledger);

} // namespace soban::replay
