// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client-shop/FigureWords.h"
#include "client-shop/PaperSheet.h"

class QPrinter;

namespace soban::shop_app {

/// The figures of some days on paper.
class DayReport {
    Q_DECLARE_TR_FUNCTIONS(soban::shop_app::DayReport)

public:
    static PaperSheet sheetOf(const FigureWords &words, const QString &shop, const QString &title,
                              const QString &days);
    /// As many pages as it takes. Slow: not for the window's thread. False if the printer fails.
    static bool print(const PaperSheet &sheet, QPrinter &printer);
};

} // namespace soban::shop_app
