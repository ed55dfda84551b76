// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/WrappingWidget.h"

#include <QEvent>

namespace soban::ui {

WrappingWidget::WrappingWidget(QWidget *parent) : QWidget(parent) {
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

QSize WrappingWidget::sizeHint() const {
    const int width = testAttribute(Qt::WA_Resized) ? this->width() : hintWidth();
    return {hintWidth(), heightForWidth(width)};
}

QSize WrappingWidget::minimumSizeHint() const {
    return {leastWidth(), 0};
}

void WrappingWidget::refit() {
    updateGeometry();
    update();
}

void WrappingWidget::resizeEvent(QResizeEvent *event) {
    QWidget::resizeEvent(event);
    // The layout has asked for the height of another width if it does not know about such heights.
    if (height() < heightForWidth(width()))
        updateGeometry();
}

void WrappingWidget::changeEvent(QEvent *event) {
    if (event->type() == QEvent::StyleChange)
        refit();
    QWidget::changeEvent(event);
}

} // namespace soban::ui
