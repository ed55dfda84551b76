// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/CircuitBreaker.h"

#include <QLoggingCategory>

#include <algorithm>

namespace soban::providers {

namespace {
Q_LOGGING_CATEGORY(lcBreaker, "soban.providers.breaker")
}

CircuitBreaker::CircuitBreaker(Rules rules, std::function<Moment()> now)
    : m_rules(rules), m_now(std::move(now)), m_rest(rules.rest) {}

std::optional<CircuitBreaker::Pass> CircuitBreaker::admit() {
    const std::lock_guard lock(m_mutex);
    if (isRested()) {
        change(State::HalfOpen); // this is the one
    } else if (m_state != State::Closed) {
        ++m_counts.heldBack;
        return std::nullopt;
    }
    return Pass(m_period);
}

void CircuitBreaker::tell(Pass pass, bool isAnswered) {
    const std::lock_guard lock(m_mutex);
    if (!isAnswered)
        ++m_counts.failed;
    if (pass.m_period != m_period)
        return;
    m_recent.push_back(isAnswered);
    if (m_recent.size() > std::size_t(m_rules.recentCalls))
        m_recent.pop_front();
    if (m_state == State::HalfOpen && isAnswered) {
        change(State::Closed);
        m_rest = m_rules.rest;
        qCInfo(lcBreaker, "%s answers again", m_rules.provider);
    } else if (m_state == State::HalfOpen) {
        m_rest = std::min(2 * m_rest, m_rules.longest);
        open();
    } else if (isTooMuch()) {
        open();
    }
}

void CircuitBreaker::giveBack(Pass pass) {
    const std::lock_guard lock(m_mutex);
    if (pass.m_period == m_period && m_state == State::HalfOpen)
        change(State::Open); // its rest is over: the next call is the probe
}

bool CircuitBreaker::isTooMuch() const {
    return std::count(m_recent.cbegin(), m_recent.cend(), false) >= m_rules.failures;
}

void CircuitBreaker::open() {
    change(State::Open);
    m_openUntil = m_now() + m_rest;
    ++m_counts.opened;
    qCWarning(lcBreaker, "%s does not answer; it is left alone for %lld ms", m_rules.provider,
              qlonglong(m_rest.count()));
}

void CircuitBreaker::change(State state) {
    m_state = state;
    ++m_period;
    m_recent.clear();
}

bool CircuitBreaker::isRested() const {
    return m_state == State::Open && m_now() >= m_openUntil;
}

bool CircuitBreaker::isAvailable() const {
    const std::lock_guard lock(m_mutex);
    return m_state == State::Closed || isRested();
}

CircuitBreaker::Counts CircuitBreaker::counts() const {
    const std::lock_guard lock(m_mutex);
    Counts counts = m_counts;
    counts.state = isRested() ? State::HalfOpen : m_state;
    return counts;
}

} // namespace soban::providers
