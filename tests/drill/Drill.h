// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "drill/Audit.h"
#include "drill/Trouble.h"

namespace soban::drill {

/// What came of a drill.
struct Outcome {
    int cycles = 0;
    qint64 startsInVain = 0; ///< in between: the server was killed while it started
    qint64 acknowledged = 0;
    qint64 refused = 0; ///< with 503
    Tally tally = {};
    QStringList faults = {}; ///< what ended it, or must not have happened

    bool isClean() const { return tally.isClean() && faults.isEmpty(); }
};

/// One server in front of one town: it is started, held against what it promised, put under load
/// and struck, over and over.
class Drill {
public:
    Drill(const bench::Town &town, Server &server, Trouble &trouble, quint32 seed);

    /// Ends early at the first cycle that something is wrong with.
    Outcome run(int cycles);

private:
    Fault cycle();
    Fault startInVain();
    Fault startAndHold();
    Fault strike();
    Fault endWell();
    Line line() { return {m_poller, m_server.port()}; }
    void tell(int cycles) const;

    Server &m_server;
    Trouble &m_trouble;
    const int m_customers;
    bench::Poller m_poller;
    QRandomGenerator m_random;
    Book m_book;
    Follower m_follower;
    Outcome m_outcome;
    Audit m_audit;
    const bench::Moment m_begin = bench::Clock::now();
};

} // namespace soban::drill
