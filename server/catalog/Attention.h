// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalog/ShopBook.h"
#include "clock/Clock.h"
#include "events/EventSink.h"
#include "lifecycle/OrderLifecycle.h"

namespace soban::catalog {

/// How many orders in a row a shop has left without an answer, inside the open transaction.
class MissedBook {
public:
    virtual ~MissedBook() = default;
    /// One more; how many there are now.
    virtual int miss(ShopId shop) = 0;
    virtual void forget(ShopId shop) = 0;
};

/// Pauses a shop where nobody seems to be: no customer shall wait there in vain once more (R3).
class Attention : public StepListener {
public:
    Attention(MissedBook &missed, ShopBook &shops, EventSink &events, const Clock &clock)
        : m_missed(missed), m_shops(shops), m_events(events), m_clock(clock) {}

    void stepped(const OrderStep &step) override;

private:
    void pause(ShopId shop);

    MissedBook &m_missed;
    ShopBook &m_shops;
    EventSink &m_events;
    const Clock &m_clock;
};

} // namespace soban::catalog
