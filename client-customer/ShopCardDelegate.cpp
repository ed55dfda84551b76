// SPDX-License-Identifier: GPL-3.0-or-later
#include "client-customer/ShopCardDelegate.h"

#include "client-customer/ShopListModel.h"
#include "domain/Schedule.h"
#include "ui/Formats.h"
#include "ui/PictureLabel.h"
#include "ui/Words.h"

#include <QAbstractScrollArea>

#include <algorithm>

namespace soban::customer {

namespace {

using namespace ui;

constexpr int kPicture = 60;
constexpr int kTall = 88;
constexpr int kBetween = 8;
constexpr int kSymbol = 14;
constexpr int kBeforeWait = 3;
constexpr int kAcross = 23; ///< above and below the words

QString aboutText(const contract::ShopCard &shop) {
    return Words::of(shop.kind) + u" · " + distanceText(shop.distanceMeters);
}

QString countText(const contract::ShopCard &shop) {
    return QStringLiteral(" (%1)").arg(shop.reviewCount);
}

} // namespace

QString waitText(const contract::ShopCard &shop, Fulfilment how) {
    const Promise promise =
        promiseOf(preparationNow(shop.preparationMinutes, shop.extraMinutes), how);
    return ShopCardDelegate::tr("%1–%2 min")
        .arg(promise.soonest.count())
        .arg(promise.latest.count());
}

QString deliveryTimeText(const contract::ShopCard &shop) {
    return waitText(shop, Fulfilment::PlatformRider);
}

std::optional<Chip> busyChip(const contract::ShopCard &shop) {
    if (!shop.isOpen || shop.mode != ShopMode::Busy)
        return std::nullopt;
    const int more = shop.extraMinutes.value_or(0);
    return Chip{Icon::Clock,
                more > 0 ? ShopCardDelegate::tr("Busy · +%1 min").arg(more)
                         : ShopCardDelegate::tr("Busy"),
                {},
                Tone::Waiting};
}

ShopCardDelegate::ShopCardDelegate(desk::PictureStore &pictures, QObject *parent)
    : QStyledItemDelegate(parent), m_pictures(pictures) {}

QSize ShopCardDelegate::sizeHint(const QStyleOptionViewItem &option,
                                 const QModelIndex &index) const {
    const Look &look = Look::of(option.widget);
    const auto *view = static_cast<const QAbstractScrollArea *>(option.widget);
    const int width = view->viewport()->width();
    const contract::ShopCard &shop =
        *index.data(ShopListModel::CardRole).value<const contract::ShopCard *>();
    const int words = width - look.scaled(kPicture) - 3 * metrics::kGap12 - 2;
    const int tall = places(look, shop, {0, 0, words, 0}).height + kAcross;
    return {width, std::max(look.scaled(kTall), tall) + kBetween};
}

ShopCardDelegate::Places ShopCardDelegate::places(const Look &look, const contract::ShopCard &shop,
                                                  const QRect &box) const {
    Places all{};
    const int name = look.lineHeight(Text::Name);
    const int small = look.lineHeight(Text::Small);
    const int width = std::max(1, box.width());
    const auto line = [&](int y, int height) { return QRect(box.left(), y, width, height); };

    // Name, and the stars at its right.
    const QString mean = meanText(shop.starSum, shop.reviewCount);
    const int stars = mean.isEmpty() ? 0
                                     : look.scaled(kSymbol) + metrics::kGap4 +
                                           textWidth(look, mean, Text::Small, Weight::Bold) +
                                           textWidth(look, countText(shop), Text::Small);
    const int nameRoom = std::max(1, width - (stars > 0 ? stars + metrics::kGap8 : 0));
    all.stars = QRect(box.left() + width - stars, box.top(), stars, name);
    all.name = line(box.top(), paragraphHeight(look, nameRoom, shop.name.in(look.language()),
                                               Text::Name, Weight::Bold));
    all.name.setWidth(nameRoom);

    // What kind, and what is special now: side by side where there is room.
    all.about = line(all.name.bottom() + 3, small);
    int y = all.about.bottom() + 1;
    if (const auto special = specialOf(shop)) {
        const int wide = look.scaled(kSymbol) + metrics::kGap4 +
                         textWidth(look, special->strong, Text::Small, Weight::Bold);
        const bool isBeside =
            textWidth(look, aboutText(shop), Text::Small) + metrics::kGap8 + wide <= width;
        all.special = QRect(isBeside ? box.left() + width - wide : box.left(),
                            isBeside ? all.about.top() : y + 2, wide, small);
        y = all.special.bottom() + 1;
    }

    // How long and what it costs; below each other where money would be cut.
    const QString costs = terms(shop);
    const int wait = textWidth(look, deliveryTimeText(shop), Text::Small, Weight::Bold);
    const bool isOneLine = wait + textWidth(look, u" · " + costs, Text::Small) <= width;
    all.wait = line(y + kBeforeWait, small);
    all.terms = isOneLine
                    ? all.wait.adjusted(wait, 0, 0, 0)
                    : line(all.wait.bottom() + 1, paragraphHeight(look, width, costs, Text::Small));
    all.height = all.terms.bottom() + 1 - box.top();
    return all;
}

void ShopCardDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                             const QModelIndex &index) const {
    const Look &look = Look::of(option.widget);
    const Tokens &tokens = look.tokens();
    const contract::ShopCard &shop =
        *index.data(ShopListModel::CardRole).value<const contract::ShopCard *>();
    const QRect card = option.rect.adjusted(0, 0, 0, -kBetween);
    if (option.state & QStyle::State_Selected)
        paintMarkedCard(*painter, look, card, m_isAged ? tokens.ground : tokens.accent.soft,
                        m_isAged ? tokens.ink3 : tokens.accent.ink);
    else
        paintPlate(*painter, card,
                   {m_isAged ? tokens.ground : tokens.surface, tokens.line, tokens.foot});
    if ((option.state & QStyle::State_HasFocus) && (option.state & QStyle::State_Active))
        paintFocusRing(*painter, look, card.adjusted(5, 5, -5, -5), metrics::kControlRadius);

    const int side = look.scaled(kPicture);
    const QRect picture(card.left() + metrics::kGap12 + 2, card.top() + (card.height() - side) / 2,
                        side, side);
    paintPictureOr(
        *painter, picture,
        m_pictures.picture(shop.picture, picture.size(), painter->device()->devicePixelRatioF()),
        shop.kind == ShopKind::Flowers ? Placeholder::Flower : Placeholder::Food,
        PictureStyle{!shop.isOpen, m_isAged});
    paintWords(*painter, look,
               QRect(picture.right() + 1 + metrics::kGap12, card.top() + metrics::kGap12,
                     card.right() - picture.right() - 2 * metrics::kGap12,
                     card.height() - 2 * metrics::kGap12),
               shop);
}

