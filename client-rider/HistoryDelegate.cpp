// SPDX-License-Identifier: GPL-3.0-or-later
#include "client-rider/HistoryDelegate.h"

#include "client-rider/OrderName.h"
#include "ui/Formats.h"
#include "ui/PictureLabel.h"

#include <QAbstractScrollArea>
#include <QTimeZone>

namespace soban::rider_app {

namespace {

using namespace ui;

constexpr int kPicture = 48;
constexpr int kPadding = 12;
constexpr int kBetween = 8;
constexpr int kDoor = 16; ///< the chevron at the end
constexpr int kNameLines = 2;
constexpr int kAddressLines = 2; ///< the end of an address is its door

const contract::DeliveryView &deliveryAt(const QModelIndex &index) {
    return *index.data(DeliveryBook::DeliveryRole).value<const contract::DeliveryView *>();
}

/// Where the words of a card stand: beside the shop's picture.
QRect wordsIn(const Look &look, const QRect &card) {
    return card.adjusted(kPadding + look.scaled(kPicture) + metrics::kGap12, 0, -kPadding, 0);
}

/// The pay stands at the right of the shop's name.
int nameWidth(const Look &look, const QRect &words, const contract::DeliveryView &delivery) {
    return words.width() - metrics::kGap8 -
           textWidth(look, moneyText(delivery.pay), Text::Name, Weight::Bold);
}

int nameHeight(const Look &look, const QRect &words, const contract::DeliveryView &delivery) {
    return paragraphHeight(look, nameWidth(look, words, delivery), OrderName::of(delivery),
                           Text::Name, Weight::Bold, kNameLines);
}

int addressHeight(const Look &look, const QRect &words, const contract::DeliveryView &delivery) {
    return paragraphHeight(look, words.width(), delivery.address.text, Text::Body, Weight::Regular,
                           kAddressLines);
}

/// The end of the words is where a card is opened.
int lastWidth(const Look &look, const QRect &words) {
    return words.width() - look.scaled(kDoor) - metrics::kGap4;
}

/// With large text the moment stands below the state.
bool isWhenBelow(const Look &look, const QRect &words, const QString &state, const QString &when) {
    return textWidth(look, state, Text::Small, Weight::Bold) +
               textWidth(look, u" · " + when, Text::Small) >
           lastWidth(look, words);
}

int receivedHeight(const Look &look, const QRect &words, const std::optional<Money> &received) {
    return received
               ? paragraphHeight(look, words.width(), HistoryDelegate::receivedWords(*received),
                                 Text::Small, Weight::Bold)
               : 0;
}

} // namespace

HistoryDelegate::HistoryDelegate(const Services &services, const DeliveryBook &deliveries,
                                 const DoorMoney &doorMoney, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_services(services)
    , m_deliveries(deliveries)
    , m_doorMoney(doorMoney) {}

QString HistoryDelegate::wordsOf(DeliveryState state) {
    return state == DeliveryState::Delivered   ? tr("Delivered")
           : state == DeliveryState::PickedUp  ? tr("On the way")
           : state == DeliveryState::Claimed   ? tr("To be picked up")
           : state == DeliveryState::Cancelled ? tr("Cancelled")
           : state == DeliveryState::Returned  ? tr("Brought back")
                                               : tr("Given back");
}

QString HistoryDelegate::whenOf(const contract::DeliveryView &delivery, Language language) const {
    return momentText(delivery.times.delivered.value_or(delivery.times.created),
                      m_services.clock.now(), QTimeZone::systemTimeZone(), language);
}

QString HistoryDelegate::receivedWords(const Money &money) {
    return tr("%1 taken at the door · for the shop").arg(moneyText(money));
}

QSize HistoryDelegate::sizeHint(const QStyleOptionViewItem &option,
                                const QModelIndex &index) const {
    const Look &look = Look::of(option.widget);
    const contract::DeliveryView &delivery = deliveryAt(index);
    const auto *view = static_cast<const QAbstractScrollArea *>(option.widget);
    const QRect words = wordsIn(look, view->viewport()->rect());
    const QString state = wordsOf(m_deliveries.stateOf(delivery));
    const int small = isWhenBelow(look, words, state, whenOf(delivery, look.language())) ? 2 : 1;
    const int lines = nameHeight(look, words, delivery) + addressHeight(look, words, delivery) +
                      small * look.lineHeight(Text::Small) +
                      receivedHeight(look, words, m_doorMoney.received(delivery.orderId));
    return {option.rect.width(),
            std::max(lines, look.scaled(kPicture)) + 2 * kPadding + metrics::kFoot + kBetween};
}

void HistoryDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                            const QModelIndex &index) const {
    const Look &look = Look::of(option.widget);
    const Tokens &tokens = look.tokens();
    const contract::DeliveryView &delivery = deliveryAt(index);
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
    const QRect words = wordsIn(look, card);
    const int left = words.left();
    const int width = words.width();
    const int name = nameHeight(look, words, delivery);
    const int body = addressHeight(look, words, delivery);
    const int top = card.top() + kPadding;
    const Qt::Alignment right = Qt::AlignRight | Qt::AlignVCenter;
    paintLine(*painter, look, QRect(left, top, width, look.lineHeight(Text::Name)),
              moneyText(delivery.pay), {Text::Name, Weight::Bold, tokens.ink, right}, false);
    paintParagraph(*painter, look, QRect(left, top, nameWidth(look, words, delivery), name),
                   OrderName::of(delivery), {Text::Name, Weight::Bold, tokens.ink}, kNameLines);
    paintParagraph(*painter, look, QRect(left, top + name, width, body), delivery.address.text,
                   {Text::Body, Weight::Regular, tokens.ink2}, kAddressLines);
    const DeliveryState state = m_deliveries.stateOf(delivery);
    const bool isDone = state == DeliveryState::Delivered;
    const QString when = whenOf(delivery, look.language());
    const int small = look.lineHeight(Text::Small);
    const int door = look.scaled(kDoor);
    const QRect last(left, top + name + body, lastWidth(look, words), small);
    paintIcon(*painter, Icon::Right,
              QRect(last.right() + 1 + metrics::kGap4, last.top(), door, small), tokens.ink3);
    const int used =
        paintLine(*painter, look, last, wordsOf(state),
                  {Text::Small, Weight::Bold, isDone ? tokens.fresh.ink : tokens.accent.ink});
    const bool isBelow = isWhenBelow(look, words, wordsOf(state), when);
    const QRect moment = isBelow ? last.translated(0, small) : last.adjusted(used, 0, 0, 0);
    paintLine(*painter, look, moment, isBelow ? when : u" · " + when,
              {Text::Small, Weight::Regular, tokens.ink2});
    if (const auto received = m_doorMoney.received(delivery.orderId))
        paintParagraph(
            *painter, look,
            QRect(left, moment.bottom() + 1, width, receivedHeight(look, words, received)),
            receivedWords(*received), {Text::Small, Weight::Bold, tokens.ink2});
}

} // namespace soban::rider_app
