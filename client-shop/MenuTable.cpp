// SPDX-License-Identifier: GPL-3.0-or-later
#include "client-shop/MenuTable.h"

#include "client-shop/Aged.h"
#include "client-shop/SaleWords.h"
#include "ui/Formats.h"
#include "ui/PictureLabel.h"

#include <QKeyEvent>
#include <QMouseEvent>

namespace soban::shop_app {

namespace {

using namespace ui;

constexpr int kRow = 76;
constexpr int kNarrowRow = 128;
constexpr int kNarrow = 520; ///< below this width, at a text scale of 1
constexpr int kGrip = 32, kPicture = 52, kPrice = 72, kStock = 56, kState = 160, kMore = 44;
constexpr int kStateTall = 44;
constexpr int kSymbol = 18;
constexpr int kHead = 36;
constexpr int kMarked = 5; ///< at the side of the current row

const contract::OwnItemView &itemOf(const QModelIndex &index) {
    return *index.data(MenuItems::ItemRole).value<const contract::OwnItemView *>();
}

std::optional<RowPart> partAt(const MenuRowLayout &layout, QPoint point) {
    if (layout.more.contains(point))
        return RowPart::More;
    if (layout.sell.contains(point))
        return RowPart::Sell;
    return std::nullopt;
}

} // namespace

bool MenuRowLayout::isNarrow(const Look &look, int width) {
    return width < look.scaled(kNarrow);
}

int MenuRowLayout::tall(const Look &look, int width) {
    return look.scaled(isNarrow(look, width) ? kNarrowRow : kRow);
}

MenuRowLayout MenuRowLayout::of(const Look &look, const QRect &row) {
    const bool narrow = isNarrow(look, row.width());
    const int right = row.right() + 1 - metrics::kGap12;
    const auto scaled = [&](int pixels) { return look.scaled(pixels); };
    const QRect upper(row.left(), row.top(), row.width(), narrow ? scaled(kRow) : row.height());
    const auto middle = [&](int left, int width, int height) {
        return QRect(left, upper.top() + (upper.height() - height) / 2, width, height);
    };
    MenuRowLayout layout;
    layout.grip = middle(row.left(), scaled(kGrip), upper.height());
    layout.picture = middle(layout.grip.right() + 1, scaled(kPicture), scaled(kPicture));
    const int name = layout.picture.right() + 1 + metrics::kGap12;
    QRect state = middle(right - scaled(kState), scaled(kState), scaled(kStateTall));
    int end = state.left() - metrics::kGap12;
    if (narrow) {
        state = QRect(name, upper.bottom() - scaled(6), right - name, scaled(kStateTall));
        end = right;
    }
    layout.more =
        QRect(state.right() + 1 - scaled(kMore), state.top(), scaled(kMore), state.height());
    layout.sell = state.adjusted(0, 0, -scaled(kMore), 0);
    layout.stock = middle(end - scaled(kStock), scaled(kStock), upper.height());
    layout.price = middle(layout.stock.left() - metrics::kGap12 - scaled(kPrice), scaled(kPrice),
                          upper.height());
    const int lines = look.lineHeight(Text::Name) + look.lineHeight(Text::Small);
    const QRect words = middle(name, layout.price.left() - name, lines);
    layout.name = QRect(words.left(), words.top(), words.width(), look.lineHeight(Text::Name));
    layout.groups =
        QRect(words.left(), layout.name.bottom() + 1, words.width(), look.lineHeight(Text::Small));
    return layout;
}

MenuTable::MenuTable(MenuItems &items, const Services &services, const ShopState &shop,
                     QWidget *parent)
    : MovableList(parent), m_items(items) {
    auto *delegate = new MenuRowDelegate(items, services, shop, this);
    setModel(&items);
    setItemDelegate(delegate);
    setMouseTracking(true);
    connect(delegate, &MenuRowDelegate::partPressed, this, &MenuTable::partChosen);
    // Qt says so also when the delegate has taken the press for itself.
    connect(this, &QListView::clicked, this, [this](const QModelIndex &index) {
        if (!m_isPartDown)
            emit rowPressed(index.row());
    });
    connect(&services.pictures, &desk::PictureStore::pictureReady, viewport(),
            qOverload<>(&QWidget::update));
    connect(&services.link, &desk::Link::stateChanged, viewport(), qOverload<>(&QWidget::update));
}

QRect MenuTable::partRect(MenuItemId item, RowPart part) const {
    const int row = m_items.rowOf(item);
    if (row < 0)
        return {};
    const MenuRowLayout layout = MenuRowLayout::of(Look::of(this), visualRect(m_items.index(row)));
    return part == RowPart::Sell ? layout.sell : layout.more;
}

bool MenuTable::isGrip(const QModelIndex &index, QPoint point) const {
    return MenuRowLayout::of(Look::of(this), visualRect(index)).grip.contains(point);
}

void MenuTable::keyPressEvent(QKeyEvent *event) {
    const bool isSell = event->key() == Qt::Key_Space;
    const bool isPart = (isSell || event->key() == Qt::Key_S) && !event->modifiers();
    if (!isPart || !currentIndex().isValid()) {
        MovableList::keyPressEvent(event);
        return;
    }
    if (!event->isAutoRepeat())
        emit partChosen(itemOf(currentIndex()).id, isSell ? RowPart::Sell : RowPart::More);
}

void MenuTable::mousePressEvent(QMouseEvent *event) {
    const QPoint point = event->position().toPoint();
    const QModelIndex index = indexAt(point);
    m_isPartDown = index.isValid() &&
                   partAt(MenuRowLayout::of(Look::of(this), visualRect(index)), point).has_value();
    MovableList::mousePressEvent(event);
}

/// All that the parts of one painting share.
struct MenuRowDelegate::Canvas {
    QPainter &painter;
    const Look &look;
    const contract::OwnItemView &item;
    const MenuRowLayout &layout;
    bool isAged;
    Tokens tokens;
};

MenuRowDelegate::MenuRowDelegate(const MenuItems &items, const Services &services,
                                 const ShopState &shop, QObject *parent)
    : QStyledItemDelegate(parent), m_items(items), m_services(services), m_shop(shop) {}

QSize MenuRowDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const {
    const auto *view = qobject_cast<const QAbstractItemView *>(option.widget);
    const int width = view ? view->viewport()->width() : option.rect.width();
    return {width, MenuRowLayout::tall(Look::of(option.widget), width)};
}

void MenuRowDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                            const QModelIndex &index) const {
    const Look &look = Look::of(option.widget);
    const bool isAged = m_services.isAged();
    const Tokens tokens = isAged ? agedTokens(look.tokens()) : look.tokens();
    const contract::OwnItemView &item = itemOf(index);
    const MenuRowLayout layout = MenuRowLayout::of(look, option.rect);
    const Canvas canvas{*painter, look, item, layout, isAged, tokens};
    const bool isChosen = option.state & QStyle::State_Selected;
    const bool isAway = shelfOf(item) == Shelf::Hidden || shelfOf(item) == Shelf::SoldOut;
    if (isChosen) {
        painter->fillRect(option.rect, tokens.accent.soft);
        painter->fillRect(
            QRect(option.rect.left(), option.rect.top(), kMarked, option.rect.height()),
            tokens.accent.ink);
    } else if (option.state & QStyle::State_MouseOver) {
        painter->fillRect(option.rect, tokens.ground);
    }
    painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1),
                      tokens.line);
    if (!m_items.isSearching())
        paintIcon(*painter, Icon::Drag,
                  QRect(layout.grip.center().x() - look.scaled(kSymbol) / 2 + 2, layout.grip.top(),
                        look.scaled(kSymbol), layout.grip.height()),
                  tokens.ink3);
    const QPixmap picture =
        item.picture.isEmpty()
            ? QPixmap()
            : m_services.pictures.picture(item.picture, layout.picture.size(),
                                          painter->device()->devicePixelRatioF());
    const Placeholder none =
        m_shop.here().kind == ShopKind::Flowers ? Placeholder::Flower : Placeholder::Food;
    paintPictureOr(*painter, layout.picture, picture, none, {isAway, isAged});
    paintName(canvas);
    const auto right = Qt::AlignRight | Qt::AlignVCenter;
    paintLine(*painter, look, layout.price, moneyText(item.price),
              {Text::Body, Weight::Regular, tokens.ink, right}, false);
    paintLine(*painter, look, layout.stock, SaleWords::stockOf(item),
              {Text::Body, Weight::Regular, tokens.ink2, right}, false);
    paintState(canvas);
    if ((option.state & QStyle::State_HasFocus) && (option.state & QStyle::State_Active))
        paintFocusRing(*painter, look, option.rect.adjusted(7, 7, -7, -7), metrics::kControlRadius);
}

