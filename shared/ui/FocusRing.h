// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFocusFrame>

namespace soban::ui {

/// The ring around the widget that has the keyboard. Shown as the keyboard moves the focus; a click
/// shows it around inputs only.
class FocusRing : public QFocusFrame {
    Q_OBJECT

public:
    /// Gives `widget` a ring whenever it has the focus.
    static void watch(QWidget *widget);
    /// Whether the person has last used the keyboard, or the mouse: focus that a page sets itself
    /// is ringed only for those who need to see it.
    static void setKeyboardUsed(bool used);

    explicit FocusRing(QWidget *parent);

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace soban::ui
