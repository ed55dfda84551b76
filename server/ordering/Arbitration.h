// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/Operator.h"
#include "lifecycle/OrderLifecycle.h"

namespace soban::ordering {

/// The operator's word on an order: ends it for the platform, and decides anew what one costs that
/// is over. Says what of it goes back, and who bears that.
class Arbitration {
public:
    /// Who did what to which order, and what was decided: the order keeps the latest alone.
    struct Deed {
        AccountId by;
        QString name;
        OrderId order;
        QString decision; ///< its ending or its settlement, as the contract encodes them
    };
    /// Writes it down for the audit, in the open transaction.
    using Audit = std::function<void(const Deed &deed)>;

    /// What of an order's money has neither gone back nor is on its way, in the open transaction.
    using Held = std::function<Money(const Order &order)>;

    Arbitration(OrderLifecycle &lifecycle, Held held, Audit audit)
        : m_lifecycle(lifecycle), m_held(std::move(held)), m_audit(std::move(audit)) {}

    /// While it is prepared or waits to be fetched. Refuses what `endingOf` refuses, and
    /// out_of_range at `refundMinor` beyond the order's total.
    OrderLifecycle::Outcome cancel(OrderId order, const Actor &by, int version,
                                   const contract::OperatorEndRequest &request);
    /// Never takes back what has gone back or is on its way: out_of_range at `refundMinor` below
    /// that or beyond the order's total. What was decided and never went back can be less again.
    /// Refused with not_allowed_now where nothing was paid by card.
    OrderLifecycle::Outcome settle(OrderId order, const Actor &by, int version,
                                   const contract::SettleRequest &request);

private:
    Money leastRefund(const Order &order) const;
    OrderLifecycle::Outcome decide(OrderId order, Action action, const Actor &by, int version,
                                   const OrderLifecycle::Amend &decision);

    OrderLifecycle &m_lifecycle;
    const Held m_held;
    const Audit m_audit;
};

} // namespace soban::ordering
