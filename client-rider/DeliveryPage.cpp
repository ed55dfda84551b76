// SPDX-License-Identifier: GPL-3.0-or-later
#include "client-rider/DeliveryPage.h"

#include "client-rider/OrderName.h"
#include "client-rider/StepsBar.h"
#include "ui/Button.h"
#include "ui/Card.h"
#include "ui/CodePlate.h"
#include "ui/Formats.h"
#include "ui/MapView.h"
#include "ui/PictureLabel.h"
#include "ui/Question.h"
#include "ui/ScrollPane.h"
#include "ui/Segment.h"
#include "ui/TextLabel.h"

#include <QEvent>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace soban::rider_app {

namespace {

using namespace ui;

constexpr int kMargin = 14;
constexpr int kMapTall = 112, kMapLeast = 64;
constexpr int kBesidesCode = 572; ///< at a text scale of 1: the height of all but the code
constexpr int kLow = 600;         ///< at a text scale of 1: below it there is no room for all
constexpr int kMapShare = 100;    ///< nearly all the room that is left
constexpr int kSideWidth = 464;
constexpr int kTwoColumnsFrom = 800;
constexpr int kPicture = 56;
constexpr int kPictureFrom = 320; ///< at a text scale of 1: below it the words need its room

QHBoxLayout *rowOf(QWidget *first, QVBoxLayout *middle, QWidget *last) {
    auto *row = new QHBoxLayout;
    row->setSpacing(metrics::kGap12);
    if (first)
        row->addWidget(first, 0, Qt::AlignTop);
    row->addLayout(middle, 1);
    row->addWidget(last, 0, Qt::AlignTop);
    return row;
}

QVBoxLayout *columnOf(const QList<QWidget *> &lines) {
    auto *column = new QVBoxLayout;
    column->setSpacing(metrics::kGap4);
    for (QWidget *line : lines)
        column->addWidget(line);
    return column;
}

} // namespace

DeliveryPage::DeliveryPage(const Services &services, DutyDesk &duty, DeliveryBook &deliveries,
                           DoorMoney &doorMoney, QWidget *parent)
    : QWidget(parent)
    , m_services(services)
    , m_duty(duty)
    , m_deliveries(deliveries)
    , m_doorMoney(doorMoney)
    , m_steps(new StepsBar)
    , m_switch(new Segment)
    , m_both(new QBoxLayout(QBoxLayout::LeftToRight))
    , m_side(new QWidget)
    , m_map(new MapView) {
    auto *pane = new ScrollPane;
    pane->setContent(makeColumn());
    auto *side = new QVBoxLayout(m_side);
    side->setContentsMargins(0, 0, 0, 0);
    side->setSpacing(0);
    side->addWidget(pane, 1);
    side->addWidget(makeFoot());
    m_both->setSpacing(0);
    m_both->addWidget(m_side, 1);
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->setSpacing(0);
    whole->addWidget(m_steps);
    whole->addWidget(m_switch);
    whole->addLayout(m_both, 1);
    m_switch->setTall(metrics::kTouchHeight);
    m_switch->setMinimumWidth(metrics::kTouchHeight); // names are cut before the window grows
    m_map->setFramed(true);
    services.tiles.serve(*m_map);
    connectParts();
}

QWidget *DeliveryPage::makeColumn() {
    auto *content = new QWidget;
    m_column = new QVBoxLayout(content);
    m_column->setContentsMargins(kMargin, kMargin, kMargin, metrics::kGap8);
    m_column->setSpacing(metrics::kGap12);
    m_code = new CodePlate(CodePlate::Layout::Whole);
    m_column->addWidget(m_code);
    m_column->addWidget(makeShopCard());
    m_column->addWidget(makeDoorCard());
    m_map->setMinimumHeight(kMapLeast);
    m_map->setWantedHeight(kMapTall); // and takes what is left
    m_map->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    m_column->addWidget(m_map, kMapShare);
    m_column->addStretch(1);
    return content;
}

