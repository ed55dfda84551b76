// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client-shop/BoardList.h"
#include "client-shop/Page.h"

#include <QTimer>

class QGridLayout;
class QStackedWidget;

namespace soban::ui {
class EmptyState;
class ScrollPane;
} // namespace soban::ui

namespace soban::shop_app {

class HandOverSheet;
class LaneHead;

/// The board: tickets in four lanes, from new to out.
class BoardPage : public Page {
    Q_OBJECT

public:
    BoardPage(const Services &services, TicketBook &book, StepDesk &steps, const ShopState &shop,
              QWidget *parent = nullptr);

    /// Gives the keyboard to the lane where there is most to do.
    void enter() override;
    /// The ticket that the keyboard is on, if it is on one of the lanes.
    std::optional<OrderId> current() const;
    BoardList *list(Lane lane) const { return m_lists.at(int(lane)); }

signals:
    void printChosen(soban::OrderId order);
    /// The shop cannot take it.
    void refusalChosen(soban::OrderId order);
    /// To be shown as a whole.
    void openChosen(soban::OrderId order);

private:
    void goToTicket(OrderId order);
    void act(OrderId order, TicketPart part);
    void step(const contract::TicketView &ticket);
    void startEarly(const contract::TicketView &ticket);
    void setOutEarly(const contract::TicketView &ticket);
    void ask(OrderId order, Action action, const QString &title, const QString &text,
             const QString &agreed, const QString &kept);
    void goSideways(int from, int by);
    void arrange() override;
    void retranslate() override;
    void count();
    void showEmptiness();
    QString emptyWords() const;

    Services m_services;
    TicketBook &m_book;
    StepDesk &m_steps;
    const ShopState &m_shop;
    QList<LaneHead *> m_heads;
    QList<BoardList *> m_lists;
    QList<QWidget *> m_lanes;
    QWidget *m_board;
    QGridLayout *m_grid;
    QStringList m_emptyWords; ///< as they are said
    ui::ScrollPane *m_pane;
    ui::EmptyState *m_none;
    QStackedWidget *m_stack;
    HandOverSheet *m_handOver = nullptr; ///< covers the window: made when first needed
    QTimer m_second;
};

} // namespace soban::shop_app
