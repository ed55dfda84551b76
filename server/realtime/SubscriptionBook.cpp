// SPDX-License-Identifier: GPL-3.0-or-later
#include "realtime/SubscriptionBook.h"

namespace soban::realtime {

namespace {

template <typename Key>
void strike(QHash<Key, QList<FollowerId>> &book, const Key &key, FollowerId follower) {
    const auto entry = book.find(key);
    if (entry == book.end())
        return;
    entry->removeOne(follower);
    if (entry->isEmpty())
        book.erase(entry);
}

} // namespace

void SubscriptionBook::add(FollowerId follower, const Subscriber &subscriber) {
    Q_ASSERT(!m_subscribers.contains(follower));
    m_subscribers.insert(follower, subscriber);
    m_bySession[subscriber.session].append(follower);
    for (const Addressee &addressee : subscriber.addressees) {
        QList<FollowerId> &followers = m_byAddressee[addressee.key()];
        if (followers.isEmpty() || followers.last() != follower) // an addressee named twice
            followers.append(follower);
    }
}

bool SubscriptionBook::remove(FollowerId follower) {
    const auto entry = m_subscribers.find(follower);
    if (entry == m_subscribers.end())
        return false;
    strike(m_bySession, entry->session, follower);
    for (const Addressee &addressee : std::as_const(entry->addressees))
        strike(m_byAddressee, addressee.key(), follower);
    m_subscribers.erase(entry);
    return true;
}

const Subscriber *SubscriptionBook::find(FollowerId follower) const {
    const auto entry = m_subscribers.constFind(follower);
    return entry == m_subscribers.cend() ? nullptr : &entry.value();
}

QList<FollowerId> SubscriptionBook::followersOf(Addressee addressee) const {
    return m_byAddressee.value(addressee.key());
}

QList<FollowerId> SubscriptionBook::followersOf(SessionId session) const {
    return m_bySession.value(session);
}

} // namespace soban::realtime
