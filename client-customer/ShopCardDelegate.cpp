// SPDX-License-Identifier: GPL-3.0-or-later
#include "client-customer/ShopCardDelegate.h"

#include "client-customer/ShopListModel.h"
#include "ui/Formats.h"
#include "ui/PictureLabel.h"
#include "ui/Words.h"

#include <QAbstractScrollArea>

namespace soban::customer {

namespace {

using namespace ui;

constexpr int kPicture = 60;
constexpr int kTall = 88;
constexpr int kBetween = 8;
constexpr int kSymbol = 14;
/// A rider's pace in town, with the wait at the door.
constexpr int kMetersPerMinute = 250;

} // namespace

QString waitText(const contract::ShopCard &shop, Fulfilment how) {
    const int way = how == Fulfilment::Collection ? 0 : shop.distanceMeters / kMetersPerMinute;
    const int least = shop.preparationMinutes + shop.extraMinutes.value_or(0) + way;
    const int from = (least + 4) / 5 * 5;
    return ShopCardDelegate::tr("%1–%2 min").arg(from).arg(from + 10);
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
    const int more = fitsOneLine(look, shop, words) ? 0 : look.lineHeight(Text::Small);
    return {width, look.scaled(kTall) + more + kBetween};
}

bool ShopCardDelegate::fitsOneLine(const Look &look, const contract::ShopCard &shop, int width) {
    return textWidth(look, deliveryTimeText(shop), Text::Small, Weight::Bold) +
               textWidth(look, u" · " + terms(shop), Text::Small) <=
           width;
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
    const Language language = look.language();
    const int name = look.lineHeight(Text::Name);
    const int small = look.lineHeight(Text::Small);
    const auto line = [&](int y, int height) { return QRect(box.left(), y, box.width(), height); };

    // Name, and the stars at its right.
    QRect row = line(box.top(), name);
    const QString mean = meanText(shop.starSum, shop.reviewCount);
    if (!mean.isEmpty()) {
        const QString count = QStringLiteral(" (%1)").arg(shop.reviewCount);
        const int countWidth = textWidth(look, count, Text::Small);
        paintLine(painter, look, row, count,
                  {Text::Small, Weight::Regular, tokens.ink2, Qt::AlignRight | Qt::AlignVCenter});
        row.adjust(0, 0, -countWidth, 0);
        const int meanWidth =
            paintLine(painter, look, row, mean,
                      {Text::Small, Weight::Bold, tokens.ink, Qt::AlignRight | Qt::AlignVCenter});
        const int symbol = look.scaled(kSymbol);
        row.adjust(0, 0, -meanWidth - 4, 0);
        paintIcon(painter, Icon::Star, QRect(row.right() + 1 - symbol, row.top(), symbol, name),
                  m_isAged ? tokens.ink3 : tokens.waiting.ink);
        row.adjust(0, 0, -symbol - metrics::kGap8, 0);
    }
    paintLine(painter, look, row, shop.name.in(language),
              {Text::Name, Weight::Bold, shop.isOpen && !m_isAged ? tokens.ink : tokens.ink3});

    // What kind, and what is special now.
    row = line(box.top() + name + 2, small);
    row.setRight(row.right() - paintSpecial(painter, look, row, shop));
    paintLine(painter, look, row, Words::of(shop.kind) + u" · " + distanceText(shop.distanceMeters),
              {Text::Small, Weight::Regular, tokens.ink2});

    // How long and what it costs; below each other where money would be cut.
    row = line(box.top() + name + small + 5, small);
    const int used = paintLine(
        painter, look, row, deliveryTimeText(shop),
        {Text::Small, Weight::Bold, shop.isOpen && !m_isAged ? tokens.ink : tokens.ink3}, false);
    const TextStyle plain{Text::Small, Weight::Regular, tokens.ink2};
    if (fitsOneLine(look, shop, box.width()))
        paintLine(painter, look, row.adjusted(used, 0, 0, 0), u" · " + terms(shop), plain, false);
    else
        paintLine(painter, look, row.translated(0, small), terms(shop), plain, false);
}

int ShopCardDelegate::paintSpecial(QPainter &painter, const Look &look, const QRect &row,
                                   const contract::ShopCard &shop) const {
    const Tokens &tokens = look.tokens();
    if (auto chip = busyChip(shop)) {
        if (m_isAged)
            chip->tone = Tone::Done;
        const int width = chipSize(look, *chip).width();
        paintChip(painter, look, QRect(row.right() + 1 - width, row.top(), width, row.height()),
                  *chip);
        return width + metrics::kGap8;
    }
    const auto say = [&](Icon icon, const QString &words, const QColor &fresh) {
        const QColor ink = m_isAged ? tokens.ink3 : fresh;
        const int width =
            paintLine(painter, look, row, words,
                      {Text::Small, Weight::Bold, ink, Qt::AlignRight | Qt::AlignVCenter});
        const int symbol = look.scaled(kSymbol);
        paintIcon(painter, icon,
                  QRect(row.right() - width - symbol - 4, row.top(), symbol, row.height()), ink);
        return width + symbol + metrics::kGap12;
    };
    if (!shop.isOpen)
        return say(Icon::Pause, shop.mode == ShopMode::Paused ? tr("Paused") : tr("Closed"),
                   tokens.ink2);
    if (shop.fulfilments.first() == Fulfilment::OwnDelivery)
        return say(Icon::Flower, tr("Shop delivery"), tokens.accent.ink);
    return 0;
}

QString ShopCardDelegate::terms(const contract::ShopCard &shop) {
    const QString fee = shop.deliveryFee.isZero()
                            ? tr("free delivery")
                            : tr("delivery %1").arg(moneyText(shop.deliveryFee));
    return fee + u" · " + tr("min. %1").arg(moneyText(shop.minimumOrder));
}

} // namespace soban::customer
