// SPDX-License-Identifier: GPL-3.0-or-later
#include "client-shop/BoardColumn.h"

#include "client-shop/Preparation.h"

namespace soban::shop_app {

namespace {

/// Since when it is the shop's turn with an order.
Instant turnOf(const contract::TicketView &ticket) {
    const auto preparation = ticket.wantedAt ? Preparation::of(ticket) : std::nullopt;
    return preparation ? preparation->begin : ticket.times.placed.value_or(ticket.times.created);
}

} // namespace

std::optional<Lane> laneOf(OrderState state) {
    switch (state) {
    case OrderState::PaymentPending:
    case OrderState::PaymentFailed:
        return std::nullopt;
    case OrderState::Placed:
        return Lane::New;
    case OrderState::Accepted:
    case OrderState::Preparing:
        return Lane::Preparing;
    case OrderState::Ready:
        return Lane::Ready;
    default:
        return Lane::Out;
    }
}

std::optional<Lane> laneOf(const contract::TicketView &ticket, const TicketMark *mark) {
    return laneOf(mark && mark->isOver() ? mark->before : ticket.state);
}

BoardColumn::BoardColumn(Lane lane, TicketBook &book, const ShopState &shop, QObject *parent)
    : QSortFilterProxyModel(parent), m_lane(lane), m_book(book), m_shop(shop) {
    setSourceModel(&book);
    setDynamicSortFilter(true);
    sort(0);
}

const contract::TicketView &BoardColumn::at(const QModelIndex &index) const {
    return m_book.at(mapToSource(index).row());
}

const TicketMark *BoardColumn::markAt(const QModelIndex &index) const {
    return m_book.markAt(mapToSource(index).row());
}

int BoardColumn::laterCount() const {
    int count = 0;
    for (int row = 0; row < rowCount(); ++row)
        count += m_book.isLaterAt(mapToSource(index(row, 0)).row()) ? 1 : 0;
    return count;
}

bool BoardColumn::isFirstLater(const QModelIndex &index) const {
    const auto isLater = [](const QModelIndex &at) {
        return at.data(TicketBook::LaterRole).toBool();
    };
    return isLater(index) && (index.row() == 0 || !isLater(index.siblingAtRow(index.row() - 1)));
}

QModelIndex BoardColumn::find(OrderId order) const {
    for (int row = 0; row < rowCount(); ++row) {
        if (at(index(row, 0)).id == order)
            return index(row, 0);
    }
    return {};
}

bool BoardColumn::filterAcceptsRow(int row, const QModelIndex &) const {
    const contract::TicketView &ticket = m_book.at(row);
    const TicketMark *mark = m_book.markAt(row);
    if (laneOf(ticket, mark) != m_lane)
        return false;
    if (mark || !lifecycle::isOver(ticket.state))
        return true;
    // Of today is what ended today: an order for a day may have come long before it.
    const Here here = m_shop.here();
    const Instant last = ticket.times.ended.value_or(
        ticket.times.completed.value_or(ticket.times.delivered.value_or(ticket.times.created)));
    return here.dayOf(last) == here.today();
}

bool BoardColumn::lessThan(const QModelIndex &left, const QModelIndex &right) const {
    const contract::TicketView &one = m_book.at(left.row());
    const contract::TicketView &other = m_book.at(right.row());
    if (m_lane == Lane::Out) {
        const bool isOneAway = one.state == OrderState::PickedUp;
        if (isOneAway != (other.state == OrderState::PickedUp))
            return isOneAway;
        if (!isOneAway)
            return other.times.created < one.times.created;
    }
    const bool isOneLater = m_book.isLaterAt(left.row());
    if (isOneLater != m_book.isLaterAt(right.row()))
        return !isOneLater;
    return turnOf(one) < turnOf(other);
}

} // namespace soban::shop_app
