// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/RouteFunctions.h"

namespace soban::api {

/// What the operator of the platform looks up, and who anybody is.
class OperatorRoutes {
public:
    explicit OperatorRoutes(ReadPool &readers) : m_readers(readers) {}

    RouteFunctions functions();

private:
    void account(const Call &call);
    void auditOrders(const Call &call);
    void auditOrder(const Call &call);
    void accounts(const Call &call);

    ReadPool &m_readers;
};

} // namespace soban::api