QWidget *DeliveryPage::makeShopCard() {
    m_shopCard = new Card;
    m_picture = new PictureLabel(kPicture);
    m_shop = new TextLabel(Text::Sum, Weight::Bold);
    m_shop->setMostLines(2);
    m_shopAddress = new TextLabel(Text::Body, Weight::Regular, Ink::Ink2);
    m_shopAddress->setMostLines(2);
    m_shopPhone = new TextLabel(Text::Body, Weight::Regular, Ink::Ink2);
    m_shopPhone->setKeptWhole(true);
    m_shopMoney = new TextLabel(Text::Name, Weight::Bold, Ink::Accent);
    m_shopMoney->setMostLines(2);
    m_callShop = new Button(ButtonRole::Plain, Icon::Phone);
    m_callShop->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    m_shopCard->column()->addLayout(
        rowOf(m_picture, columnOf({m_shop, m_shopAddress, m_shopPhone}), m_callShop));
    m_shopCard->column()->addWidget(m_shopMoney);
    return m_shopCard;
}

QWidget *DeliveryPage::makeDoorCard() {
    m_doorCard = new Card;
    m_bag = new TextLabel(Text::Body, Weight::Bold);
    m_bag->setMostLines(2);
    m_address = new TextLabel(Text::Sum, Weight::Bold);
    m_address->setMostLines(3);
    m_recipient = new TextLabel(Text::Body, Weight::Regular, Ink::Ink2);
    m_recipient->setMostLines(2);
    m_note = new TextLabel(Text::Body, Weight::Bold, Ink::Waiting);
    m_note->setMostLines(4);
    m_collect = new TextLabel(Text::Name, Weight::Bold, Ink::Accent);
    m_collect->setMostLines(2);
    m_callDoor = new Button(ButtonRole::Plain, Icon::Phone);
    m_callDoor->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    m_doorCard->column()->addLayout(
        rowOf(nullptr, columnOf({m_bag, m_address, m_recipient, m_note, m_collect}), m_callDoor));
    return m_doorCard;
}

QWidget *DeliveryPage::makeFoot() {
    auto *foot = new QWidget;
    m_next = new Button(ButtonRole::Primary, Icon::Bag);
    m_next->setTall(metrics::kRiderHeight);
    m_giveBack = new Button(ButtonRole::Bare, Icon::Undo);
    m_askShop = new Button(ButtonRole::Bare, Icon::Phone);
    m_ride = new Button(ButtonRole::Bare, Icon::Navigate);
    m_more = new Button(ButtonRole::Bare, Icon::Rider);
    // Their words follow the window's width, so they must not dictate it.
    for (Button *other : {m_giveBack, m_askShop, m_ride, m_more})
        other->setMinimumWidth(metrics::kTouchHeight);
    auto *others = new QHBoxLayout;
    others->setSpacing(0);
    others->addWidget(m_giveBack);
    others->addWidget(m_askShop);
    others->addStretch(1);
    others->addWidget(m_ride);
    others->addStretch(1);
    others->addWidget(m_more);
    auto *column = new QVBoxLayout(foot);
    column->setContentsMargins(kMargin, metrics::kGap4, kMargin, metrics::kGap4);
    column->setSpacing(metrics::kGap4);
    column->addWidget(m_next);
    column->addLayout(others);
    return foot;
}

void DeliveryPage::connectParts() {
    connect(&m_deliveries, &DeliveryBook::changed, this, &DeliveryPage::refresh);
    connect(&m_doorMoney, &DoorMoney::changed, this, &DeliveryPage::refresh);
    connect(&m_duty, &DutyDesk::positionChanged, this, &DeliveryPage::refreshMap);
    connect(&m_services.pictures, &desk::PictureStore::pictureReady, this, &DeliveryPage::refresh);
    connect(m_switch, &Segment::chosen, this, [this](int part) { show(m_inHand.at(part)); });
    connect(m_next, &Button::clicked, this, &DeliveryPage::takeNextStep);
    connect(m_giveBack, &Button::clicked, this, &DeliveryPage::askToGiveBack);
    connect(m_more, &Button::clicked, this, &DeliveryPage::offersWanted);
    connect(m_ride, &Button::clicked, this, [this] { m_duty.setRiding(!m_duty.isRiding()); });
    connect(m_callShop, &Button::clicked, this, &DeliveryPage::callShop);
    connect(m_askShop, &Button::clicked, this, &DeliveryPage::callShop);
    connect(m_callDoor, &Button::clicked, this, &DeliveryPage::callDoor);
}

const contract::DeliveryView *DeliveryPage::delivery() const {
    return m_order ? m_deliveries.find(*m_order) : nullptr;
}

bool DeliveryPage::isPickedUp(const contract::DeliveryView &delivery) const {
    return m_deliveries.stateOf(delivery) == DeliveryState::PickedUp;
}

