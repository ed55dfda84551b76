// SPDX-License-Identifier: GPL-3.0-or-later
#include "payment/ChargeRunner.h"

#include "events/OwnWork.h"

#include <algorithm>

namespace soban::payment {

namespace {

using std::chrono::milliseconds;

constexpr milliseconds kLookAgain{500};
constexpr int kChargesAtOnce = 200;
/// New charges never wait behind more questions than these.
constexpr int kQuestionsAtOnce = 8;

} // namespace

ChargeRunner::ChargeRunner(PaymentProvider &provider, WriteQueue &writes, Ledger ledger, Pace pace,
                           QObject *parent)
    : QObject(parent)
    , m_provider(provider)
    , m_writes(writes)
    , m_ledger(std::move(ledger))
    , m_pace(pace)
    , m_lookAgain(this)
    , m_nextDue(this) {
    m_lookAgain.setSingleShot(true);
    m_lookAgain.setInterval(kLookAgain);
    connect(&m_lookAgain, &QTimer::timeout, this, &ChargeRunner::look);
    m_nextDue.setSingleShot(true);
    connect(&m_nextDue, &QTimer::timeout, this, &ChargeRunner::askWhoIsDue);
}

// What is new in the book

void ChargeRunner::recover() {
    look();
}

void ChargeRunner::takeOver() {
    m_isToLookAtAll = true;
    look();
}

void ChargeRunner::onCommitted(const EventBatch &batch) {
    for (const CommittedEvent &event : *batch) {
        if (event.record.type == EventType::PaymentRequested)
            m_requested.insert(*event.record.order);
    }
    if (!m_requested.isEmpty())
        look();
}

void ChargeRunner::look() {
    if (m_isLooking)
        return;
    m_isLooking = true;
    if (std::exchange(m_isToLookAtAll, false))
        m_newest.reset();
    m_lookedFor.unite(std::exchange(m_requested, {}));
    lookOn();
}

void ChargeRunner::lookOn() {
    const auto read = [this, after = m_newest] {
        return m_ledger.openCharges(after, kChargesAtOnce);
    };
    askFor(this, m_writes, read, [this](const std::optional<QList<OpenCharge>> &charges) {
        if (charges)
            found(*charges);
        else
            lookLater();
    });
}

void ChargeRunner::lookLater() {
    m_isLooking = false;
    m_lookAgain.start();
}

void ChargeRunner::found(const QList<OpenCharge> &charges) {
    for (const OpenCharge &open : charges)
        meet(open);
    // There may be more than fit on the page, and those of a burst must not wait for the next
    // order.
    if (charges.size() == kChargesAtOnce) {
        lookOn();
        return;
    }
    m_isLooking = false;
    m_lookedFor.clear(); // what is left there was no charge
    if (!m_requested.isEmpty() || m_isToLookAtAll)
        look();
}

void ChargeRunner::meet(const OpenCharge &open) {
    const PaymentId payment = open.request.payment;
    m_newest = payment;
    if (m_met.contains(payment) || m_ledger.isOthers(payment))
        return;
    m_met.insert(payment, {open.state});
    // Only what was asked for in this run, and is met for the first time, was surely never sent.
    const bool wasLookedFor = m_lookedFor.remove(open.request.order);
    const bool wasRequested = m_requested.remove(open.request.order);
    if ((wasLookedFor || wasRequested) && open.state == PaymentState::Pending)
        charge(open);
    else
        restUntil(payment, std::chrono::steady_clock::now());
}

void ChargeRunner::charge(const OpenCharge &open) {
    m_provider.charge(open.request, [this, payment = open.request.payment](ChargeOutcome outcome) {
        finish(payment, outcome);
    });
}

// What stays open

void ChargeRunner::rest(PaymentId payment) {
    Met &met = m_met[payment];
    const Moment now = std::chrono::steady_clock::now();
    if (met.due <= now) // else it was a hint's question, which leaves the pace as it is
        met.due = now + m_pace.after(met.rests++);
    const bool isHinted = std::exchange(met.isHinted, false);
    restUntil(payment, isHinted ? std::min(soonestByHint(met), met.due) : met.due);
}

void ChargeRunner::restUntil(PaymentId payment, Moment moment) {
    m_met[payment].restsUntil = moment;
    m_resting.emplace(moment, payment);
    askWhoIsDue();
}

void ChargeRunner::hint(PaymentId payment) {
    const auto met = m_met.find(payment);
    if (met == m_met.end())
        return;
    if (!met->restsUntil) { // the answer that is on its way may be older than the news
        met->isHinted = true;
        return;
    }
    const Moment soonest = soonestByHint(*met);
    if (soonest >= *met->restsUntil)
        return;
    m_resting.erase({*met->restsUntil, payment});
    restUntil(payment, soonest);
}

ChargeRunner::Moment ChargeRunner::soonestByHint(const Met &met) const {
    const Moment now = std::chrono::steady_clock::now();
    return met.lastAsked ? std::max(now, *met.lastAsked + m_pace.first) : now;
}

void ChargeRunner::askWhoIsDue() {
    if (const auto due = takeDue(); !due.isEmpty())
        readForAsking(due);
    if (m_resting.empty() || m_asking >= kQuestionsAtOnce)
        return;
    const auto wait = m_resting.begin()->first - std::chrono::steady_clock::now();
    m_nextDue.start(std::max(std::chrono::ceil<milliseconds>(wait), milliseconds(0)));
}

QList<PaymentId> ChargeRunner::takeDue() {
    QList<PaymentId> due;
    const Moment now = std::chrono::steady_clock::now();
    while (m_asking < kQuestionsAtOnce && !m_resting.empty() && m_resting.begin()->first <= now) {
        due.append(m_resting.begin()->second);
        m_met[due.last()].restsUntil.reset();
        m_resting.erase(m_resting.begin());
        ++m_asking;
    }
    return due;
}

/// Reads the charges anew: they may have been settled while they rested.
void ChargeRunner::readForAsking(const QList<PaymentId> &due) {
    using Charges = QList<std::optional<OpenCharge>>;
    const auto read = [this, due] {
        Charges charges;
        for (const PaymentId payment : due)
            charges.append(m_ledger.openCharge(payment));
        return charges;
    };
    askFor(this, m_writes, read, [this, due](const std::optional<Charges> &charges) {
        for (qsizetype i = 0; i < due.size(); ++i) {
            if (charges && charges->at(i)) {
                ask(*charges->at(i));
                continue;
            }
            questionEnded(due[i]);
            if (charges)
                m_met.remove(due[i]);
            else
                rest(due[i]);
        }
        askWhoIsDue();
    });
}

void ChargeRunner::ask(const OpenCharge &open) {
    m_met[open.request.payment].isHinted = false;
    m_provider.lookUp(open.request.payment,
                      [this, open](LookUpOutcome outcome) { asked(open, outcome); });
}

void ChargeRunner::questionEnded(PaymentId payment) {
    --m_asking;
    m_met[payment].lastAsked = std::chrono::steady_clock::now();
}

void ChargeRunner::asked(const OpenCharge &open, const LookUpOutcome &outcome) {
    questionEnded(open.request.payment);
    if (const auto *captured = std::get_if<Captured>(&outcome))
        finish(open.request.payment, *captured);
    else if (const auto *declined = std::get_if<Declined>(&outcome))
        finish(open.request.payment, *declined);
    else if (std::holds_alternative<NotFound>(outcome))
        charge(open); // under the same key: it cannot become a second charge
    else
        finish(open.request.payment, std::get<Unknown>(outcome));
    askWhoIsDue();
}

// What came of it

void ChargeRunner::finish(PaymentId payment, const ChargeOutcome &outcome) {
    const bool settled =
        std::holds_alternative<Captured>(outcome) || std::holds_alternative<Declined>(outcome);
    // The book says already that nobody knows.
    if (!settled && m_met[payment].state == PaymentState::Unknown) {
        rest(payment);
        return;
    }
    submitFor(
        this, m_writes, [this, payment, outcome] { m_ledger.record(payment, outcome); },
        [this, payment, settled](bool durable) { recorded(payment, durable, settled); });
}

void ChargeRunner::recorded(PaymentId payment, bool durable, bool settled) {
    if (durable && settled) {
        m_met.remove(payment);
        return;
    }
    if (durable)
        m_met[payment].state = PaymentState::Unknown;
    // What could not be written down is still open in the book, and asked about.
    rest(payment);
}

} // namespace soban::payment
