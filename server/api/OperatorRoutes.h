// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/CommandDesk.h"
#include "api/RouteFunctions.h"

namespace soban::api {

/// What the operator of the platform looks up and decides, and who anybody is.
class OperatorRoutes {
public:
    OperatorRoutes(CommandDesk &commands, ReadPool &readers)
        : m_commands(commands), m_readers(readers) {}

    RouteFunctions functions();

private:
    void account(const Call &call);
    void auditOrders(const Call &call);
    void auditOrder(const Call &call);
    void accounts(const Call &call);
    template <typename Request>
    using Decision = OrderLifecycle::Outcome (ordering::Arbitration::*)(OrderId, const Actor &, int,
                                                                        const Request &);
    template <typename Request>
    RouteFunction deciding(Decision<Request> decision);

    CommandDesk &m_commands;
    ReadPool &m_readers;
};

} // namespace soban::api