GeoPoint DeliveryPage::goalOf(const contract::DeliveryView &delivery) const {
    return isPickedUp(delivery) ? delivery.address.position : delivery.shopPosition;
}

QString DeliveryPage::doorName(const contract::DeliveryView &delivery) const {
    return delivery.recipient ? delivery.recipient->name : delivery.customerName;
}

QString DeliveryPage::doorPhone(const contract::DeliveryView &delivery) const {
    return delivery.recipient ? delivery.recipient->phone
                              : delivery.customerPhone.value_or(QString());
}

void DeliveryPage::callShop() {
    if (const contract::DeliveryView *delivery = this->delivery())
        emit callChosen(delivery->shopName.in(Look::of(this).language()), delivery->shopPhone);
}

void DeliveryPage::callDoor() {
    const contract::DeliveryView *delivery = this->delivery();
    if (delivery)
        emit callChosen(doorName(*delivery), doorPhone(*delivery));
}

std::optional<Money> DeliveryPage::due(const contract::DeliveryView &delivery) const {
    const bool isDue = isPickedUp(delivery) && !m_doorMoney.isReceived(delivery.orderId);
    return isDue ? delivery.collectAtDoor : std::nullopt;
}

void DeliveryPage::setHeld(bool held) {
    m_isHeld = held;
    refresh();
}

void DeliveryPage::show(OrderId order) {
    if (m_isHeld)
        return;
    if (m_order != order) {
        m_order = order;
        m_map->showEverything();
    }
    refresh();
    enter();
}

void DeliveryPage::enter() {
    m_next->setFocus(Qt::OtherFocusReason);
}

void DeliveryPage::takeNextStep() {
    const contract::DeliveryView *delivery = this->delivery();
    if (!delivery)
        return;
    if (isPickedUp(*delivery)) {
        emit handOverChosen(delivery->orderId);
        return;
    }
    m_deliveries.pickUp(delivery->orderId);
}

void DeliveryPage::askToGiveBack() {
    const contract::DeliveryView *delivery = this->delivery();
    if (!delivery)
        return;
    const OrderId order = delivery->orderId;
    auto *question = new Question(window());
    connect(question, &Question::agreed, this, [this, order] { m_deliveries.giveBack(order); });
    question->ask(tr("Give up this delivery?"),
                  OrderName::of(*delivery) + u'\n' +
                      tr("It goes to the other riders near the shop, and you are not paid for "
                         "it."),
                  tr("Give it up"), tr("Keep it"), ButtonRole::Danger);
}

void DeliveryPage::refresh() {
    const contract::DeliveryView *delivery = this->delivery();
    if (!delivery || m_isHeld)
        return;
    const bool isPickedUp = this->isPickedUp(*delivery);
    m_steps->setCurrent(isPickedUp ? 2 : 1);
    m_code->setTitle(tr("Pick-up code"));
    m_code->setHint(tr("Show it at the counter"));
    m_code->setCode(delivery->pickUpCode);
    m_code->setVisible(!isPickedUp);
    m_shopCard->setVisible(!isPickedUp);
    m_shop->setText(OrderName::of(*delivery));
    m_bag->setText(m_shop->text());
    m_bag->setVisible(isPickedUp); // until then the shop's card says it
    m_shopAddress->setText(delivery->shopAddress);
    m_shopPhone->setText(phoneText(delivery->shopPhone));
    m_picture->setSubject(delivery->shopName.in(Look::of(this).language()));
    const int side = Look::of(this).scaled(kPicture);
    m_picture->setPicture(
        m_services.pictures.picture(delivery->shopPicture, QSize(side, side), devicePixelRatioF()));
    m_callShop->setAccessibleName(tr("Call the shop, %1").arg(phoneText(delivery->shopPhone)));
    m_callShop->setToolTip(m_callShop->accessibleName());
    m_callShop->setVisible(!delivery->shopPhone.isEmpty());
    refreshDoor(*delivery, isPickedUp);
    refreshMoney(*delivery, isPickedUp);
    const auto due = this->due(*delivery);
    m_next->setText(due          ? tr("Collect %1").arg(moneyText(*due))
                    : isPickedUp ? tr("Hand over")
                                 : tr("I have picked it up"));
    m_next->setSymbol(due ? Icon::Card : isPickedUp ? Icon::Door : Icon::Bag);
    // One in the other's place, and never both: the window would grow for them.
    (isPickedUp ? m_giveBack : m_askShop)->hide();
    m_giveBack->setVisible(!isPickedUp);
    m_askShop->setVisible(isPickedUp && !delivery->shopPhone.isEmpty());
    m_duty.setGoal(goalOf(*delivery));
    m_more->setAccessibleDescription(tr("Looks for further deliveries near you"));
    refreshSwitch();
    refreshMap();
}

