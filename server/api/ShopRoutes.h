// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/CommandDesk.h"
#include "api/RouteFunctions.h"
#include "catalog/Catalogue.h"

namespace soban::api {

/// A shop's own affairs: settings, mode, menu and shelf.
class ShopRoutes {
public:
    ShopRoutes(CommandDesk &commands, ReadPool &readers, const catalog::Catalogue &catalogue,
               const Clock &clock);

    RouteFunctions functions();

private:
    void settings(const Call &call);
    void edit(const Call &call);
    void setMode(const Call &call);
    void menu(const Call &call);
    void editMenu(const Call &call);
    void setAvailability(const Call &call);

    CommandDesk &m_commands;
    ReadPool &m_readers;
    const catalog::Catalogue &m_catalogue;
    const Clock &m_clock;
};

} // namespace soban::api
