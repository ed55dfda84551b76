// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Instant.h"

#include <QCache>
#include <QHash>
#include <QMutex>
#include <QString>

namespace soban::identity {

/// How attempts of one kind are slowed down.
struct ThrottleRule {
    int freeAttempts; ///< go through at once; after them each attempt doubles the delay
    qint64 firstDelayMs;
    qint64 longestDelayMs;
    qint64 forgiveEveryMs; ///< one attempt is forgotten after each such span
};

/// Counts attempts by key and says how long to wait for the next one. Time is an argument. When it
/// is full, the keys with the fewest attempts go first: a flood of new keys hides no old one.
class AttemptCounters {
public:
    AttemptCounters(const ThrottleRule &rule, int mostKeys);

    /// Until the key may try again; zero: now. `fewerFree`: how many free attempts are denied.
    std::chrono::milliseconds waitFor(quint64 key, Instant now, int fewerFree = 0) const;
    /// How many attempts are not yet forgotten.
    int count(quint64 key, Instant now) const;
    void add(quint64 key, Instant now);
    /// Takes one attempt back.
    void takeBack(quint64 key);
    void clear(quint64 key) { m_counters.remove(key); }
    int keys() const { return int(m_counters.size()); }
    int freeAttempts() const { return m_rule.freeAttempts; }

private:
    struct Counter {
        int attempts;
        Instant countedFrom; ///< forgiving starts here
        Instant last;
    };

    Counter forgiven(Counter counter, Instant now) const;
    void makeRoom(Instant now);

    ThrottleRule m_rule;
    int m_mostKeys;
    QHash<quint64, Counter> m_counters;
};

struct ThrottleLimits {
    /// One login from one address.
    ThrottleRule perPair{5, 1'000, 60'000, 60'000};
    /// Any login from one address. Generous: a whole office may share one.
    ThrottleRule perAddress{100, 1'000, 60'000, 1'000};
    /// New accounts from one address.
    ThrottleRule registrations{100, 1'000, 60'000, 5'000};
    /// One login from any address: beyond its free attempts, each address has a single one.
    ThrottleRule perLogin{20, 0, 0, 30'000};
    int mostKeys = 50'000;
};

/// Slows down who guesses passwords, and never locks out who knows one: the first attempt from an
/// address always counts, no delay is longer than a minute, and an address that has signed in to an
/// account before is not slowed by what others do there.
///
/// An attempt counts when it is admitted, so that many at once gain nothing; success takes it back.
/// Any thread; a lock of a few instructions.
class SignInThrottle {
public:
    explicit SignInThrottle(const ThrottleLimits &limits = {});

    /// How long this attempt has to wait; zero: it is admitted, and counted.
    [[nodiscard]] std::chrono::milliseconds admit(const QString &login, const QString &address,
                                                  Instant now);
    /// The password was right.
    void succeeded(const QString &login, const QString &address);
    /// An admitted attempt was never looked at.
    void withdrawn(const QString &login, const QString &address);

    /// As `admit`, for opening an account.
    [[nodiscard]] std::chrono::milliseconds admitRegistration(const QString &address, Instant now);

    /// How much is remembered, for tests of its bound.
    int keys() const;

private:
    mutable QMutex m_mutex;
    AttemptCounters m_pairs;
    AttemptCounters m_addresses;
    AttemptCounters m_logins;
    AttemptCounters m_registrations;
    QCache<quint64, bool> m_trustedPairs;
};

} // namespace soban::identity
