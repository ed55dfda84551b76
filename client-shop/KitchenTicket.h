// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client-shop/Here.h"
#include "client-shop/PaperSheet.h"
#include "contract/Ordering.h"

#include <QCoreApplication>

namespace soban::shop_app {

/// What the kitchen gets of an order on paper 80 mm wide.
class KitchenTicket {
    Q_DECLARE_TR_FUNCTIONS(soban::shop_app::KitchenTicket)

public:
    /// Of which printers for tickets can use so much.
    static constexpr double kPaperMm = 80;
    static constexpr double kMarginMm = 4;
    /// The printable width in the pixels of `PaperSheet`.
    static int width();

    struct Circumstances {
        QString shop;
        Language language;
        Here here;           ///< printed now
        bool isCopy = false; ///< not the first of this order on paper, as far as is known
    };
    static PaperSheet sheetOf(const contract::TicketView &ticket, const Circumstances &how);

private:
    class Writer;
};

} // namespace soban::shop_app
