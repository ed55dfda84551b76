// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/CommandDesk.h"
#include "api/RouteFunctions.h"

namespace soban::api {

/// The shop's side of an order: its tickets from accepting to handing over, and answers to reviews.
class TicketRoutes {
public:
    TicketRoutes(CommandDesk &commands, ReadPool &readers);

    RouteFunctions functions();

private:
    using Step = std::function<kitchen::Kitchen::Outcome(kitchen::Kitchen &, OrderId, const Actor &,
                                                         int version)>;

    void list(const Call &call);
    void accept(const Call &call);
    void extend(const Call &call);
    void handOver(const Call &call);
    void collect(const Call &call);
    void answerReview(const Call &call);
    void take(const Call &call, Step step);
    using Ending = kitchen::Kitchen::Outcome (kitchen::Kitchen::*)(OrderId, const Actor &,
                                                                   int version,
                                                                   const contract::EndRequest &);
    /// A step that ends the order without its goods.
    RouteFunction ending(Ending step);
    /// A step without a body.
    RouteFunction plain(kitchen::Kitchen::Outcome (kitchen::Kitchen::*step)(OrderId, const Actor &,
                                                                            int));

    CommandDesk &m_commands;
    ReadPool &m_readers;
};

} // namespace soban::api
