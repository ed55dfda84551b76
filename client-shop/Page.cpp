// SPDX-License-Identifier: GPL-3.0-or-later
#include "client-shop/Page.h"

#include <QEvent>

namespace soban::shop_app {

void Page::resizeEvent(QResizeEvent *event) {
    QWidget::resizeEvent(event);
    arrange();
}

void Page::changeEvent(QEvent *event) {
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    if (event->type() == QEvent::StyleChange)
        arrange();
    QWidget::changeEvent(event);
}

} // namespace soban::shop_app
