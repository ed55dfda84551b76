// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/Preferences.h"

class QWidget;

namespace soban::desk {

/// Where a window goes that stood at `window`: there, as long as enough of its upper edge lies on
/// one of the `screens` for it to be seen and moved; else in the middle of the first screen, and
/// no larger than that.
QRect onScreen(const QRect &window, const QList<QRect> &screens);

/// Puts a window where it stood the last time, and remembers where it stands when it is hidden or
/// the app ends. Lives as long as the window.
class WindowMemory : public QObject {
    Q_OBJECT

public:
    /// `name` tells the windows of an app apart; without a memory it is as large as `firstSize`.
    WindowMemory(QWidget *window, const QString &name, QSize firstSize, Preferences &preferences);
    ~WindowMemory() override;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void restore(QSize firstSize);
    void remember();

    QWidget *m_window;
    QString m_name;
    Preferences &m_preferences;
};

} // namespace soban::desk
