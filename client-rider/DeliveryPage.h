// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client-rider/DeliveryBook.h"
#include "client-rider/DoorMoney.h"
#include "client-rider/DutyDesk.h"

#include <QWidget>

class QBoxLayout;
class QVBoxLayout;

namespace soban::ui {
class Button;
class Card;
class CodePlate;
class MapView;
class PictureLabel;
class Segment;
class TextLabel;
} // namespace soban::ui

namespace soban::rider_app {

class StepsBar;

/// A delivery in hand: where it is to be taken next, what for, and the one button for the next
/// step.
class DeliveryPage : public QWidget {
    Q_OBJECT

public:
    DeliveryPage(const Services &services, DutyDesk &duty, DeliveryBook &deliveries,
                 DoorMoney &doorMoney, QWidget *parent = nullptr);

    void show(OrderId order);
    /// Gives the keyboard to the next step.
    void enter();
    std::optional<OrderId> order() const { return m_order; }
    void takeNextStep();
    /// While a sheet asks about what it shows: it stays as it is.
    void setHeld(bool held);
    bool isHeld() const { return m_isHeld; }

signals:
    /// The goods are at the door: by which proof?
    void handOverChosen(soban::OrderId order);
    void offersWanted();
    void callChosen(const QString &whom, const QString &phone);

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    bool isWide() const;
    void fitHeight();
    void arrange();
    QWidget *makeColumn();
    QWidget *makeShopCard();
    QWidget *makeDoorCard();
    QWidget *makeFoot();
    void connectParts();
    void refresh();
    void refreshMoney(const contract::DeliveryView &delivery, bool isPickedUp);
    void refreshDoor(const contract::DeliveryView &delivery, bool isPickedUp);
    void refreshMap();
    void refreshSwitch();
    QString partName(const contract::DeliveryView &delivery) const;
    void refreshOthers();
    void tellOthers(bool isBrief, bool isBare);
    void askToGiveBack();
    void callShop();
    void callDoor();
    /// What is still to be collected before the hand-over.
    std::optional<Money> due(const contract::DeliveryView &delivery) const;
    const contract::DeliveryView *delivery() const;
    bool isPickedUp(const contract::DeliveryView &delivery) const;
    GeoPoint goalOf(const contract::DeliveryView &delivery) const;
    QString doorName(const contract::DeliveryView &delivery) const;
    QString doorPhone(const contract::DeliveryView &delivery) const;

    Services m_services;
    DutyDesk &m_duty;
    DeliveryBook &m_deliveries;
    DoorMoney &m_doorMoney;
    std::optional<OrderId> m_order;
    bool m_isHeld = false;
    StepsBar *m_steps;
    ui::Segment *m_switch;
    QList<OrderId> m_inHand; ///< the parts of `m_switch`
    QBoxLayout *m_both;
    QWidget *m_side;
    QVBoxLayout *m_column = nullptr;
    ui::CodePlate *m_code;
    ui::Card *m_shopCard;
    ui::PictureLabel *m_picture;
    ui::TextLabel *m_shop;
    ui::TextLabel *m_shopAddress;
    ui::TextLabel *m_shopPhone;
    ui::TextLabel *m_shopMoney;
    ui::Button *m_callShop;
    ui::Card *m_doorCard;
    ui::TextLabel *m_bag; ///< which of the orders that are carried
    ui::TextLabel *m_address;
    ui::TextLabel *m_recipient;
    ui::TextLabel *m_note;
    ui::TextLabel *m_collect;
    ui::Button *m_callDoor;
    ui::MapView *m_map;
    ui::Button *m_next;
    ui::Button *m_giveBack;
    ui::Button *m_askShop; ///< in its place once the shop's card is gone
    ui::Button *m_ride;
    ui::Button *m_more;
};

} // namespace soban::rider_app
