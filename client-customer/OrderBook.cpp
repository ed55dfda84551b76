// SPDX-License-Identifier: GPL-3.0-or-later
#include "client-customer/OrderBook.h"

#include "client-customer/OrderSteps.h"
#include "client/Calls.h"
#include "ui/Formats.h"
#include "ui/Look.h"

#include <algorithm>

namespace soban::customer {

namespace {

bool isBefore(const contract::OrderView &one, const contract::OrderView &other) {
    const bool isOver = lifecycle::isOver(one.state);
    if (isOver != lifecycle::isOver(other.state))
        return !isOver;
    return one.times.created > other.times.created;
}

} // namespace

OrderBook::OrderBook(client::ApiClient &api, client::EventStream &events, QObject *parent)
    : QAbstractListModel(parent), m_api(api) {
    connect(&events, &client::EventStream::eventReceived, this,
            [this](const contract::EventEnvelope &event) {
                if (event.subject)
                    fetch(*event.subject);
            });
    connect(&events, &client::EventStream::resyncNeeded, this, &OrderBook::load);
}

void OrderBook::load() {
    m_next.reset();
    m_isLoaded = false;
    m_page.reset();
    fetchPage();
}

void OrderBook::fetchPage() {
    if (m_page)
        return;
    m_page = std::make_unique<QObject>();
    client::Page page;
    page.cursor = m_next;
    m_api.send(client::calls::orders(page), m_page.get(),
               client::Callback<contract::OrderList>([this](const auto &answer) {
                   m_page.release()->deleteLater(); // it is its own context
                   if (answer)
                       take(*answer);
                   else
                       emit failed(answer.error());
               }));
}

void OrderBook::take(const contract::OrderList &page) {
    if (!m_isLoaded) {
        beginResetModel();
        m_orders = page.orders;
        std::stable_sort(m_orders.begin(), m_orders.end(), isBefore);
        endResetModel();
    } else {
        for (const contract::OrderView &order : page.orders)
            put(order);
    }
    m_next = page.nextCursor;
    m_isLoaded = true;
    emit loaded();
}

void OrderBook::fetch(OrderId order) {
    if (m_fetching.contains(order)) {
        m_fetchAgain.insert(order);
        return;
    }
    m_fetching.insert(order);
    m_api.send(client::calls::order(order), this,
               client::Callback<contract::OrderView>([this, order](const auto &answer) {
                   m_fetching.remove(order);
                   if (answer)
                       put(*answer);
                   else
                       emit failed(answer.error());
                   if (m_fetchAgain.remove(order))
                       fetch(order);
               }));
}

void OrderBook::put(const contract::OrderView &order) {
    const int row = rowOf(order.id);
    if (row < 0)
        insert(order);
    else if (m_orders.at(row).version > order.version)
        return;
    else
        replace(row, order);
    emit orderChanged(order.id);
}

void OrderBook::insert(const contract::OrderView &order) {
    const auto place = std::find_if(m_orders.cbegin(), m_orders.cend(),
                                    [&](const auto &other) { return isBefore(order, other); });
    const int at = int(place - m_orders.cbegin());
    beginInsertRows({}, at, at);
    m_orders.insert(at, order);
    endInsertRows();
}

void OrderBook::replace(int row, const contract::OrderView &order) {
    const bool isEnding =
        lifecycle::isOver(order.state) && !lifecycle::isOver(m_orders.at(row).state);
    m_orders[row] = order;
    if (isEnding) {
        // Down to those that are over, of which it may not be the newest.
        int to = row + 1;
        while (to < m_orders.size() && isBefore(m_orders.at(to), order))
            ++to;
        if (to > row + 1) {
            beginMoveRows({}, row, row, {}, to);
            m_orders.move(row, to - 1);
            endMoveRows();
            row = to - 1;
        }
    }
    emit dataChanged(index(row), index(row));
}

bool OrderBook::beginsPart(int row) const {
    return row == 0 || lifecycle::isOver(m_orders.at(row).state) !=
                           lifecycle::isOver(m_orders.at(row - 1).state);
}

const contract::OrderView *OrderBook::find(OrderId order) const {
    const int row = rowOf(order);
    return row < 0 ? nullptr : &m_orders.at(row);
}

int OrderBook::rowOf(OrderId order) const {
    const auto found = std::find_if(m_orders.cbegin(), m_orders.cend(),
                                    [&](const auto &other) { return other.id == order; });
    return found == m_orders.cend() ? -1 : int(found - m_orders.cbegin());
}

int OrderBook::openCount() const {
    return int(std::count_if(m_orders.cbegin(), m_orders.cend(),
                             [](const auto &order) { return !lifecycle::isOver(order.state); }));
}

std::optional<OrderId> OrderBook::lastPast() const {
    const int row = openCount(); // they come first
    return row < m_orders.size() ? std::optional(m_orders.at(row).id) : std::nullopt;
}

int OrderBook::rowCount(const QModelIndex &parent) const {
    return parent.isValid() ? 0 : int(m_orders.size());
}

QVariant OrderBook::data(const QModelIndex &index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const contract::OrderView &order = m_orders.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        return QStringList{OrderSteps::name(order, ui::Look::of(nullptr).language()),
                           OrderSteps::chip(order).strong, ui::moneyText(order.total)}
            .join(QStringLiteral(", "));
    case BeginsPartRole:
        return beginsPart(index.row());
    case OrderRole:
        return QVariant::fromValue(&order);
    default:
        return {};
    }
}

bool OrderBook::canFetchMore(const QModelIndex &parent) const {
    return !parent.isValid() && m_isLoaded && m_next.has_value() && !m_page;
}

void OrderBook::fetchMore(const QModelIndex &parent) {
    if (canFetchMore(parent))
        fetchPage();
}

} // namespace soban::customer
