// SPDX-License-Identifier: GPL-3.0-or-later
#include "client-rider/DeliverySheet.h"

#include "client-rider/HistoryDelegate.h"
#include "client-rider/OrderName.h"
#include "desk/ContentScroll.h"
#include "ui/Button.h"
#include "ui/Formats.h"
#include "ui/TextLabel.h"
#include "ui/Words.h"

#include <QEvent>
#include <QTimeZone>
#include <QVBoxLayout>

namespace soban::rider_app {

namespace {

using namespace ui;

constexpr int kWidest = 452;

} // namespace

DeliverySheet::DeliverySheet(const DeliveryBook &deliveries, const DoorMoney &doorMoney,
                             const Clock &clock, QWidget *host)
    : Sheet(host)
    , m_deliveries(deliveries)
    , m_doorMoney(doorMoney)
    , m_clock(clock)
    , m_title(new TextLabel(Text::Sum, Weight::Bold))
    , m_shopAddress(new TextLabel(Text::Body, Weight::Regular, Ink::Ink2))
    , m_address(new TextLabel(Text::Name, Weight::Bold))
    , m_whom(new TextLabel(Text::Body, Weight::Regular, Ink::Ink2))
    , m_pay(new TextLabel(Text::Name, Weight::Bold))
    , m_received(new TextLabel(Text::Body, Weight::Bold, Ink::Accent))
    , m_steps(new Timeline)
    , m_back(new Button(ButtonRole::Primary)) {
    setWidest(kWidest);
    auto *content = new QWidget;
    auto *rows = new QVBoxLayout(content);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(metrics::kGap8);
    for (TextLabel *line : {m_title, m_shopAddress, m_address, m_whom, m_pay, m_received}) {
        line->setMostLines(4);
        rows->addWidget(line);
    }
    rows->addWidget(m_steps);
    m_back->setTall(metrics::kRiderHeight);
    column()->addWidget(new desk::ContentScroll(content), 1);
    column()->addWidget(m_back);
    connect(m_back, &Button::clicked, this, &Sheet::close);
    connect(&deliveries, &DeliveryBook::changed, this, &DeliverySheet::retranslate);
}

void DeliverySheet::show(OrderId order) {
    m_order = order;
    retranslate();
    open();
    m_back->setFocus(Qt::OtherFocusReason);
}

QList<TimelineStep> DeliverySheet::stepsOf(const contract::DeliveryView &delivery) const {
    const Language language = Look::of(this).language();
    QList<TimelineStep> steps;
    const auto when = [&](Instant at) {
        return momentText(at, m_clock.now(), QTimeZone::systemTimeZone(), language);
    };
    const auto add = [&](const QString &title, const std::optional<Instant> &at) {
        if (at)
            steps.append({StepState::Done, title, {}, when(*at)});
    };
    add(tr("Claimed"), delivery.times.claimed);
    add(tr("Picked up"), delivery.times.pickedUp);
    add(HistoryDelegate::wordsOf(DeliveryState::Delivered), delivery.times.delivered);
    const DeliveryState state = m_deliveries.stateOf(delivery);
    if (state == DeliveryState::Cancelled || state == DeliveryState::Returned)
        steps.append({StepState::Failed, HistoryDelegate::wordsOf(state),
                      delivery.ending ? Words::of(*delivery.ending) : QString(),
                      delivery.times.ended ? when(*delivery.times.ended) : QString()});
    return steps;
}

void DeliverySheet::retranslate() {
    const contract::DeliveryView *delivery = m_order ? m_deliveries.find(*m_order) : nullptr;
    if (!delivery)
        return;
    m_title->setText(OrderName::of(*delivery));
    setAccessibleName(m_title->text());
    m_shopAddress->setText(delivery->shopAddress);
    m_address->setText(delivery->address.text);
    m_whom->setText(
        tr("For %1").arg(delivery->recipient ? delivery->recipient->name : delivery->customerName));
    m_pay->setText(tr("Your pay: %1").arg(moneyText(delivery->pay)));
    const auto received = m_doorMoney.received(delivery->orderId);
    m_received->setVisible(received.has_value());
    m_received->setText(received ? HistoryDelegate::receivedWords(*received) : QString());
    m_steps->setSteps(stepsOf(*delivery));
    m_back->setText(tr("Back"));
}

void DeliverySheet::changeEvent(QEvent *event) {
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    Sheet::changeEvent(event);
}

} // namespace soban::rider_app
