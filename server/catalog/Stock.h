// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lifecycle/OrderLifecycle.h"

#include <QHash>

namespace soban::catalog {

/// Counted items, inside the transaction that is open.
class StockStore {
public:
    virtual ~StockStore() = default;
    /// Takes `quantity` of a counted item for an order; false if there is not that much. On a new
    /// day of the shop's calendar, what is counted per day begins anew.
    virtual bool hold(OrderId order, MenuItemId item, int quantity, QDate today) = 0;
    /// Puts back what is held of each item beyond what is `needed` of it.
    virtual void fit(OrderId order, const QHash<MenuItemId, int> &needed) = 0;
    /// Puts what was held back on the shelf, unless that is counted anew since.
    virtual void putBack(OrderId order) = 0;
    /// What was held is gone with the customer.
    virtual void consume(OrderId order) = 0;
};

/// Keeps the holds of an order to what it needs, and ends them when it ends (R16, rule 7 of the
/// lifecycle).
class StockWarden : public StepListener {
public:
    explicit StockWarden(StockStore &stock) : m_stock(stock) {}
    void stepped(const OrderStep &step) override;

private:
    StockStore &m_stock;
};

} // namespace soban::catalog
