// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalog/Catalogue.h"
#include "clock/Clock.h"
#include "events/TimerBook.h"
#include "lifecycle/OrderLifecycle.h"

namespace soban::app {

/// Sets the timers that a step asks for, and drops those that it makes needless.
class TimerClerk : public StepListener {
public:
    struct Delays {
        std::chrono::minutes answer;       ///< of the shop, while it is open
        std::chrono::minutes payment;      ///< to pay again after a decline
        std::chrono::minutes autoComplete; ///< after the hand-over
        std::chrono::minutes widen;        ///< for a rider, before those farther away are asked
    };

    TimerClerk(TimerBook &timers, const catalog::Catalogue &catalogue, const Clock &clock,
               Delays delays)
        : m_timers(timers), m_catalogue(catalogue), m_clock(clock), m_delays(delays) {}

    void amend(Order &order, const Transition &transition) override;
    void stepped(const OrderStep &step) override;

private:
    Instant answerBy(ShopId shop) const;

    TimerBook &m_timers;
    const catalog::Catalogue &m_catalogue;
    const Clock &m_clock;
    const Delays m_delays;
};

} // namespace soban::app
