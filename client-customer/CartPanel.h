// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "client-customer/Cart.h"

class QVBoxLayout;

namespace soban::ui {
class Button;
class EmptyState;
class ScrollPane;
class Segment;
class TextField;
class TextLabel;
} // namespace soban::ui

namespace soban::customer {

/// The cart beside the menu: its lines, how it comes, a note, and the total before the button.
class CartPanel : public QWidget {
    Q_OBJECT

public:
    explicit CartPanel(Cart &cart, QWidget *parent = nullptr);

signals:
    void checkoutChosen();

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void build();
    void refresh();
    void refreshFulfilment();
    void refreshLines();
    void refreshTotals();
    QWidget *makeLine(int index, const OrderLine &line);
    QWidget *makeSum(const QString &name, const Money &amount);

    Cart &m_cart;
    QList<Fulfilment> m_ways; ///< in the order of the segment's parts
    ui::TextLabel *m_title;
    ui::TextLabel *m_shop;
    ui::Segment *m_how;
    ui::ScrollPane *m_scroll;
    ui::EmptyState *m_empty;
    ui::TextField *m_note;
    QWidget *m_totals;
    QVBoxLayout *m_sums;
    ui::TextLabel *m_totalName;
    ui::TextLabel *m_total;
    ui::Button *m_order;
    ui::TextLabel *m_hint;
};

} // namespace soban::customer
