// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/RouteTable.h"
#include "sandbox/FaultPlan.h"
#include "sandbox/Ledger.h"

#include <QUrl>

namespace soban::sandbox {

/// Toss Payments' documents: reads requests, asks the ledger, words the answers. It knows nothing
/// of sockets, keys and misbehaviour.
class TossApi {
public:
    explicit TossApi(Ledger &ledger) : m_ledger(ledger) {}

    /// Where the links of receipts lead to.
    void setPublicBase(const QUrl &base) { m_publicBase = base; }

    struct Told {
        ApiAnswer answer;
        std::chrono::milliseconds delay{0}; ///< the card's own slowness
    };

    /// `params`: the parameters of the route, by the names that Toss's reference gives them.
    Told run(Operation operation, const http::RouteParams &params, const QByteArray &body,
             const QString &forcedDecline);

    /// A Payment object.
    QJsonObject toWire(const LedgerPayment &payment) const;

private:
    Told charge(const QString &billingKey, const QJsonObject &body, const QString &forcedDecline);
    Told confirm(const QJsonObject &body, const QString &forcedDecline);
    ApiAnswer cancel(const QString &paymentKey, const QJsonObject &body);
    ApiAnswer lookUp(const http::RouteParams &params) const;
    ApiAnswer issueCard(const QJsonObject &body);
    ApiAnswer answerOf(const Ledger::PaymentResult &result) const;

    Ledger &m_ledger;
    QUrl m_publicBase;
};

} // namespace soban::sandbox
