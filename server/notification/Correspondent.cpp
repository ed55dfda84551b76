// SPDX-License-Identifier: GPL-3.0-or-later
#include "notification/Correspondent.h"

#include "events/OwnWork.h"

#include <QTimer>

#include <algorithm>
#include <chrono>

namespace soban::notification {

namespace {

constexpr int kEventsPerTransaction = 64;
constexpr std::chrono::milliseconds kRetry(500);

QString cursorName() {
    return QStringLiteral("notification");
}

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
    : QObject(parent), m_writes(writes), m_desk(desk), m_ids(ids), m_clock(clock) {}

void Correspondent::onCommitted(const EventBatch &batch) {
    const bool wanted =
        std::any_of(batch->cbegin(), batch->cend(), [](const CommittedEvent &event) {
            return occasions().contains(event.record.type);
        });
    if (wanted)
        catchUp();
}

void Correspondent::catchUp() {
    if (m_isReading) {
        m_readAgain = true;
        return;
    }
    m_isReading = true;
    askFor(
        this, m_writes, [this] { return workThrough(); },
        [this](std::optional<bool> isMore) { finishReading(isMore); });
}

void Correspondent::finishReading(std::optional<bool> isMore) {
    m_isReading = false;
    const bool again = std::exchange(m_readAgain, false) || isMore == true;
    // What could not be written down is still above the cursor; nobody may come to wake us.
    if (!isMore)
        QTimer::singleShot(kRetry, this, &Correspondent::catchUp);
    else if (again)
        catchUp();
}

bool Correspondent::workThrough() {
    const Sequence from = m_desk.cursors.cursorOf(cursorName());
    const auto records = m_desk.log.after(from, occasions(), kEventsPerTransaction);
    for (const EventRecord &record : records)
        answer(record);
    if (!records.isEmpty())
        m_desk.cursors.moveCursor(cursorName(), records.last().sequence);
    return records.size() == kEventsPerTransaction;
}

void Correspondent::answer(const EventRecord &record) {
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
