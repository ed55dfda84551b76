// SPDX-License-Identifier: GPL-3.0-or-later
#include "client-customer/OrderCardDelegate.h"

#include "client-customer/OrderBook.h"
#include "ui/Formats.h"
#include "ui/PictureLabel.h"
#include "ui/Words.h"

#include <QTimeZone>

namespace soban::customer {

namespace {

using namespace ui;

constexpr int kPicture = 48;
constexpr int kTall = 100;
constexpr int kBetween = 8;

} // namespace

OrderCardDelegate::OrderCardDelegate(desk::PictureStore &pictures, const Clock &clock,
                                     QObject *parent)
    : QStyledItemDelegate(parent), m_pictures(pictures), m_clock(clock) {}

QSize OrderCardDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const {
    return {option.rect.width(), Look::of(option.widget).scaled(kTall) + kBetween};
}

QString OrderCardDelegate::detail(const contract::OrderView &order, Language language) const {
    const QString day =
        dayText(order.times.created, m_clock.now(), QTimeZone::systemTimeZone(), language);
    const QString first = order.lines.isEmpty() ? QString() : order.lines.first().name.in(language);
    const QString what = order.lines.size() > 1
                             ? tr("%1 and %2 more").arg(first).arg(order.lines.size() - 1)
                             : first;
    return day + u" · " + what;
}

void OrderCardDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                              const QModelIndex &index) const {
    const Look &look = Look::of(option.widget);
    const Tokens &tokens = look.tokens();
    const contract::OrderView &order =
        *index.data(OrderBook::OrderRole).value<const contract::OrderView *>();
    const QRect card = option.rect.adjusted(0, 0, 0, -kBetween);
    if (option.state & QStyle::State_Selected)
        paintMarkedCard(*painter, look, card, tokens.accent.soft, tokens.accent.ink);
    else
        paintPlate(*painter, card, cardPlate(look));
    if ((option.state & QStyle::State_HasFocus) && (option.state & QStyle::State_Active))
        paintFocusRing(*painter, look, card.adjusted(5, 5, -5, -5), metrics::kControlRadius);
    const int side = look.scaled(kPicture);
    const QRect picture(card.left() + metrics::kGap12 + 2, card.top() + metrics::kGap12, side,
                        side);
    paintPictureOr(*painter, picture,
                   m_pictures.picture(order.shopPicture, picture.size(),
                                      painter->device()->devicePixelRatioF()),
                   order.shopKind == ShopKind::Flowers ? Placeholder::Flower : Placeholder::Food);
    const int left = picture.right() + 1 + metrics::kGap12;
    const int width = card.right() - left - metrics::kGap12;
    const int name = look.lineHeight(Text::Body);
    const int small = look.lineHeight(Text::Small);
    const int top = picture.top() + (side - name - small) / 2;
    paintLine(*painter, look, QRect(left, top, width, name), order.shopName.in(look.language()),
              {Text::Body, Weight::Bold, tokens.ink});
    paintLine(*painter, look, QRect(left, top + name, width, small), detail(order, look.language()),
              {Text::Small, Weight::Regular, tokens.ink2});
    const QRect foot(picture.left(), picture.bottom() + 1,
                     card.right() - picture.left() - metrics::kGap12,
                     card.bottom() - picture.bottom() - metrics::kFoot);
    paintChip(*painter, look, foot,
              Words::chipOf(Stage{order.state, order.deliveryState, order.fulfilment}));
    paintLine(*painter, look, foot, moneyText(order.total),
              {Text::Body, Weight::Bold, tokens.ink, Qt::AlignRight | Qt::AlignVCenter}, false);
}

} // namespace soban::customer
