// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/Stock.h"

namespace soban::catalog {

namespace {

/// As it is, and as it will be once its change is paid for: of each item the more.
QHash<MenuItemId, int> neededBy(const Order &order) {
    QHash<MenuItemId, int> needed = quantitiesOf(order.lines);
    if (!order.pendingChange)
        return needed;
    const auto wanted = quantitiesOf(order.pendingChange->wanted.lines);
    for (const auto &[item, quantity] : wanted.asKeyValueRange())
        needed[item] = std::max(needed.value(item), quantity);
    return needed;
}

} // namespace

void StockWarden::stepped(const OrderStep &step) {
    if (step.transition.effects.contains(Effect::RestoreStock))
        m_stock.putBack(step.order.id);
    else if (lifecycle::isOver(step.order.stage.order))
        m_stock.consume(step.order.id);
    else if (step.transition.effects.contains(Effect::FitStock))
        m_stock.fit(step.order.id, neededBy(step.order));
}

} // namespace soban::catalog
