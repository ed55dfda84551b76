// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Event.h"

namespace soban {

/// Hears of events within the transaction that announces them: how read models keep up.
class EventListener {
public:
    virtual ~EventListener() = default;
    virtual void announced(const DomainEvent &event) = 0;
};

/// Where modules announce what happened. Belongs to the transaction that is open: the events are
/// committed with the change, or neither is.
class EventSink {
public:
    virtual ~EventSink() = default;
    virtual void announce(const DomainEvent &event) = 0;
};

} // namespace soban