void DeliveryPage::refreshDoor(const contract::DeliveryView &delivery, bool isPickedUp) {
    // Before the pick-up there is room beside a wide map only; and the door is not needed yet.
    m_doorCard->setVisible(isPickedUp || isWide());
    if (!isPickedUp) {
        m_address->setText(delivery.address.text.section(u',', 0, 0));
        const int meters =
            qRound(delivery.shopPosition.distanceMetersTo(delivery.address.position));
        m_recipient->setText(tr("%1 from the shop").arg(distanceText(meters)) + u" · " +
                             moneyText(delivery.pay));
        m_note->setText(tr("The full address is shown after pick-up."));
    } else {
        m_address->setText(delivery.address.text);
        const QString phone = doorPhone(delivery);
        m_recipient->setText(phone.isEmpty()
                                 ? tr("For %1").arg(doorName(delivery))
                                 : tr("For %1 · %2").arg(doorName(delivery), phoneText(phone)));
        m_note->setText(delivery.note);
    }
    m_note->setInk(isPickedUp ? Ink::Waiting : Ink::Ink2);
    m_note->setVisible(!m_note->text().isEmpty());
    const QString phone = doorPhone(delivery);
    m_callDoor->setVisible(isPickedUp && !phone.isEmpty());
    m_callDoor->setAccessibleName(tr("Call the recipient, %1").arg(phoneText(phone)));
    m_callDoor->setToolTip(m_callDoor->accessibleName());
}

/// What the customer still pays stays with the shop, as what is paid by card does.
void DeliveryPage::refreshMoney(const contract::DeliveryView &delivery, bool isPickedUp) {
    const bool isThere = delivery.collectAtDoor.has_value();
    m_shopMoney->setVisible(isThere && !isPickedUp);
    m_collect->setVisible(isThere && isPickedUp);
    if (!isThere)
        return;
    const QString money = moneyText(*delivery.collectAtDoor);
    m_shopMoney->setText(tr("Collect %1 at the door. It belongs to the shop.").arg(money));
    m_collect->setText(due(delivery) ? m_shopMoney->text()
                                     : tr("%1 received for the shop").arg(money));
}

void DeliveryPage::refreshMap() {
    const contract::DeliveryView *delivery = this->delivery();
    if (!delivery || m_isHeld)
        return;
    const bool isPickedUp = this->isPickedUp(*delivery);
    const auto named = [this](const QString &name, const GeoPoint &place) {
        const auto meters = m_duty.metersTo(place);
        return meters ? name + u" · " + tr("%1 from you").arg(distanceText(*meters)) : name;
    };
    const GeoPoint shop = delivery->shopPosition;
    const GeoPoint door = delivery->address.position;
    const QString shopName = delivery->shopName.in(Look::of(this).language());
    QList<MapMark> marks;
    QList<MapLeg> way;
    if (!isPickedUp) {
        marks.append({QStringLiteral("shop"), shop, MapMark::Kind::Pin, QString(), Icon::Store,
                      named(shopName, shop), true});
        way.append({shop, door, true, false});
        if (m_duty.position())
            way.append({*m_duty.position(), shop, false, true});
    } else if (m_duty.position()) {
        way.append({*m_duty.position(), door, false, true});
    }
    marks.append({QStringLiteral("door"), door, MapMark::Kind::Goal, QString(), std::nullopt,
                  isPickedUp ? named(tr("Drop-off"), door) : tr("Drop-off"), isPickedUp});
    m_map->setSelf(m_duty.position());
    m_map->setSelfSimulated(m_duty.isSimulated());
    m_map->setMarks(marks);
    m_map->setWay(way);
    m_ride->setAccessibleDescription(
        tr("For trying out the app: a simulated position moves along the way. You do not move."));
    m_ride->setVisible(m_duty.canRide());
    refreshOthers();
}

