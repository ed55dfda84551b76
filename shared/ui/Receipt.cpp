// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/Receipt.h"

#include "ui/DefaultName.h"

#include <QEvent>

namespace soban::ui {

Receipt::Receipt(QWidget *parent) : QWidget(parent) {
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    retranslate();
}

void Receipt::setContent(const ReceiptContent &content) {
    if (m_content == content)
        return;
    m_content = content;
    setAccessibleDescription(receiptText(m_content));
    updateGeometry();
    update();
}

void Receipt::retranslate() {
    setDefaultName(*this, tr("Receipt"));
}

int Receipt::heightForWidth(int width) const {
    return receiptHeight(Look::of(this), width, m_content);
}

QSize Receipt::sizeHint() const {
    const int width = Look::of(this).scaled(278);
    return {width, heightForWidth(width)};
}

QSize Receipt::minimumSizeHint() const {
    return {Look::of(this).scaled(200), 0};
}

void Receipt::paintEvent(QPaintEvent *) {
    QPainter painter(this);
    paintReceipt(painter, Look::of(this), rect(), m_content);
}

void Receipt::changeEvent(QEvent *event) {
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    if (event->type() == QEvent::StyleChange)
        updateGeometry();
    QWidget::changeEvent(event);
}

} // namespace soban::ui
