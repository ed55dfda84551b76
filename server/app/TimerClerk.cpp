// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/TimerClerk.h"

#include <algorithm>

namespace soban::app {

namespace {

/// Whoever is declined again and again must not keep the goods from others.
constexpr std::chrono::hours kLongestUnpaid{1};

/// It was cancelled instead of being paid again.
bool isDeclinedOneOver(const Transition &transition, const Order &order) {
    return transition.from.order == OrderState::PaymentPending &&
           transition.to.order == OrderState::Cancelled && order.answerBy;
}

} // namespace

/// What is ordered at night for a day ahead waits until somebody is there.
Instant TimerClerk::answerBy(ShopId shop) const {
    const Instant now = m_clock.now();
    const auto entry = m_catalogue.find(shop);
    const bool isOpen = !entry || entry->shop.hours.isOpenAt(now);
    return (isOpen ? now : entry->shop.hours.nextOpening(now).value_or(now)) + m_delays.answer;
}

void TimerClerk::amend(Order &order, const Transition &transition) {
    if (transition.action == Action::ConfirmPayment)
        order.answerBy = answerBy(order.shop);
    else if (transition.action == Action::DeclinePayment)
        order.answerBy =
            std::min(m_clock.now() + m_delays.payment, order.times.created + kLongestUnpaid);
    else if (transition.action == Action::PayAgain)
        order.answerBy.reset();
}

void TimerClerk::stepped(const OrderStep &step) {
    const auto &[action, from, to, effects] = step.transition;
    if (action == Action::ConfirmPayment)
        m_timers.set(TimerKind::Answer, step.order.id, *step.order.answerBy);
    else if (from.order == OrderState::Placed && to.order != from.order)
        m_timers.drop(TimerKind::Answer, step.order.id);
    else if (action == Action::DeclinePayment)
        m_timers.set(TimerKind::Payment, step.order.id, *step.order.answerBy);
    else if (action == Action::PayAgain || isDeclinedOneOver(step.transition, step.order))
        m_timers.drop(TimerKind::Payment, step.order.id);
    else if (action == Action::Confirm)
        m_timers.drop(TimerKind::AutoComplete, step.order.id);
    const bool isSearched = effects.contains(Effect::OpenDelivery) ||
                            (action == Action::WidenOffer && !step.order.riderSearch->isInVain);
    if (isSearched)
        m_timers.set(TimerKind::Widen, step.order.id, m_clock.now() + m_delays.widen);
    else if (effects.contains(Effect::WithdrawOffer))
        m_timers.drop(TimerKind::Widen, step.order.id);
    if (effects.contains(Effect::StartAutoComplete))
        m_timers.set(TimerKind::AutoComplete, step.order.id, m_clock.now() + m_delays.autoComplete);
}

} // namespace soban::app
