// SPDX-License-Identifier: GPL-3.0-or-later
#include "client-rider/HistoryDelegate.h"

#include "ui/Formats.h"
#include "ui/PictureLabel.h"

#include <QTimeZone>

namespace soban::rider_app {

namespace {

using namespace ui;

constexpr int kPicture = 48;
constexpr int kPadding = 12;
constexpr int kBetween = 8;

} // namespace

HistoryDelegate::HistoryDelegate(const Services &services, const DeliveryBook &deliveries,
                                 QObject *parent)
    : QStyledItemDelegate(parent), m_services(services), m_deliveries(deliveries) {}

QSize HistoryDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const {
    const Look &look = Look::of(option.widget);
    const int lines =
        look.lineHeight(Text::Name) + look.lineHeight(Text::Body) + look.lineHeight(Text::Small);
    return {option.rect.width(),
            std::max(lines, look.scaled(kPicture)) + 2 * kPadding + metrics::kFoot + kBetween};
}

void HistoryDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                            const QModelIndex &index) const {
    const Look &look = Look::of(option.widget);
    const Tokens &tokens = look.tokens();
    const contract::DeliveryView &delivery =
        *index.data(DeliveryBook::DeliveryRole).value<const contract::DeliveryView *>();
    const QRect card = option.rect.adjusted(0, 0, 0, -kBetween);
    paintPlate(*painter, card, cardPlate(look));
    if ((option.state & QStyle::State_HasFocus) && (option.state & QStyle::State_Active))
        paintFocusRing(*painter, look, card.adjusted(4, 4, -4, -4), metrics::kControlRadius);
    const int side = look.scaled(kPicture);
    const QRect picture(card.left() + kPadding, card.top() + kPadding, side, side);
    paintPictureOr(*painter, picture,
                   m_services.pictures.picture(delivery.shopPicture, picture.size(),
                                               painter->device()->devicePixelRatioF()),
                   Placeholder::Food);
    const int left = picture.right() + 1 + metrics::kGap12;
    const int width = card.right() - kPadding - left;
    const int name = look.lineHeight(Text::Name);
    const int body = look.lineHeight(Text::Body);
    const int top = card.top() + kPadding;
    const Qt::Alignment right = Qt::AlignRight | Qt::AlignVCenter;
    const int pay =
        paintLine(*painter, look, QRect(left, top, width, name), moneyText(delivery.pay),
                  {Text::Name, Weight::Bold, tokens.ink, right}, false);
    paintLine(*painter, look, QRect(left, top, width - pay - metrics::kGap8, name),
              delivery.shopName.in(look.language()), {Text::Name, Weight::Bold, tokens.ink});
    paintLine(*painter, look, QRect(left, top + name, width, body), delivery.address.text,
              {Text::Body, Weight::Regular, tokens.ink2});
    const DeliveryState state = m_deliveries.stateOf(delivery);
    const bool isDone = state == DeliveryState::Delivered;
    const QString how = isDone                              ? tr("Delivered")
                        : state == DeliveryState::PickedUp  ? tr("On the way")
                        : state == DeliveryState::Claimed   ? tr("To be picked up")
                        : state == DeliveryState::Cancelled ? tr("Cancelled")
                                                            : tr("Given back");
    const Instant when = delivery.times.delivered.value_or(delivery.times.created);
    const QRect last(left, top + name + body, width, look.lineHeight(Text::Small));
    const int used =
        paintLine(*painter, look, last, how,
                  {Text::Small, Weight::Bold, isDone ? tokens.fresh.ink : tokens.accent.ink});
    paintLine(*painter, look, last.adjusted(used, 0, 0, 0),
              u" · " + momentText(when, m_services.clock.now(), QTimeZone::systemTimeZone(),
                                  look.language()),
              {Text::Small, Weight::Regular, tokens.ink2});
}

} // namespace soban::rider_app
