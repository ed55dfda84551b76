// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "events/IdSource.h"
#include "lifecycle/OrderLifecycle.h"
#include "payment/PaymentBook.h"
#include "payment/RefundBook.h"

namespace soban::payment {

/// What an order's money does (R2): asked for when the order is created, or changed to a dearer one
/// (R7), settled by the provider's word or at the door, given back as far as the order's ending,
/// its change or the operator says (G4). What comes in when nothing is to be paid any more goes
/// back by itself (rule 5 of the lifecycle). Belongs to the open transaction; calls nobody outside.
class Payments : public StepListener {
public:
    Payments(PaymentBook &book, RefundBook &refunds, OrderLifecycle &lifecycle, EventSink &events,
             IdSource &ids, const Clock &clock);

    void created(const Order &order) override;
    void stepped(const OrderStep &step) override;

    /// What of the order's money has neither gone back nor is on its way.
    Money held(const Order &order) const;

    /// Writes down what the provider said of a charge. A payment that is settled already keeps its
    /// first outcome, so the same word may come twice.
    void record(PaymentId payment, const ChargeOutcome &outcome);

    /// Writes down what the provider said of a refund, of which one that leaves it open says
    /// nothing new. A refund that is settled already keeps its first outcome.
    void record(RefundId refund, const RefundOutcome &outcome);

private:
    /// Of `amount`, as the order is paid.
    void request(const Order &order, PaymentId id, const Money &amount);
    void settleChange(const Order &changed);
    void alterDue(Payment payment, const Money &amount);
    /// Places the order that it was paid for, or changes it; false if it came too late.
    bool putToUse(const Payment &payment);
    /// The order waits for it no more.
    void dropChange(const Payment &payment);
    void settle(Payment payment, const Captured &captured);
    void settleRefunded(Payment payment);
    void settle(Payment payment, const Declined &declined);
    void settle(Payment payment, EventType how);
    void fail(OrderId order);
    void doubt(Payment payment);
    void collect(const Order &order);
    void giveBack(const Order &order);
    /// Of the latest payment first.
    void giveBackBeyond(const Money &owed, const QList<Payment> &payments, const QString &reason);
    Money refundable(const Payment &payment) const;
    void refund(const Payment &payment, const Money &amount, const QString &reason);
    void settle(Refund refund, Payment payment, const Money &backInAll);
    void fail(Refund refund, const Refused &refused);
    void close(Refund refund);
    void announce(EventType type, const Payment &payment);
    void announce(EventType type, const Refund &refund);

    PaymentBook &m_book;
    RefundBook &m_refunds;
    OrderLifecycle &m_lifecycle;
    EventSink &m_events;
    IdSource &m_ids;
    const Clock &m_clock;
};

} // namespace soban::payment
