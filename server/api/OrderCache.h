// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/EntityTag.h"
#include "domain/Account.h"
#include "events/EventRecord.h"
#include "events/EventSink.h"
#include "queries/ReadModel.h"

#include <QCache>
#include <QMutex>
#include <QSet>

#include <array>
#include <memory>

namespace soban::api {

/// What each party of an order reads of it, ready to be sent. Constant: any thread.
class OrderAnswers {
public:
    explicit OrderAnswers(const OrderDocuments &documents);

    /// The answer to a viewer; nullptr for whom there is no such order.
    const TaggedAnswer *forViewer(const Actor &viewer) const;
    /// About how much memory it takes.
    qsizetype bytes() const { return m_bytes; }

private:
    const AccountId m_customer;
    const ShopId m_shop;
    const std::optional<AccountId> m_rider;
    const TaggedAnswer m_forCustomer;
    const std::optional<TaggedAnswer> m_forShop; ///< nothing before the order is placed
    const std::optional<TaggedAnswer> m_forRider;
    const qsizetype m_bytes;
};

using OrderAnswersPtr = std::shared_ptr<const OrderAnswers>;

/// The answers of the orders that were read last, as long as nothing has changed: such a read asks
/// no database. Any thread; a lock of a few instructions.
///
/// It never answers with less than what somebody was told: an order is dropped when a transaction
/// touches it, and nothing of it is kept until that transaction is committed, or another, which
/// tells that this one's fate is known. `committed` comes before anybody hears of the commit. What
/// was read before a commit and arrives after it is refused by its mark.
class OrderCache : public EventListener {
public:
    /// So many changes had been seen when a read began.
    using Mark = quint32;

    struct Counts {
        qint64 orders;
        qint64 bytes;
        qint64 hits;
        qint64 misses;
    };

    /// Keeps about so many bytes; 0: nothing at all.
    explicit OrderCache(qsizetype bytes) : m_answers(bytes) {}

    /// The order's answers; nullptr if they have to be read.
    OrderAnswersPtr find(OrderId order);
    /// To be taken before the order is read.
    Mark mark(OrderId order) const;
    /// Keeps what was read, unless the order has changed since the mark or is about to.
    void keep(OrderId order, OrderAnswersPtr answers, Mark mark);

    /// On the writer's thread, within the transaction.
    void announced(const DomainEvent &event) override;
    /// On the writer's thread, right after the commit.
    void committed(const EventBatch &batch);

    Counts counts() const;

private:
    /// Orders share their counts of changes; one that changes for another costs one more read.
    static constexpr std::size_t kCounts = 1024;

    static std::size_t placeOf(OrderId order) { return qHash(order) % kCounts; }
    void drop(OrderId order);

    mutable QMutex m_mutex;
    QCache<OrderId, OrderAnswersPtr> m_answers;
    QSet<OrderId> m_changing; ///< touched by a transaction whose end nobody has told yet
    std::array<Mark, kCounts> m_changes = {};
    qint64 m_hits = 0;
    qint64 m_misses = 0;
};

} // namespace soban::api
