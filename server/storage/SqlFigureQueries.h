// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "queries/Figures.h"
#include "storage/Database.h"

namespace soban::storage {

class SqlFigureQueries : public FigureQueries {
public:
    explicit SqlFigureQueries(Database &database) : m_database(database) {}

    QList<OrderFact> ordersOf(ShopId shop, Instant begin, Instant end) const override;
    QList<RideFact> ridesOf(AccountId rider, Instant begin, Instant end) const override;

private:
    Database &m_database;
};

} // namespace soban::storage
