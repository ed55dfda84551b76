// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Payment.h"
#include "domain/Review.h"
#include "ui/Paint.h"

#include <QCoreApplication>

namespace soban::ui {

/// The words for what the domain knows, in the language of the application.
class Words {
    Q_DECLARE_TR_FUNCTIONS(soban::ui::Words)

public:
    static QString of(Fulfilment how);
    static QString of(PaymentMethod method);
    static QString of(PaymentState state);
    static QString of(EndReason reason);
    /// Why: the reason, or the ender's own words.
    static QString of(const Ending &ending);
    /// Who bears what an ending costs.
    static QString of(Party party);
    static QString of(ShopMode mode);
    static QString of(ShopKind kind);
    /// Where an order stands, as its customer would say it.
    static QString of(const Stage &stage);

    static Icon iconOf(Fulfilment how);
    /// The same with icon and tone.
    static Chip chipOf(const Stage &stage);
};

} // namespace soban::ui
