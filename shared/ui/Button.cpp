// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/Button.h"

namespace soban::ui {

Button::Button(ButtonRole role, QWidget *parent) : QPushButton(parent), m_role(role) {
    setCursor(Qt::PointingHandCursor);
    setAutoDefault(false);
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
    updateGeometry();
    update();
}

void Button::setSymbolTrailing(bool trailing) {
    m_isSymbolTrailing = trailing;
    update();
}

void Button::setTall(int pixels) {
    m_tall = pixels;
    updateGeometry();
}

void Button::setBusy(bool busy) {
    m_isBusy = busy;
    setEnabled(!busy);
}

} // namespace soban::ui
