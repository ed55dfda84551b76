// SPDX-License-Identifier: GPL-3.0-or-later
#include "payment/RefundRunner.h"

#include "events/OwnWork.h"

#include <algorithm>

namespace soban::payment {

namespace {

using std::chrono::milliseconds;

constexpr int kRefundsAtOnce = 200;
/// Charges, for which somebody waits, never stand behind more refunds than these.
constexpr int kSentAtOnce = 4;
constexpr milliseconds kLookAfter{500};

bool isSettling(const RefundOutcome &outcome) {
    return std::holds_alternative<Refunded>(outcome) ||
           std::holds_alternative<AlreadyRefunded>(outcome) ||
           std::holds_alternative<Refused>(outcome);
}

} // namespace

RefundRunner::RefundRunner(PaymentProvider &provider, WriteQueue &writes, Ledger ledger, Pace pace,
                           QObject *parent)
    : QObject(parent)
    , m_provider(provider)
    , m_writes(writes)
    , m_ledger(std::move(ledger))
    , m_pace(pace)
    , m_again(this) {
    m_again.setSingleShot(true);
    connect(&m_again, &QTimer::timeout, this, &RefundRunner::look);
}

void RefundRunner::onCommitted(const EventBatch &batch) {
    const auto asksForRefund = [](const CommittedEvent &event) {
        return event.record.type == EventType::RefundRequested;
    };
    if (std::any_of(batch->cbegin(), batch->cend(), asksForRefund))
        look();
}

void RefundRunner::look() {
    m_isToLookAgain = m_isLooking;
    if (m_isLooking)
        return;
    m_isLooking = true;
    lookFrom({});
}

void RefundRunner::lookFrom(std::optional<RefundId> after) {
    const auto read = [this, after] { return m_ledger.openRefunds(after, kRefundsAtOnce); };
    askFor(this, m_writes, read, [this](const std::optional<QList<OpenRefund>> &page) {
        if (page)
            found(*page);
        else
            lookLater();
    });
}

void RefundRunner::lookLater() {
    m_isLooking = false;
    m_again.start(kLookAfter);
}

void RefundRunner::found(const QList<OpenRefund> &page) {
    for (const OpenRefund &open : page)
        meet(open);
    sendWaiting();
    if (page.size() == kRefundsAtOnce) {
        lookFrom(page.last().id);
        return;
    }
    m_isLooking = false;
    if (std::exchange(m_isToLookAgain, false))
        look();
    else
        lookWhenNextIsDue();
}

void RefundRunner::meet(const OpenRefund &open) {
    if (m_ledger.isOthers(open.id))
        return;
    Met &met = m_met[open.id];
    if (met.isUnderWay || met.next > std::chrono::steady_clock::now())
        return;
    met.isUnderWay = true;
    m_waiting.enqueue(open);
}

void RefundRunner::sendWaiting() {
    while (m_sent < kSentAtOnce && !m_waiting.isEmpty()) {
        const OpenRefund open = m_waiting.dequeue();
        ++m_sent;
        m_provider.refund(open.request, [this, refund = open.id](const RefundOutcome &outcome) {
            --m_sent;
            answered(refund, outcome);
            sendWaiting();
        });
    }
}

void RefundRunner::answered(RefundId refund, const RefundOutcome &outcome) {
    if (!isSettling(outcome)) {
        recorded(refund, false);
        return;
    }
    submitFor(
        this, m_writes, [this, refund, outcome] { m_ledger.record(refund, outcome); },
        [this, refund](bool isDurable) { recorded(refund, isDurable); });
}

void RefundRunner::recorded(RefundId refund, bool isSettled) {
    if (isSettled) {
        m_met.remove(refund);
        return;
    }
    Met &met = m_met[refund];
    met.isUnderWay = false;
    met.next = std::chrono::steady_clock::now() + m_pace.after(met.rests++);
    if (!m_isLooking)
        lookWhenNextIsDue();
}

void RefundRunner::lookWhenNextIsDue() {
    std::optional<Moment> next;
    for (const Met &met : std::as_const(m_met)) {
        if (!met.isUnderWay)
            next = std::min(next.value_or(met.next), met.next);
    }
    if (!next)
        return;
    const auto wait = std::chrono::ceil<milliseconds>(*next - std::chrono::steady_clock::now());
    m_again.start(std::max(wait, kLookAfter));
}

} // namespace soban::payment
