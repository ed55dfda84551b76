// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/CommandDesk.h"
#include "api/RouteFunctions.h"
#include "catalog/Catalogue.h"

namespace soban::api {

/// The customer's side of orders: quote, place, list, pay, confirm, review.
class OrderRoutes {
public:
    OrderRoutes(CommandDesk &commands, ReadPool &readers, const catalog::Catalogue &catalogue);

    RouteFunctions functions();

private:
    void quote(const Call &call);
    void place(const Call &call);
    void list(const Call &call);
    void payments(const Call &call);
    void pay(const Call &call);
    void change(const Call &call);
    void confirm(const Call &call);
    void cancel(const Call &call);
    void writeReview(const Call &call);
    void messages(const Call &call);

    CommandDesk &m_commands;
    ReadPool &m_readers;
    const catalog::Catalogue &m_catalogue;
};

} // namespace soban::api
