// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client-customer/Services.h"

#include <QWidget>

class QModelIndex;

namespace soban::ui {
class CardList;
} // namespace soban::ui

namespace soban::customer {

class MessagesModel;
class OrderBook;

/// The inbox.
class MessagesPage : public QWidget {
    Q_OBJECT

public:
    MessagesPage(const Services &services, MessagesModel &messages, const OrderBook &orders,
                 QWidget *parent = nullptr);

signals:
    void orderChosen(soban::OrderId order);
    void reviewChosen(soban::OrderId order); ///< it has been answered

protected:
    void changeEvent(QEvent *event) override;

private:
    void choose(const QModelIndex &index);
    void retranslate();

    MessagesModel &m_messages;
    ui::CardList *m_list;
};

} // namespace soban::customer
