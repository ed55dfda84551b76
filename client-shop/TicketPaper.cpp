// SPDX-License-Identifier: GPL-3.0-or-later
#include "client-shop/TicketPaper.h"

#include "client-shop/KitchenTicket.h"

#include <QBuffer>
#include <QDir>
#include <QFileInfo>
#include <QPainter>
#include <QPdfWriter>
#include <QPrinter>
#include <QPrinterInfo>
#include <QSaveFile>

#include <cmath>

namespace soban::shop_app {

namespace {

constexpr double kMmPerInch = 25.4;
constexpr int kDotsPerInch = 203; ///< of most printers for tickets

QPageSize pageOf(const PaperSheet &sheet) {
    const double high =
        sheet.heightAt(KitchenTicket::width()) / PaperSheet::kPixelsPerInch * kMmPerInch;
    return QPageSize(
        QSizeF(KitchenTicket::kPaperMm, std::ceil(high) + 2 * KitchenTicket::kMarginMm),
        QPageSize::Millimeter, sheet.title(), QPageSize::ExactMatch);
}

void paintOn(QPainter &painter, int resolution, const PaperSheet &sheet) {
    const double scale = resolution / PaperSheet::kPixelsPerInch;
    const double margin = KitchenTicket::kMarginMm / kMmPerInch * resolution;
    painter.translate(margin, margin);
    painter.scale(scale, scale);
    sheet.paint(painter, KitchenTicket::width());
}

} // namespace

PrintOutcome printTicket(const PaperSheet &sheet) {
    const QPrinterInfo usual = QPrinterInfo::defaultPrinter();
    if (usual.isNull())
        return {PrintFault::NoPrinter, {}};
    QPrinter printer(usual, QPrinter::HighResolution);
    printer.setDocName(sheet.title());
    printer.setFullPage(true);
    printer.setPageSize(pageOf(sheet));
    printer.setPageMargins(QMarginsF(0, 0, 0, 0));
    QPainter painter;
    if (!painter.begin(&printer))
        return {PrintFault::PrinterFault, usual.printerName()};
    paintOn(painter, printer.resolution(), sheet);
    const bool isDone = painter.end() && printer.printerState() != QPrinter::Error;
    return {isDone ? std::nullopt : std::optional(PrintFault::PrinterFault), usual.printerName()};
}

QByteArray ticketPdf(const PaperSheet &sheet) {
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setTitle(sheet.title());
    writer.setResolution(kDotsPerInch);
    writer.setPageSize(pageOf(sheet));
    writer.setPageMargins(QMarginsF(0, 0, 0, 0));
    QPainter painter(&writer);
    paintOn(painter, writer.resolution(), sheet);
    painter.end();
    return buffer.data();
}

PrintOutcome writeTicketPdf(const PaperSheet &sheet, const QString &file) {
    return writeFile(file, ticketPdf(sheet));
}

PrintOutcome writeFile(const QString &file, const QByteArray &bytes) {
    QDir().mkpath(QFileInfo(file).absolutePath());
    QSaveFile target(file);
    const bool isWritten =
        target.open(QIODevice::WriteOnly) && target.write(bytes) == bytes.size() && target.commit();
    return {isWritten ? std::nullopt : std::optional(PrintFault::FileFault), file};
}

} // namespace soban::shop_app
