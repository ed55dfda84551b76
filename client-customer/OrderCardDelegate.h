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
    /// What is shown no longer follows the server.
    void setAged(bool aged) { m_isAged = aged; }

signals:
    void reorderChosen(soban::OrderId order);

protected:
    bool editorEvent(QEvent *event, QAbstractItemModel *model, const QStyleOptionViewItem &option,
                     const QModelIndex &index) override;

private:
    /// The parts of one row, top to bottom; empty where there is no such part.
    struct Places {
        QRect heading, card, picture, name, detail, wanted, foot, again;
    };
    Places places(const ui::Look &look, const QRect &row, const contract::OrderView &order,
                  bool beginsPart) const;
    void paintFoot(QPainter &painter, const ui::Look &look, const Places &all,
                   const contract::OrderView &order) const;
    QString detail(const contract::OrderView &order, Language language) const;
    QString wanted(const contract::OrderView &order, Language language) const;

    desk::PictureStore &m_pictures;
    const Clock &m_clock;
    bool m_isAged = false;
};

} // namespace soban::customer
