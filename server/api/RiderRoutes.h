// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/CommandDesk.h"
#include "api/RouteFunctions.h"

namespace soban::api {

/// The rider's day: duty, position, offers and deliveries.
class RiderRoutes {
public:
    RiderRoutes(CommandDesk &commands, ReadPool &readers, double offerRadiusMeters);

    RouteFunctions functions();

private:
    using Outcome = delivery::Dispatch::Outcome;
    using Step = Outcome (delivery::Dispatch::*)(OrderId, const Actor &, DeliveryState,
                                                 std::optional<Instant>);

    void getDuty(const Call &call);
    void setDuty(const Call &call);
    void reportPosition(const Call &call);
    void listOffers(const Call &call);
    void listDeliveries(const Call &call);
    void giveBack(const Call &call);
    void bringBack(const Call &call);
    void handOver(const Call &call);
    RouteFunction plain(Step step);

    CommandDesk &m_commands;
    ReadPool &m_readers;
    const double m_offerRadiusMeters;
};

} // namespace soban::api
