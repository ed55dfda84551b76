// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/Request.h"
#include "sandbox/FaultPlan.h"
#include "sandbox/TossApi.h"

namespace soban::sandbox {

/// What a test can see and do beyond the provider's own API: read the ledger, order faults, play
/// the customer. Unguarded, which is why the sandbox listens on loopback only.
class ControlApi {
public:
    /// All must outlive it.
    ControlApi(Ledger &ledger, const TossApi &api, FaultPlan &faults)
        : m_ledger(ledger), m_api(api), m_faults(faults) {}

    /// `{payments: [Payment…], nextCursor?}` in the order of the first request; `cursor` goes on
    /// after what an earlier page gave, `limit` is at most 1000.
    ApiAnswer ledgerPage(const http::Request &request) const;
    /// `{payments: […]}`: every attempt of that order id, oldest first.
    ApiAnswer ledgerOfOrder(const QString &orderId) const;

    /// `{faults: [{kind, operation, probability, delayMs, count?, hits}…]}`
    ApiAnswer listFaults() const;
    /// Adds `{kind, operation?, probability?, delayMs?, count?}`; kind "none" removes all. A `seed`
    /// starts the dice anew.
    ApiAnswer addFault(const QByteArray &body);
    ApiAnswer clearFaults();

    /// `{orderId, orderName, amount, card}`: a customer went through the payment window.
    ApiAnswer openPayment(const QByteArray &body);
    /// `{customerKey, card}` → `{authKey}`: a customer went through the registration page.
    ApiAnswer authorize(const QByteArray &body);

private:
    Ledger &m_ledger;
    const TossApi &m_api;
    FaultPlan &m_faults;
};

} // namespace soban::sandbox
