// SPDX-License-Identifier: GPL-3.0-or-later
#include "client-customer/OrderCardDelegate.h"

#include "client-customer/MenuDelegate.h"
#include "client-customer/OrderBook.h"
#include "client-customer/OrderSteps.h"
#include "client-customer/ShopHours.h"
#include "ui/Formats.h"
#include "ui/PictureLabel.h"

#include <QAbstractScrollArea>
#include <QMouseEvent>

#include <algorithm>

namespace soban::customer {

namespace {

using namespace ui;

constexpr int kPicture = 48;
constexpr int kBetween = 8;
constexpr int kHeading = 26;
constexpr int kHeadingGap = 16; ///< above a heading that is not the first
constexpr int kChip = 24;

const contract::OrderView &orderAt(const QModelIndex &index) {
    return *index.data(OrderBook::OrderRole).value<const contract::OrderView *>();
}

} // namespace

OrderCardDelegate::OrderCardDelegate(desk::PictureStore &pictures, const Clock &clock,
                                     QObject *parent)
    : QStyledItemDelegate(parent), m_pictures(pictures), m_clock(clock) {}

OrderCardDelegate::Places OrderCardDelegate::places(const Look &look, const QRect &row,
                                                    const contract::OrderView &order,
                                                    bool beginsPart) const {
    Places all;
    const bool isOver = lifecycle::isOver(order.state);
    int y = row.top();
    if (beginsPart) {
        y += isOver && y > 0 ? kHeadingGap : 0;
        all.heading = QRect(row.left(), y, row.width(), look.scaled(kHeading));
        y += all.heading.height();
    }
    const int top = y;
    const int left = row.left() + metrics::kGap12;
    const int right = row.right() + 1 - metrics::kGap12;
    const int side = look.scaled(kPicture);
    y += metrics::kGap12 - 1;
    all.picture = QRect(left, y, side, side);
    const int words = left + side + metrics::kGap12;
    const int room = std::max(1, right - words);
    const Language language = look.language();
    const int name =
        paragraphHeight(look, room, OrderSteps::name(order, language), Text::Body, Weight::Bold);
    const int detailTall = paragraphHeight(look, room, detail(order, language), Text::Small);
    const int wantedTall =
        OrderSteps::waitsForItsTime(order)
            ? paragraphHeight(look, room, wanted(order, language), Text::Small, Weight::Bold)
            : 0;
    const int lines = name + detailTall + wantedTall;
    const int from = y + std::max(0, (side - lines) / 2);
    all.name = QRect(words, from, room, name);
    all.detail = QRect(words, from + name, room, detailTall);
    all.wanted = QRect(words, from + name + detailTall, room, wantedTall);
    y += std::max(side, lines) + metrics::kGap8;
    const int foot = look.scaled(isOver ? metrics::kDenseHeight : kChip);
    all.foot = QRect(left, y, right - left, foot);
    if (isOver) {
        const int width = look.scaled(20) + metrics::kGap8 + 2 * metrics::kGap12 +
                          textWidth(look, tr("Order again"), Text::Body, Weight::Bold);
        all.again = QRect(right - width, y, width, foot);
        const int chip = chipSize(look, OrderSteps::chip(order)).width();
        if (chip + metrics::kGap4 + width > right - left) {
            // Large text: below each other.
            all.foot.setHeight(look.scaled(kChip));
            all.again.moveTop(all.foot.bottom() + 1 + metrics::kGap8);
            y = all.again.top();
        }
    }
    y += foot + metrics::kGap12;
    all.card = QRect(row.left(), top, row.width(), y - top);
    return all;
}

QSize OrderCardDelegate::sizeHint(const QStyleOptionViewItem &option,
                                  const QModelIndex &index) const {
    const auto *view = static_cast<const QAbstractScrollArea *>(option.widget);
    const int width = view->viewport()->width();
    // As if below others: the first row of all has no gap above its heading.
    const QRect row(0, index.row() > 0 ? 1 : 0, width, 0);
    const Places all = places(Look::of(option.widget), row, orderAt(index),
                              index.data(OrderBook::BeginsPartRole).toBool());
    return {width, all.card.bottom() + 1 + kBetween - row.top()};
}

QString OrderCardDelegate::detail(const contract::OrderView &order, Language language) const {
    if (!lifecycle::isOver(order.state)) {
        int count = 0;
        for (const OrderLine &line : order.lines)
            count += line.quantity;
        return itemCountText(count) + u" · " + moneyText(order.total);
    }
    const QString day = dayText(order.times.created, m_clock.now(), zoneOf(order), language);
    const QString first = order.lines.isEmpty() ? QString() : order.lines.first().name.in(language);
    const QString what = order.lines.size() > 1
                             ? tr("%1 and %2 more").arg(first).arg(order.lines.size() - 1)
                             : first;
    return day + u" · " + what;
}

QString OrderCardDelegate::wanted(const contract::OrderView &order, Language language) const {
    return wantedText(*order.wantedAt, m_clock.now(), zoneOf(order), language);
}

void OrderCardDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                              const QModelIndex &index) const {
    const Look &look = Look::of(option.widget);
    const Tokens &tokens = look.tokens();
    const contract::OrderView &order = orderAt(index);
    QRect row = option.rect;
    const bool beginsPart = index.data(OrderBook::BeginsPartRole).toBool();
    // Only the row's number tells whether something is above it: the view may be scrolled.
    row.moveTop(index.row() > 0 ? 1 : 0);
    const Places all = places(look, row, order, beginsPart);
    painter->save();
    painter->translate(0, option.rect.top() - row.top());
    if (beginsPart)
        paintLine(*painter, look, all.heading,
                  lifecycle::isOver(order.state) ? tr("Past orders") : tr("Open orders"),
                  {Text::Small, Weight::Bold, tokens.ink2, Qt::AlignLeft | Qt::AlignTop});
    if (option.state & QStyle::State_Selected)
        paintMarkedCard(*painter, look, all.card, m_isAged ? tokens.ground : tokens.accent.soft,
                        m_isAged ? tokens.ink3 : tokens.accent.ink);
    else
        paintPlate(*painter, all.card,
                   {m_isAged ? tokens.ground : tokens.surface, tokens.line, tokens.foot});
    if ((option.state & QStyle::State_HasFocus) && (option.state & QStyle::State_Active))
        paintFocusRing(*painter, look, all.card.adjusted(5, 5, -5, -5), metrics::kControlRadius);
    paintPictureOr(*painter, all.picture,
                   m_pictures.picture(order.shopPicture, all.picture.size(),
                                      painter->device()->devicePixelRatioF()),
                   order.shopKind == ShopKind::Flowers ? Placeholder::Flower : Placeholder::Food,
                   PictureStyle{false, m_isAged});
    const QColor ink = m_isAged ? tokens.ink3 : tokens.ink;
    const QColor quiet = m_isAged ? tokens.ink3 : tokens.ink2;
    paintParagraph(*painter, look, all.name, OrderSteps::name(order, look.language()),
                   {Text::Body, Weight::Bold, ink});
    paintParagraph(*painter, look, all.detail, detail(order, look.language()),
                   {Text::Small, Weight::Regular, quiet});
    if (!all.wanted.isEmpty())
        paintParagraph(*painter, look, all.wanted, wanted(order, look.language()),
                       {Text::Small, Weight::Bold, quiet});
    paintFoot(*painter, look, all, order);
    painter->restore();
}

