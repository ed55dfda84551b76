// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QEvent>
#include <QObject>
#include <QPointer>

class QMouseEvent;
class QWidget;

namespace soban::ui {

/// Lets the second click of a double click reach only what got the first one. Where the first has
/// closed a sheet or changed the page, a hasty hand would else press what has come to lie under it.
/// Watches all widgets once it is the application's event filter.
class DoubleClickGuard : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Press {
        QEvent::Type type = QEvent::None;
        quint64 at = 0; ///< ms, by the window system
        bool operator==(const Press &) const = default;
    };
    bool swallows(QWidget *widget, const QMouseEvent &event);

    QPointer<QWidget> m_pressed; ///< got the last press
    Press m_press;
    bool m_isSwallowing = false; ///< until the next press
};

} // namespace soban::ui
