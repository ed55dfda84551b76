// SPDX-License-Identifier: GPL-3.0-or-later
#include "goals/Goals.h"

namespace soban::bench {

QList<Goal> allGoals() {
    const auto goal = [](const char *id, const char *title, Outcome (*measure)(Stage &)) {
        return Goal{QString::fromLatin1(id), QString::fromUtf8(title), measure};
    };
    return {goal("P1", "Placing an order, paid on delivery, 64 clients", measurePlacing),
            goal("P2", "Reading an order's status", measureStatusReads),
            goal("P3", "An event, from its commit to its clients", measureEventDelay),
            goal("P4", "Requests beside idle WebSockets", measureIdleStreams),
            goal("P5", "One event to 5,000 subscribers", measureFanOut),
            goal("P6", "What the guard in front of Qt's parser costs", measureSocketGuard),
            goal("P7", "PostgreSQL", measurePostgres),
            goal("P8", "A full store beside an empty one", measureFullStore),
            goal("P9", "Starting, resting, scrolling", measureStarts),
            goal("P10", "Orders by card, and a provider that hangs", measureCards)};
}

} // namespace soban::bench
