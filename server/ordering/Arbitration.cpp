// SPDX-License-Identifier: GPL-3.0-or-later
#include "ordering/Arbitration.h"

#include "contract/Codec.h"
#include "lifecycle/Endings.h"

namespace soban::ordering {

using contract::ErrorCode;
using contract::Problem;

namespace {

/// Of the order's total, and no less than `least`.
Result<Money, Problem> refundOfTotal(const Order &order, qint64 minor, const Money &least) {
    const auto refund = Money::of(minor, order.total.currency());
    if (!refund || *refund < least || *refund > order.total)
        return Problem::at(ErrorCode::OutOfRange, QStringLiteral("refundMinor"));
    return *refund;
}

QByteArray decisionIn(const Order &order) {
    return order.settlement ? contract::encode(*order.settlement) : contract::encode(*order.ending);
}

} // namespace

OrderLifecycle::Outcome Arbitration::cancel(OrderId order, const Actor &by, int version,
                                            const contract::OperatorEndRequest &request) {
    const auto end = [&](Order &present) -> std::optional<Problem> {
        auto ending = endingOf(present, Action::Cancel, by.role, {request.reason, request.words});
        if (!ending)
            return ending.error();
        if (request.refundMinor) {
            const auto refund =
                refundOfTotal(present, *request.refundMinor, Money::zero(present.total.currency()));
            if (!refund)
                return refund.error();
            ending->refund = *refund;
        }
        ending->fault = request.fault.value_or(ending->fault);
        present.ending = *ending;
        return {};
    };
    return decide(order, Action::Cancel, by, version, end);
}

OrderLifecycle::Outcome Arbitration::settle(OrderId order, const Actor &by, int version,
                                            const contract::SettleRequest &request) {
    const auto settle = [&](Order &present) -> std::optional<Problem> {
        if (present.paymentMethod != PaymentMethod::Card) {
            Problem problem = Problem::of(ErrorCode::NotAllowedNow);
            problem.present = presentStage(present);
            return problem;
        }
        const auto refund = refundOfTotal(present, request.refundMinor, leastRefund(present));
        if (!refund)
            return refund.error();
        const QString words = request.words.trimmed();
        if (words.isEmpty())
            return Problem::at(ErrorCode::MissingField, QStringLiteral("words"));
        present.settlement = Settlement{request.fault, *refund, words};
        return {};
    };
    return decide(order, Action::Settle, by, version, settle);
}

/// An order that became cheaper may hold more than it costs now.
Money Arbitration::leastRefund(const Order &order) const {
    const Money nothing = Money::zero(order.total.currency());
    return std::max(nothing, order.total.minus(m_held(order)).value_or(nothing));
}

OrderLifecycle::Outcome Arbitration::decide(OrderId order, Action action, const Actor &by,
                                            int version, const OrderLifecycle::Amend &decision) {
    const auto outcome =
        m_lifecycle.advance(order, action, by, Expectation::ofVersion(version), decision);
    if (outcome)
        m_audit({*by.account, QStringLiteral("order-") + toText(action), order,
                 QString::fromUtf8(decisionIn(*outcome))});
    return outcome;
}

} // namespace soban::ordering
