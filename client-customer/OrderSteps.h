// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/Ordering.h"
#include "ui/Receipt.h"
#include "ui/Timeline.h"

#include <QCoreApplication>
#include <QTimeZone>

namespace soban::customer {

/// What an order's page says, made of the order as the server tells it.
class OrderSteps {
    Q_DECLARE_TR_FUNCTIONS(soban::customer::OrderSteps)

public:
    /// From the payment to the confirmation, as the fulfilment has it.
    static QList<ui::TimelineStep> timeline(const contract::OrderView &order,
                                            const QTimeZone &zone);
    /// The one answer: "Arrives about 19:32".
    static QString headline(const contract::OrderView &order, const QTimeZone &zone);
    /// "by 19:42 at the latest"; why it ended.
    static QString subline(const contract::OrderView &order, const QTimeZone &zone);
    static ui::ReceiptContent receipt(const contract::OrderView &order,
                                      const QList<contract::PaymentView> &payments,
                                      const QTimeZone &zone, Language language);
    /// Why there is nothing (more) to change, in a sentence; empty if there is.
    static QString whyNothing(const contract::OrderView &order);
};

} // namespace soban::customer
