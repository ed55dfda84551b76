// SPDX-License-Identifier: GPL-3.0-or-later
#include "client-shop/DayReport.h"

#include <QPainter>
#include <QPrinter>

namespace soban::shop_app {

namespace {

using namespace ui;

void addTitle(QList<PaperRow> &rows, const QString &title, const QString &unit = {}) {
    rows.append({.left = title,
                 .right = unit,
                 .text = Text::Name,
                 .weight = Weight::Bold,
                 .gap = metrics::kGap16,
                 .isRuled = true});
}

} // namespace

PaperSheet DayReport::sheetOf(const FigureWords &words, const QString &shop, const QString &title,
                              const QString &days) {
    QList<PaperRow> rows{{.left = shop},
                         {.left = title, .text = Text::Answer, .weight = Weight::Bold},
                         {.left = days}};
    rows.append({.left = {}, .text = Text::Small});
    for (const FigureTileText &tile : words.tiles()) {
        rows.append({.left = tile.label,
                     .right = tile.value,
                     .text = Text::Name,
                     .weight = Weight::Bold,
                     .gap = metrics::kGap4});
        rows.append({.left = tile.note, .text = Text::Small});
    }
    const ReceiptContent breakdown = words.breakdown();
    addTitle(rows, tr("Sales breakdown"));
    const auto sums = breakdown.sums + breakdown.afterwards;
    for (const ReceiptSum &sum : sums)
        rows.append({.left = sum.label, .right = sum.amount});
    addTitle(rows, words.chartTitle(), words.chartUnit());
    for (const Bar &bar : words.bars()) {
        if (bar.value > 0)
            rows.append({.left = bar.label, .right = bar.valueText});
    }
    addTitle(rows, tr("Best sellers"));
    for (const Rank &rank : words.bestItems())
        rows.append({.left = rank.name, .right = rank.valueText});
    return {title + u" · " + days, rows};
}

bool DayReport::print(const PaperSheet &sheet, QPrinter &printer) {
    printer.setDocName(sheet.title());
    QPainter painter;
    if (!painter.begin(&printer))
        return false;
    const double scale = printer.resolution() / PaperSheet::kPixelsPerInch;
    painter.scale(scale, scale);
    const QSizeF page = printer.pageRect(QPrinter::DevicePixel).size() / scale;
    sheet.paint(painter, int(page.width()), int(page.height()), [&printer] { printer.newPage(); });
    return painter.end() && printer.printerState() != QPrinter::Error;
}

} // namespace soban::shop_app