void MenuRowDelegate::paintName(const Canvas &canvas) const {
    const QString name = canvas.item.name.in(canvas.look.language());
    QRect box = canvas.layout.name;
    QRect groups = canvas.layout.groups;
    const bool isLong = textWidth(canvas.look, name, Text::Name, Weight::Bold) > box.width();
    if (isLong) {
        const int line = canvas.look.lineHeight(Text::Name);
        box.adjust(0, -line / 2, 0, line - line / 2);
        groups.translate(0, line - line / 2);
    }
    paintParagraph(canvas.painter, canvas.look, box, name,
                   {Text::Name, Weight::Bold, canvas.tokens.ink}, isLong ? 2 : 1);
    paintLine(canvas.painter, canvas.look, groups,
              SaleWords::detailOf(canvas.item, m_shop.here(), canvas.look.language()),
              {Text::Small, Weight::Regular, canvas.tokens.ink2});
}

void MenuRowDelegate::paintState(const Canvas &canvas) const {
    Chip chip = SaleWords::chipOf(canvas.item);
    if (canvas.isAged)
        chip = agedChip(chip);
    const ToneColors tone = canvas.tokens.tone(chip.tone);
    const bool isDown = m_press.isDown({canvas.item.id, RowPart::Sell}) ||
                        m_press.isDown({canvas.item.id, RowPart::More});
    const QRect box = canvas.layout.sell.united(canvas.layout.more);
    paintPlate(
        canvas.painter, isDown ? box.adjusted(0, 1, 0, 0) : box,
        {tone.soft, tone.ink, tone.ink, 1, isDown ? 1 : metrics::kFoot, metrics::kControlRadius});
    const int symbol = canvas.look.scaled(kSymbol);
    QRect words = canvas.layout.sell.adjusted(metrics::kGap12, 0, 0, -metrics::kFoot);
    if (chip.icon)
        paintIcon(canvas.painter, *chip.icon,
                  QRect(words.left(), words.top(), symbol, words.height()), tone.ink);
    words.setLeft(words.left() + symbol + 6);
    paintLine(canvas.painter, canvas.look, words, chip.strong,
              {Text::Body, Weight::Bold, tone.ink});
    const QRect more = canvas.layout.more;
    canvas.painter.fillRect(QRect(more.left(), more.top() + 8, 1, more.height() - 18), tone.ink);
    paintIcon(
        canvas.painter, Icon::Down,
        QRect(more.center().x() - symbol / 2, more.top(), symbol, more.height() - metrics::kFoot),
        tone.ink);
}

