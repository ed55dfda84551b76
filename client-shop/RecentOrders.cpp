// SPDX-License-Identifier: GPL-3.0-or-later
#include "client-shop/RecentOrders.h"

#include "client-shop/Aged.h"
#include "client-shop/BoardColumn.h"
#include "ui/Formats.h"
#include "ui/Paint.h"
#include "ui/Words.h"

#include <QKeyEvent>

namespace soban::shop_app {

namespace {

using namespace ui;

constexpr int kTall = 44;
constexpr int kTallTwice = 64;
constexpr int kNumber = 52;
constexpr int kTime = 56;
constexpr int kDoor = 20; ///< the chevron at the end
/// Below this width, at a text scale of 1, a row takes two lines.
constexpr int kOneLine = 460;
constexpr int kInView = 5;
constexpr int kChipColumn = 132;

bool isTight(const QWidget *widget, int width) {
    return width < Look::of(widget).scaled(kOneLine);
}

QString wordsOf(const contract::TicketView &ticket, Language language) {
    if (ticket.lines.isEmpty())
        return {};
    const QString first = ticket.lines.first().name.in(language);
    return ticket.lines.size() == 1
               ? first
               : RecentOrders::tr("%1 and %2 more").arg(first).arg(ticket.lines.size() - 1);
}

} // namespace

RecentColumn::RecentColumn(TicketBook &book, QObject *parent)
    : QSortFilterProxyModel(parent), m_book(book) {
    setSourceModel(&book);
    setDynamicSortFilter(true);
    sort(0);
}

const contract::TicketView &RecentColumn::at(const QModelIndex &index) const {
    return m_book.at(mapToSource(index).row());
}

bool RecentColumn::filterAcceptsRow(int row, const QModelIndex &) const {
    return laneOf(m_book.at(row).state).has_value();
}

bool RecentColumn::lessThan(const QModelIndex &left, const QModelIndex &right) const {
    return m_book.at(right.row()).times.created < m_book.at(left.row()).times.created;
}

QSize RecentDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const {
    const auto *view = static_cast<const QListView *>(option.widget);
    const int width = view->viewport()->width();
    return {width, Look::of(view).scaled(isTight(view, width) ? kTallTwice : kTall)};
}

void RecentDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                           const QModelIndex &index) const {
    const Look &look = Look::of(option.widget);
    const bool isAged = m_services.isAged();
    const Tokens tokens = isAged ? agedTokens(look.tokens()) : look.tokens();
    const auto &ticket = *index.data(TicketBook::TicketRole).value<const contract::TicketView *>();
    QRect row = option.rect;
    painter->fillRect(QRect(row.left(), row.bottom(), row.width(), 1), tokens.line);
    if (option.state & QStyle::State_MouseOver)
        painter->fillRect(row.adjusted(0, 0, 0, -1), tokens.ground);
    if ((option.state & QStyle::State_HasFocus) && (option.state & QStyle::State_Active))
        paintFocusRing(*painter, look, row.adjusted(4, 4, -4, -5), metrics::kControlRadius);
    const bool isTwice = isTight(option.widget, row.width());
    const int door = look.scaled(kDoor);
    paintIcon(*painter, Icon::Right, QRect(row.right() + 1 - door, row.top(), door, row.height()),
              tokens.ink3);
    row.setRight(row.right() - door - metrics::kGap4);
    QRect first = isTwice ? QRect(row.left(), row.top(), row.width(), row.height() / 2) : row;
    QRect second = isTwice ? first.translated(0, row.height() / 2 - 2) : row;
    constexpr OrderStates kNothing{OrderState::Refused, OrderState::Expired, OrderState::Cancelled,
                                   OrderState::Returned};
    const bool isLost = kNothing.contains(ticket.state);
    paintLine(*painter, look, first, QString::number(ticket.number),
              {Text::Body, Weight::Bold, tokens.ink});
    first.setLeft(first.left() + look.scaled(kNumber));
    paintLine(*painter, look, first,
              m_shop.here().clock(ticket.times.placed.value_or(ticket.times.created)),
              {Text::Body, Weight::Regular, tokens.ink2});
    Chip chip = Words::chipOf(Stage{ticket.state, ticket.deliveryState, ticket.fulfilment});
    if (isAged)
        chip = agedChip(chip);
    const int chipWidth = chipSize(look, chip).width();
    second.setLeft(isTwice ? second.left() : first.left() + look.scaled(kTime));
    paintChip(*painter, look, second.adjusted(second.width() - chipWidth, 0, 0, 0), chip);
    const QString amount = moneyText(ticket.total);
    // Amounts stand in one column, whatever the chips are wide.
    const int column = isTwice ? 0 : look.scaled(kChipColumn);
    first.setRight(first.right() - std::max(column, isTwice ? 0 : chipWidth + metrics::kGap12));
    paintLine(*painter, look, first, amount,
              {Text::Body, Weight::Bold, isLost ? tokens.ink3 : tokens.ink,
               Qt::AlignRight | Qt::AlignVCenter, isLost},
              false);
    const int taken =
        isTwice ? chipWidth
                : row.right() - first.right() + textWidth(look, amount, Text::Body, Weight::Bold);
    paintLine(*painter, look, second.adjusted(0, 0, -taken - metrics::kGap12, 0),
              wordsOf(ticket, look.language()), {Text::Body, Weight::Regular, tokens.ink});
}

RecentOrders::RecentOrders(const Services &services, TicketBook &book, const ShopState &shop,
                           QWidget *parent)
    : RowList(parent) {
    auto *column = new RecentColumn(book, this);
    setModel(column);
    setItemDelegate(new RecentDelegate(services, shop, this));
    setUniformItemSizes(true);
    setMouseTracking(true); // the row under it is a door
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&services.link, &desk::Link::stateChanged, viewport(), qOverload<>(&QWidget::update));
    connect(this, &QListView::clicked, this,
            [this, column](const QModelIndex &index) { emit opened(column->at(index).id); });
    connect(column, &QAbstractItemModel::rowsInserted, this, &RecentOrders::countChanged);
    connect(column, &QAbstractItemModel::rowsRemoved, this, &RecentOrders::countChanged);
    connect(column, &QAbstractItemModel::modelReset, this, &RecentOrders::countChanged);
}

QSize RecentOrders::sizeHint() const {
    const int row = Look::of(this).scaled(isTight(this, width()) ? kTallTwice : kTall);
    return {Look::of(this).scaled(kOneLine), kInView * row};
}

void RecentOrders::keyPressEvent(QKeyEvent *event) {
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter ||
                         event->key() == Qt::Key_Space;
    if (isEnter && currentIndex().isValid())
        emit clicked(currentIndex());
    else
        RowList::keyPressEvent(event);
}

void RecentOrders::resizeEvent(QResizeEvent *event) {
    RowList::resizeEvent(event);
    updateGeometry();
}

} // namespace soban::shop_app
