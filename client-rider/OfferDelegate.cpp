// SPDX-License-Identifier: GPL-3.0-or-later
#include "client-rider/OfferDelegate.h"

#include "client-rider/OfferBook.h"
#include "client-rider/OrderName.h"
#include "ui/Formats.h"
#include "ui/PictureLabel.h"

#include <QAbstractItemView>
#include <QMouseEvent>

namespace soban::rider_app {

namespace {

using namespace ui;

constexpr int kPicture = 52;
constexpr int kLeastPay = 72; ///< wide: the minutes stand below
constexpr int kButton = 52;
constexpr int kPadding = 14;
constexpr int kBetween = 10;
constexpr int kSymbol = 16;
constexpr int kBothWays = 350;
/// In town, with the wait at the door.
constexpr int kMetersPerMinute = 250;
constexpr std::chrono::minutes kWaiting{8};
constexpr std::chrono::minutes kLate{12};

const Offer &offerAt(const QModelIndex &index) {
    return *index.data(OfferBook::OfferRole).value<const Offer *>();
}

int waysLine(const Look &look) {
    return std::max(look.lineHeight(Text::Body), chipSize(look, Chip{}).height()) + metrics::kGap4;
}

/// Distances and age beside each other, or the age below where the text is too large for that.
int waysHeight(const Look &look, int width) {
    return look.scaled(kBothWays) > width ? 2 * waysLine(look) : waysLine(look);
}

/// None where nothing is to be collected.
int moneyHeight(const Look &look, const Offer &offer) {
    return offer.collectAtDoor ? waysLine(look) : 0;
}

int innerWidth(const QStyleOptionViewItem &option) {
    const auto *view = qobject_cast<const QAbstractItemView *>(option.widget);
    return (view ? view->viewport()->width() : option.rect.width()) - 2 * kPadding;
}

constexpr int kHeadLines = 3;   ///< at most, of the shop's name, and of its address
constexpr int kLeastWords = 96; ///< at a text scale of 1: below it the picture makes room

/// How large the picture is, and how far it pushes the words.
int pictureBeside(const Look &look, int width, int pay) {
    const int side = look.scaled(kPicture);
    const bool hasRoom =
        width - side - metrics::kGap12 - pay - metrics::kGap8 >= look.scaled(kLeastWords);
    return hasRoom ? side : 0;
}

/// Picture, shop and pay beside each other; name and address take further lines where they need
/// them.
struct Head {
    Head(const Look &look, int width, const Offer &offer)
        : pay(std::max(textWidth(look, moneyText(offer.pay), Text::Sum, Weight::Bold),
                       look.scaled(kLeastPay)))
        , picture(pictureBeside(look, width, pay))
        , indent(picture > 0 ? picture + metrics::kGap12 : 0)
        , words(width - indent - pay - metrics::kGap8)
        , name(paragraphHeight(look, words, OrderName::of(offer), Text::Name, Weight::Bold,
                               kHeadLines))
        , address(paragraphHeight(look, words, offer.shopAddress, Text::Body, Weight::Regular,
                                  kHeadLines))
        , money(look.lineHeight(Text::Sum) + look.lineHeight(Text::Small)) {}

    int tall() const { return std::max({picture, name + address, money}); }

    int pay;     ///< its width
    int picture; ///< a square's side; none where the words need the room
    int indent;  ///< of the words
    int words;   ///< their width
    int name;    ///< heights
    int address;
    int money;
};

} // namespace

OfferDelegate::OfferDelegate(const Services &services, const DutyDesk &duty,
                             const DeliveryBook &deliveries, QObject *parent)
    : PartsDelegate(parent), m_services(services), m_duty(duty), m_deliveries(deliveries) {}

QSize OfferDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const {
    const Look &look = Look::of(option.widget);
    const int width = innerWidth(option);
    return {option.rect.width(), 2 * kPadding + Head(look, width, offerAt(index)).tall() +
                                     metrics::kGap8 + waysHeight(look, width) +
                                     moneyHeight(look, offerAt(index)) + metrics::kGap8 +
                                     look.scaled(kButton) + metrics::kFoot + kBetween};
}

QRect OfferDelegate::buttonIn(const Look &look, const QRect &item) {
    const QRect card = item.adjusted(0, 0, 0, -kBetween);
    const int tall = look.scaled(kButton);
    return {card.left() + kPadding, card.bottom() + 1 - metrics::kFoot - kPadding - tall,
            card.width() - 2 * kPadding, tall};
}

void OfferDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                          const QModelIndex &index) const {
    const Look &look = Look::of(option.widget);
    const Tokens &tokens = look.tokens();
    const Offer &offer = offerAt(index);
    const QRect card = option.rect.adjusted(0, 0, 0, -kBetween);
    const bool isChosen = option.state & QStyle::State_Selected;
    Plate plate = cardPlate(look);
    if (isChosen) {
        plate.border = tokens.accent.ink;
        plate.foot = tokens.accent.ink;
        plate.borderWidth = 2;
    }
    paintPlate(*painter, card, plate);
    const bool isOld = m_services.link.state() == desk::LinkState::Offline;
    const QRect inner = card.adjusted(kPadding, kPadding, -kPadding, 0);
    const int head = Head(look, inner.width(), offer).tall();
    paintHead(*painter, look, QRect(inner.left(), inner.top(), inner.width(), head), offer, isOld);
    const QRect ways(inner.left(), inner.top() + head + metrics::kGap8, inner.width(),
                     waysHeight(look, inner.width()));
    paintWays(*painter, look, ways, offer, isOld);
    paintMoney(*painter, look,
               QRect(ways.left(), ways.bottom() + 1, ways.width(), moneyHeight(look, offer)), offer,
               isOld);
    const QRect button = buttonIn(look, option.rect);
    paintButton(*painter, look, button, offer, isChosen);
    if ((option.state & QStyle::State_HasFocus) && (option.state & QStyle::State_Active))
        paintFocusRing(*painter, look, button.adjusted(-3, -3, 3, 3), metrics::kControlRadius);
}

