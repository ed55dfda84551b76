// SPDX-License-Identifier: GPL-3.0-or-later
#include "identity/SessionDirectory.h"

#include <QCryptographicHash>

namespace soban::identity {

QByteArray tokenHash(const QByteArray &token) {
    return QCryptographicHash::hash(token, QCryptographicHash::Sha256).toHex();
}

void SessionDirectory::put(const QByteArray &accessHash, const SignedIn &who) {
    const QWriteLocker lock(&m_lock);
    m_byHash.remove(m_hashOf.value(who.session));
    m_hashOf.insert(who.session, accessHash);
    m_byHash.insert(accessHash, who);
}

void SessionDirectory::remove(SessionId session) {
    const QWriteLocker lock(&m_lock);
    m_byHash.remove(m_hashOf.take(session));
}

std::optional<SignedIn> SessionDirectory::find(const QByteArray &accessToken) const {
    const QByteArray hash = tokenHash(accessToken);
    const QReadLocker lock(&m_lock);
    const auto found = m_byHash.constFind(hash);
    if (found == m_byHash.cend() || found->expiresAt <= m_clock.now())
        return std::nullopt;
    return *found;
}

bool SessionDirectory::contains(SessionId session) const {
    const QReadLocker lock(&m_lock);
    return m_hashOf.contains(session);
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
