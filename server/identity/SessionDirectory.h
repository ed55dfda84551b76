// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clock/Clock.h"
#include "domain/Account.h"

#include <QByteArray>
#include <QHash>
#include <QReadWriteLock>

#include <array>

namespace soban::identity {

/// Who a valid access token belongs to.
struct SignedIn {
    SessionId session;
    Actor actor;
    Instant expiresAt;
};

/// All sessions that are alive, in memory, so that a token is checked without waiting (the verdict
/// on a WebSocket upgrade must be given at once). Any thread; a lock of a few instructions, because
/// a token must be good on every network thread the moment its answer leaves.
class SessionDirectory {
public:
    explicit SessionDirectory(const Clock &clock);

    /// `accessHash`: the token's SHA-256 in hex, as stored. A session has one access token.
    void put(const QByteArray &accessHash, const SignedIn &who);
    void remove(SessionId session);
    /// The owner of a token that is known and not expired.
    std::optional<SignedIn> find(const QByteArray &accessToken) const;
    /// Whether the session has not ended.
    bool contains(SessionId session) const;
    /// All that have not ended.
    QList<SessionId> sessions() const;
    /// The sessions of an account that have not ended.
    QList<SessionId> sessionsOf(AccountId account) const;
    int count() const;

private:
    /// Where a token stands among those that were shown: a keyed hash, so that nobody can choose
    /// it.
    using Place = quint64;
    /// A good token that came before: it is known by itself, and not hashed anew at each request.
    struct Shown {
        QByteArray token;
        SignedIn who;
    };

    Place placeOf(const QByteArray &token) const;
    std::optional<SignedIn> findShown(Place place, const QByteArray &token) const;
    std::optional<SignedIn> findHashed(const QByteArray &hash) const;
    void noteShown(Place place, const QByteArray &token, const QByteArray &hash) const;
    /// All by which the session is found; within the lock.
    void forget(SessionId session);
    std::optional<SignedIn> unlessExpired(const SignedIn &who) const;

    const Clock &m_clock;
    std::array<unsigned char, 16> m_key; ///< of this process alone
    mutable QReadWriteLock m_lock;
    QHash<QByteArray, SignedIn> m_byHash;
    QHash<SessionId, QByteArray> m_hashOf;
    mutable QHash<Place, Shown> m_shown; ///< at most one of each session
    mutable QHash<SessionId, Place> m_placeOf;
};

/// How tokens are stored: SHA-256 in hex. They are 256 random bits, so no salt is needed.
QByteArray tokenHash(const QByteArray &token);

} // namespace soban::identity
