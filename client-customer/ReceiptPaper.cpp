// SPDX-License-Identifier: GPL-3.0-or-later
#include "client-customer/ReceiptPaper.h"

#include <QBuffer>
#include <QPageSize>
#include <QPdfWriter>
#include <QPrinter>
#include <QSaveFile>

namespace soban::customer {

namespace {

using namespace ui;

constexpr int kWidth = 302; ///< pixels of 1/96 inch: 80 mm
constexpr int kMargin = 24;
constexpr double kPixelsPerInch = 96;

} // namespace

ReceiptPaper::ReceiptPaper(ReceiptContent content, Language language)
    : m_content(std::move(content)) {
    m_look.setChoice(Look::Choice::Light);
    m_look.setLanguage(language);
}

void ReceiptPaper::paint(QPainter &painter, int width) const {
    const int height = receiptHeight(m_look, width, m_content);
    paintReceipt(painter, m_look, QRect(0, 0, width, height), m_content);
}

QByteArray ReceiptPaper::pdf() const {
    const int height = receiptHeight(m_look, kWidth, m_content);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setResolution(int(kPixelsPerInch) * 10);
    writer.setTitle(m_content.heading + u' ' + m_content.subheading);
    writer.setCreator(QStringLiteral("Soban"));
    const QSizeF inches((kWidth + 2 * kMargin) / kPixelsPerInch,
                        (height + 2 * kMargin) / kPixelsPerInch);
    writer.setPageSize(QPageSize(inches, QPageSize::Inch, {}, QPageSize::ExactMatch));
    writer.setPageMargins(QMarginsF());
    QPainter painter(&writer);
    painter.scale(10, 10);
    painter.translate(kMargin, kMargin);
    paint(painter, kWidth);
    painter.end();
    return bytes;
}

bool ReceiptPaper::savePdf(const QString &file) const {
    QSaveFile saved(file);
    if (!saved.open(QIODevice::WriteOnly))
        return false;
    saved.write(pdf());
    return saved.commit();
}

bool ReceiptPaper::print(QPrinter &printer) const {
    QPainter painter;
    if (!painter.begin(&printer))
        return false;
    const double scale = printer.resolution() / kPixelsPerInch;
    const QSizeF page = QSizeF(printer.pageRect(QPrinter::DevicePixel).size()) / scale;
    const int height = receiptHeight(m_look, kWidth, m_content);
    const double fit = std::min({1.0, page.width() / kWidth, page.height() / height});
    painter.scale(scale * fit, scale * fit);
    paint(painter, kWidth);
    return painter.end();
}

} // namespace soban::customer
