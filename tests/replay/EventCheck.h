// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "replay/Cast.h"
#include "replay/Waiting.h"

namespace soban::replay {

/// How what a stream delivered differs from what the log has for the account (G8).
struct StreamFaults {
    int missing = 0;
    int unknown = 0; ///< delivered, and not in the log
    int repeated = 0;
    int misplaced = 0; ///< all there, in another order

    int count() const { return missing + unknown + repeated + misplaced; }
};

/// Compares id by id, in order.
StreamFaults compareStream(const QList<Party::Heard> &log, const QList<Party::Heard> &heard);

/// How many versions are missing, repeated or out of order in what should be 1, 2, … `final`.
int versionFaults(const QList<int> &versions, int final);

/// Reads the whole log afresh, as each party, and holds it against what the party's stream brought.
/// Says how many events were missed, and in words by whom.
struct EventFindings {
    int missed = 0;
    qint64 compared = 0;
    QStringList words;
};
Result<EventFindings, QString> checkEvents(const Interrupt &interrupt, const Cast &cast,
                                           const QHash<OrderId, int> &finalVersions);

} // namespace soban::replay
