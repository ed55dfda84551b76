// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/ApiClient.h"
#include "contract/Ordering.h"
#include "replay/MoneyCheck.h"
#include "replay/Party.h"
#include "tour/Stage.h"

namespace soban::tour {

/// Looks things up behind the windows' back, to compare: the customer's orders on the server, and
/// what the payment provider has taken.
class Books {
public:
    Books(const Stage &stage, const QString &login, const replay::Interrupt &interrupt);

    /// The customer's latest order. The error is in words.
    Result<contract::OrderView, QString> latestOrder();
    /// What the provider has of payments since this object was made.
    Result<QList<replay::LedgerEntry>, QString> ledger();

private:
    std::optional<QString> signIn();

    const Stage &m_stage;
    const replay::Interrupt &m_interrupt;
    replay::TownClock m_clock;
    client::HttpTransport m_transport;
    replay::Party m_customer;
    qsizetype m_entriesBefore = 0;
};

} // namespace soban::tour
