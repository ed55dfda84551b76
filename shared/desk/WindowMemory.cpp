// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/WindowMemory.h"

#include <QEvent>
#include <QGuiApplication>
#include <QScreen>
#include <QWidget>

namespace soban::desk {

namespace {

/// What a hand needs of a title bar.
constexpr QSize kGrip(120, 24);

QList<QRect> screens() {
    QList<QRect> areas;
    const QList<QScreen *> all = QGuiApplication::screens();
    for (const QScreen *screen : all)
        areas.append(screen->availableGeometry());
    return areas;
}

} // namespace

QRect onScreen(const QRect &window, const QList<QRect> &screens) {
    if (screens.isEmpty())
        return window;
    const QRect edge(window.topLeft(), QSize(window.width(), kGrip.height()));
    for (const QRect &screen : screens) {
        const QRect seen = screen & edge;
        if (seen.width() >= std::min(kGrip.width(), edge.width()) &&
            seen.height() >= kGrip.height())
            return window;
    }
    QRect moved({0, 0}, window.size().boundedTo(screens.constFirst().size()));
    moved.moveCenter(screens.constFirst().center());
    return moved;
}

WindowMemory::WindowMemory(QWidget *window, const QString &name, QSize firstSize,
                           Preferences &preferences)
    : QObject(window), m_window(window), m_name(name), m_preferences(preferences) {
    restore(firstSize);
    window->installEventFilter(this);
}

WindowMemory::~WindowMemory() = default;

void WindowMemory::restore(QSize firstSize) {
    if (!m_window->restoreGeometry(m_preferences.windowGeometry(m_name))) {
        const QList<QRect> areas = screens();
        const QSize room = areas.isEmpty() ? firstSize : areas.constFirst().size();
        m_window->resize(firstSize.boundedTo(room));
        return;
    }
    // Screens come and go between two days, and Qt checks only roughly.
    if (!m_window->isMaximized() && !m_window->isFullScreen())
        m_window->setGeometry(onScreen(m_window->geometry(), screens()));
}

bool WindowMemory::eventFilter(QObject *watched, QEvent *event) {
    if (watched == m_window && (event->type() == QEvent::Hide || event->type() == QEvent::Close))
        remember();
    return QObject::eventFilter(watched, event);
}

void WindowMemory::remember() {
    m_preferences.setWindowGeometry(m_name, m_window->saveGeometry());
}

} // namespace soban::desk
