// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/Receipt.h"

#include "ui/DefaultName.h"

#include <QEvent>

namespace soban::ui {

Receipt::Receipt(QWidget *parent) : WrappingWidget(parent) {
    retranslate();
}

void Receipt::setContent(const ReceiptContent &content) {
    if (m_content == content)
        return;
    m_content = content;
    setAccessibleDescription(receiptText(m_content));
    refit();
}

void Receipt::retranslate() {
    setDefaultName(*this, tr("Receipt"));
}

int Receipt::heightForWidth(int width) const {
    return receiptHeight(Look::of(this), width, m_content);
}

int Receipt::hintWidth() const {
    return Look::of(this).scaled(278);
}

int Receipt::leastWidth() const {
    return Look::of(this).scaled(200);
}

void Receipt::paintEvent(QPaintEvent *) {
    QPainter painter(this);
    paintReceipt(painter, Look::of(this), rect(), m_content);
}

void Receipt::changeEvent(QEvent *event) {
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    WrappingWidget::changeEvent(event);
}

} // namespace soban::ui