void ShopCardDelegate::paintWords(QPainter &painter, const Look &look, const QRect &box,
                                  const contract::ShopCard &shop) const {
    const Tokens &tokens = look.tokens();
    const Places all = places(look, shop, box);
    const QColor ink = shop.isOpen && !m_isAged ? tokens.ink : tokens.ink3;
    const TextStyle plain{Text::Small, Weight::Regular, tokens.ink2};
    if (!all.stars.isEmpty())
        paintStars(painter, look, all.stars, shop);
    paintParagraph(painter, look, all.name, shop.name.in(look.language()),
                   {Text::Name, Weight::Bold, ink});
    paintLine(painter, look, all.about, aboutText(shop), plain);
    if (!all.special.isEmpty())
        paintSpecial(painter, look, all.special, shop);
    paintLine(painter, look, all.wait, deliveryTimeText(shop), {Text::Small, Weight::Bold, ink},
              false);
    if (all.terms.top() == all.wait.top())
        paintLine(painter, look, all.terms, u" · " + terms(shop), plain, false);
    else
        paintParagraph(painter, look, all.terms, terms(shop), plain);
}

void ShopCardDelegate::paintStars(QPainter &painter, const Look &look, const QRect &box,
                                  const contract::ShopCard &shop) const {
    const Tokens &tokens = look.tokens();
    const int symbol = look.scaled(kSymbol);
    paintIcon(painter, Icon::Star, QRect(box.left(), box.top(), symbol, box.height()),
              m_isAged ? tokens.ink3 : tokens.waiting.ink);
    const QString mean = meanText(shop.starSum, shop.reviewCount);
    const QRect words = box.adjusted(symbol + metrics::kGap4, 0, 0, 0);
    paintLine(painter, look, words, mean, {Text::Small, Weight::Bold, tokens.ink}, false);
    paintLine(painter, look,
              words.adjusted(textWidth(look, mean, Text::Small, Weight::Bold), 0, 0, 0),
              countText(shop), {Text::Small, Weight::Regular, tokens.ink2}, false);
}

std::optional<Chip> ShopCardDelegate::specialOf(const contract::ShopCard &shop) const {
    if (auto chip = busyChip(shop)) {
        if (m_isAged)
            chip->tone = Tone::Done;
        return chip;
    }
    if (!shop.isOpen)
        return Chip{Icon::Pause, shop.mode == ShopMode::Paused ? tr("Paused") : tr("Closed"), {}};
    if (shop.fulfilments.first() == Fulfilment::OwnDelivery)
        return Chip{Icon::Flower, tr("Shop delivery"), {}, Tone::Accent};
    return std::nullopt;
}

void ShopCardDelegate::paintSpecial(QPainter &painter, const Look &look, const QRect &box,
                                    const contract::ShopCard &shop) const {
    const Tokens &tokens = look.tokens();
    const Chip chip = *specialOf(shop);
    const QColor ink = m_isAged                     ? tokens.ink3
                       : chip.tone == Tone::Accent  ? tokens.accent.ink
                       : chip.tone == Tone::Waiting ? tokens.waiting.ink
                                                    : tokens.ink2;
    const int symbol = look.scaled(kSymbol);
    paintIcon(painter, *chip.icon, QRect(box.left(), box.top(), symbol, box.height()), ink);
    paintLine(painter, look, box.adjusted(symbol + metrics::kGap4, 0, 0, 0), chip.strong,
              {Text::Small, Weight::Bold, ink}, false);
}

QString ShopCardDelegate::terms(const contract::ShopCard &shop) {
    const QString fee = shop.deliveryFee.isZero()
                            ? tr("free delivery")
                            : tr("delivery %1").arg(moneyText(shop.deliveryFee));
    return fee + u" · " + tr("min. %1").arg(moneyText(shop.minimumOrder));
}

} // namespace soban::customer
