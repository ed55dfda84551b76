// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/SqlNews.h"

#include "storage/StoredValues.h"

#include <QLoggingCategory>

namespace soban::storage {

namespace {
Q_LOGGING_CATEGORY(lcNews, "soban.storage.news")
}

Standing SqlNews::standing() {
    Rows row = m_database.query("SELECT last, sessions FROM event_numbers");
    row.next();
    return {row.integer(0), row.integer(1)};
}

void SqlNews::begin() {
    if (m_database.dialect().isShared())
        m_seen = standing();
}

News SqlNews::read(int limit) {
    News news;
    news.upTo = m_seen;
    if (!m_database.dialect().isShared())
        return news;
    const Standing present = standing();
    if (!present.covers(m_seen)) {
        // A standby took over that had not come as far, or a copy was put back.
        qCWarning(lcNews, "the log has gone back from %lld to %lld", qlonglong(m_seen.events),
                  qlonglong(present.events));
        return {{}, {}, true, true, present, false};
    }
    if (present.events > m_seen.events)
        readEvents(news, limit);
    if (present.sessions > m_seen.sessions)
        readSessions(news, limit);
    return news;
}

void SqlNews::readEvents(News &news, int limit) {
    Rows rows = m_database.query("SELECT seq, id, type, order_id, at, data, audience FROM events "
                                 "WHERE seq > ? ORDER BY seq LIMIT ?",
                                 m_seen.events, limit);
    int count = 0;
    while (rows.next()) {
        ++count;
        news.upTo.events = rows.integer(0);
        const auto type = enumFromText<EventType>(rows.text(2));
        if (!type) {
            // A newer server's; its clients are with that one.
            qCWarning(lcNews, "an event of the unknown type %s is passed over",
                      qPrintable(rows.text(2)));
            continue;
        }
        news.events.append(
            {{Rows::sound(Sequence::fromNumber(rows.integer(0)), 0), rows.id<EventId>(1), *type,
              rows.maybeId<OrderId>(3), rows.instant(4), rows.utf8(5)},
             audienceFromText(rows.text(6))});
    }
    news.isMore = count == limit;
}

void SqlNews::readSessions(News &news, int limit) {
    Rows rows = m_database.query(
        "SELECT n.number, n.session_id, a.id, s.access_hash, s.access_expires_at, a.role, "
        "a.shop_id FROM session_news n LEFT JOIN sessions s ON s.id = n.session_id "
        "LEFT JOIN accounts a ON a.id = s.account_id AND a.disabled = 0 "
        "WHERE n.number > ? ORDER BY n.number LIMIT ?",
        m_seen.sessions, limit);
    int count = 0;
    while (rows.next()) {
        // Numbers have no holes: what is not there is no longer kept.
        news.isWholeSessions = news.isWholeSessions || rows.integer(0) != ++news.upTo.sessions;
        news.upTo.sessions = rows.integer(0);
        ++count;
        const auto session = rows.id<SessionId>(1);
        std::optional<identity::LiveSession> live;
        if (const auto account = rows.maybeId<AccountId>(2)) {
            const Actor actor{rows.word<Role>(5), *account, rows.maybeId<ShopId>(6)};
            live = identity::LiveSession{rows.utf8(3), {session, actor, rows.instant(4)}};
        }
        news.sessions.append({session, live});
    }
    news.isMore = news.isMore || count == limit;
}

void SqlNews::took(const News &news) {
    m_seen = news.upTo;
}

void SqlNews::saw(Sequence last) {
    m_seen.events = std::max(m_seen.events, last.number());
}

} // namespace soban::storage
