// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client-shop/TicketBook.h"
#include "ui/ReceiptPaint.h"
#include "ui/Sheet.h"
#include "ui/Timeline.h"

namespace soban::ui {
class Button;
class Receipt;
class TextLabel;
} // namespace soban::ui

namespace soban::shop_app {

class PrintDesk;

/// A ticket as a whole, also when all is over: dishes, remarks, payment, when what happened, and
/// what can be done about it beyond the next step.
class TicketSheet : public ui::Sheet {
    Q_OBJECT

public:
    TicketSheet(const TicketBook &book, const ShopState &shop, PrintDesk &printer, QWidget *host);

    void show(OrderId order);
    static ui::ReceiptContent receiptOf(const contract::TicketView &ticket, const Here &here,
                                        Language language);
    static QList<ui::TimelineStep> stepsOf(const contract::TicketView &ticket, const Here &here,
                                           Language language);

signals:
    void endChosen(soban::OrderId order, soban::Action action);
    void extensionChosen(soban::OrderId order, int minutes);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    const TicketBook &m_book;
    const ShopState &m_shop;
    PrintDesk &m_printer;
    std::optional<OrderId> m_order;
    ui::TextLabel *m_title;
    ui::TextLabel *m_state;
    ui::Receipt *m_receipt;
    ui::TextLabel *m_stepsTitle;
    ui::Timeline *m_steps;
    ui::TextLabel *m_why; ///< it ended without its goods
    ui::Button *m_extend;
    ui::Button *m_end;
    ui::Button *m_print;
    ui::Button *m_back;
};

} // namespace soban::shop_app
