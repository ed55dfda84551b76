// SPDX-License-Identifier: GPL-3.0-or-later
#include "client-customer/MenuDelegate.h"

#include "ui/Formats.h"
#include "ui/PictureLabel.h"

#include <algorithm>

namespace soban::customer {

namespace {

using namespace ui;

constexpr int kHeadingTall = 48;
constexpr int kLeastTall = 128; ///< of a card
constexpr int kPicture = 100;
constexpr int kLeastCard = 270;
constexpr int kBetween = 12;
constexpr int kPlus = 36;
/// From here on the number left is worth saying.
constexpr int kFewLeft = 5;

/// Of the picture: smaller in a card that is narrow, so that its words have room.
int pictureSide(const Look &look, int cardWidth) {
    return std::min(look.scaled(kPicture), cardWidth * 9 / 25);
}

/// Where the words of a card stand: beside its picture.
QRect wordsIn(const Look &look, const QRect &card) {
    return card.adjusted(2 * metrics::kGap12 + pictureSide(look, card.width()), metrics::kGap12,
                         -metrics::kGap12, -metrics::kGap12);
}

/// How high a card must be to say all of an item in words so wide.
int tallOf(const Look &look, int room, const contract::MenuItemView &item) {
    const QString description = item.description.in(look.language());
    const int more =
        description.isEmpty() ? 0 : paragraphHeight(look, room, description, Text::Small);
    return 2 * metrics::kGap12 + more + metrics::kGap4 + look.scaled(kPlus) +
           paragraphHeight(look, room, item.name.in(look.language()), Text::Name, Weight::Bold);
}

} // namespace

QString itemCountText(int count) {
    return count == 1 ? MenuDelegate::tr("1 item") : MenuDelegate::tr("%1 items").arg(count);
}

MenuDelegate::MenuDelegate(desk::PictureStore &pictures, QObject *parent)
    : QStyledItemDelegate(parent), m_pictures(pictures) {}

QSize MenuDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const {
    const Look &look = Look::of(option.widget);
    const int whole = m_width > 0 ? m_width : look.scaled(kLeastCard);
    const auto row = index.data(MenuModel::RowRole).value<MenuModel::Row>();
    if (std::holds_alternative<MenuModel::Heading>(row))
        return {whole, look.scaled(kHeadingTall)};
    return {whole / columns(look), m_talls.value(index.row(), look.scaled(kLeastTall)) + kBetween};
}

bool MenuDelegate::fit(const Look &look, const MenuModel &menu, int width) {
    const int before = std::exchange(m_width, width);
    const int across = columns(look);
    const int room = wordsIn(look, cardIn(look, {0, 0, width / across, 0})).width();
    QList<int> talls(menu.rowCount());
    int first = 0; // of the cards that stand side by side
    for (int row = 0; row < menu.rowCount(); ++row) {
        const contract::MenuItemView *item = menu.itemAt(menu.index(row));
        if (!item) {
            first = row + 1;
            continue;
        }
        const int tall = std::max({look.scaled(kLeastTall), tallOf(look, room, *item),
                                   row > first ? talls.at(first) : 0});
        std::fill(talls.begin() + first, talls.begin() + row + 1, tall);
        if (row - first + 1 == across)
            first = row + 1;
    }
    return std::exchange(m_talls, talls) != talls || before != width;
}

int MenuDelegate::columns(const Look &look) const {
    return std::max(1, (m_width + kBetween) / (look.scaled(kLeastCard) + kBetween));
}

QRect MenuDelegate::cardIn(const Look &look, const QRect &share) const {
    const int count = columns(look);
    const int column = share.width() > 0 ? (share.left() + share.width() / 2) / share.width() : 0;
    const int left = share.left() + column * kBetween / count;
    const int width = share.width() - kBetween * (count - 1) / count;
    return {left, share.top(), width, share.height() - kBetween};
}

void MenuDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                         const QModelIndex &index) const {
    const Look &look = Look::of(option.widget);
    const auto row = index.data(MenuModel::RowRole).value<MenuModel::Row>();
    if (const auto *heading = std::get_if<MenuModel::Heading>(&row))
        paintHeading(*painter, look, option.rect, *heading);
    else
        paintItem(*painter, option, look, std::get<contract::MenuItemView>(row));
}

