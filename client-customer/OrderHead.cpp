// SPDX-License-Identifier: GPL-3.0-or-later
#include "client-customer/OrderHead.h"

#include "client-customer/NoticeBox.h"
#include "client-customer/OrderSteps.h"
#include "client-customer/StateChip.h"
#include "ui/Formats.h"
#include "ui/MiniMap.h"
#include "ui/TextLabel.h"

#include <QBitmap>
#include <QHBoxLayout>

namespace soban::customer {

namespace {

using namespace ui;

constexpr int kSide = 20;

/// Rounds the two lower corners of what lies at the bottom of a card, as the card's are; or the
/// upper ones of what lies at its top.
void roundToCard(QWidget *widget, bool isAtTop) {
    if (widget->size().isEmpty())
        return;
    QBitmap mask(widget->size());
    mask.clear();
    QPainter painter(&mask);
    painter.setBrush(Qt::color1);
    const QRect whole =
        isAtTop ? widget->rect().adjusted(0, 0, 0, 20) : widget->rect().adjusted(0, -20, 0, 0);
    painter.drawRoundedRect(whole, metrics::kCardRadius - 1, metrics::kCardRadius - 1);
    painter.end();
    widget->setMask(mask);
}

} // namespace

OrderHead::OrderHead(QWidget *parent) : Card(parent) {
    m_notice = new NoticeBox(Tone::Waiting, Icon::Info, NoticeBox::Shape::Band);
    m_map = new MiniMap;
    column()->setContentsMargins(1, 1, 1, metrics::kFoot);
    column()->setSpacing(0);
    column()->addWidget(m_notice);
    column()->addWidget(makeWords());
    column()->addWidget(m_map);
}

QWidget *OrderHead::makeWords() {
    m_number = new TextLabel(Text::Body, Weight::Regular, Ink::Ink2);
    m_number->setMostLines(0);
    m_state = new StateChip;
    m_headline = new TextLabel(Text::Answer, Weight::Bold);
    m_headline->setMostLines(0);
    m_wanted = new TextLabel(Text::Name, Weight::Bold, Ink::Ink);
    m_wanted->setMostLines(0);
    m_subline = new TextLabel(Text::Name, Weight::Regular, Ink::Ink2);
    m_subline->setMostLines(0);
    m_aside = new TextLabel(Text::Sum, Weight::Bold, Ink::Accent);
    m_aside->setMostLines(0);
    m_aside->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    auto *words = new QWidget;
    auto *first = new QHBoxLayout;
    first->addWidget(m_number, 1);
    first->addWidget(m_state);
    auto *last = new QHBoxLayout;
    last->addWidget(m_subline, 1);
    last->addWidget(m_aside);
    auto *column = new QVBoxLayout(words);
    column->setContentsMargins(kSide - 1, metrics::kGap16 - 1, kSide - 1, metrics::kGap12);
    column->setSpacing(2);
    column->addLayout(first);
    column->addWidget(m_headline);
    column->addWidget(m_wanted);
    column->addLayout(last);
    return words;
}

void OrderHead::setOrder(const contract::OrderView &order, Instant now,
                         std::optional<int> metersLeft) {
    const Language language = Look::of(this).language();
    const auto notice = OrderSteps::notice(order);
    m_notice->setVisible(notice.has_value());
    if (notice) {
        m_notice->setTone(notice->tone, notice->icon);
        m_notice->setWords(notice->title, notice->text);
    }
    m_number->setText(tr("Order no. %1 · %2").arg(order.number).arg(order.shopName.in(language)));
    m_state->setChip(OrderSteps::chip(order));
    m_headline->setText(OrderSteps::headline(order, now, language, metersLeft));
    m_headline->setVisible(!notice); // one answer on a page
    m_wanted->setText(OrderSteps::wanted(order, now, language));
    m_wanted->setVisible(order.wantedAt.has_value());
    m_subline->setText(OrderSteps::subline(order, now, language, metersLeft));
    m_subline->setVisible(!m_subline->text().isEmpty());
    m_aside->setText(OrderSteps::aside(order, now, language, metersLeft));
    m_aside->setVisible(!m_aside->text().isEmpty());
    m_map->setVisible(order.fulfilment != Fulfilment::Collection && !order.times.delivered &&
                      !lifecycle::isOver(order.state) && !notice);
}

void OrderHead::setRider(const contract::OrderView &order, const QString &door,
                         const std::optional<contract::RiderPositionView> &rider) {
    MiniMapPlaces places{order.shopPosition,
                         order.address.position,
                         order.shopName.in(Look::of(this).language()),
                         door,
                         {},
                         {}};
    if (rider) {
        places.rider = rider->position;
        const double left = rider->position.distanceMetersTo(order.address.position);
        places.riderName = order.riderName.value_or(QString()) + u" · " + distanceText(int(left));
    }
    m_map->setPlaces(places);
}

void OrderHead::resizeEvent(QResizeEvent *event) {
    Card::resizeEvent(event);
    // Their geometry follows from the layout, which has just been asked for.
    layout()->activate();
    roundToCard(m_map, false);
    roundToCard(m_notice, true);
}

} // namespace soban::customer
