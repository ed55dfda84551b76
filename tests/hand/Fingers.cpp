// SPDX-License-Identifier: GPL-3.0-or-later
#include "hand/Fingers.h"

#include <QApplication>
#include <QPointer>
#include <QTest>
#include <QWheelEvent>
#include <QWindow>

namespace soban::hand {

namespace {

constexpr int kNotch = 120; ///< in eighths of a degree

/// Sees which widget a press is given to.
class Witness : public QObject {
public:
    Witness() { qApp->installEventFilter(this); }

    QWidget *receiver() const { return m_receiver; }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override {
        const bool isPress = event->type() == QEvent::MouseButtonPress ||
                             event->type() == QEvent::MouseButtonDblClick;
        if (isPress && !m_receiver && watched->isWidgetType())
            m_receiver = static_cast<QWidget *>(watched);
        return false;
    }

private:
    QPointer<QWidget> m_receiver;
};

void mouse(QWidget &window, QPoint place, Qt::MouseButtons state, Qt::MouseButton button,
           QEvent::Type type) {
    QWindow *handle = window.windowHandle();
    qt_handleMouseEvent(handle, place, handle->mapToGlobal(place), state, button, type,
                        Qt::NoModifier, QTest::lastMouseTimestamp);
}

QString textOf(Qt::Key key) {
    switch (key) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        return QStringLiteral("\r");
    case Qt::Key_Tab:
        return QStringLiteral("\t");
    case Qt::Key_Escape:
        return QStringLiteral("\x1b");
    case Qt::Key_Backspace:
        return QStringLiteral("\b");
    default:
        return key >= Qt::Key_Space && key <= Qt::Key_AsciiTilde ? QString(QChar(int(key)))
                                                                 : QString();
    }
}

void key(int code, Qt::KeyboardModifiers modifiers, const QString &text) {
    for (const QEvent::Type type : {QEvent::KeyPress, QEvent::KeyRelease}) {
        // A press may close the window.
        if (QWindow *window = Fingers::keyboardWindow())
            qt_handleKeyEvent(window, type, code, modifiers, text);
    }
}

} // namespace

QWidget *Fingers::pressDown(QWidget &window, QPoint place) {
    if (!QApplication::activePopupWidget() && !window.isActiveWindow())
        window.activateWindow(); // as window managers do
    // Long after the press before, so that two are never taken for a double one.
    QTest::lastMouseTimestamp += 2 * QTest::mouseDoubleClickInterval;
    const Witness witness;
    mouse(window, place, Qt::NoButton, Qt::NoButton, QEvent::MouseMove);
    mouse(window, place, Qt::LeftButton, Qt::LeftButton, QEvent::MouseButtonPress);
    return witness.receiver();
}

void Fingers::letGo(QWidget &window, QPoint place) {
    mouse(window, place, Qt::NoButton, Qt::LeftButton, QEvent::MouseButtonRelease);
}

void Fingers::turnWheel(QWidget &window, QPoint place, bool down) {
    QWheelEvent event(place, window.mapToGlobal(place), QPoint(),
                      QPoint(0, down ? -kNotch : kNotch), Qt::NoButton, Qt::NoModifier,
                      Qt::NoScrollPhase, false);
    QSpontaneKeyEvent::setSpontaneous(&event);
    qApp->notify(window.windowHandle(), &event);
}

QWindow *Fingers::keyboardWindow() {
    QWidget *window = QApplication::activePopupWidget();
    if (!window)
        window = QApplication::activeModalWidget();
    if (!window)
        window = QApplication::activeWindow();
    if (!window) {
        // Window managers give the keyboard back when a dialog has closed; offscreen there is none.
        for (QWidget *one : QApplication::topLevelWidgets()) {
            if (one->isVisible() && one->windowType() == Qt::Window)
                window = one;
        }
        if (window)
            window->activateWindow();
        // Until it is, shortcuts do not work.
        window = QApplication::activeWindow();
    }
    return window ? window->windowHandle() : nullptr;
}

void Fingers::press(QKeyCombination combination) {
    const bool isText = !(combination.keyboardModifiers() & ~Qt::ShiftModifier);
    key(combination.key(), combination.keyboardModifiers(),
        isText ? textOf(combination.key()) : QString());
}

void Fingers::type(const QString &text) {
    for (const QChar letter : text)
        key(letter.toUpper().unicode(), Qt::NoModifier, QString(letter));
}

} // namespace soban::hand
