// SPDX-License-Identifier: GPL-3.0-or-later
#include "drill/Drill.h"

#include <cstdio>

#include <unistd.h>

namespace soban::drill {

Drill::Drill(const bench::Town &town, Server &server, Trouble &trouble, quint32 seed)
    : m_server(server)
    , m_trouble(trouble)
    , m_customers(int(town.customerTokens.size()))
    , m_random(seed)
    , m_book(town)
    , m_follower(town.shops.first().ownerToken)
    , m_audit(m_book, m_follower, m_outcome.tally) {}

Outcome Drill::run(int cycles) {
    while (m_outcome.isClean() && m_outcome.cycles < cycles) {
        if (const auto fault = cycle())
            m_outcome.faults.append(*fault);
        ++m_outcome.cycles;
        tell(cycles);
    }
    if (m_outcome.isClean()) {
        if (const auto fault = endWell())
            m_outcome.faults.append(*fault);
    }
    return m_outcome;
}

Fault Drill::cycle() {
    constexpr quint32 kOneIn = 4;
    Fault fault = m_random.bounded(kOneIn) == 0 ? startInVain() : std::nullopt;
    if (!fault)
        fault = startAndHold();
    return fault ? fault : strike();
}

/// What a start repairs must stay in repair when it is cut short.
Fault Drill::startInVain() {
    constexpr int kLongestMs = 200;
    ++m_outcome.startsInVain;
    const std::chrono::milliseconds life(m_random.bounded(1, kLongestMs));
    Fault fault = m_trouble.prepare();
    if (!fault)
        fault = m_server.startInVain(m_trouble.environment(), life);
    return fault ? fault : m_trouble.clearUp();
}

Fault Drill::startAndHold() {
    Fault fault = m_trouble.prepare();
    if (!fault)
        fault = m_server.start(m_trouble.environment());
    if (!fault)
        m_audit.holdPage(line());
    return fault;
}

Fault Drill::strike() {
    Load load(line(), m_customers, m_book, m_random);
    const Fault fault = m_trouble.strike({m_server, load, line(), m_book, m_random});
    m_follower.end();
    m_outcome.acknowledged += load.acknowledged();
    m_outcome.refused += load.refused();
    m_outcome.faults += load.strangeAnswers();
    return fault ? fault : m_trouble.clearUp();
}

Fault Drill::endWell() {
    if (const auto fault = startAndHold())
        return fault;
    m_audit.holdAll(line());
    m_follower.end();
    return m_server.stop();
}

/// Only to a person in front: in a log it would be noise.
void Drill::tell(int cycles) const {
    if (::isatty(STDERR_FILENO) == 0)
        return;
    const double spent = bench::secondsOf(bench::Clock::now() - m_begin);
    std::fprintf(stderr, "\r%d/%d, %lld acknowledged, %.0f s left  ", m_outcome.cycles, cycles,
                 static_cast<long long>(m_outcome.acknowledged),
                 spent / m_outcome.cycles * (cycles - m_outcome.cycles));
    if (m_outcome.cycles == cycles || !m_outcome.isClean())
        std::fputc('\n', stderr);
}

} // namespace soban::drill
