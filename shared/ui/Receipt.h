// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/ReceiptPaint.h"
#include "ui/WrappingWidget.h"

namespace soban::ui {

/// A receipt on the page. Its card, title and print button belong to the page.
class Receipt : public WrappingWidget {
    Q_OBJECT

public:
    explicit Receipt(QWidget *parent = nullptr);

    const ReceiptContent &content() const { return m_content; }
    void setContent(const ReceiptContent &content);

    int heightForWidth(int width) const override;

protected:
    int hintWidth() const override;
    int leastWidth() const override;
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    ReceiptContent m_content;
};

} // namespace soban::ui
