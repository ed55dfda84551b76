// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client-rider/DeliveryBook.h"
#include "client-rider/DoorMoney.h"
#include "client-rider/Services.h"

#include <QWidget>

namespace soban::ui {
class CardList;
} // namespace soban::ui

namespace soban::rider_app {

/// All deliveries of the rider, newest first.
class HistoryPage : public QWidget {
    Q_OBJECT

public:
    HistoryPage(const Services &services, DeliveryBook &deliveries, const DoorMoney &doorMoney,
                QWidget *parent = nullptr);

signals:
    /// To be shown as a whole.
    void openChosen(soban::OrderId order);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    ui::CardList *m_list;
};

} // namespace soban::rider_app
