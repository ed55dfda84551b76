// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/PopupRow.h"

#include "ui/Paint.h"

#include <QComboBox>

namespace soban::ui {

namespace {

constexpr int kTickSide = 18;

bool isPresent(const QObject *delegate, const QModelIndex &index) {
    const auto *combo = qobject_cast<const QComboBox *>(delegate->parent());
    return combo && combo->currentIndex() == index.row();
}

} // namespace

QSize PopupRow::sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const {
    const Look &look = Look::of(nullptr);
    const QString text = index.data(Qt::DisplayRole).toString();
    return {textWidth(look, text, Text::Body, Weight::Bold) + look.scaled(kTickSide) +
                3 * metrics::kGap12,
            look.scaled(metrics::kTouchHeight)};
}

void PopupRow::paint(QPainter *painter, const QStyleOptionViewItem &option,
                     const QModelIndex &index) const {
    const Look &look = Look::of(nullptr);
    const Tokens &tokens = look.tokens();
    const bool isChosen = isPresent(this, index);
    const bool isEnabled = index.flags() & Qt::ItemIsEnabled;
    const bool isUnder = option.state & (QStyle::State_Selected | QStyle::State_MouseOver);
    painter->fillRect(option.rect, isUnder && isEnabled ? tokens.accent.soft : tokens.surface);
    const QRect inside = option.rect.adjusted(metrics::kGap12, 0, -metrics::kGap12, 0);
    const int mark = look.scaled(kTickSide);
    if (isChosen)
        paintIcon(*painter, Icon::Check,
                  QRect(inside.right() + 1 - mark, inside.top(), mark, inside.height()),
                  tokens.accent.ink);
    const QColor ink = !isEnabled ? tokens.ink3 : isChosen ? tokens.accent.ink : tokens.ink;
    paintLine(*painter, look, inside.adjusted(0, 0, -mark - metrics::kGap12, 0),
              index.data(Qt::DisplayRole).toString(),
              {Text::Body, isChosen ? Weight::Bold : Weight::Regular, ink});
}

} // namespace soban::ui
