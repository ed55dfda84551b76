// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/Stock.h"

namespace soban::catalog {

void StockWarden::stepped(const OrderStep &step) {
    if (step.transition.effects.contains(Effect::RestoreStock))
        m_stock.putBack(step.order.id);
    else if (lifecycle::isOver(step.order.stage.order))
        m_stock.consume(step.order.id);
}

} // namespace soban::catalog
