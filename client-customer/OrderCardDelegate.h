// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/Ordering.h"
#include "desk/PictureStore.h"
#include "ui/Paint.h"

#include <QStyledItemDelegate>

namespace soban::customer {

/// An order in the list: shop, number, sum and where it stands.
class OrderCardDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    OrderCardDelegate(desk::PictureStore &pictures, const Clock &clock, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    QString detail(const contract::OrderView &order, Language language) const;

    desk::PictureStore &m_pictures;
    const Clock &m_clock;
};

} // namespace soban::customer
