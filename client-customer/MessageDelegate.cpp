// SPDX-License-Identifier: GPL-3.0-or-later
#include "client-customer/MessageDelegate.h"

#include "client-customer/MessagesModel.h"
#include "client-customer/OrderSteps.h"
#include "client-customer/ShopHours.h"
#include "domain/Event.h"
#include "ui/Formats.h"

#include <QAbstractScrollArea>

#include <algorithm>

namespace soban::customer {

namespace {

using namespace ui;

constexpr int kBetween = 8;
constexpr int kSymbol = 20;
constexpr int kHeading = 28;
constexpr int kHeadingGap = 12; ///< above a heading that is not the first

const contract::MessageView &messageAt(const QModelIndex &index) {
    return *index.data(MessagesModel::MessageRole).value<const contract::MessageView *>();
}

/// Who writes, and of which order.
QString orderOf(const contract::MessageView &message, Language language) {
    return OrderSteps::name(message.shopName, message.orderNumber, language);
}

struct Kind {
    Icon icon;
    QString words;
};

Kind kindOf(const contract::MessageView &message) {
    const auto kind = enumFromText<MessageKind>(message.kind);
    if (kind == MessageKind::Answer)
        return {Icon::Chat, MessageDelegate::tr("Answer to your review")};
    if (kind == MessageKind::ReviewRequest)
        return {Icon::Star, MessageDelegate::tr("Review")};
    return {Icon::Mail, kind == MessageKind::Thanks ? MessageDelegate::tr("Thank you") : QString()};
}

} // namespace

MessageDelegate::MessageDelegate(const Clock &clock, const OrderBook &orders, QObject *parent)
    : QStyledItemDelegate(parent), m_clock(clock), m_orders(orders) {}

QTimeZone MessageDelegate::zoneFor(const contract::MessageView &message) const {
    const contract::OrderView *order = m_orders.find(message.orderId);
    return order ? zoneOf(*order) : QTimeZone::systemTimeZone();
}

QDate MessageDelegate::dayOf(const contract::MessageView &message) const {
    return message.at.toUtc().toTimeZone(zoneFor(message)).date();
}

QString MessageDelegate::dayText(const contract::MessageView &message, Language language) const {
    const QDate today = m_clock.now().toUtc().toTimeZone(zoneFor(message)).date();
    return wantedDayText(dayOf(message), today, language);
}

MessageDelegate::Places MessageDelegate::places(const Look &look, const QRect &row,
                                                const QModelIndex &index) const {
    Places all;
    const contract::MessageView &message = messageAt(index);
    const QModelIndex above = index.siblingAtRow(index.row() - 1);
    int y = row.top();
    if (!above.isValid() || dayOf(messageAt(above)) != dayOf(message)) {
        y += above.isValid() ? kHeadingGap : 0;
        all.heading = QRect(row.left(), y, row.width(), look.scaled(kHeading));
        y += all.heading.height();
    }
    const int top = y + metrics::kGap12;
    const int symbol = look.scaled(kSymbol);
    all.icon = QRect(row.left() + metrics::kGap16, top, symbol, symbol);
    const int left = all.icon.right() + 1 + metrics::kGap12;
    const int width = row.right() + 1 - metrics::kGap16 - left;
    const int head = placeHead(look, {left, top, width, 0}, message, all);
    all.text = QRect(left, top + head, width,
                     paragraphHeight(look, width, message.text.in(look.language()), Text::Body));
    all.card = QRect(row.left(), y, row.width(), all.text.bottom() + 1 + metrics::kGap12 - y);
    return all;
}

QSize MessageDelegate::sizeHint(const QStyleOptionViewItem &option,
                                const QModelIndex &index) const {
    const auto *view = static_cast<const QAbstractScrollArea *>(option.widget);
    const int width = view->viewport()->width();
    const Places all = places(Look::of(option.widget), QRect(0, 0, width, 0), index);
    return {width, all.card.bottom() + 1 + kBetween};
}

void MessageDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                            const QModelIndex &index) const {
    const Look &look = Look::of(option.widget);
    const Tokens &tokens = look.tokens();
    const contract::MessageView &message = messageAt(index);
    const Places all = places(look, option.rect, index);
    if (!all.heading.isEmpty())
        paintLine(*painter, look, all.heading, dayText(message, look.language()),
                  {Text::Small, Weight::Bold, tokens.ink2, Qt::AlignLeft | Qt::AlignTop});
    paintPlate(*painter, all.card, cardPlate(look));
    if ((option.state & QStyle::State_HasFocus) && (option.state & QStyle::State_Active))
        paintFocusRing(*painter, look, all.card.adjusted(5, 5, -5, -5), metrics::kControlRadius);
    paintIcon(*painter, kindOf(message).icon, all.icon, tokens.ink2);
    paintHead(*painter, look, all, message);
    paintParagraph(*painter, look, all.text, message.text.in(look.language()),
                   {Text::Body, Weight::Regular, tokens.ink});
}

int MessageDelegate::placeHead(const Look &look, const QRect &box,
                               const contract::MessageView &message, Places &all) const {
    const int line = look.lineHeight(Text::Body);
    const int time = textWidth(look, clockText(message.at, zoneFor(message)), Text::Small) + 1;
    all.time = QRect(box.right() + 1 - time, box.top(), time, line);
    const QString order = orderOf(message, look.language());
    const int room = std::max(1, box.width() - time - metrics::kGap12);
    const int name = std::min(room, textWidth(look, order, Text::Body, Weight::Bold) + 1);
    all.name = QRect(box.left(), box.top(), name,
                     paragraphHeight(look, name, order, Text::Body, Weight::Bold));
    const QString kind = kindOf(message).words;
    if (kind.isEmpty())
        return all.name.height();
    const bool isBeside = name + textWidth(look, u" · " + kind, Text::Small) <= room;
    all.kind = isBeside ? QRect(box.left() + name, box.top(), room - name, line)
                        : QRect(box.left(), all.name.bottom() + 1, box.width(),
                                paragraphHeight(look, box.width(), kind, Text::Small));
    return std::max(all.name.bottom(), all.kind.bottom()) + 1 - box.top();
}

void MessageDelegate::paintHead(QPainter &painter, const Look &look, const Places &all,
                                const contract::MessageView &message) const {
    const Tokens &tokens = look.tokens();
    const TextStyle quiet{Text::Small, Weight::Regular, tokens.ink2};
    paintLine(painter, look, all.time, clockText(message.at, zoneFor(message)), quiet, false);
    paintParagraph(painter, look, all.name, orderOf(message, look.language()),
                   {Text::Body, Weight::Bold, tokens.ink});
    const QString kind = kindOf(message).words;
    if (all.kind.top() == all.name.top())
        paintLine(painter, look, all.kind, u" · " + kind, quiet);
    else
        paintParagraph(painter, look, all.kind, kind, quiet);
}

} // namespace soban::customer
