// SPDX-License-Identifier: GPL-3.0-or-later
#include "identity/SessionDirectory.h"

#include <QCryptographicHash>

#include <sodium.h>

namespace soban::identity {

QByteArray tokenHash(const QByteArray &token) {
    return QCryptographicHash::hash(token, QCryptographicHash::Sha256).toHex();
}

SessionDirectory::SessionDirectory(const Clock &clock) : m_clock(clock) {
    static_assert(std::tuple_size_v<decltype(m_key)> == crypto_shorthash_KEYBYTES);
    randombytes_buf(m_key.data(), m_key.size());
}

void SessionDirectory::put(const QByteArray &accessHash, const SignedIn &who) {
    const QWriteLocker lock(&m_lock);
    forget(who.session);
    m_hashOf.insert(who.session, accessHash);
    m_byHash.insert(accessHash, who);
}

void SessionDirectory::remove(SessionId session) {
    const QWriteLocker lock(&m_lock);
    forget(session);
}

void SessionDirectory::forget(SessionId session) {
    m_byHash.remove(m_hashOf.take(session));
    const auto place = m_placeOf.constFind(session);
    if (place == m_placeOf.cend())
        return;
    m_shown.remove(*place);
    m_placeOf.erase(place);
}

std::optional<SignedIn> SessionDirectory::find(const QByteArray &accessToken) const {
    const Place place = placeOf(accessToken);
    if (const auto who = findShown(place, accessToken))
        return unlessExpired(*who);
    const QByteArray hash = tokenHash(accessToken);
    const auto who = findHashed(hash);
    if (!who)
        return std::nullopt;
    noteShown(place, accessToken, hash);
    return unlessExpired(*who);
}

SessionDirectory::Place SessionDirectory::placeOf(const QByteArray &token) const {
    Place place = 0;
    static_assert(sizeof place == crypto_shorthash_BYTES);
    crypto_shorthash(reinterpret_cast<unsigned char *>(&place),
                     reinterpret_cast<const unsigned char *>(token.constData()),
                     static_cast<unsigned long long>(token.size()), m_key.data());
    return place;
}

std::optional<SignedIn> SessionDirectory::findShown(Place place, const QByteArray &token) const {
    const QReadLocker lock(&m_lock);
    const auto shown = m_shown.constFind(place);
    if (shown == m_shown.cend() || shown->token.size() != token.size())
        return std::nullopt;
    // In a time that tells nothing of where they differ.
    const auto bytes = static_cast<std::size_t>(token.size());
    return sodium_memcmp(shown->token.constData(), token.constData(), bytes) == 0
               ? std::optional(shown->who)
               : std::nullopt;
}

std::optional<SignedIn> SessionDirectory::findHashed(const QByteArray &hash) const {
    const QReadLocker lock(&m_lock);
    const auto found = m_byHash.constFind(hash);
    return found == m_byHash.cend() ? std::nullopt : std::optional(*found);
}

void SessionDirectory::noteShown(Place place, const QByteArray &token,
                                 const QByteArray &hash) const {
    const QWriteLocker lock(&m_lock);
    // The session may have ended since it was found.
    const auto found = m_byHash.constFind(hash);
    if (found == m_byHash.cend())
        return;
    m_shown.insert(place, {token, *found});
    m_placeOf.insert(found->session, place);
}

std::optional<SignedIn> SessionDirectory::unlessExpired(const SignedIn &who) const {
    return who.expiresAt <= m_clock.now() ? std::nullopt : std::optional(who);
}

bool SessionDirectory::contains(SessionId session) const {
    const QReadLocker lock(&m_lock);
    return m_hashOf.contains(session);
}

QList<SessionId> SessionDirectory::sessions() const {
    const QReadLocker lock(&m_lock);
    return m_hashOf.keys();
}

QList<SessionId> SessionDirectory::sessionsOf(AccountId account) const {
    const QReadLocker lock(&m_lock);
    QList<SessionId> sessions;
    for (const SignedIn &who : m_byHash) {
        if (who.actor.account == account)
            sessions.append(who.session);
    }
    return sessions;
}

int SessionDirectory::count() const {
    const QReadLocker lock(&m_lock);
    return int(m_byHash.size());
}

} // namespace soban::identity
