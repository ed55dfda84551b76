// SPDX-License-Identifier: GPL-3.0-or-later
#include "payment/ChargeRunner.h"

#include <QPointer>

#include <algorithm>

namespace soban::payment {

namespace {

/// How long an unknown outcome rests before the provider is asked again.
constexpr int kAskAgainMs = 2000;
constexpr int kChargesAtOnce = 200;

} // namespace

ChargeRunner::ChargeRunner(PaymentProvider &provider, WriteQueue &writes, Ledger ledger,
                           QObject *parent)
    : QObject(parent)
    , m_provider(provider)
    , m_writes(writes)
    , m_ledger(std::move(ledger))
    , m_askAgain(this) {
    m_askAgain.setSingleShot(true);
    m_askAgain.setInterval(kAskAgainMs);
    connect(&m_askAgain, &QTimer::timeout, this, &ChargeRunner::look);
}

void ChargeRunner::recover() {
    m_isRecovering = true;
    look();
}

void ChargeRunner::onCommitted(const EventBatch &batch) {
    const bool wanted =
        std::any_of(batch->cbegin(), batch->cend(), [](const CommittedEvent &event) {
            return event.record.type == EventType::PaymentRequested;
        });
    if (wanted)
        look();
}

void ChargeRunner::look() {
    if (m_isLooking) {
        m_lookAgain = true;
        return;
    }
    m_isLooking = true;
    lookAbove({});
}

void ChargeRunner::lookAbove(std::optional<PaymentId> after) {
    auto charges = std::make_shared<QList<OpenCharge>>();
    const bool queued = m_writes.submit(
        [this, charges, after] { *charges = m_ledger.openCharges(after, kChargesAtOnce); },
        [this, charges](bool isRead) {
            QMetaObject::invokeMethod(this, [this, charges, isRead] {
                if (isRead)
                    found(*charges);
                else
                    lookLater();
            });
        });
    if (!queued)
        lookLater();
}

void ChargeRunner::lookLater() {
    m_isLooking = false;
    m_askAgain.start();
}

void ChargeRunner::found(const QList<OpenCharge> &charges) {
    for (const OpenCharge &open : charges)
        takeUp(open);
    // There may be more than fit on the page, and those of a burst must not wait for the next
    // order.
    if (charges.size() == kChargesAtOnce) {
        lookAbove(charges.last().request.payment);
        return;
    }
    m_isLooking = false;
    m_isRecovering = false;
    if (std::exchange(m_lookAgain, false))
        look();
}

void ChargeRunner::takeUp(const OpenCharge &open) {
    if (m_inFlight.contains(open.request.payment))
        return;
    m_inFlight.insert(open.request.payment);
    // Only a charge that was never sent is safe to send without asking first.
    const bool perhapsSent = m_isRecovering || m_sent.contains(open.request.payment);
    if (open.state == PaymentState::Pending && !perhapsSent)
        charge(open);
    else
        ask(open);
}

void ChargeRunner::charge(const OpenCharge &open) {
    m_sent.insert(open.request.payment);
    m_provider.charge(open.request, [this, payment = open.request.payment](ChargeOutcome outcome) {
        finish(payment, outcome);
    });
}

void ChargeRunner::ask(const OpenCharge &open) {
    m_provider.lookUp(open.request.payment, [this, open](LookUpOutcome outcome) {
        if (const auto *captured = std::get_if<Captured>(&outcome))
            finish(open.request.payment, *captured);
        else if (const auto *declined = std::get_if<Declined>(&outcome))
            finish(open.request.payment, *declined);
        else if (std::holds_alternative<NotFound>(outcome))
            charge(open); // under the same key: it cannot become a second charge
        else
            finish(open.request.payment, std::get<Unknown>(outcome));
    });
}

void ChargeRunner::finish(PaymentId payment, const ChargeOutcome &outcome) {
    const bool settled =
        std::holds_alternative<Captured>(outcome) || std::holds_alternative<Declined>(outcome);
    const bool queued =
        m_writes.submit([this, payment, outcome] { m_ledger.record(payment, outcome); },
                        [this, payment, settled](bool durable) {
                            QMetaObject::invokeMethod(this, [this, payment, durable, settled] {
                                recorded(payment, durable, settled);
                            });
                        });
    if (!queued)
        recorded(payment, false, settled);
}

void ChargeRunner::recorded(PaymentId payment, bool durable, bool settled) {
    m_inFlight.remove(payment);
    // What could not be written down is still open in the book and found again.
    if (durable && settled)
        m_sent.remove(payment);
    else
        m_askAgain.start();
}

} // namespace soban::payment
