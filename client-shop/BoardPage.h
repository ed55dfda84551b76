// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client-shop/BoardList.h"
#include "client-shop/Page.h"

#include <QTimer>

class QGridLayout;

namespace soban::shop_app {

class CodeSheet;
class LaneHead;

/// The board: tickets in four lanes, from new to out.
class BoardPage : public Page {
    Q_OBJECT

public:
    BoardPage(const Services &services, TicketBook &book, StepDesk &steps,
              QWidget *parent = nullptr);

    /// Gives the keyboard to the lane where there is most to do.
    void enter() override;
    /// The ticket that the keyboard is on, if it is on one of the lanes.
    std::optional<OrderId> current() const;
    BoardList *list(Lane lane) const { return m_lists.at(int(lane)); }

signals:
    void printChosen(soban::OrderId order);

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void act(OrderId order, TicketPart part);
    void step(const contract::TicketView &ticket);
    void goSideways(int from, int by);
    void arrange();
    void retranslate();
    void count();

    TicketBook &m_book;
    StepDesk &m_steps;
    QList<LaneHead *> m_heads;
    QList<BoardList *> m_lists;
    QList<QWidget *> m_lanes;
    QGridLayout *m_grid;
    CodeSheet *m_code = nullptr; ///< covers the window: made when first needed
    QTimer m_second;
};

} // namespace soban::shop_app
