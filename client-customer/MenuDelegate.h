// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client-customer/MenuModel.h"
#include "desk/PictureStore.h"
#include "ui/Paint.h"

#include <QStyledItemDelegate>

namespace soban::customer {

/// An item of the menu as a card with a plus, and the headings of sections. Cards stand in as many
/// columns as are comfortable.
class MenuDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    explicit MenuDelegate(desk::PictureStore &pictures, QObject *parent = nullptr);

    /// Makes the cards of each row as high as the one in it that has most to say; whether that
    /// changes them. The width is what cards and headings share out.
    bool fit(const ui::Look &look, const MenuModel &menu, int width);
    void setPlaceholder(bool isFlower) { m_isFlower = isFlower; }
    /// What is shown no longer follows the server.
    void setAged(bool aged) { m_isAged = aged; }

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    void paintHeading(QPainter &painter, const ui::Look &look, const QRect &box,
                      const MenuModel::Heading &heading) const;
    void paintItem(QPainter &painter, const QStyleOptionViewItem &option, const ui::Look &look,
                   const contract::MenuItemView &item) const;
    std::optional<ui::Chip> chipOf(const contract::MenuItemView &item) const;
    /// The card within its share of the row: shares touch, cards stand apart.
    QRect cardIn(const ui::Look &look, const QRect &share) const;
    int columns(const ui::Look &look) const;

    desk::PictureStore &m_pictures;
    int m_width = 0;
    QList<int> m_talls; ///< of the cards, by the menu's rows; 0 for a heading
    bool m_isFlower = false;
    bool m_isAged = false;
};

/// "1 item", "12 items".
QString itemCountText(int count);

} // namespace soban::customer
