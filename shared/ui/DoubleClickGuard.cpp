// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/DoubleClickGuard.h"

#include <QMouseEvent>
#include <QWidget>

namespace soban::ui {

bool DoubleClickGuard::eventFilter(QObject *watched, QEvent *event) {
    switch (event->type()) {
    case QEvent::MouseButtonPress:
    case QEvent::MouseButtonDblClick:
    case QEvent::MouseButtonRelease:
        if (watched->isWidgetType())
            return swallows(static_cast<QWidget *>(watched), *static_cast<QMouseEvent *>(event));
        break;
    default:
        break;
    }
    return QObject::eventFilter(watched, event);
}

bool DoubleClickGuard::swallows(QWidget *widget, const QMouseEvent &event) {
    if (event.type() == QEvent::MouseButtonRelease)
        return m_isSwallowing;
    // What a widget ignores comes to what is around it as well.
    const Press press{event.type(), event.timestamp()};
    if (press == m_press)
        return m_isSwallowing;
    m_isSwallowing = event.type() == QEvent::MouseButtonDblClick && m_pressed != widget;
    m_pressed = widget;
    m_press = press;
    return m_isSwallowing;
}

} // namespace soban::ui
