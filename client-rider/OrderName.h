// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/Delivery.h"

#include <QCoreApplication>

namespace soban::rider_app {

/// Which order it is: "Ember Gukbap no. 12". Every shop counts its own orders, so that a number
/// alone may stand for two of those that a rider carries.
class OrderName {
    Q_DECLARE_TR_FUNCTIONS(soban::rider_app::OrderName)

public:
    static QString of(const contract::DeliveryView &delivery);
    /// The shop alone where the offer is of a time when offers had no number.
    static QString of(const Offer &offer);

private:
    static QString joined(const LocalizedText &shop, int number);
};

} // namespace soban::rider_app
