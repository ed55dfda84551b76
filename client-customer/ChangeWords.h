// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/Ordering.h"
#include "domain/LineChanges.h"

#include <QCoreApplication>

namespace soban::customer {

/// What is said of a change to an order before it is made, and while it is paid for.
class ChangeWords {
    Q_DECLARE_TR_FUNCTIONS(soban::customer::ChangeWords)

public:
    struct Charge {
        QString what; ///< "₩9,000 more"
        QString how;  ///< from where, to where, and when
    };

    /// "₩9,000 more than before"
    static QString difference(const Money &before, const Money &now);
    /// What happens to the money when it costs `total`.
    static Charge chargeOf(const contract::OrderView &order, const Money &total, Language language);
    /// "New: 2 × Gimbap, large"; empty for what stays as it is.
    static QString lineOf(const LineChange &change, Language language);
    /// What waits to be paid for.
    static Charge waiting(const contract::OrderView &order);
};

} // namespace soban::customer
