// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client-rider/DeliveryBook.h"
#include "client-rider/DoorMoney.h"
#include "ui/Sheet.h"
#include "ui/Timeline.h"

namespace soban::ui {
class Button;
class TextLabel;
} // namespace soban::ui

namespace soban::rider_app {

/// A delivery as a whole, also when all is over: from where to where, what it paid, what was
/// received at the door for the shop, and when what happened.
class DeliverySheet : public ui::Sheet {
    Q_OBJECT

public:
    DeliverySheet(const DeliveryBook &deliveries, const DoorMoney &doorMoney, const Clock &clock,
                  QWidget *host);

    void show(OrderId order);

protected:
    void changeEvent(QEvent *event) override;

private:
    QList<ui::TimelineStep> stepsOf(const contract::DeliveryView &delivery) const;
    void retranslate();

    const DeliveryBook &m_deliveries;
    const DoorMoney &m_doorMoney;
    const Clock &m_clock;
    std::optional<OrderId> m_order;
    ui::TextLabel *m_title;
    ui::TextLabel *m_shopAddress;
    ui::TextLabel *m_address;
    ui::TextLabel *m_whom;
    ui::TextLabel *m_pay;
    ui::TextLabel *m_received;
    ui::Timeline *m_steps;
    ui::Button *m_back;
};

} // namespace soban::rider_app
