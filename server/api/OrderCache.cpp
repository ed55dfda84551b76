// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/OrderCache.h"

#include "api/Call.h"

namespace soban::api {

namespace {

TaggedAnswer orderAnswer(int version, const QByteArray &document) {
    return {tagOf(version, document), jsonAnswer(200, document)};
}

std::optional<TaggedAnswer> orderAnswerIfAny(int version, const QByteArray &document) {
    return document.isEmpty() ? std::nullopt : std::optional(orderAnswer(version, document));
}

qsizetype memoryOf(const OrderDocuments &documents) {
    // Headers, and what memory and lists take for themselves.
    constexpr qsizetype kBesides = 2048;
    return kBesides + documents.forCustomer.size() + documents.forShop.size() +
           documents.forRider.size();
}

} // namespace

OrderAnswers::OrderAnswers(const OrderDocuments &documents)
    : m_customer(documents.customer)
    , m_shop(documents.shop)
    , m_rider(documents.rider)
    , m_forCustomer(orderAnswer(documents.version, documents.forCustomer))
    , m_forShop(orderAnswerIfAny(documents.version, documents.forShop))
    , m_forRider(orderAnswerIfAny(documents.version, documents.forRider))
    , m_bytes(memoryOf(documents)) {}

const TaggedAnswer *OrderAnswers::forViewer(const Actor &viewer) const {
    switch (viewer.role) {
    case Role::Customer:
        return viewer.account == m_customer ? &m_forCustomer : nullptr;
    case Role::Shop:
        return viewer.shop == m_shop && m_forShop ? &*m_forShop : nullptr;
    case Role::Rider:
        return m_rider && viewer.account == *m_rider && m_forRider ? &*m_forRider : nullptr;
    default:
        return nullptr;
    }
}

OrderAnswersPtr OrderCache::find(OrderId order) {
    const QMutexLocker lock(&m_mutex);
    const OrderAnswersPtr *kept = m_answers.object(order);
    ++(kept ? m_hits : m_misses);
    return kept ? *kept : nullptr;
}

OrderCache::Mark OrderCache::mark(OrderId order) const {
    const QMutexLocker lock(&m_mutex);
    return m_changes[placeOf(order)];
}

void OrderCache::keep(OrderId order, OrderAnswersPtr answers, Mark mark) {
    const qsizetype bytes = answers->bytes();
    auto kept = std::make_unique<OrderAnswersPtr>(std::move(answers));
    const QMutexLocker lock(&m_mutex);
    if (m_changes[placeOf(order)] == mark && !m_changing.contains(order))
        m_answers.insert(order, kept.release(), bytes);
}

void OrderCache::drop(OrderId order) {
    m_answers.remove(order);
    ++m_changes[placeOf(order)];
}

void OrderCache::announced(const DomainEvent &event) {
    if (!event.order)
        return;
    const QMutexLocker lock(&m_mutex);
    m_changing.insert(*event.order);
    drop(*event.order);
}

void OrderCache::committed(const EventBatch &batch) {
    const QMutexLocker lock(&m_mutex);
    for (const CommittedEvent &event : *batch) {
        if (event.record.order)
            drop(*event.record.order);
    }
    // Of a transaction that came to nothing, or was in doubt, nothing more is to come.
    m_changing.clear();
}

OrderCache::Counts OrderCache::counts() const {
    const QMutexLocker lock(&m_mutex);
    return {m_answers.size(), m_answers.totalCost(), m_hits, m_misses};
}

} // namespace soban::api
