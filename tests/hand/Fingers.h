// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QKeySequence>
#include <QString>
#include <QWidget>

namespace soban::hand {

/// Mouse and keyboard. Everything enters at the window, as from the desktop: who gets it is decided
/// by what lies there and by who has the keyboard.
class Fingers {
public:
    /// Moves to `place` of `window` and presses the left button: the widget that got it, or null.
    static QWidget *pressDown(QWidget &window, QPoint place);
    static void letGo(QWidget &window, QPoint place);
    /// One notch of the wheel, towards what is below or above.
    static void turnWheel(QWidget &window, QPoint place, bool down);
    static void press(QKeyCombination key);
    static void type(const QString &text);
    /// The window that has the keyboard; null if none has.
    static QWindow *keyboardWindow();
};

} // namespace soban::hand