void MenuDelegate::paintHeading(QPainter &painter, const Look &look, const QRect &box,
                                const MenuModel::Heading &heading) const {
    const Tokens &tokens = look.tokens();
    const QRect line = box.adjusted(0, metrics::kGap12, 0, 0);
    const int used = paintLine(painter, look, line, heading.name.in(look.language()),
                               {Text::Name, Weight::Bold, tokens.ink});
    paintLine(painter, look, line.adjusted(used + metrics::kGap8, 0, 0, 0),
              itemCountText(heading.items), {Text::Small, Weight::Regular, tokens.ink2});
}

std::optional<Chip> MenuDelegate::chipOf(const contract::MenuItemView &item) const {
    if (item.isSoldOut)
        return Chip{Icon::Cancel, tr("Sold out"), {}, Tone::Done};
    if (item.remaining && *item.remaining <= kFewLeft)
        return Chip{Icon::Box,
                    tr("%1 left").arg(*item.remaining),
                    {},
                    m_isAged ? Tone::Done : Tone::Waiting};
    return std::nullopt;
}

void MenuDelegate::paintItem(QPainter &painter, const QStyleOptionViewItem &option,
                             const Look &look, const contract::MenuItemView &item) const {
    const Tokens &tokens = look.tokens();
    const Language language = look.language();
    const QRect card = cardIn(look, option.rect);
    const bool isHovered = (option.state & QStyle::State_MouseOver) && !item.isSoldOut;
    paintPlate(painter, card,
               {m_isAged ? tokens.ground : tokens.surface, isHovered ? tokens.control : tokens.line,
                isHovered ? tokens.control : tokens.foot});
    if ((option.state & QStyle::State_HasFocus) && (option.state & QStyle::State_Active))
        paintFocusRing(painter, look, card.adjusted(5, 5, -5, -5), metrics::kControlRadius);

    const int side = pictureSide(look, card.width());
    const QRect picture(card.left() + metrics::kGap12, card.top() + (card.height() - side) / 2,
                        side, side);
    paintPictureOr(
        painter, picture,
        m_pictures.picture(item.picture, picture.size(), painter.device()->devicePixelRatioF()),
        m_isFlower ? Placeholder::Flower : Placeholder::Food,
        PictureStyle{item.isSoldOut, m_isAged});
    if (const auto chip = chipOf(item))
        paintChip(painter, look,
                  QRect(card.left() + 6, card.top() + 6, card.width(), look.scaled(24)), *chip);

    const QRect words = wordsIn(look, card);
    const int name = paintParagraph(
        painter, look, words, item.name.in(language),
        {Text::Name, Weight::Bold, item.isSoldOut || m_isAged ? tokens.ink3 : tokens.ink});
    const int plus = look.scaled(kPlus);
    const QRect description = words.adjusted(0, name, 0, -plus);
    paintParagraph(painter, look, description, item.description.in(language),
                   {Text::Small, Weight::Regular, m_isAged ? tokens.ink3 : tokens.ink2});
    const QRect foot(words.left(), words.bottom() + 1 - plus, words.width(), plus);
    paintLine(painter, look, foot, moneyText(item.price),
              {Text::Name, Weight::Bold, item.isSoldOut || m_isAged ? tokens.ink3 : tokens.ink},
              false);
    if (item.isSoldOut)
        return;
    const QRect box(foot.right() + 1 - plus, foot.top(), plus, plus);
    paintPlate(painter, box,
               {tokens.surface, tokens.control, tokens.control, 1, metrics::kFoot,
                metrics::kControlRadius});
    paintIcon(painter, Icon::Plus, box.adjusted(8, 8, -8, -9),
              m_isAged ? tokens.ink3 : tokens.accent.ink);
}

} // namespace soban::customer
