// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/Network.h"

namespace soban::app {

namespace {

/// What one of so many threads may have. The kernel spreads by chance: each gets a little more.
int shareOf(int all, int threads) {
    constexpr double kSlack = 1.1;
    return threads == 1 ? all : std::max(1, int(all * kSlack / threads));
}

} // namespace

Network::Network(const NetworkThread::Needs &needs, int threads) {
    NetworkThread::Needs each = needs;
    each.httpLimits.maxConnections = shareOf(needs.httpLimits.maxConnections, threads);
    each.hubLimits.maxFollowers = shareOf(needs.hubLimits.maxFollowers, threads);
    for (int number = 1; number <= threads; ++number)
        m_threads.push_back(std::make_unique<NetworkThread>(each, number));
}

http::ListenOutcome Network::listen(const QHostAddress &address, quint16 port) {
    for (const auto &thread : m_threads) {
        const bool isFirst = thread == m_threads.front();
        const auto outcome = isFirst ? thread->listen(address, port, http::PortUse::Claim)
                                     : thread->listen(address, this->port(), http::PortUse::Join);
        if (!outcome)
            return outcome;
    }
    return {true, {}};
}

Network::Counts Network::counts() const {
    Counts all;
    for (const auto &thread : m_threads) {
        all.connections += thread->connections();
        all.streams += thread->hubCounts().sockets;
        all.polls += thread->hubCounts().polls;
    }
    return all;
}

void Network::stopAccepting() {
    for (const auto &thread : m_threads)
        thread->stopAccepting();
}

qsizetype Network::inFlight() {
    qsizetype all = 0;
    for (const auto &thread : m_threads)
        all += thread->inFlight();
    return all;
}

void Network::close() {
    // All streams at once, as each thread waits for the goodbyes of its own.
    for (const auto &thread : m_threads)
        thread->sayGoodbye();
    for (const auto &thread : m_threads)
        thread->close();
}

} // namespace soban::app
