// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "drill/Race.h"
#include "drill/Reckoning.h"

namespace soban::drill {

struct RaceOutcome {
    struct Pair {
        QString name;
        qint64 races = 0;
        qint64 wonByFirst = 0;
        qint64 wonBySecond = 0;
    };

    QList<Pair> pairs = {};
    qint64 races = 0;
    qint64 spoiled = 0;
    Reckoning reckoning = {};
    QStringList faults = {};

    qint64 violations() const { return reckoning.violations + faults.size(); }
};

/// Has two people, or one and a timer, want different things of an order at once, from two
/// connections: one wins, the other is told what has won, and in the end each order is where its
/// winner brought it, and its money right (G4, G6, G12).
class RaceDrill {
public:
    RaceDrill(Engine engine, quint32 seed) : m_engine(engine), m_random(seed) {}

    /// `races`: of each pair.
    RaceOutcome run(int races);

private:
    Fault open();
    Fault race(const RacePair &pair, int races);
    Fault settle();
    Fault holdEnds();

    const Engine m_engine;
    QRandomGenerator m_random;
    Stand m_stand;
    std::unique_ptr<Scribe> m_scribe;
    QHash<OrderId, RaceEnd> m_ends;
    RaceOutcome m_outcome;
};

} // namespace soban::drill
