// SPDX-License-Identifier: GPL-3.0-or-later
#include "stage/Rounds.h"

#include <algorithm>

namespace soban::bench {

double median(std::vector<double> values) {
    if (values.empty())
        return 0;
    std::sort(values.begin(), values.end());
    const std::size_t half = values.size() / 2;
    return values.size() % 2 == 1 ? values[half] : (values[half - 1] + values[half]) / 2;
}

int Rounds::add(Measure measure) {
    m_sides.push_back({std::move(measure), {}});
    return int(m_sides.size()) - 1;
}

void Rounds::run(int rounds) {
    for (int round = 0; round < rounds; ++round) {
        for (Side &side : m_sides)
            side.results.push_back(side.measure());
    }
}

double Rounds::perSecond(int side) const {
    std::vector<double> rates;
    for (const LoadResult &result : m_sides.at(std::size_t(side)).results)
        rates.push_back(result.perSecond());
    return median(std::move(rates));
}

double Rounds::ratio(int side, int toOther) const {
    const auto &own = m_sides.at(std::size_t(side)).results;
    const auto &others = m_sides.at(std::size_t(toOther)).results;
    std::vector<double> ratios;
    for (std::size_t round = 0; round < own.size(); ++round) {
        if (others[round].perSecond() > 0)
            ratios.push_back(own[round].perSecond() / others[round].perSecond());
    }
    return median(std::move(ratios));
}

Histogram Rounds::latency(int side) const {
    Histogram all;
    for (const LoadResult &result : m_sides.at(std::size_t(side)).results)
        all.merge(result.latency);
    return all;
}

double Rounds::milliseconds(int side, double share) const {
    return millisecondsOf(latency(side).quantile(share));
}

double Rounds::serverMicroseconds(int side) const {
    Span time{0};
    qint64 answers = 0;
    for (const LoadResult &result : m_sides.at(std::size_t(side)).results) {
        time += result.serverTime;
        answers += result.answers;
    }
    return answers > 0 ? 1e6 * secondsOf(time) / double(answers) : 0;
}

double Rounds::serverPercent(int side) const {
    Span time{0};
    Span wall{0};
    for (const LoadResult &result : m_sides.at(std::size_t(side)).results) {
        time += result.serverTime;
        wall += result.wall;
    }
    return wall > Span(0) ? 100 * secondsOf(time) / secondsOf(wall) : 0;
}

LoadResult lookingAt(const Child &server, const Rounds::Measure &measure) {
    const Moment begin = Clock::now();
    const Span before = server.cpuTime();
    LoadResult result = measure();
    result.wall = Clock::now() - begin;
    result.serverTime = server.cpuTime() - before;
    return result;
}

QString Rounds::fault() const {
    for (std::size_t side = 0; side < m_sides.size(); ++side) {
        for (const LoadResult &result : m_sides[side].results) {
            if (result.failures > 0)
                return QStringLiteral("side %1: %2 requests failed, the first with %3")
                    .arg(side + 1)
                    .arg(result.failures)
                    .arg(result.firstFailure);
        }
    }
    return {};
}

} // namespace soban::bench
