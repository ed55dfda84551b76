// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/RouteFunctions.h"
#include "catalog/Catalogue.h"

namespace soban::api {

/// What came of some days: a shop's figures and its orders as a table, a rider's earnings.
class FigureRoutes {
public:
    FigureRoutes(ReadPool &readers, const catalog::Catalogue &catalogue);

    RouteFunctions functions();

private:
    void figures(const Call &call);
    void exportOrders(const Call &call);
    void earnings(const Call &call);

    ReadPool &m_readers;
    const catalog::Catalogue &m_catalogue;
};

} // namespace soban::api
