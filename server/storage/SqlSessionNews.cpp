// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/SqlSessionNews.h"

namespace soban::storage {

SqlSessionNews::SqlSessionNews(Database &database) : m_database(database) {
    m_database.join(*this);
}

SqlSessionNews::~SqlSessionNews() {
    m_database.leave(*this);
}

void SqlSessionNews::changed(SessionId session) {
    if (m_database.dialect().isShared())
        m_changed.append(session);
}

void SqlSessionNews::write() {
    const QList<SessionId> changed = std::exchange(m_changed, {});
    if (changed.isEmpty())
        return;
    const auto count = qint64(changed.size());
    Rows row = m_database.query(
        "UPDATE event_numbers SET sessions = sessions + ? RETURNING sessions", count);
    row.next();
    const qint64 last = row.integer(0);
    qint64 number = last - count;
    QVariantList values;
    for (const SessionId session : changed)
        values << toSql(++number) << toSql(session);
    m_database.insertRows("INSERT INTO session_news (number, session_id)", 2, values);
    m_database.execute("DELETE FROM session_news WHERE number <= ?", last - kKept);
}

} // namespace soban::storage
