// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/RouteFunctions.h"
#include "catalog/ShopBook.h"
#include "clock/Clock.h"

namespace soban::api {

/// What anybody may browse: shops near an address, menus, reviews.
class CatalogueRoutes {
public:
    CatalogueRoutes(const catalog::Catalogue &catalogue, ReadPool &readers, const Clock &clock);

    RouteFunctions functions();

private:
    void list(const Call &call);
    void get(const Call &call);
    void reviews(const Call &call);

    const catalog::Catalogue &m_catalogue;
    ReadPool &m_readers;
    const Clock &m_clock;
};

} // namespace soban::api