QString OfferDelegate::readyWords(std::chrono::milliseconds age, Language language) {
    return age < std::chrono::minutes(1) ? tr("Just ready")
                                         : tr("Ready %1 ago").arg(spanText(age, language));
}

void OfferDelegate::paintHead(QPainter &painter, const Look &look, const QRect &box,
                              const Offer &offer, bool isOld) const {
    const Tokens &tokens = look.tokens();
    const QColor ink = isOld ? tokens.ink3 : tokens.ink;
    const QColor ink2 = isOld ? tokens.ink3 : tokens.ink2;
    const Head head(look, box.width(), offer);
    const QRect picture(box.left(), box.top() + (box.height() - head.picture) / 2, head.picture,
                        head.picture);
    if (head.picture > 0)
        paintPictureOr(painter, picture,
                       m_services.pictures.picture(offer.shopPicture, picture.size(),
                                                   painter.device()->devicePixelRatioF()),
                       Placeholder::Food, {.isGreyed = isOld});
    const int sum = look.lineHeight(Text::Sum);
    const int top = box.top() + (box.height() - sum - look.lineHeight(Text::Small)) / 2;
    const Qt::Alignment right = Qt::AlignRight | Qt::AlignVCenter;
    paintLine(painter, look, QRect(box.left(), top, box.width(), sum), moneyText(offer.pay),
              {Text::Sum, Weight::Bold, ink, right}, false);
    const int way = offer.wayMeters + m_duty.metersTo(offer.shopPosition).value_or(0);
    const auto span = std::chrono::minutes(3 + way / kMetersPerMinute);
    paintLine(painter, look,
              QRect(box.left(), top + sum, box.width(), look.lineHeight(Text::Small)),
              tr("about %1").arg(spanText(span, look.language())),
              {Text::Small, Weight::Regular, ink2, right});
    const int left = box.left() + head.indent;
    const int middle = box.top() + (box.height() - head.name - head.address) / 2;
    paintParagraph(painter, look, QRect(left, middle, head.words, head.name), OrderName::of(offer),
                   {Text::Name, Weight::Bold, ink}, kHeadLines);
    paintParagraph(painter, look, QRect(left, middle + head.name, head.words, head.address),
                   offer.shopAddress, {Text::Body, Weight::Regular, ink2}, kHeadLines);
}

void OfferDelegate::paintWays(QPainter &painter, const Look &look, const QRect &box,
                              const Offer &offer, bool isOld) const {
    const Tokens &tokens = look.tokens();
    const QColor ink = isOld ? tokens.ink3 : tokens.ink;
    const auto age = m_services.clock.now() - offer.readySince;
    Chip chip{Icon::Clock, readyWords(age, look.language()), {}, Tone::Fresh};
    if (age >= kLate) {
        chip.tone = Tone::Late;
        chip.icon = Icon::Warning;
    } else if (age >= kWaiting) {
        chip.tone = Tone::Waiting;
    }
    const QSize size = chipSize(look, chip);
    const bool isBelow = box.height() > waysLine(look);
    const int line = isBelow ? box.height() / 2 : box.height();
    const QRect place(isBelow ? box.left() : box.right() + 1 - size.width(),
                      box.bottom() + 1 - line, size.width(), line);
    paintChip(painter, look, place, chip);
    int x = box.left();
    const int limit = isBelow ? box.right() : box.right() - size.width() - metrics::kGap8;
    const int symbol = look.scaled(kSymbol);
    const int gap = look.scaled(metrics::kGap4);
    const QList<Way> ways = waysOf(offer, m_duty.metersTo(offer.shopPosition));
    // With large text the icons say which is which; a distance is never cut.
    int needed = int(ways.size() - 1) * metrics::kGap12;
    for (const Way &way : ways)
        needed += symbol + gap + textWidth(look, way.words, Text::Body, Weight::Bold);
    const bool hasWords = needed <= limit - box.left();
    for (const Way &way : ways) {
        paintIcon(painter, way.icon, QRect(x, box.top(), symbol, line), tokens.ink2);
        x += symbol + gap;
        x += paintLine(painter, look, QRect(x, box.top(), std::max(0, limit - x), line),
                       hasWords ? way.words : way.distance, {Text::Body, Weight::Bold, ink});
        x += metrics::kGap12;
    }
}

