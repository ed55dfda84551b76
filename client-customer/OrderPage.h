// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client-customer/OrderBook.h"
#include "contract/Customer.h"

#include <QTimeZone>
#include <QTimer>
#include <QWidget>

class QVBoxLayout;

namespace soban::ui {
class Button;
class Card;
class CodePlate;
class MiniMap;
class Receipt;
class TextLabel;
class Timeline;
} // namespace soban::ui

namespace soban::customer {

/// One order: when it comes, where it is, what may be done, the code for the door and the receipt.
/// Live by the order book.
class OrderPage : public QWidget {
    Q_OBJECT

public:
    OrderPage(const Services &services, OrderBook &orders, QWidget *parent = nullptr);

    void show(OrderId order);
    std::optional<OrderId> order() const { return m_order; }

signals:
    void reviewChosen(soban::OrderId order);
    void reorderChosen(soban::OrderId order);
    void failed(const soban::client::ApiError &error);

protected:
    void changeEvent(QEvent *event) override;

private:
    QWidget *makeMiddle();
    QWidget *makeRight();
    void refresh();
    void refreshHead(const contract::OrderView &order);
    void refreshActions(const contract::OrderView &order);
    void fetchPayments();
    void followRider();
    void showMap(const contract::OrderView &order);
    void confirm();

    Services m_services;
    OrderBook &m_orders;
    QTimeZone m_zone = QTimeZone::systemTimeZone();
    std::optional<OrderId> m_order;
    QList<contract::PaymentView> m_payments;
    std::unique_ptr<QObject> m_call;
    std::optional<contract::RiderPositionView> m_riderAt;
    std::unique_ptr<QObject> m_riderCall;
    QTimer m_riderTimer;
    ui::TextLabel *m_number;
    ui::TextLabel *m_headline;
    ui::TextLabel *m_subline;
    ui::TextLabel *m_state;
    ui::MiniMap *m_map;
    ui::TextLabel *m_progressTitle;
    ui::Timeline *m_timeline;
    ui::Button *m_confirm;
    ui::Button *m_review;
    ui::Button *m_again;
    ui::TextLabel *m_why;
    ui::CodePlate *m_code;
    ui::Card *m_riderCard;
    ui::TextLabel *m_rider;
    ui::TextLabel *m_address;
    ui::TextLabel *m_note;
    ui::TextLabel *m_receiptTitle;
    ui::Receipt *m_receipt;
};

} // namespace soban::customer
