// SPDX-License-Identifier: GPL-3.0-or-later
#include "client-shop/BoardColumn.h"

#include <QTimeZone>

namespace soban::shop_app {

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
    const bool isCalledOff = mark && mark->kind == TicketMark::Kind::Cancelled;
    return laneOf(isCalledOff ? mark->before : ticket.state);
}

BoardColumn::BoardColumn(Lane lane, TicketBook &book, const Clock &clock, QObject *parent)
    : QSortFilterProxyModel(parent), m_lane(lane), m_book(book), m_clock(clock) {
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
    const QTimeZone zone = QTimeZone::systemTimeZone();
    const auto dayOf = [&](Instant moment) { return moment.toUtc().toTimeZone(zone).date(); };
    return dayOf(ticket.times.created) == dayOf(m_clock.now());
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
    return one.times.placed.value_or(one.times.created) <
           other.times.placed.value_or(other.times.created);
}

} // namespace soban::shop_app
