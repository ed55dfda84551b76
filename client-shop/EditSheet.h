// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/Sheet.h"

#include <functional>

namespace soban::ui {
class Button;
class TextLabel;
} // namespace soban::ui

namespace soban::shop_app {

/// A sheet in which something is entered: a title, what its heirs add to `content`, and below it
/// back and done. Asks before what was entered is thrown away.
class EditSheet : public ui::Sheet {
    Q_OBJECT

public:
    explicit EditSheet(QWidget *host);

    /// It is open, and something is entered that is nowhere else.
    bool hasUnsaved() const { return isOpen() && isChanged(); }
    /// Closes, after a question if there is something to lose, and then does `then`; or never.
    void leave(std::function<void()> then = {});

protected:
    virtual bool isChanged() const = 0;
    /// Done was pressed.
    virtual void submit() = 0;
    virtual void retranslate();

    QVBoxLayout *content() const { return m_content; }
    void setTitle(const QString &title);
    /// Of back and done.
    void setTall(int pixels);
    ui::Button *doneButton() const { return m_done; }
    /// Takes away what is edited; hidden unless its text is set.
    ui::Button *removeButton() const { return m_remove; }
    /// Says what is wrong with the whole; empty: nothing.
    void complain(const QString &complaint);
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    QVBoxLayout *m_content;
    ui::TextLabel *m_title;
    ui::TextLabel *m_complaint;
    ui::Button *m_remove;
    ui::Button *m_back;
    ui::Button *m_done;
};

} // namespace soban::shop_app
