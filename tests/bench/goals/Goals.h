// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "stage/Stage.h"

#include <functional>

namespace soban::bench {

/// A goal of docs/performance.md and how it is measured.
struct Goal {
    QString id;
    QString title;
    std::function<Outcome(Stage &)> measure;
};

/// All of them, P1 to P10.
QList<Goal> allGoals();

Outcome measurePlacing(Stage &stage);
Outcome measurePostgres(Stage &stage);
Outcome measureStatusReads(Stage &stage);
Outcome measureEventDelay(Stage &stage);
Outcome measureIdleStreams(Stage &stage);
Outcome measureFanOut(Stage &stage);
Outcome measureSocketGuard(Stage &stage);
Outcome measureFullStore(Stage &stage);
Outcome measureStarts(Stage &stage);
Outcome measureCards(Stage &stage);

/// How many clients ask at a time, unless a goal says otherwise.
inline constexpr int kClients = 64;
inline constexpr int kCreated = 201;

} // namespace soban::bench
