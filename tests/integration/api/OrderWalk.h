// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Lifecycle.h"
#include "support/TestTown.h"

#include <span>

namespace soban::testing {

/// An action of the lifecycle that has a route, and the role that the route is for.
struct WiredAction {
    contract::RouteId route;
    Action action;
    Role role;
};

std::span<const WiredAction> wiredActions();
const WiredAction &wiredAction(contract::RouteId route);

/// One step of an order's life, and who takes it.
struct Step {
    Action action;
    Caller caller;
};
using Steps = QList<Step>;

/// Where an order of the kitchen stands, and what one has to know to move it on.
struct Standing {
    OrderId id;
    int version;
    Stage stage;
    QString code;                ///< that the customer shows at the door
    std::optional<Caller> rider; ///< who holds the delivery
    bool wasOffered = false;     ///< riders have seen it

    /// What an answer must say of it.
    bool isShownBy(const std::optional<contract::PresentStage> &present) const;
};

/// The call by which `caller` tries an action, with all that the order's present standing needs.
ApiCall actionCall(const TestTown &town, const WiredAction &wired, Caller caller,
                   const Standing &standing);

/// What an allowed action by `caller` makes of a standing.
Standing after(const Standing &standing, const Transition &transition, Caller caller);

/// Takes a step that is allowed; false when the server refuses.
bool advance(TestTown &town, Standing &standing, const Step &step);

/// Places an order and takes steps with it, in vain if there is a fault (which is printed).
std::optional<Standing> stand(TestTown &town, Fulfilment fulfilment, const Steps &steps = {},
                              PaymentMethod method = PaymentMethod::OnDelivery);

/// An order whose card was declined: placed, and not paid for.
std::optional<Standing> standUnpaid(TestTown &town);

} // namespace soban::testing
