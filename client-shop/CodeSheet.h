// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client-shop/StepDesk.h"
#include "ui/Sheet.h"

namespace soban::ui {
class Button;
class FieldRow;
class TextField;
class TextLabel;
} // namespace soban::ui

namespace soban::shop_app {

/// Asks for the customer's four digits, which prove a hand-over.
class CodeSheet : public ui::Sheet {
    Q_OBJECT

public:
    CodeSheet(StepDesk &steps, QWidget *host);

    void show(const contract::TicketView &ticket, Action action);
    /// At the door or the counter.
    static QString whatToDo(const contract::TicketView &ticket);

protected:
    void changeEvent(QEvent *event) override;

private:
    void submit();
    void retranslate();

    StepDesk &m_steps;
    std::optional<contract::TicketView> m_ticket;
    Action m_action = Action::Collect;
    ui::TextLabel *m_title;
    ui::TextLabel *m_text;
    ui::TextField *m_code;
    ui::FieldRow *m_row;
    ui::Button *m_back;
    ui::Button *m_done;
};

} // namespace soban::shop_app
