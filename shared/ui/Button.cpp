// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/Button.h"

#include <QEvent>

namespace soban::ui {

Button::Button(ButtonRole role, QWidget *parent) : QPushButton(parent), m_role(role) {
    setCursor(Qt::PointingHandCursor);
    setAutoDefault(true); // so that Enter presses it, as Space does
}

Button::Button(ButtonRole role, Icon icon, const QString &text, QWidget *parent)
    : Button(role, parent) {
    m_symbol = icon;
    setText(text);
}

void Button::setRole(ButtonRole role) {
    m_role = role;
    update();
}

void Button::setSymbol(std::optional<Icon> symbol) {
    m_symbol = symbol;
    forgetSize();
}

void Button::forgetSize() {
    // Qt keeps a button's size until its own properties change.
    QEvent change(QEvent::FontChange);
    changeEvent(&change);
    updateGeometry();
    update();
}

void Button::setSymbolTrailing(bool trailing) {
    m_isSymbolTrailing = trailing;
    update();
}

void Button::setTall(int pixels) {
    m_tall = pixels;
    forgetSize();
}

void Button::setBusy(bool busy) {
    m_isBusy = busy; // before Qt asks where the focus is to go, see below
    setEnabled(!busy);
    // A window that was left and entered meanwhile gives the keyboard to nothing that is disabled.
    const bool isNext = window()->isActiveWindow() && window()->focusWidget() == this;
    if (!busy && isNext && !hasFocus())
        setFocus(Qt::OtherFocusReason);
}

bool Button::focusNextPrevChild(bool next) {
    // Qt sends the focus on from what is disabled. Whoever pressed this waits for its answer and
    // may want to press it again; Tab goes through the parent and still leads away.
    return (m_isBusy && isVisible()) || QPushButton::focusNextPrevChild(next);
}

} // namespace soban::ui
