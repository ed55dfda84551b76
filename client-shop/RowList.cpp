// SPDX-License-Identifier: GPL-3.0-or-later
#include "client-shop/RowList.h"

#include <QFocusEvent>

namespace soban::shop_app {

RowList::RowList(QWidget *parent) : QListView(parent) {
    setFrameShape(QFrame::NoFrame);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setResizeMode(Adjust);
    setEditTriggers(NoEditTriggers);
    viewport()->setAutoFillBackground(false);
}

void RowList::enter() {
    setFocus(Qt::OtherFocusReason);
    goToFirst();
}

void RowList::goToFirst() {
    if (!currentIndex().isValid() && model())
        setCurrentIndex(model()->index(0, 0));
}

void RowList::focusInEvent(QFocusEvent *event) {
    QListView::focusInEvent(event);
    if (event->reason() != Qt::MouseFocusReason)
        goToFirst();
}

void RowList::changeEvent(QEvent *event) {
    QListView::changeEvent(event);
    if (event->type() == QEvent::StyleChange || event->type() == QEvent::LanguageChange) {
        scheduleDelayedItemsLayout();
        updateGeometry();
    }
}

void RowList::resizeEvent(QResizeEvent *event) {
    QListView::resizeEvent(event);
    scheduleDelayedItemsLayout();
}

} // namespace soban::shop_app
