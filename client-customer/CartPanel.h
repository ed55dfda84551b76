// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client-customer/Cart.h"
#include "client-customer/Services.h"

#include <QWidget>

class QHBoxLayout;
class QVBoxLayout;

namespace soban::ui {
class Button;
class EmptyState;
class FittingPane;
class ScrollPane;
class Segment;
class TextField;
class TextLabel;
} // namespace soban::ui

namespace soban::customer {

class CartLine;
class IconText;
class NoticeBox;

/// The cart beside the menu: its lines, how it comes, a note, and the total before the button. Says
/// so while its order is on the way and the line is not.
class CartPanel : public QWidget {
    Q_OBJECT

public:
    CartPanel(const Services &services, Cart &cart, QWidget *parent = nullptr);

    /// Whether there is a past order to repeat: it is offered only then.
    /// The shop of the last order, which may be put in anew; empty if there is none.
    void setRepeatable(const QString &shop);
    /// Puts the keyboard to the button, or what stands in its place.
    void focusOrder();
    /// Arranges itself for so little height; also while it is not shown, so that it asks for no
    /// more.
    void fitInto(int height);

signals:
    void checkoutChosen();
    void repeatWanted();                                   ///< the last order; it is empty
    void changeLeft();                                     ///< the order is to stay as it was
    void lineTaken(int at, const soban::LineChoice &line); ///< out of the cart, by its stepper

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void build();
    QWidget *makeList();
    QWidget *makeFoot();
    void refresh();
    void refreshFulfilment();
    void refreshLines();
    void refreshNote();
    void refreshTotals();
    void refreshOrder(const Result<PricedCart, PricingError> &priced);
    QString hintOf(const PricedCart &priced) const;
    OrderLine lineOf(const LineChoice &choice, const Money &one, const Money &all) const;
    void setQuantity(CartLine *line, int quantity);

    Services m_services;
    Cart &m_cart;
    QList<Fulfilment> m_ways; ///< in the order of the segment's parts
    IconText *m_title;
    ui::TextLabel *m_shop;
    ui::Segment *m_how;
    QHBoxLayout *m_howRow;
    ui::FittingPane *m_scroll;
    QVBoxLayout *m_listColumn;
    QVBoxLayout *m_linesColumn;
    QList<CartLine *> m_lines;
    ui::EmptyState *m_empty;
    ui::ScrollPane *m_emptyPane;
    ui::TextField *m_note;
    ui::TextLabel *m_noteReaders; ///< who reads it
    QWidget *m_totals;
    QVBoxLayout *m_footColumn;
    QWidget *m_sums;
    bool m_isLow = false;
    QString m_lastShop; ///< of the last order
    ui::TextLabel *m_itemsName;
    ui::TextLabel *m_items;
    QWidget *m_deliveryRow;
    ui::TextLabel *m_deliveryName;
    ui::TextLabel *m_delivery;
    ui::TextLabel *m_totalName;
    ui::TextLabel *m_total;
    NoticeBox *m_sending;
    ui::Button *m_order;
    ui::Button *m_leave; ///< while an order is being changed
    ui::TextLabel *m_hint;
};

} // namespace soban::customer
