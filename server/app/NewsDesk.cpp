// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/NewsDesk.h"

#include "storage/SqlCatalogue.h"

namespace soban::app {

void NewsDesk::takeIn() {
    bool isMore = true;
    while (isMore) {
        const storage::News news = m_news.read();
        if (!news.isEmpty())
            take(news);
        isMore = news.isMore;
    }
}

/// First what may fail, then what cannot be done twice.
void NewsDesk::take(const storage::News &news) {
    if (news.isWholeLog)
        storage::SqlCatalogue(m_needs.database).loadAll(m_needs.catalogue);
    refreshShops(news.events);
    m_needs.placements.heard(news.events);
    std::optional<QList<identity::LiveSession>> living;
    if (news.isWholeSessions)
        living = m_needs.accounts.liveSessions(m_needs.clock.now());
    m_news.took(news);
    if (living)
        replaceSessions(*living);
    for (const auto &session : news.sessions)
        follow(session);
    if (news.events.isEmpty())
        return;
    // What is made here from now on is younger than what is known, whatever the clocks say.
    for (const CommittedEvent &event : news.events)
        m_needs.ids.startAbove(event.record.id.number());
    m_heardEvents += news.events.size();
    emit m_needs.bus.heard(std::make_shared<const QList<CommittedEvent>>(news.events));
}

void NewsDesk::refreshShops(const QList<CommittedEvent> &events) {
    QSet<ShopId> changed;
    for (const CommittedEvent &event : events) {
        const EventType type = event.record.type;
        if (type != EventType::ReviewWritten && type != EventType::ShopChanged)
            continue;
        for (const Addressee &addressee : event.audience) {
            const auto shop = ShopId::fromNumber(addressee.key());
            if (shop && m_needs.catalogue.find(*shop))
                changed.insert(*shop);
        }
    }
    const storage::SqlCatalogue stored(m_needs.database);
    for (const ShopId shop : std::as_const(changed))
        m_needs.catalogue.put(stored.load(shop));
}

void NewsDesk::follow(const storage::News::SessionNow &session) {
    if (session.live)
        m_needs.sessions.put(session.live->accessHash, session.live->who);
    else if (m_needs.sessions.contains(session.session))
        end(session.session);
}

void NewsDesk::replaceSessions(const QList<identity::LiveSession> &living) {
    QSet<SessionId> ended;
    for (const SessionId known : m_needs.sessions.sessions())
        ended.insert(known);
    for (const identity::LiveSession &session : living) {
        ended.remove(session.who.session);
        m_needs.sessions.put(session.accessHash, session.who);
    }
    for (const SessionId session : std::as_const(ended))
        end(session);
}

void NewsDesk::end(SessionId session) {
    m_needs.sessions.remove(session);
    emit m_needs.bus.sessionEnded(session);
}

} // namespace soban::app