bool MenuRowDelegate::editorEvent(QEvent *event, QAbstractItemModel *,
                                  const QStyleOptionViewItem &option, const QModelIndex &index) {
    const MenuItemId item = itemOf(index).id;
    const auto outcome = m_press.follow(event, [&](QPoint point) -> std::optional<Press> {
        const auto part = partAt(MenuRowLayout::of(Look::of(option.widget), option.rect), point);
        return part ? std::optional(Press{item, *part}) : std::nullopt;
    });
    if (outcome.pressed)
        emit partPressed(outcome.pressed->item, outcome.pressed->part);
    return outcome.isTaken;
}

MenuTableHead::MenuTableHead(QWidget *parent) : QWidget(parent) {
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

QSize MenuTableHead::sizeHint() const {
    return {0, Look::of(this).scaled(kHead)};
}

void MenuTableHead::paintEvent(QPaintEvent *) {
    const Look &look = Look::of(this);
    const Tokens &tokens = look.tokens();
    QPainter painter(this);
    painter.fillRect(QRect(0, height() - 1, width(), 1), tokens.line);
    const MenuRowLayout layout = MenuRowLayout::of(look, rect());
    const auto write = [&](const QRect &column, const QString &words, Qt::Alignment align) {
        paintLine(painter, look, QRect(column.left(), 0, column.width(), height()), words,
                  {Text::Small, Weight::Regular, tokens.ink2, align | Qt::AlignVCenter});
    };
    write(layout.name, tr("Item"), Qt::AlignLeft);
    write(layout.price, tr("Price"), Qt::AlignRight);
    write(layout.stock, tr("Stock"), Qt::AlignRight);
    if (!MenuRowLayout::isNarrow(look, width()))
        write(layout.sell.united(layout.more), tr("State (press to change)"), Qt::AlignLeft);
}

} // namespace soban::shop_app
