// SPDX-License-Identifier: GPL-3.0-or-later
#include "identity/SignInThrottle.h"

#include <QHashFunctions>
#include <QRandomGenerator>

#include <algorithm>
#include <tuple>
#include <vector>

namespace soban::identity {

using std::chrono::milliseconds;

namespace {

/// Beyond these the delay grows no more, and neither does the time until all is forgiven.
constexpr int kMostDoublings = 10;

/// Hashed, so that long logins cost no memory; seeded, so that nobody can aim at another's counter.
quint64 keyOf(const QString &login, const QString &address) {
    static const quint64 seed = QRandomGenerator::system()->generate64();
    return qHashMulti(static_cast<std::size_t>(seed), login, address);
}

} // namespace

AttemptCounters::AttemptCounters(const ThrottleRule &rule, int mostKeys)
    : m_rule(rule), m_mostKeys(mostKeys) {}

AttemptCounters::Counter AttemptCounters::forgiven(Counter counter, Instant now) const {
    // A clock that was set back must not make anybody wait for it to catch up.
    counter.last = std::min(counter.last, now);
    counter.countedFrom = std::min(counter.countedFrom, now);
    const qint64 forgivable = (now - counter.countedFrom).count() / m_rule.forgiveEveryMs;
    counter.attempts = int(std::max<qint64>(0, counter.attempts - forgivable));
    counter.countedFrom = counter.countedFrom + milliseconds(forgivable * m_rule.forgiveEveryMs);
    return counter;
}

milliseconds AttemptCounters::waitFor(quint64 key, Instant now, int fewerFree) const {
    const auto found = m_counters.constFind(key);
    if (found == m_counters.cend())
        return milliseconds::zero();
    const Counter counter = forgiven(*found, now);
    const int free = std::max(1, m_rule.freeAttempts - fewerFree);
    if (counter.attempts < free)
        return milliseconds::zero();
    const int doublings = std::min(counter.attempts - free, kMostDoublings);
    const milliseconds delay(std::min(m_rule.firstDelayMs << doublings, m_rule.longestDelayMs));
    return std::max(milliseconds::zero(), counter.last + delay - now);
}

int AttemptCounters::count(quint64 key, Instant now) const {
    const auto found = m_counters.constFind(key);
    return found == m_counters.cend() ? 0 : forgiven(*found, now).attempts;
}

void AttemptCounters::add(quint64 key, Instant now) {
    if (!m_counters.contains(key) && m_counters.size() >= m_mostKeys)
        makeRoom(now);
    Counter counter = forgiven(m_counters.value(key, Counter{0, now, now}), now);
    if (counter.attempts == 0)
        counter.countedFrom = now;
    counter.attempts = std::min(counter.attempts + 1, m_rule.freeAttempts + kMostDoublings);
    counter.last = now;
    m_counters.insert(key, counter);
}

void AttemptCounters::takeBack(quint64 key) {
    const auto found = m_counters.find(key);
    if (found == m_counters.end())
        return;
    if (--found->attempts <= 0)
        m_counters.erase(found);
}

void AttemptCounters::makeRoom(Instant now) {
    struct Row {
        int attempts;
        qint64 lastMs;
        quint64 key;
    };
    std::vector<Row> rows;
    rows.reserve(std::size_t(m_counters.size()));
    for (auto it = m_counters.cbegin(); it != m_counters.cend(); ++it)
        rows.push_back({forgiven(*it, now).attempts, it->last.ms(), it.key()});
    // Half at once, so that a flood pays for this rarely.
    const auto half = rows.begin() + std::max<std::ptrdiff_t>(1, std::ptrdiff_t(rows.size() / 2));
    std::ranges::nth_element(rows, half - 1, {}, [](const Row &row) {
        return std::tuple(row.attempts, row.lastMs, row.key);
    });
    std::for_each(rows.begin(), half, [this](const Row &row) { m_counters.remove(row.key); });
}

SignInThrottle::SignInThrottle(const ThrottleLimits &limits)
    : m_pairs(limits.perPair, limits.mostKeys)
    , m_addresses(limits.perAddress, limits.mostKeys)
    , m_logins(limits.perLogin, limits.mostKeys)
    , m_registrations(limits.registrations, limits.mostKeys)
    , m_trustedPairs(limits.mostKeys) {}

milliseconds SignInThrottle::admit(const QString &login, const QString &address, Instant now) {
    const quint64 pair = keyOf(login, address);
    const quint64 ofAddress = keyOf({}, address);
    const quint64 ofLogin = keyOf(login, {});
    const QMutexLocker lock(&m_mutex);
    const bool isTrusted = m_trustedPairs.object(pair) != nullptr;
    // Many addresses guessing at one account: each still has its first attempt, and no more.
    const bool isUnderAttack = m_logins.count(ofLogin, now) >= m_logins.freeAttempts();
    milliseconds wait =
        m_pairs.waitFor(pair, now, isUnderAttack && !isTrusted ? m_pairs.freeAttempts() - 1 : 0);
    if (!isTrusted)
        wait = std::max(wait, m_addresses.waitFor(ofAddress, now));
    if (wait > milliseconds::zero())
        return wait;
    m_pairs.add(pair, now);
    m_addresses.add(ofAddress, now);
    m_logins.add(ofLogin, now);
    return milliseconds::zero();
}

void SignInThrottle::succeeded(const QString &login, const QString &address) {
    const quint64 pair = keyOf(login, address);
    const QMutexLocker lock(&m_mutex);
    m_pairs.clear(pair);
    // Only this attempt is forgiven: knowing one password must not pay for guessing others.
    m_addresses.takeBack(keyOf({}, address));
    m_logins.takeBack(keyOf(login, {}));
    m_trustedPairs.insert(pair, new bool(true));
}

void SignInThrottle::withdrawn(const QString &login, const QString &address) {
    const QMutexLocker lock(&m_mutex);
    m_pairs.takeBack(keyOf(login, address));
    m_addresses.takeBack(keyOf({}, address));
    m_logins.takeBack(keyOf(login, {}));
}

milliseconds SignInThrottle::admitRegistration(const QString &address, Instant now) {
    const quint64 key = keyOf({}, address);
    const QMutexLocker lock(&m_mutex);
    const milliseconds wait = m_registrations.waitFor(key, now);
    if (wait == milliseconds::zero())
        m_registrations.add(key, now);
    return wait;
}

int SignInThrottle::keys() const {
    const QMutexLocker lock(&m_mutex);
    return m_pairs.keys() + m_addresses.keys() + m_logins.keys() + m_registrations.keys() +
           int(m_trustedPairs.size());
}

} // namespace soban::identity