void OrderCardDelegate::paintFoot(QPainter &painter, const Look &look, const Places &all,
                                  const contract::OrderView &order) const {
    const Tokens &tokens = look.tokens();
    Chip chip = OrderSteps::chip(order);
    if (m_isAged)
        chip.tone = Tone::Done;
    paintChip(painter, look, all.foot, chip);
    if (all.again.isEmpty())
        return;
    paintPlate(painter, all.again,
               {tokens.surface, tokens.control, tokens.control, 1, metrics::kFoot,
                metrics::kControlRadius});
    const int symbol = look.scaled(20);
    QRect words = all.again.adjusted(metrics::kGap12, 0, 0, -1);
    paintIcon(painter, Icon::Undo, QRect(words.left(), words.top(), symbol, words.height()),
              tokens.ink);
    words.adjust(symbol + metrics::kGap8, 0, 0, 0);
    paintLine(painter, look, words, tr("Order again"), {Text::Body, Weight::Bold, tokens.ink},
              false);
}

bool OrderCardDelegate::editorEvent(QEvent *event, QAbstractItemModel *,
                                    const QStyleOptionViewItem &option, const QModelIndex &index) {
    if (event->type() != QEvent::MouseButtonRelease)
        return false;
    QRect row = option.rect;
    row.moveTop(index.row() > 0 ? 1 : 0);
    const contract::OrderView &order = orderAt(index);
    const Places all =
        places(Look::of(option.widget), row, order, index.data(OrderBook::BeginsPartRole).toBool());
    const QPoint at = static_cast<QMouseEvent *>(event)->position().toPoint() -
                      QPoint(0, option.rect.top() - row.top());
    if (!all.again.contains(at))
        return false;
    emit reorderChosen(order.id);
    return true;
}

} // namespace soban::customer
