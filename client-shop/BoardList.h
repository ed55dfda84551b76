// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client-shop/BoardColumn.h"
#include "client-shop/TicketDelegate.h"

#include <QListView>

namespace soban::shop_app {

/// One lane of the board with its head. Enter takes the next step of the current ticket, + and −
/// move the minutes of a new one, ← and → go to the other lanes.
class BoardList : public QListView {
    Q_OBJECT

public:
    BoardList(Lane lane, TicketBook &book, const StepDesk &steps, const Clock &clock,
              QWidget *parent = nullptr);

    Lane lane() const { return m_column->lane(); }
    int count() const { return m_column->rowCount(); }
    /// Takes the keyboard, on the ticket that was last looked at.
    void enter();
    /// Where a part of a ticket is to be pressed, in the viewport; empty if it is not there.
    QRect partRect(OrderId order, TicketPart part) const;
    /// The ticket that the keyboard is on.
    std::optional<OrderId> current() const;

signals:
    void partChosen(soban::OrderId order, soban::shop_app::TicketPart part);
    void sidewaysAsked(int by);
    void countChanged();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void flash();

    BoardColumn *m_column;
    TicketDelegate *m_delegate;
};

} // namespace soban::shop_app