/// The second is said to follow the first: beside each other, both could be taken from the rider.
QList<OfferDelegate::Way> OfferDelegate::waysOf(const Offer &offer, std::optional<int> toShop) {
    const QString toDoor = distanceText(offer.wayMeters);
    if (!toShop)
        return {{Icon::Pin, tr("%1 from the shop").arg(toDoor), toDoor}};
    const QString near = distanceText(*toShop);
    return {{Icon::Navigate, tr("%1 from you").arg(near), near},
            {Icon::Pin, tr("then %1").arg(toDoor), toDoor}};
}

void OfferDelegate::paintMoney(QPainter &painter, const Look &look, const QRect &box,
                               const Offer &offer, bool isOld) const {
    if (!offer.collectAtDoor)
        return;
    const QColor ink = isOld ? look.tokens().ink3 : look.tokens().accent.ink;
    const int symbol = look.scaled(kSymbol);
    paintIcon(painter, Icon::Card, QRect(box.left(), box.top(), symbol, box.height()), ink);
    paintLine(painter, look, box.adjusted(symbol + metrics::kGap4, 0, 0, 0),
              OfferBook::collectWords(offer), {Text::Body, Weight::Bold, ink});
}

void OfferDelegate::paintButton(QPainter &painter, const Look &look, const QRect &box,
                                const Offer &offer, bool isChosen) const {
    const Tokens &tokens = look.tokens();
    const bool isClaiming = m_deliveries.isClaiming(offer.order);
    const bool isOffline = m_services.link.state() == desk::LinkState::Offline;
    QColor ink = isChosen ? tokens.onAccent : tokens.accent.ink;
    Plate plate{isChosen ? tokens.accent.ink : tokens.accent.soft,
                isChosen ? tokens.accentPressed : tokens.accent.ink, tokens.accentPressed};
    if (isClaiming || isOffline) {
        ink = tokens.ink2;
        plate = {tokens.sunken, tokens.line, tokens.line};
    }
    plate.radius = metrics::kControlRadius;
    paintPlate(painter, box, plate);
    const QString words = m_deliveries.isClaimUnsure(offer.order)
                              ? tr("Checking whether it is yours")
                          : isClaiming ? tr("Claiming…")
                          : isOffline  ? tr("Needs a connection")
                          : isChosen   ? tr("Claim this delivery")
                                       : tr("Claim");
    const int symbol = look.scaled(20);
    const int width = textWidth(look, words, Text::Name, Weight::Bold);
    const int left = box.center().x() - (width + symbol + metrics::kGap8) / 2;
    paintIcon(painter,
              isClaiming  ? Icon::Clock
              : isOffline ? Icon::WifiOff
                          : Icon::Check,
              QRect(left, box.top(), symbol, box.height()), ink);
    paintLine(painter, look,
              QRect(left + symbol + metrics::kGap8, box.top(), width + 2, box.height()), words,
              {Text::Name, Weight::Bold, ink});
}

QList<OfferDelegate::Part> OfferDelegate::partsIn(const QRect &row, const QModelIndex &) const {
    return {{tr("Claim"), buttonIn(Look::of(nullptr), row)}};
}

bool OfferDelegate::editorEvent(QEvent *event, QAbstractItemModel *,
                                const QStyleOptionViewItem &option, const QModelIndex &index) {
    if (event->type() != QEvent::MouseButtonRelease)
        return false;
    const auto *mouse = static_cast<QMouseEvent *>(event);
    if (mouse->button() != Qt::LeftButton ||
        !buttonIn(Look::of(option.widget), option.rect).contains(mouse->pos()))
        return false;
    emit claimChosen(offerAt(index).order);
    return true;
}

} // namespace soban::rider_app
