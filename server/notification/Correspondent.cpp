// SPDX-License-Identifier: GPL-3.0-or-later
#include "notification/Correspondent.h"

namespace soban::notification {

namespace {

const QList<EventType> &occasions() {
    static const QList<EventType> kTypes{EventType::OrderDelivered, EventType::OrderCompleted,
                                         EventType::ReviewAnswered};
    return kTypes;
}

LocalizedText reviewWish(const LocalizedText &shop) {
    return {QStringLiteral("%1 주문은 어떠셨어요? 리뷰를 남겨 주세요.").arg(shop.ko),
            QStringLiteral("How was your order from %1? Please leave a review.").arg(shop.en)};
}

LocalizedText answerNews(const LocalizedText &shop) {
    return {QStringLiteral("%1 사장님이 리뷰에 답글을 달았어요.").arg(shop.ko),
            QStringLiteral("%1 answered your review.").arg(shop.en)};
}

} // namespace

Correspondent::Correspondent(WriteQueue &writes, Desk desk, IdSource &ids, const Clock &clock,
                             QObject *parent)
    : LogFollower(writes, {desk.log, desk.cursors}, QStringLiteral("notification"), occasions(),
                  parent)
    , m_desk(desk)
    , m_ids(ids)
    , m_clock(clock) {}

void Correspondent::meet(const EventRecord &record) {
    const auto facts = record.order ? m_desk.facts.factsOf(*record.order) : std::nullopt;
    if (!facts)
        return;
    if (record.type == EventType::ReviewAnswered) {
        post(*record.order, MessageKind::Answer, *facts, answerNews(facts->shopName));
        return;
    }
    const bool collected = facts->fulfilment == Fulfilment::Collection;
    const bool completed = record.type == EventType::OrderCompleted;
    if (completed && !facts->thanks.ko.isEmpty())
        post(*record.order, MessageKind::Thanks, *facts, facts->thanks);
    if (completed == collected)
        post(*record.order, MessageKind::ReviewRequest, *facts, reviewWish(facts->shopName));
}

void Correspondent::post(OrderId order, MessageKind kind, const OrderFacts::Facts &facts,
                         const LocalizedText &text) {
    const MessagePosted message{m_ids.next<MessageId>(), order, kind, facts.shopName, text};
    if (m_desk.messages.insert(message, facts.customer, m_clock.now()))
        m_desk.events.announce({EventType::MessagePosted, order, {facts.customer}, message});
}

} // namespace soban::notification
