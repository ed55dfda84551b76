// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/TimerClerk.h"

namespace soban::app {

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
}

void TimerClerk::stepped(const OrderStep &step) {
    const auto &[action, from, to, effects] = step.transition;
    if (action == Action::ConfirmPayment)
        m_timers.set(TimerKind::Answer, step.order.id, *step.order.answerBy);
    else if (from.order == OrderState::Placed && to.order != from.order)
        m_timers.drop(TimerKind::Answer, step.order.id);
    if (effects.contains(Effect::StartAutoComplete))
        m_timers.set(TimerKind::AutoComplete, step.order.id, m_clock.now() + m_delays.autoComplete);
}

} // namespace soban::app
