// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client-shop/BoardColumn.h"
#include "client-shop/RowList.h"
#include "client-shop/TicketDelegate.h"

namespace soban::shop_app {

/// One lane of the board with its head. Enter takes the next step of the current ticket, + and −
/// move the minutes of a new one, ← and → go to the other lanes. What is out is opened by a press,
/// and by Enter where there is no step left.
class BoardList : public RowList {
    Q_OBJECT

public:
    BoardList(Lane lane, TicketBook &book, const StepDesk &steps, const Services &services,
              const ShopState &shop, QWidget *parent = nullptr);

    Lane lane() const { return m_column->lane(); }
    int count() const { return m_column->rowCount(); }
    int laterCount() const { return m_column->laterCount(); }
    /// Where a part of a ticket is to be pressed, in the viewport; empty if it is not there.
    QRect partRect(OrderId order, TicketPart part) const;
    /// What it says while nothing stands there.
    void setEmptyWords(const QString &words);
    /// The ticket that the keyboard is on.
    std::optional<OrderId> current() const;
    /// Leads the keyboard to it; false if it is not there.
    bool goTo(OrderId order);

signals:
    void partChosen(soban::OrderId order, soban::shop_app::TicketPart part);
    void sidewaysAsked(int by);
    void countChanged();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;

private:
    void flash();

    BoardColumn *m_column;
    TicketDelegate *m_delegate;
    QString m_emptyWords;
};

} // namespace soban::shop_app
