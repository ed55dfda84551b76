// SPDX-License-Identifier: GPL-3.0-or-later
#include "client-customer/OrderPage.h"

#include "client-customer/OrderSteps.h"
#include "client/Calls.h"
#include "ui/Button.h"
#include "ui/Card.h"
#include "ui/CodePlate.h"
#include "ui/Formats.h"
#include "ui/MiniMap.h"
#include "ui/Receipt.h"
#include "ui/ScrollPane.h"
#include "ui/TextLabel.h"
#include "ui/Timeline.h"
#include "ui/Words.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QVBoxLayout>

namespace soban::customer {

namespace {

using namespace ui;

constexpr int kRightWidth = 312;
constexpr int kMargin = 16;
/// Between two looks at where the rider is; they report about as often.
constexpr int kRiderMs = 10'000;

bool hasRider(const contract::OrderView &order) {
    return order.fulfilment == Fulfilment::PlatformRider &&
           (order.deliveryState == DeliveryState::Claimed ||
            order.deliveryState == DeliveryState::PickedUp);
}

ScrollPane *scrolled(QWidget *content) {
    auto *pane = new ScrollPane;
    pane->setContent(content);
    return pane;
}

} // namespace

OrderPage::OrderPage(const Services &services, OrderBook &orders, QWidget *parent)
    : QWidget(parent), m_services(services), m_orders(orders) {
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(kMargin);
    row->addWidget(scrolled(makeMiddle()), 1);
    ScrollPane *right = scrolled(makeRight());
    right->setFixedWidth(kRightWidth + metrics::kGap12);
    row->addWidget(right);
    connect(&m_orders, &OrderBook::orderChanged, this, [this](OrderId order) {
        if (order != m_order)
            return;
        refresh();
        fetchPayments();
    });
    connect(&m_orders, &OrderBook::loaded, this, &OrderPage::refresh);
    m_riderTimer.setInterval(kRiderMs);
    connect(&m_riderTimer, &QTimer::timeout, this, &OrderPage::followRider);
    connect(m_again, &Button::clicked, this, [this] { emit reorderChosen(*m_order); });
    connect(m_confirm, &Button::clicked, this, &OrderPage::confirm);
    connect(m_review, &Button::clicked, this, [this] { emit reviewChosen(*m_order); });
}

QWidget *OrderPage::makeMiddle() {
    auto *middle = new QWidget;
    auto *column = new QVBoxLayout(middle);
    column->setContentsMargins(0, kMargin, metrics::kGap4, kMargin);
    column->setSpacing(metrics::kGap12);

    auto *head = new Card;
    m_number = new TextLabel(Text::Body, Weight::Regular, Ink::Ink2);
    m_state = new TextLabel(Text::Body, Weight::Bold, Ink::Accent);
    m_headline = new TextLabel(Text::Answer, Weight::Bold);
    m_headline->setMostLines(2);
    m_subline = new TextLabel(Text::Name, Weight::Regular, Ink::Ink2);
    m_subline->setMostLines(2);
    m_map = new MiniMap;
    auto *first = new QHBoxLayout;
    first->addWidget(m_number, 1);
    first->addWidget(m_state);
    head->column()->addLayout(first);
    head->column()->addWidget(m_headline);
    head->column()->addWidget(m_subline);
    head->column()->addWidget(m_map);

    auto *progress = new Card;
    m_progressTitle = new TextLabel(Text::Name, Weight::Bold);
    m_timeline = new Timeline;
    progress->column()->addWidget(m_progressTitle);
    progress->column()->addWidget(m_timeline);

    auto *actions = new Card;
    auto *buttons = new QHBoxLayout;
    m_confirm = new Button(ButtonRole::Primary, Icon::Done);
    m_review = new Button(ButtonRole::Soft, Icon::Star);
    m_again = new Button(ButtonRole::Plain, Icon::Undo);
    buttons->addWidget(m_confirm, 1);
    buttons->addWidget(m_review, 1);
    buttons->addWidget(m_again, 1);
    m_why = new TextLabel(Text::Small, Weight::Regular, Ink::Ink2);
    m_why->setMostLines(2);
    actions->column()->addLayout(buttons);
    actions->column()->addWidget(m_why);

    column->addWidget(head);
    column->addWidget(progress);
    column->addWidget(actions);
    column->addStretch(1);
    return middle;
}

QWidget *OrderPage::makeRight() {
    auto *right = new QWidget;
    auto *column = new QVBoxLayout(right);
    column->setContentsMargins(0, kMargin, kMargin, kMargin);
    column->setSpacing(metrics::kGap12);
    m_code = new CodePlate(CodePlate::Layout::Cells);
    m_riderCard = new Card;
    m_rider = new TextLabel(Text::Body, Weight::Bold);
    m_riderCard->column()->addWidget(m_rider);
    auto *address = new Card;
    m_address = new TextLabel(Text::Body, Weight::Bold);
    m_address->setMostLines(3);
    m_note = new TextLabel(Text::Small, Weight::Regular, Ink::Ink2);
    m_note->setMostLines(3);
    address->column()->addWidget(m_address);
    address->column()->addWidget(m_note);
    auto *receipt = new Card;
    m_receiptTitle = new TextLabel(Text::Name, Weight::Bold);
    m_receipt = new Receipt;
    receipt->column()->addWidget(m_receiptTitle);
    receipt->column()->addWidget(m_receipt);
    column->addWidget(m_code);
    column->addWidget(m_riderCard);
    column->addWidget(address);
    column->addWidget(receipt);
    column->addStretch(1);
    return right;
}

void OrderPage::show(OrderId order) {
    m_order = order;
    m_payments.clear();
    m_riderAt.reset();
    refresh();
    fetchPayments();
}

void OrderPage::fetchPayments() {
    m_call = std::make_unique<QObject>();
    m_services.api.send(client::calls::payments(*m_order), m_call.get(),
                        client::Callback<contract::PaymentList>([this](const auto &answer) {
                            if (!answer)
                                return; // the receipt stands without
                            m_payments = answer->payments;
                            refresh();
                        }));
}

void OrderPage::refresh() {
    const contract::OrderView *order = m_order ? m_orders.find(*m_order) : nullptr;
    if (!order)
        return;
    const Language language = Look::of(this).language();
    refreshHead(*order);
    refreshActions(*order);
    m_progressTitle->setText(tr("Progress"));
    m_timeline->setSteps(OrderSteps::timeline(*order, m_zone));
    m_code->setTitle(tr("Hand-over code"));
    m_code->setCode(order->handOverCode);
    m_code->setHint(order->fulfilment == Fulfilment::Collection ? tr("Tell it at the counter.")
                                                                : tr("Tell it at the door."));
    m_code->setVisible(!lifecycle::isOver(order->state) && !order->times.delivered);
    m_riderCard->setVisible(order->riderName.has_value());
    if (order->riderName)
        m_rider->setText(tr("%1, your rider").arg(*order->riderName));
    m_address->setText(order->address.text);
    QStringList notes;
    if (order->recipient)
        notes.append(tr("For %1").arg(order->recipient->name));
    if (!order->cardText.isEmpty())
        notes.append(u'“' + order->cardText + u'”');
    if (!order->note.isEmpty())
        notes.append(order->note);
    m_note->setText(notes.join(u'\n'));
    m_note->setVisible(!notes.isEmpty());
    m_receiptTitle->setText(tr("Receipt"));
    m_receipt->setContent(OrderSteps::receipt(*order, m_payments, m_zone, language));
}

void OrderPage::refreshHead(const contract::OrderView &order) {
    const Language language = Look::of(this).language();
    m_number->setText(tr("Order no. %1 · %2").arg(order.number).arg(order.shopName.in(language)));
    m_state->setText(Words::of(Stage{order.state, order.deliveryState, order.fulfilment}));
    m_headline->setText(OrderSteps::headline(order, m_zone));
    m_subline->setText(OrderSteps::subline(order, m_zone));
    m_subline->setVisible(!m_subline->text().isEmpty());
    const bool isOnItsWay =
        order.fulfilment != Fulfilment::Collection && !lifecycle::isOver(order.state);
    m_map->setVisible(isOnItsWay);
    if (isOnItsWay)
        showMap(order);
    if (hasRider(order) != m_riderTimer.isActive()) {
        if (hasRider(order)) {
            m_riderTimer.start();
            followRider();
        } else {
            m_riderTimer.stop();
            m_riderAt.reset();
        }
    }
}

void OrderPage::showMap(const contract::OrderView &order) {
    MiniMapPlaces places{order.shopPosition,
                         order.address.position,
                         order.shopName.in(Look::of(this).language()),
                         tr("Home"),
                         {},
                         {}};
    if (m_riderAt) {
        places.rider = m_riderAt->position;
        const double left = m_riderAt->position.distanceMetersTo(order.address.position);
        places.riderName = order.riderName.value_or(QString()) + u" · " + distanceText(int(left));
    }
    m_map->setPlaces(places);
}

void OrderPage::followRider() {
    if (!m_order || !isVisible())
        return;
    m_riderCall = std::make_unique<QObject>();
    m_services.api.send(client::calls::riderPosition(*m_order), m_riderCall.get(),
                        client::Callback<contract::RiderPositionView>([this](const auto &answer) {
                            if (!answer)
                                return; // the last place stays; the next look comes soon
                            m_riderAt = *answer;
                            if (const contract::OrderView *order = m_orders.find(*m_order))
                                showMap(*order);
                        }));
}

void OrderPage::refreshActions(const contract::OrderView &order) {
    m_confirm->setText(tr("I have it"));
    m_confirm->setEnabled(order.allowedActions.contains(Action::Confirm));
    m_confirm->setVisible(!lifecycle::isOver(order.state));
    m_review->setText(tr("Write a review"));
    m_review->setVisible(order.state == OrderState::Delivered ||
                         order.state == OrderState::Completed);
    m_again->setText(tr("Order again"));
    m_again->setVisible(lifecycle::isOver(order.state));
    m_why->setText(OrderSteps::whyNothing(order));
    m_why->setVisible(!m_why->text().isEmpty());
}

void OrderPage::confirm() {
    const contract::OrderView *order = m_orders.find(*m_order);
    if (!order)
        return;
    m_confirm->setBusy(true);
    m_services.commands.submit(client::calls::confirmOrder(order->id, order->version), this,
                               client::Callback<contract::OrderView>([this](const auto &answer) {
                                   m_confirm->setBusy(false);
                                   if (answer)
                                       m_orders.put(*answer);
                                   else
                                       emit failed(answer.error());
                                   refresh();
                               }));
}

void OrderPage::changeEvent(QEvent *event) {
    if (event->type() == QEvent::LanguageChange)
        refresh();
    QWidget::changeEvent(event);
}

} // namespace soban::customer
