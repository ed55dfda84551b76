// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client-shop/TicketBook.h"

#include <QListView>
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
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

/// The latest orders, five in view.
class RecentOrders : public QListView {
    Q_OBJECT

public:
    explicit RecentOrders(TicketBook &book, QWidget *parent = nullptr);

    int count() const { return model()->rowCount(); }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {0, sizeHint().height()}; }

signals:
    void countChanged();

protected:
    void focusInEvent(QFocusEvent *event) override;
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
};

} // namespace soban::shop_app
