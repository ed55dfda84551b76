// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client-shop/MenuItems.h"
#include "client-shop/MovableList.h"
#include "client-shop/PaintedPress.h"

#include <QStyledItemDelegate>

namespace soban::shop_app {

/// What can be pressed in a row besides the row itself.
enum class RowPart {
    Sell, ///< sold out for today, or on sale again
    More, ///< all states to choose from
};

/// Where everything of an item stands in its row; without a row, the heads of the columns.
struct MenuRowLayout {
    QRect grip, picture, name, groups, price, stock, sell, more;

    static MenuRowLayout of(const ui::Look &look, const QRect &row);
    /// In a narrow list the state goes below.
    static bool isNarrow(const ui::Look &look, int width);
    static int tall(const ui::Look &look, int width);
};

/// The items of the menu as a table. Enter opens one, Space sells it out or on, S chooses.
class MenuTable : public MovableList {
    Q_OBJECT

public:
    MenuTable(MenuItems &items, const Services &services, const ShopState &shop,
              QWidget *parent = nullptr);

    /// Where a part is to be pressed, in the viewport; empty without such a row.
    QRect partRect(MenuItemId item, RowPart part) const;

signals:
    void partChosen(soban::MenuItemId item, soban::shop_app::RowPart part);
    /// Where no part of it is.
    void rowPressed(int row);

protected:
    bool isGrip(const QModelIndex &index, QPoint point) const override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;

private:
    MenuItems &m_items;
    bool m_isPartDown = false; ///< by the mouse
};

class MenuRowDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    MenuRowDelegate(const MenuItems &items, const Services &services, const ShopState &shop,
                    QObject *parent);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

signals:
    void partPressed(soban::MenuItemId item, soban::shop_app::RowPart part);

protected:
    bool editorEvent(QEvent *event, QAbstractItemModel *model, const QStyleOptionViewItem &option,
                     const QModelIndex &index) override;

private:
    struct Press {
        MenuItemId item;
        RowPart part;
        bool operator==(const Press &) const = default;
    };
    struct Canvas;

    void paintName(const Canvas &canvas) const;
    void paintState(const Canvas &canvas) const;

    const MenuItems &m_items;
    Services m_services;
    const ShopState &m_shop;
    PaintedPress<Press> m_press;
};

/// The heads of the table's columns.
class MenuTableHead : public QWidget {
    Q_OBJECT

public:
    explicit MenuTableHead(QWidget *parent = nullptr);

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace soban::shop_app
