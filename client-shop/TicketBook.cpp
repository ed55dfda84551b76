// SPDX-License-Identifier: GPL-3.0-or-later
#include "client-shop/TicketBook.h"

#include "client-shop/Preparation.h"
#include "client-shop/TicketWords.h"
#include "client/Calls.h"

#include <algorithm>

namespace soban::shop_app {

namespace {

constexpr int kPage = 100;
constexpr std::chrono::hours kKept{24};
/// An order may be placed so long before the day for which it is wanted; one more for that day.
constexpr std::chrono::hours kOldestOpen{61 * 24};

} // namespace

TicketBook::TicketBook(const Services &services, const ShopState &shop, QObject *parent)
    : QAbstractListModel(parent), m_services(services), m_shop(shop) {
    connect(&services.events, &client::EventStream::eventReceived, this,
            [this](const contract::EventEnvelope &event) {
                if (event.subject && m_isWanted)
                    fetch(*event.subject);
            });
    connect(&services.events, &client::EventStream::resyncNeeded, this, [this] {
        if (m_isWanted)
            load();
    });
    m_second.setInterval(1'000);
    connect(&m_second, &QTimer::timeout, this, &TicketBook::followTime);
    m_second.start();
}

void TicketBook::load() {
    m_isWanted = true;
    fetchPage({});
}

void TicketBook::fetchPage(const std::optional<QString> &cursor) {
    m_page = std::make_unique<QObject>();
    client::Page page;
    page.cursor = cursor;
    page.limit = kPage;
    m_services.api.send(client::calls::tickets(page), m_page.get(),
                        client::Callback<contract::TicketList>(
                            [this, isFirst = !cursor.has_value()](const auto &answer) {
                                m_page.release()->deleteLater(); // it is its own context
                                if (answer)
                                    take(*answer, isFirst);
                                else
                                    emit failed(answer.error());
                            }));
}

void TicketBook::take(const contract::TicketList &page, bool isFirst) {
    if (isFirst) {
        QList<OrderId> marked;
        QList<OrderId> due;
        beginResetModel();
        const QList<Row> before = std::exchange(m_rows, {});
        // What stands on a further page stays until that has come.
        for (const Row &row : before) {
            const bool isFurther = page.nextCursor && !page.tickets.isEmpty() &&
                                   row.known.times.created < page.tickets.last().times.created;
            if (isFurther)
                m_rows.append(row);
        }
        for (auto ticket = page.tickets.crbegin(); ticket != page.tickets.crend(); ++ticket) {
            const auto old = std::find_if(before.cbegin(), before.cend(), [&](const Row &row) {
                return row.known.id == ticket->id;
            });
            Row row{*ticket, withHolds(*ticket)};
            row.isLater = old != before.cend() && old->isLater;
            if (old == before.cend())
                row.mark = markOf(*ticket, m_shop.here().now);
            else if (remark(row, *old))
                marked.append(ticket->id);
            if (fitLater(row))
                due.append(ticket->id);
            m_rows.append(row);
        }
        m_isLoaded = true;
        endResetModel();
        for (const OrderId &order : std::as_const(marked))
            emit ticketMarked(order);
        for (const OrderId &order : std::as_const(due))
            emit ticketDue(order);
    } else {
        // Of what came before today only what is still to be done.
        const Instant now = m_shop.here().now;
        for (const contract::TicketView &ticket : page.tickets) {
            if (now - ticket.times.created < kKept || !lifecycle::isOver(ticket.state) ||
                rowOf(ticket.id) >= 0)
                put(ticket);
        }
    }
    const bool mayHoldOpen = !page.tickets.isEmpty() &&
                             m_shop.here().now - page.tickets.last().times.created < kOldestOpen;
    if (page.nextCursor && mayHoldOpen)
        fetchPage(page.nextCursor);
    emit loaded();
}

void TicketBook::fetch(OrderId order) {
    if (m_fetching.contains(order)) {
        m_fetchAgain.insert(order);
        return;
    }
    m_fetching.insert(order);
    m_services.api.send(client::calls::ticket(order), this,
                        client::Callback<contract::TicketView>([this, order](const auto &answer) {
                            m_fetching.remove(order);
                            if (answer)
                                put(*answer);
                            else
                                emit failed(answer.error());
                            if (m_fetchAgain.remove(order))
                                fetch(order);
                        }));
}

void TicketBook::put(const contract::TicketView &ticket) {
    const int row = rowOf(ticket.id);
    if (row >= 0) {
        if (m_rows.at(row).known.version > ticket.version)
            return;
        const Row before = m_rows.at(row);
        m_rows[row].known = ticket;
        const bool isMarked = remark(m_rows[row], before);
        reshow(ticket.id);
        if (isMarked)
            emit ticketMarked(ticket.id);
        return;
    }
    const auto place = std::find_if(m_rows.cbegin(), m_rows.cend(), [&](const Row &other) {
        return ticket.times.created < other.known.times.created;
    });
    const int at = int(place - m_rows.cbegin());
    beginInsertRows({}, at, at);
    Row made{ticket, withHolds(ticket), markOf(ticket, m_shop.here().now)};
    fitLater(made);
    m_rows.insert(at, made);
    endInsertRows();
    emit ticketChanged(ticket.id);
    if (ticket.state == OrderState::Placed)
        emit ticketArrived(ticket.id);
}

/// Marks `now` by what has happened since `before`; true if that is news.
bool TicketBook::remark(Row &now, const Row &before) const {
    now.mark = markOf(before.known, now.known, before.mark, m_shop.here().now);
    return now.mark && (!before.mark || before.mark->at != now.mark->at);
}

/// True if it has just become time to begin.
bool TicketBook::fitLater(Row &row) const {
    const bool wasLater = std::exchange(row.isLater, isForLater(row.shown, m_shop.here().now));
    return wasLater && !row.isLater && row.shown.state == OrderState::Accepted;
}

void TicketBook::followTime() {
    const Instant now = m_shop.here().now;
    QList<OrderId> due;
    for (const Row &row : std::as_const(m_rows)) {
        if (row.isLater && !isForLater(row.shown, now))
            due.append(row.shown.id);
    }
    for (const OrderId &order : std::as_const(due))
        reshow(order);
}

const TicketMark *TicketBook::mark(OrderId order) const {
    const int row = rowOf(order);
    return row < 0 ? nullptr : markAt(row);
}

const TicketMark *TicketBook::markAt(int row) const {
    const auto &mark = m_rows.at(row).mark;
    return mark ? &*mark : nullptr;
}

void TicketBook::acknowledge(OrderId order) {
    const int row = rowOf(order);
    if (row < 0 || !m_rows.at(row).mark)
        return;
    m_rows[row].mark.reset();
    reshow(order);
}

void TicketBook::hold(OrderId order, Action action, std::optional<int> minutes) {
    m_held[order].append({action, minutes, m_shop.here().now});
    reshow(order);
}

void TicketBook::settleOldest(OrderId order) {
    if (!m_held.value(order).isEmpty())
        m_held[order].removeFirst();
    reshow(order);
}

void TicketBook::takeBackLatest(OrderId order) {
    if (!m_held.value(order).isEmpty())
        m_held[order].removeLast();
    reshow(order);
}

void TicketBook::dropHolds(OrderId order) {
    m_held.remove(order);
    reshow(order);
}

contract::TicketView TicketBook::withHolds(const contract::TicketView &ticket) const {
    contract::TicketView shown = ticket;
    for (const Held &held : m_held.value(ticket.id)) {
        const Stage stage{shown.state, shown.deliveryState, shown.fulfilment};
        const auto step = lifecycle::transition(stage, held.action, soban::Role::Shop);
        if (!step)
            continue; // the server knows of it already
        recordTime(shown.times, *step, held.at);
        shown.state = step->to.order;
        shown.deliveryState = step->to.delivery;
        shown.fulfilment = step->to.fulfilment;
        shown.allowedActions = lifecycle::allowedActions(step->to, soban::Role::Shop);
        if (held.minutes)
            shown.preparationMinutes = held.minutes;
    }
    return shown;
}

void TicketBook::reshow(OrderId order) {
    const int row = rowOf(order);
    if (row < 0)
        return;
    m_rows[row].shown = withHolds(m_rows.at(row).known);
    const bool isDue = fitLater(m_rows[row]);
    emit dataChanged(index(row), index(row));
    emit ticketChanged(order);
    if (isDue)
        emit ticketDue(order);
}

int TicketBook::rowOf(OrderId order) const {
    const auto found = std::find_if(m_rows.cbegin(), m_rows.cend(),
                                    [&](const Row &row) { return row.known.id == order; });
    return found == m_rows.cend() ? -1 : int(found - m_rows.cbegin());
}

const contract::TicketView *TicketBook::known(OrderId order) const {
    const int row = rowOf(order);
    return row < 0 ? nullptr : &m_rows.at(row).known;
}

const contract::TicketView *TicketBook::shown(OrderId order) const {
    const int row = rowOf(order);
    return row < 0 ? nullptr : &m_rows.at(row).shown;
}

int TicketBook::countOf(OrderState state) const {
    return int(std::count_if(m_rows.cbegin(), m_rows.cend(),
                             [&](const Row &row) { return row.shown.state == state; }));
}

int TicketBook::rowCount(const QModelIndex &parent) const {
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant TicketBook::data(const QModelIndex &index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const contract::TicketView &ticket = m_rows.at(index.row()).shown;
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        return TicketWords::spoken(ticket, markAt(index.row()), m_shop.here());
    case TicketRole:
        return QVariant::fromValue(&ticket);
    case MarkRole:
        return QVariant::fromValue(markAt(index.row()));
    case LaterRole:
        return isLaterAt(index.row());
    default:
        return {};
    }
}

} // namespace soban::shop_app
