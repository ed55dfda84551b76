// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/CommandDesk.h"
#include "api/RouteFunctions.h"
#include "catalog/Catalogue.h"

namespace soban::api {

/// What customers keep: favourite shops and addresses; and where the rider with their order is.
class CustomerRoutes {
public:
    CustomerRoutes(CommandDesk &commands, ReadPool &readers, const catalog::Catalogue &catalogue,
                   const Clock &clock);

    RouteFunctions functions();

private:
    void favourites(const Call &call);
    void addFavourite(const Call &call);
    void removeFavourite(const Call &call);
    void addresses(const Call &call);
    void saveAddresses(const Call &call);
    void riderPosition(const Call &call);

    CommandDesk &m_commands;
    ReadPool &m_readers;
    const catalog::Catalogue &m_catalogue;
    const Clock &m_clock;
};

} // namespace soban::api