/// Beside each other at any size of text: with fewer words where there is less room, and at last
/// without their symbols.
void DeliveryPage::refreshOthers() {
    const int room = isWide() ? Look::of(this).scaled(kSideWidth) : width();
    for (const auto &[isBrief, isBare] : {std::pair(false, false), {true, false}, {true, true}}) {
        tellOthers(isBrief, isBare);
        int taken = 2 * kMargin;
        for (const Button *button : {m_giveBack, m_askShop, m_ride, m_more})
            taken += button->isHidden() ? 0 : button->sizeHint().width();
        if (taken <= room)
            return;
    }
}

void DeliveryPage::tellOthers(bool isBrief, bool isBare) {
    const auto tell = [&](Button *button, Icon symbol, const QString &words, const QString &brief) {
        button->setSymbol(isBare ? std::nullopt : std::optional(symbol));
        button->setText(isBrief ? brief : words);
        button->setAccessibleName(words);
        button->setToolTip(isBrief ? words : QString());
    };
    tell(m_giveBack, Icon::Undo, tr("Give up delivery"), tr("Give up"));
    tell(m_askShop, Icon::Phone, tr("Call the shop"), tr("Shop"));
    if (m_duty.isRiding())
        tell(m_ride, Icon::Pause, tr("Stop the simulated ride"), tr("Stop simulation"));
    else
        tell(m_ride, Icon::Navigate, tr("Start a simulated ride"), tr("Simulate"));
    // Nobody is to take it for what a rider does in the street.
    m_ride->setToolTip(m_ride->accessibleDescription());
    tell(m_more, Icon::Rider, tr("More deliveries"), tr("Others"));
}

void DeliveryPage::refreshSwitch() {
    m_inHand = m_deliveries.inHand();
    m_switch->setVisible(m_inHand.size() > 1);
    fitHeight();
    QList<Segment::Part> parts;
    for (const OrderId order : std::as_const(m_inHand)) {
        const contract::DeliveryView &delivery = *m_deliveries.find(order);
        Segment::Part part{partName(delivery), isPickedUp(delivery) ? Icon::Door : Icon::Store};
        part.name = OrderName::of(delivery);
        parts.append(part);
    }
    m_switch->setParts(parts);
    m_switch->setCurrent(int(m_inHand.indexOf(*m_order)));
}

/// As short as tells them apart: by the shop, by the number where all are of one, or by both.
QString DeliveryPage::partName(const contract::DeliveryView &delivery) const {
    const auto ofShop = std::count_if(m_inHand.cbegin(), m_inHand.cend(), [&](OrderId order) {
        return m_deliveries.find(order)->shopName == delivery.shopName;
    });
    if (ofShop == 1)
        return delivery.shopName.in(Look::of(this).language());
    return ofShop == m_inHand.size() ? tr("No. %1").arg(delivery.number) : OrderName::of(delivery);
}

bool DeliveryPage::isWide() const {
    return width() >= Look::of(this).scaled(kTwoColumnsFrom);
}

/// In a low window the code is less huge, so that what is to be collected stays in sight; and the
/// shop's telephone number is left to the button that calls it.
void DeliveryPage::fitHeight() {
    const Look &look = Look::of(this);
    const int room = height() - (m_inHand.size() > 1 ? m_switch->sizeHint().height() : 0);
    m_code->setMostTall(room - look.scaled(kBesidesCode));
    m_shopPhone->setVisible(!m_shopPhone->text().isEmpty() && room >= look.scaled(kLow));
}

void DeliveryPage::resizeEvent(QResizeEvent *event) {
    QWidget::resizeEvent(event);
    arrange();
}

void DeliveryPage::arrange() {
    const bool isWide = this->isWide();
    const bool wasWide = m_both->indexOf(m_map) >= 0;
    m_picture->setVisible(width() >= Look::of(this).scaled(kPictureFrom));
    fitHeight();
    m_side->setMaximumWidth(isWide ? Look::of(this).scaled(kSideWidth) : QWIDGETSIZE_MAX);
    refreshOthers();
    if (isWide == wasWide)
        return;
    m_map->setFramed(!isWide);
    refresh();
    if (isWide)
        m_both->addWidget(m_map, 1);
    else
        m_column->insertWidget(m_column->count() - 1, m_map, kMapShare);
}

void DeliveryPage::changeEvent(QEvent *event) {
    if (event->type() == QEvent::StyleChange)
        arrange();
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::StyleChange)
        refresh();
    QWidget::changeEvent(event);
}

} // namespace soban::rider_app
