// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client-shop/TicketBook.h"

#include <QSortFilterProxyModel>

namespace soban::shop_app {

/// Where a ticket stands on the board.
enum class Lane { New, Preparing, Ready, Out };

/// Nothing: not on the board, because it is not the shop's matter (yet).
std::optional<Lane> laneOf(OrderState state);
/// What was called off stays where it stood, until the shop has seen it.
std::optional<Lane> laneOf(const contract::TicketView &ticket, const TicketMark *mark);

/// The tickets of one lane, oldest first; those for later last, in the order in which they are to
/// be begun. Of those that are out or over, what is under way comes first and then the latest of
/// today.
class BoardColumn : public QSortFilterProxyModel {
    Q_OBJECT

public:
    BoardColumn(Lane lane, TicketBook &book, const ShopState &shop, QObject *parent = nullptr);

    Lane lane() const { return m_lane; }
    const contract::TicketView &at(const QModelIndex &index) const;
    const TicketMark *markAt(const QModelIndex &index) const;
    /// How many of them it is too early to begin with. They stand last.
    int laterCount() const;
    bool isFirstLater(const QModelIndex &index) const;
    QModelIndex find(OrderId order) const;

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override;
    bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;

private:
    Lane m_lane;
    TicketBook &m_book;
    const ShopState &m_shop;
};

} // namespace soban::shop_app
