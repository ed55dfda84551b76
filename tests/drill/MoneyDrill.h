// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "drill/MoneyWalk.h"
#include "drill/Reckoning.h"

namespace soban::drill {

struct MoneyOutcome {
    MoneyTally tally = {};
    Reckoning reckoning = {};
    qint64 outages = 0; ///< of the provider
    double seconds = 0; ///< that the orders took, without the rest
    QStringList faults = {};

    qint64 violations() const { return reckoning.violations + tally.faults.size() + faults.size(); }
};

/// Waits until nothing is to happen by itself any more, on a stand whose provider is sound, and
/// reckons. The error is for people.
Result<Reckoning, QString> reckonAtRest(Stand &stand, int stock);

/// Many orders at a time, whose people, provider and line do what chance has them do (G3–G5).
class MoneyDrill {
public:
    MoneyDrill(Engine engine, quint32 seed) : m_engine(engine), m_random(seed) {}

    MoneyOutcome run(qint64 orders);

private:
    Fault open();
    Fault misbehave();
    Fault hang();
    Fault walk(qint64 orders);
    void settle();

    const Engine m_engine;
    QRandomGenerator m_random;
    Stand m_stand;
    MoneyOutcome m_outcome;
};

} // namespace soban::drill
