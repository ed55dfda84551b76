// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/ReceiptPaint.h"

class QPrinter;

namespace soban::customer {

/// A receipt on paper: from a printer, or as a PDF of just its size.
class ReceiptPaper {
public:
    ReceiptPaper(ui::ReceiptContent content, Language language);

    /// The bytes of a PDF with one page.
    QByteArray pdf() const;
    /// Puts the PDF into a file, whole or not at all.
    bool savePdf(const QString &file) const;
    /// On one page of the printer's paper, made smaller if it must.
    bool print(QPrinter &printer) const;

private:
    void paint(QPainter &painter, int width) const;

    ui::ReceiptContent m_content;
    ui::Look m_look; ///< light and at scale 1, whatever the screen
};

} // namespace soban::customer
