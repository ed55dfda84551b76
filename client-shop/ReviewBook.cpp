// SPDX-License-Identifier: GPL-3.0-or-later
#include "client-shop/ReviewBook.h"

#include "client/Calls.h"

#include <algorithm>

namespace soban::shop_app {

namespace {

constexpr int kPage = 50;

bool isSame(const contract::ReviewView &one, const contract::ReviewView &other) {
    // All else of a review is written once.
    return one.answer == other.answer && one.answeredAt == other.answeredAt;
}

} // namespace

ReviewBook::ReviewBook(const Services &services, ShopId shop, QObject *parent)
    : QAbstractListModel(parent), m_services(services), m_shop(shop) {
    connect(&services.events, &client::EventStream::eventReceived, this,
            [this](const contract::EventEnvelope &event) {
                if (event.type == EventType::ReviewAnswered && event.subject)
                    m_sought.insert(*event.subject);
                else if (event.type != EventType::ReviewWritten)
                    return;
                load();
            });
    connect(&services.events, &client::EventStream::resyncNeeded, this, [this] {
        m_isLoaded = false; // any of them may have been answered: look at all again
        load();
    });
}

void ReviewBook::load() {
    fetchPage({}, 0);
}

void ReviewBook::fetchPage(const std::optional<QString> &cursor, int before) {
    m_page = std::make_unique<QObject>();
    client::Page page;
    page.cursor = cursor;
    page.limit = kPage;
    m_services.api.send(client::calls::reviews(m_shop, page), m_page.get(),
                        client::Callback<contract::ReviewList>([this, before](const auto &answer) {
                            m_page.release()->deleteLater(); // it is its own context
                            if (answer)
                                take(*answer, before);
                            else
                                emit failed(answer.error());
                        }));
}

void ReviewBook::take(const contract::ReviewList &page, int before) {
    for (const contract::ReviewView &review : page.reviews) {
        if (review.answer)
            m_sought.remove(review.orderId);
        put(review);
    }
    const int seen = before + int(page.reviews.size());
    const bool isMoreWanted = !m_isLoaded || !m_sought.isEmpty();
    if (page.nextCursor && isMoreWanted && seen < kMost) {
        fetchPage(page.nextCursor, seen);
        return;
    }
    m_sought.clear();
    m_isLoaded = true;
    emit loaded();
}

void ReviewBook::put(const contract::ReviewView &review) {
    const int known = rowOf(review.orderId);
    if (known >= 0) {
        if (isSame(m_rows.at(known), review))
            return;
        m_rows[known] = review;
        emit dataChanged(index(known), index(known));
        return;
    }
    const auto place =
        std::find_if(m_rows.cbegin(), m_rows.cend(), [&](const contract::ReviewView &other) {
            return other.writtenAt < review.writtenAt;
        });
    const int at = int(place - m_rows.cbegin());
    beginInsertRows({}, at, at);
    m_rows.insert(at, review);
    endInsertRows();
}

const contract::TicketView *ReviewBook::ticket(OrderId order) {
    const auto known = m_tickets.constFind(order);
    if (known != m_tickets.cend())
        return &*known;
    if (m_asked.contains(order))
        return nullptr;
    m_asked.insert(order);
    m_services.api.send(client::calls::ticket(order), this,
                        client::Callback<contract::TicketView>([this, order](const auto &answer) {
                            // Without it the review says less, and that is all.
                            const int row = rowOf(order);
                            if (!answer || row < 0)
                                return;
                            m_tickets.insert(order, *answer);
                            emit dataChanged(index(row), index(row));
                        }));
    return nullptr;
}

int ReviewBook::rowOf(OrderId order) const {
    const auto found =
        std::find_if(m_rows.cbegin(), m_rows.cend(),
                     [&](const contract::ReviewView &row) { return row.orderId == order; });
    return found == m_rows.cend() ? -1 : int(found - m_rows.cbegin());
}

const contract::ReviewView *ReviewBook::find(OrderId order) const {
    const int row = rowOf(order);
    return row < 0 ? nullptr : &m_rows.at(row);
}

int ReviewBook::unanswered() const {
    return int(std::count_if(m_rows.cbegin(), m_rows.cend(),
                             [](const contract::ReviewView &row) { return !row.answer; }));
}

int ReviewBook::starSum() const {
    int sum = 0;
    for (const contract::ReviewView &review : m_rows)
        sum += review.stars;
    return sum;
}

int ReviewBook::rowCount(const QModelIndex &parent) const {
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant ReviewBook::data(const QModelIndex &index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const contract::ReviewView &review = m_rows.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        return spoken(review);
    case ReviewRole:
        return QVariant::fromValue(&review);
    default:
        return {};
    }
}

QString ReviewBook::spoken(const contract::ReviewView &review) {
    QStringList parts{tr("%1 of 5 stars by %2").arg(review.stars).arg(review.author), review.words};
    if (review.photo)
        parts.append(tr("with a photo"));
    parts.append(review.answer ? tr("your answer: %1").arg(*review.answer)
                               : tr("not answered yet"));
    parts.removeAll(QString());
    return parts.join(QStringLiteral(", "));
}

} // namespace soban::shop_app
