// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/Icons.h"
#include "ui/Tokens.h"

#include <QPushButton>

#include <optional>

namespace soban::ui {

/// What a button means to the task on screen. One primary for each task; the next step in a list
/// is soft.
enum class ButtonRole {
    Primary,
    Soft,
    Plain,
    Danger,  ///< outlined, filled only while pressed
    Bare,    ///< no plate: an action beside the main one
    Lacquer, ///< on the lacquered bars
    Key,     ///< of a keypad: plain, with a large digit
};

/// A push button with one of our icons. Drawn by `SobanStyle`.
class Button : public QPushButton {
    Q_OBJECT

public:
    explicit Button(ButtonRole role, QWidget *parent = nullptr);
    Button(ButtonRole role, Icon icon, const QString &text = {}, QWidget *parent = nullptr);

    ButtonRole role() const { return m_role; }
    void setRole(ButtonRole role);
    std::optional<Icon> symbol() const { return m_symbol; }
    void setSymbol(std::optional<Icon> symbol);
    bool isSymbolTrailing() const { return m_isSymbolTrailing; }
    void setSymbolTrailing(bool trailing); ///< such as the chevron of "Refuse ›"
    int tall() const { return m_tall; }
    /// One of `metrics::k…Height`; grows with the text.
    void setTall(int pixels);
    /// While what it began is under way: shows so, takes no further press, and keeps the keyboard.
    void setBusy(bool busy);
    bool isBusy() const { return m_isBusy; }

protected:
    bool focusNextPrevChild(bool next) override;

private:
    void forgetSize();

    ButtonRole m_role;
    std::optional<Icon> m_symbol;
    bool m_isSymbolTrailing = false;
    bool m_isBusy = false;
    int m_tall = metrics::kTouchHeight;
};

} // namespace soban::ui
