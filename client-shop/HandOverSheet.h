// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client-shop/StepDesk.h"
#include "ui/Sheet.h"

namespace soban::ui {
class Button;
class FieldRow;
class Segment;
class TextField;
class TextLabel;
} // namespace soban::ui

namespace soban::shop_app {

class PicturePart;

/// Asks for what proves a hand-over: the customer's four digits, or at a door where nobody opens a
/// photo.
class HandOverSheet : public ui::Sheet {
    Q_OBJECT

public:
    HandOverSheet(const Services &services, StepDesk &steps, QWidget *host);

    void show(const contract::TicketView &ticket, Action action);
    /// At the door or the counter.
    static QString whatToDo(const contract::TicketView &ticket);
    /// Where nobody opens.
    static QString whatToShow(const contract::TicketView &ticket);

protected:
    void changeEvent(QEvent *event) override;

private:
    enum Way { ByCode, ByPhoto };

    static QString withMoney(const contract::TicketView &ticket, const QString &words);
    void build();
    void fit();
    void choose(int way);
    bool isByPhoto() const;
    void refresh();
    void submit();
    void take(const Result<contract::TicketView, client::ApiError> &answer);
    void retranslate();

    StepDesk &m_steps;
    std::optional<contract::TicketView> m_ticket;
    Action m_action = Action::Collect;
    ui::TextLabel *m_title;
    ui::TextLabel *m_text;
    ui::Segment *m_way;
    ui::TextField *m_code;
    ui::FieldRow *m_row;
    QWidget *m_rowPlace; ///< with room for a complaint, so that no button moves for one
    PicturePart *m_photo;
    ui::Button *m_back;
    ui::Button *m_done;
};

} // namespace soban::shop_app
