// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client-customer/OrderActions.h"
#include "client-customer/OrderBook.h"
#include "contract/Customer.h"

#include <QPointer>
#include <QTimer>
#include <QWidget>

class QVBoxLayout;

namespace soban::ui {
class FittingPane;
class TextLabel;
class Timeline;
} // namespace soban::ui

namespace soban::customer {

class IconText;
class OrderHead;
class OrderSide;
class PayAgainSheet;
class PlaceBook;
class ReceiptDesk;
class ReviewText;
class SentMessages;

/// One order: when it comes, where it is, the code for the door and the receipt; at the foot, what
/// may be done.
/// Live by the order book.
class OrderPage : public QWidget {
    Q_OBJECT

public:
    OrderPage(const Services &services, OrderBook &orders, const PlaceBook &places,
              QWidget *parent = nullptr);

    void show(OrderId order);
    std::optional<OrderId> order() const { return m_order; }
    /// Asks how it is to be paid, as soon as what is here is as new.
    void awaitPayment(const contract::PresentStage &order);
    /// Scrolls to what is written of it, as soon as that is there, and takes the keyboard along.
    void awaitReview(OrderId order);
    /// Puts the keyboard to what there is to do; false if there is nothing.
    bool takeFocus();

signals:
    void reviewChosen(soban::OrderId order);
    void reorderChosen(soban::OrderId order);
    void changeChosen(soban::OrderId order);
    void shopsWanted();
    void receiptFailed(); ///< it could not be printed or saved
    void receiptSaved(const QString &file);
    void failed(const soban::client::ApiError &error);

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *makeMiddle();
    QWidget *makeReview();
    void connectParts();
    void arrange();
    void refresh();
    void refreshActions(const contract::OrderView &order);
    std::optional<int> metersLeft(const contract::OrderView &order) const;
    QString doorOf(const contract::OrderView &order) const;
    QString clockAt(Instant moment) const;
    void refreshReview(const contract::OrderView &order);
    void refreshFreshness();
    void followWhere(const contract::OrderView &order);
    void fetchPayments();
    void followMessages();
    void fetchShop(const contract::OrderView &order);
    void lookPaymentUp();
    void followRider();
    void showRider();
    void act(OrderActions::Deed deed);
    void confirm();
    /// Has a step of the order taken, and shows what became of it.
    void take(OrderActions::Deed deed, const client::Command<contract::OrderView> &step);
    void askToPay();
    /// It was declined again.
    void askToPayOnceMore(const client::ApiError &why);
    /// Why it was declined, as far as that is known.
    QString declineReason() const;
    /// Asks why, and says what becomes of the money.
    void askToCancel();

    Services m_services;
    OrderBook &m_orders;
    const PlaceBook &m_places;
    ReceiptDesk *m_receipts;
    std::optional<OrderId> m_order;
    QList<contract::PaymentView> m_payments;
    std::optional<Instant> m_lookedUpAt; ///< when the payment was last asked about by hand
    std::unique_ptr<QObject> m_call;
    std::unique_ptr<QObject> m_lookUp; ///< asked for by hand: no news take its answer away
    std::optional<ShopId> m_addressOf; ///< the shop whose address was asked for
    std::unique_ptr<QObject> m_shopCall;
    std::optional<contract::RiderPositionView> m_riderAt;
    std::unique_ptr<QObject> m_riderCall;
    QTimer m_riderTimer;
    QTimer m_minute; ///< what is left goes down
    std::optional<OrderId> m_awaitedReview;
    std::optional<contract::PresentStage> m_awaitedPayment;
    QPointer<PayAgainSheet> m_paying;
    ui::FittingPane
        *m_pane; ///< the order, and below it what stands beside it where there is no room
    ui::FittingPane *m_sidePane; ///< what stands beside it
    QVBoxLayout *m_rows;         ///< of the one pane
    QVBoxLayout *m_besides;      ///< and of the other
    QVBoxLayout *m_middle;
    bool m_isLow = false;
    bool m_isNarrow = false;
    OrderHead *m_head;
    ui::TextLabel *m_progressTitle;
    IconText *m_fresh;
    ui::Timeline *m_timeline;
    QWidget *m_reviewCard;
    ui::TextLabel *m_reviewTitle;
    ReviewText *m_reviewText;
    SentMessages *m_sent;
    OrderSide *m_side;
    OrderActions *m_actions;
};

} // namespace soban::customer
