// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/EnumText.h"
#include "domain/Id.h"
#include "domain/Instant.h"

#include <QList>

namespace soban {

enum class TimerKind {
    AutoComplete,
    Answer,  ///< the shop has until then to answer
    Payment, ///< and the customer to pay again
    Widen,   ///< until then a rider may come who is near
};

template <>
struct EnumText<TimerKind> {
    static constexpr std::array entries{
        std::pair{TimerKind::AutoComplete, "autoComplete"}, std::pair{TimerKind::Answer, "answer"},
        std::pair{TimerKind::Payment, "payment"}, std::pair{TimerKind::Widen, "widen"}};
};

struct Timer {
    TimerKind kind;
    OrderId order;
    Instant dueAt;
};

/// Timers are rows: they are set, moved and struck out in the transaction of the change that wants
/// them, and fire after a restart as well.
class TimerBook {
public:
    virtual ~TimerBook() = default;
    virtual void set(TimerKind kind, OrderId order, Instant dueAt) = 0;
    /// What it stood for has happened otherwise.
    virtual void drop(TimerKind kind, OrderId order) = 0;
    /// Timers that are due at `now`, earliest first, at most `limit`.
    virtual QList<Timer> due(Instant now, int limit) const = 0;
    /// When the next one is due.
    virtual std::optional<Instant> nextDue() const = 0;
    /// Strikes a timer out as it was found; false if somebody else did, who then owns what it stood
    /// for.
    virtual bool strike(const Timer &timer) = 0;
};

} // namespace soban
