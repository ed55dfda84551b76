// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client-customer/OrderBook.h"

#include <QWidget>

class QListView;
class QStackedWidget;

namespace soban::ui {
class EmptyState;
} // namespace soban::ui

namespace soban::customer {

class OrderCardDelegate;
class OrderPage;
class PlaceBook;

/// All orders of the customer at the left, the chosen one beside them.
class OrdersPage : public QWidget {
    Q_OBJECT

public:
    OrdersPage(const Services &services, OrderBook &orders, const PlaceBook &places,
               QWidget *parent = nullptr);

    /// Also one that is older than those in the list.
    void open(OrderId order);
    /// The same, and there what the customer has written of it.
    void openReview(OrderId order);
    /// The same, and there how it is to be paid after all.
    void openPayment(const contract::PresentStage &order);
    /// Puts the keyboard to what there is to do with the order on show, or to the list.
    void takeFocus();

signals:
    void shopsWanted(); ///< there is no order yet
    void reviewChosen(soban::OrderId order);
    void reorderChosen(soban::OrderId order);
    void changeChosen(soban::OrderId order);
    void receiptFailed();
    void receiptSaved(const QString &file);
    void failed(const soban::client::ApiError &error);

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void retranslate();
    void showState();
    void arrange();

    Services m_services;
    OrderBook &m_orders;
    QListView *m_list;
    OrderCardDelegate *m_delegate;
    OrderPage *m_page;
    QStackedWidget *m_stack;
    ui::EmptyState *m_none;
    std::optional<OrderId> m_awaited; ///< to be opened once it is there
};

} // namespace soban::customer
