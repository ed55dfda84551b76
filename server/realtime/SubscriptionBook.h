// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Event.h"

#include <QHash>
#include <QList>

namespace soban::realtime {

/// Somebody signed in who wants events, and in whose name: these are all that will ever be sent.
struct Subscriber {
    SessionId session;
    QList<Addressee> addressees;
};

/// One socket or one waiting poll. Ids rise and are never used again.
using FollowerId = quint64;

/// Who follows what. Looked up by addressee or session, never searched through.
class SubscriptionBook {
public:
    void add(FollowerId follower, const Subscriber &subscriber);
    /// False if it was not in the book.
    bool remove(FollowerId follower);

    /// nullptr when not in the book.
    const Subscriber *find(FollowerId follower) const;
    /// Oldest first.
    QList<FollowerId> followersOf(Addressee addressee) const;
    /// Oldest first.
    QList<FollowerId> followersOf(SessionId session) const;
    bool isEmpty() const { return m_subscribers.isEmpty(); }

private:
    QHash<FollowerId, Subscriber> m_subscribers;
    QHash<qint64, QList<FollowerId>> m_byAddressee; ///< by Addressee::key()
    QHash<SessionId, QList<FollowerId>> m_bySession;
};

} // namespace soban::realtime
