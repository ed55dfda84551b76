// SPDX-License-Identifier: GPL-3.0-or-later
#include "payment/Payments.h"

#include <QLoggingCategory>

namespace soban::payment {

namespace {
Q_LOGGING_CATEGORY(lcPayments, "soban.payment")

/// No change of the order waits for it.
std::optional<contract::Problem> refusesUnlessAwaited(const Order &order, const Payment &payment) {
    if (order.pendingChange && order.pendingChange->payment == payment.id)
        return {};
    return contract::Problem::of(contract::ErrorCode::NotAllowedNow);
}

} // namespace

Payments::Payments(PaymentBook &book, RefundBook &refunds, OrderLifecycle &lifecycle,
                   EventSink &events, IdSource &ids, const Clock &clock)
    : m_book(book)
    , m_refunds(refunds)
    , m_lifecycle(lifecycle)
    , m_events(events)
    , m_ids(ids)
    , m_clock(clock) {}

void Payments::created(const Order &order) {
    request(order, m_ids.next<PaymentId>(), order.total);
}

void Payments::request(const Order &order, PaymentId id, const Money &amount) {
    const bool byCard = order.paymentMethod == PaymentMethod::Card;
    const Payment payment{id,
                          order.id,
                          order.paymentMethod,
                          byCard ? PaymentState::Pending : PaymentState::Due,
                          amount,
                          Money::zero(order.total.currency()),
                          {},
                          {},
                          m_clock.now(),
                          {}};
    m_book.insert(payment, order.card);
    announce(EventType::PaymentRequested, payment);
    // What is paid at the door is as good as paid for: the shop hears of it at once.
    if (!byCard)
        (void)m_lifecycle.advance(order.id, Action::ConfirmPayment, Actor::system(),
                                  Expectation::nothing());
}

void Payments::stepped(const OrderStep &step) {
    if (step.transition.action == Action::PayAgain)
        request(step.order, m_ids.next<PaymentId>(), step.order.total);
    if (step.transition.action == Action::Change)
        settleChange(step.order);
    const Effects effects = step.transition.effects;
    if (effects.contains(Effect::CollectDue))
        collect(step.order);
    if (effects.contains(Effect::RefundInFull) || effects.contains(Effect::SettleRefund))
        giveBack(step.order);
}

void Payments::collect(const Order &order) {
    for (Payment payment : m_book.ofOrder(order.id)) {
        if (payment.state != PaymentState::Due)
            continue;
        payment.state = PaymentState::Collected;
        settle(payment, EventType::PaymentCollected);
    }
}

/// The difference is asked for, goes back, or is paid at the door with the rest.
void Payments::settleChange(const Order &changed) {
    if (const auto &dearer = changed.pendingChange) {
        request(changed, dearer->payment, *dearer->wanted.total.minus(changed.total));
        return;
    }
    const QList<Payment> payments = m_book.ofOrder(changed.id);
    for (const Payment &payment : payments) {
        if (payment.state == PaymentState::Due)
            alterDue(payment, changed.total);
    }
    giveBackBeyond(changed.total, payments, QStringLiteral("changed"));
}

void Payments::alterDue(Payment payment, const Money &amount) {
    if (payment.amount == amount)
        return;
    payment.amount = amount;
    m_book.update(payment);
    announce(EventType::PaymentChanged, payment);
}

/// What is due is due no more. A charge whose outcome is not known yet goes back once it turns out
/// to have gone through.
void Payments::giveBack(const Order &order) {
    const QList<Payment> payments = m_book.ofOrder(order.id);
    for (Payment payment : payments) {
        if (payment.state != PaymentState::Due)
            continue;
        payment.state = PaymentState::Waived;
        settle(payment, EventType::PaymentWaived);
    }
    const QString reason = order.settlement ? QStringLiteral("settled")
                           : order.ending   ? QString(toText(order.ending->reason))
                                            : QStringLiteral("over");
    giveBackBeyond(owed(order), payments, reason);
}

void Payments::giveBackBeyond(const Money &owed, const QList<Payment> &payments,
                              const QString &reason) {
    Money toKeep = owed;
    for (const Payment &payment : payments) {
        const Money held = refundable(payment);
        const Money part = std::min(toKeep, held);
        refund(payment, *held.minus(part), reason);
        toKeep = *toKeep.minus(part);
    }
}

Money Payments::held(const Order &order) const {
    Money held = Money::zero(order.total.currency());
    for (const Payment &payment : m_book.ofOrder(order.id))
        held = *held.plus(refundable(payment));
    return held;
}

/// What of it has neither gone back nor is on its way.
Money Payments::refundable(const Payment &payment) const {
    const Money held = kept(payment);
    if (held.isZero())
        return held;
    const auto underWay = Money::of(m_refunds.pendingOf(payment.id), held.currency());
    return *held.minus(*underWay);
}

void Payments::refund(const Payment &payment, const Money &amount, const QString &reason) {
    if (amount.isZero())
        return;
    const Refund refund{
        m_ids.next<RefundId>(), payment.id, payment.order, amount, reason, RefundState::Pending,
        m_clock.now(),          {}};
    m_refunds.insert(refund);
    announce(EventType::RefundRequested, refund);
}

void Payments::record(RefundId id, const RefundOutcome &outcome) {
    const std::optional<Refund> refund = m_refunds.find(id);
    if (!refund || refund->state != RefundState::Pending)
        return;
    const Payment payment = *m_book.find(refund->payment);
    if (std::holds_alternative<Refunded>(outcome)) {
        settle(*refund, payment, *payment.refunded.plus(refund->amount));
    } else if (std::holds_alternative<AlreadyRefunded>(outcome)) {
        settle(*refund, payment, payment.amount);
    } else if (const auto *refused = std::get_if<Refused>(&outcome)) {
        fail(*refund, *refused);
    }
}

void Payments::settle(Refund refund, Payment payment, const Money &backInAll) {
    payment.refunded = std::min(backInAll, payment.amount);
    payment.state = kept(payment).isZero() ? PaymentState::Refunded : PaymentState::PartlyRefunded;
    m_book.update(payment);
    refund.state = RefundState::Done;
    close(refund);
}

void Payments::fail(Refund refund, const Refused &refused) {
    qCCritical(lcPayments,
               "%s is to be looked into by a person: %lld should go back, and the "
               "provider refuses (%s)",
               qPrintable(refund.id.toText()), qlonglong(refund.amount.minor()),
               qPrintable(refused.code));
    refund.state = RefundState::Failed;
    close(refund);
}

void Payments::close(Refund refund) {
    refund.settledAt = m_clock.now();
    m_refunds.update(refund);
    announce(EventType::RefundSettled, refund);
}

void Payments::record(PaymentId id, const ChargeOutcome &outcome) {
    const std::optional<Payment> payment = m_book.find(id);
    const bool open = payment && (payment->state == PaymentState::Pending ||
                                  payment->state == PaymentState::Unknown);
    if (!open)
        return;
    if (const auto *captured = std::get_if<Captured>(&outcome))
        settle(*payment, *captured);
    else if (const auto *declined = std::get_if<Declined>(&outcome))
        settle(*payment, *declined);
    else
        doubt(*payment);
}

void Payments::settle(Payment payment, const Captured &captured) {
    const auto left = captured.amount.minus(captured.refunded);
    if (captured.amount != payment.amount || !left || left->isNegative()) {
        qCCritical(lcPayments,
                   "%s is to be looked into by a person: %lld was asked for, and the provider says "
                   "that %lld was taken and %lld has gone back",
                   qPrintable(payment.id.toText()), qlonglong(payment.amount.minor()),
                   qlonglong(captured.amount.minor()), qlonglong(captured.refunded.minor()));
        doubt(payment);
        return;
    }
    payment.providerKey = captured.providerKey;
    payment.refunded = captured.refunded;
    if (left->isZero()) {
        settleRefunded(payment);
        return;
    }
    payment.state = captured.refunded.isZero() ? PaymentState::Paid : PaymentState::PartlyRefunded;
    settle(payment, EventType::PaymentCaptured);
    // It came too late: the order is over, paid for otherwise, or being prepared as it was.
    if (!putToUse(payment))
        refund(payment, kept(payment), QStringLiteral("paid too late"));
}

bool Payments::putToUse(const Payment &payment) {
    const auto placed = m_lifecycle.advance(payment.order, Action::ConfirmPayment, Actor::system(),
                                            Expectation::nothing());
    if (placed)
        return true;
    const auto changed = m_lifecycle.advance(
        payment.order, Action::ApplyChange, Actor::system(), Expectation::nothing(),
        [&](Order &order) -> std::optional<contract::Problem> {
            if (auto problem = refusesUnlessAwaited(order, payment))
                return problem;
            makeChange(order, std::exchange(order.pendingChange, {})->wanted, m_clock.now());
            return {};
        });
    return changed.ok();
}

void Payments::dropChange(const Payment &payment) {
    (void)m_lifecycle.advance(payment.order, Action::DropChange, Actor::system(),
                              Expectation::nothing(),
                              [&](Order &order) -> std::optional<contract::Problem> {
                                  if (auto problem = refusesUnlessAwaited(order, payment))
                                      return problem;
                                  order.pendingChange.reset();
                                  return {};
                              });
}

/// The money was taken and has gone back before the order could be placed.
void Payments::settleRefunded(Payment payment) {
    payment.state = PaymentState::Refunded;
    settle(payment, EventType::PaymentCaptured);
    fail(payment.order);
    dropChange(payment);
}

void Payments::settle(Payment payment, EventType how) {
    payment.settledAt = m_clock.now();
    m_book.update(payment);
    announce(how, payment);
}

void Payments::settle(Payment payment, const Declined &declined) {
    payment.state = PaymentState::Declined;
    payment.declineReason = declined.reason;
    settle(payment, EventType::PaymentDeclined);
    const auto order = m_lifecycle.advance(payment.order, Action::DeclinePayment, Actor::system(),
                                           Expectation::nothing());
    // The word came so late that there is no time left to pay otherwise.
    if (order && order->answerBy && *order->answerBy <= m_clock.now())
        fail(payment.order);
    dropChange(payment);
}

void Payments::fail(OrderId order) {
    (void)m_lifecycle.advance(order, Action::FailPayment, Actor::system(), Expectation::nothing());
}

void Payments::doubt(Payment payment) {
    // Told once; the server goes on asking without telling again.
    if (payment.state == PaymentState::Unknown)
        return;
    payment.state = PaymentState::Unknown;
    m_book.update(payment);
    announce(EventType::PaymentUnknown, payment);
}

void Payments::announce(EventType type, const Refund &refund) {
    m_events.announce(
        {type, refund.order, m_lifecycle.customerOf(refund.order),
         RefundMoved{refund.order, refund.payment, refund.id, refund.amount, refund.state}});
}

void Payments::announce(EventType type, const Payment &payment) {
    const auto reason =
        payment.declineReason.isEmpty() ? std::nullopt : std::optional(payment.declineReason);
    const PaymentMoved moved{payment.order, payment.id,     payment.method,
                             payment.state, payment.amount, reason};
    m_events.announce({type, payment.order, m_lifecycle.customerOf(payment.order), moved});
}

} // namespace soban::payment
