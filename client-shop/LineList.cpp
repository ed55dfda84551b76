// SPDX-License-Identifier: GPL-3.0-or-later
#include "client-shop/LineList.h"

#include "ui/Paint.h"

namespace soban::shop_app {

namespace {

using namespace ui;

constexpr int kChoiceTall = 52;
constexpr int kDoorTall = 48;
constexpr int kBetween = 4;
constexpr int kSymbol = 18;
/// The word beside the title takes at most this share of the width before it goes below.
constexpr double kMostDetail = 0.55;

struct Places {
    QRect box, title, detail, note, chevron;
};

bool isStacked(const Look &look, const Line &line, int room) {
    const int title = textWidth(look, line.title, Text::Body, Weight::Bold);
    const int detail = textWidth(look, line.detail, Text::Body);
    return !line.detail.isEmpty() && detail > room * kMostDetail && title + detail > room;
}

Places placesIn(const Look &look, const Line &line, const QRect &row, LineList::Manner manner) {
    const bool isDoor = manner == LineList::Manner::Doors;
    Places places;
    places.box = row.adjusted(0, 0, 0, -kBetween);
    QRect inside = places.box.adjusted(metrics::kGap12, 0, -metrics::kGap12, 0);
    if (isDoor) {
        const int symbol = look.scaled(kSymbol);
        places.chevron = QRect(inside.right() - symbol + 1, inside.top(), symbol, inside.height());
        inside.setRight(inside.right() - symbol - metrics::kGap8);
    }
    const int tall = look.lineHeight(Text::Body);
    const bool hasBelow = !line.note.isEmpty();
    const bool stacked = isStacked(look, line, inside.width() - metrics::kGap8);
    const int lines = 1 + (stacked ? 1 : 0);
    const int whole = lines * tall + (hasBelow ? look.lineHeight(Text::Small) : 0);
    int y = inside.top() + (inside.height() - whole) / 2;
    const int detail = textWidth(look, line.detail, Text::Body, Weight::Bold);
    places.title = QRect(inside.left(), y, inside.width(), tall);
    if (stacked) {
        y += tall;
        places.detail = QRect(inside.left(), y, inside.width(), tall);
    } else if (!line.detail.isEmpty()) {
        places.detail = places.title;
        places.title.setRight(inside.right() - detail - metrics::kGap8);
    }
    places.note = QRect(inside.left(), y + tall, inside.width(), look.lineHeight(Text::Small));
    return places;
}

} // namespace

void LineModel::setLines(const QList<Line> &lines) {
    if (m_lines == lines)
        return;
    const int before = int(m_lines.size());
    const int after = int(lines.size());
    if (after > before) {
        beginInsertRows({}, before, after - 1);
        m_lines = lines;
        endInsertRows();
    } else if (after < before) {
        beginRemoveRows({}, after, before - 1);
        m_lines = lines;
        endRemoveRows();
    } else {
        m_lines = lines;
    }
    if (after > 0)
        emit dataChanged(index(0), index(after - 1));
}

int LineModel::rowCount(const QModelIndex &parent) const {
    return parent.isValid() ? 0 : int(m_lines.size());
}

QVariant LineModel::data(const QModelIndex &index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Line &line = m_lines.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return line.title;
    case Qt::AccessibleTextRole: {
        QStringList words{line.title, line.detail, line.note};
        words.removeAll(QString());
        return words.join(QStringLiteral(", "));
    }
    case LineRole:
        return QVariant::fromValue(&line);
    default:
        return {};
    }
}

LineList::LineList(Manner manner, QWidget *parent)
    : MovableList(parent), m_model(new LineModel(this)) {
    setModel(m_model);
    setItemDelegate(new LineDelegate(manner, this));
    setMouseTracking(true);
    connect(m_model, &QAbstractItemModel::dataChanged, this, [this] {
        scheduleDelayedItemsLayout();
        updateGeometry();
    });
    connect(m_model, &QAbstractItemModel::rowsRemoved, this, &QWidget::updateGeometry);
    connect(selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex &index) { emit currentRowChanged(index.row()); });
    if (manner == Manner::Doors)
        connect(this, &QListView::clicked, this,
                [this](const QModelIndex &index) { emit opened(index.row()); });
}

void LineList::setLines(const QList<Line> &lines) {
    m_model->setLines(lines);
}

void LineList::setCurrent(int row) {
    setCurrentIndex(m_model->index(row));
}

QSize LineDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const {
    const Look &look = Look::of(option.widget);
    const Line &line = *index.data(LineModel::LineRole).value<const Line *>();
    const auto *view = qobject_cast<const QAbstractItemView *>(option.widget);
    const int width = view ? view->viewport()->width() : option.rect.width();
    const bool isDoor = m_manner == LineList::Manner::Doors;
    int tall = look.scaled(isDoor ? kDoorTall : kChoiceTall);
    int room = width - 2 * metrics::kGap12 - metrics::kGap8;
    if (isDoor)
        room -= look.scaled(kSymbol) + metrics::kGap8;
    if (isStacked(look, line, room))
        tall += look.lineHeight(Text::Body);
    if (!line.note.isEmpty())
        tall += look.lineHeight(Text::Small) - metrics::kGap4;
    return {width, tall + kBetween};
}

void LineDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                         const QModelIndex &index) const {
    const Look &look = Look::of(option.widget);
    const Tokens &tokens = look.tokens();
    const Line &line = *index.data(LineModel::LineRole).value<const Line *>();
    const Places places = placesIn(look, line, option.rect, m_manner);
    const bool isDoor = m_manner == LineList::Manner::Doors;
    const bool isChosen = !isDoor && (option.state & QStyle::State_Selected);
    const bool isHovered = option.state & QStyle::State_MouseOver;
    if (isDoor)
        paintPlate(*painter, places.box,
                   {isHovered ? tokens.sunken : tokens.surface, tokens.control, tokens.control, 1,
                    metrics::kFoot, metrics::kControlRadius});
    else if (isChosen || isHovered)
        paintPlate(
            *painter, places.box,
            {isChosen ? tokens.accent.soft : tokens.sunken, {}, {}, 0, 0, metrics::kControlRadius});
    const QColor ink = isChosen ? tokens.accent.ink : line.isFaint ? tokens.ink2 : tokens.ink;
    const Weight weight = isChosen || isDoor ? Weight::Bold : Weight::Regular;
    paintLine(*painter, look, places.title, line.title, {Text::Body, weight, ink});
    const bool isBeside = places.detail.top() == places.title.top();
    paintLine(*painter, look, places.detail, line.detail,
              {Text::Body, isChosen ? Weight::Bold : Weight::Regular,
               isChosen ? tokens.accent.ink : tokens.ink2,
               (isBeside ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter});
    if (!line.note.isEmpty())
        paintLine(*painter, look, places.note, line.note,
                  {Text::Small, Weight::Regular, tokens.ink2});
    if (isDoor)
        paintIcon(*painter, Icon::Right, places.chevron, tokens.ink2);
    if ((option.state & QStyle::State_HasFocus) && (option.state & QStyle::State_Active))
        paintFocusRing(*painter, look, places.box.adjusted(6, 6, -6, -6), metrics::kControlRadius);
}

} // namespace soban::shop_app
