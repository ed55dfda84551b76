// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client-shop/RowList.h"
#include "client-shop/TicketBook.h"

#include <QSortFilterProxyModel>
#include <QStyledItemDelegate>

namespace soban::shop_app {

/// The tickets that are the shop's matter, newest first.
class RecentColumn : public QSortFilterProxyModel {
    Q_OBJECT

public:
    explicit RecentColumn(TicketBook &book, QObject *parent = nullptr);

    const contract::TicketView &at(const QModelIndex &index) const;

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override;
    bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;

private:
    TicketBook &m_book;
};

/// An order in a row: number, time, what, how much, where it stands. Takes two lines where it is
/// narrow.
class RecentDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    RecentDelegate(const Services &services, const ShopState &shop, QObject *parent)
        : QStyledItemDelegate(parent), m_services(services), m_shop(shop) {}

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    Services m_services;
    const ShopState &m_shop;
};

/// The latest orders, five in view. Enter or a press opens one.
class RecentOrders : public RowList {
    Q_OBJECT

public:
    RecentOrders(const Services &services, TicketBook &book, const ShopState &shop,
                 QWidget *parent = nullptr);

    int count() const { return model()->rowCount(); }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {0, sizeHint().height()}; }

signals:
    void countChanged();
    void opened(soban::OrderId order);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
};

} // namespace soban::shop_app
