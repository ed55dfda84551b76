// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "events/PictureNames.h"
#include "lifecycle/CodeGuard.h"
#include "lifecycle/Endings.h"

namespace soban::kitchen {

/// The shop's steps with a ticket (R4, R5, R14): from accepting it to handing it over.
class Kitchen {
public:
    using Outcome = OrderLifecycle::Outcome;

    Kitchen(OrderLifecycle &lifecycle, CodeGuard &codes, const PictureNames &uploaded)
        : m_lifecycle(lifecycle), m_codes(codes), m_uploaded(uploaded) {}

    Outcome accept(OrderId order, const Actor &shop, int version, int preparationMinutes);
    /// Needs a reason; all money goes back (R4).
    Outcome refuse(OrderId order, const Actor &shop, int version,
                   const contract::EndRequest &request);
    /// Promises a later time: that many minutes more.
    Outcome extend(OrderId order, const Actor &shop, int version, int minutes);
    /// Once the preparation has begun; all money goes back.
    Outcome cancel(OrderId order, const Actor &shop, int version,
                   const contract::EndRequest &request);
    /// Nobody took the goods at the door.
    Outcome bringBack(OrderId order, const Actor &shop, int version,
                      const contract::EndRequest &request);
    Outcome start(OrderId order, const Actor &shop, int version);
    Outcome finish(OrderId order, const Actor &shop, int version);
    /// No rider came: the shop delivers itself.
    Outcome takeOver(OrderId order, const Actor &shop, int version);
    /// The shop's own courier sets off.
    Outcome pickUp(OrderId order, const Actor &shop, int version);
    /// At the door of the customer, proved by the customer's code. A wrong one is counted even
    /// though the step is refused: the caller keeps the change.
    Outcome handOver(OrderId order, const Actor &shop, int version, const QString &code);
    /// At the door, where nobody opened: a photo of where the goods are stands for the code.
    Outcome handOverByPhoto(OrderId order, const Actor &shop, int version, const QString &photo);
    /// At the counter, proved by the customer's code as above; no confirmation follows.
    Outcome collect(OrderId order, const Actor &shop, int version, const QString &code);

private:
    Outcome step(OrderId order, Action action, const Actor &shop, int version);
    Outcome proved(OrderId order, Action action, const Actor &shop, int version,
                   const QString &code);

    OrderLifecycle &m_lifecycle;
    CodeGuard &m_codes;
    const PictureNames &m_uploaded;
};

} // namespace soban::kitchen
