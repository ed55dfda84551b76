// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "drill/Sight.h"

namespace soban::drill {

/// The life of one order, step by step, through a server that may crash at any of them.
struct CrashPath {
    QString name;
    Fulfilment fulfilment = Fulfilment::PlatformRider;
    PaymentMethod method = PaymentMethod::Card;
    bool isDeclined = false; ///< the first payment
    /// After the order is placed. `PayAgain` pays as `method` says.
    QList<Step> steps = {};
    OrderState end = OrderState::Completed;
    std::optional<qint64> backMinor = {}; ///< what has gone back in the end, where the path says it
    QStringList settings = {};            ///< of the server
    QList<QJsonObject> misdeeds = {};     ///< of the provider, each a number of times
};

/// Every way that an order can go.
const QList<CrashPath> &crashPaths();

} // namespace soban::drill
