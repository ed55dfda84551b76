// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/SqlEventLog.h"

#include "contract/Events.h"

#include <algorithm>

namespace soban::storage {

namespace {

EventRecord recordOf(const Rows &row) {
    return {Rows::sound(Sequence::fromNumber(row.integer(0)), 0),
            row.id<EventId>(1),
            row.word<EventType>(2),
            row.maybeId<OrderId>(3),
            row.instant(4),
            row.utf8(5)};
}

/// The first `limit` of several sorted lists, each event once.
QList<EventRecord> merged(QList<EventRecord> records, int limit) {
    std::sort(records.begin(), records.end(),
              [](const EventRecord &a, const EventRecord &b) { return a.sequence < b.sequence; });
    const auto twice =
        std::unique(records.begin(), records.end(), [](const EventRecord &a, const EventRecord &b) {
            return a.sequence == b.sequence;
        });
    records.erase(twice, records.end());
    if (records.size() > limit)
        records.erase(records.begin() + limit, records.end());
    return records;
}

} // namespace

Sequence SqlEventLog::last() const {
    Rows rows = m_database.query("SELECT COALESCE(MAX(seq), 0) FROM events");
    rows.next();
    return *Sequence::fromNumber(rows.integer(0));
}

QList<EventRecord> SqlEventLog::after(Sequence since, const QList<Addressee> &addressees,
                                      int limit) const {
    QList<EventRecord> records;
    for (const Addressee &addressee : addressees) {
        Rows rows = m_database.query(
            "SELECT e.seq, e.id, e.type, e.order_id, e.at, e.data FROM event_audience a "
            "JOIN events e ON e.seq = a.seq WHERE a.addressee = ? AND a.seq > ? "
            "ORDER BY a.seq LIMIT ?",
            addressee.key(), since.number(), limit);
        while (rows.next())
            records.append(recordOf(rows));
    }
    return addressees.size() > 1 ? merged(std::move(records), limit) : records;
}

QList<EventRecord> SqlEventLog::after(Sequence since, const QList<EventType> &types,
                                      int limit) const {
    QList<EventRecord> records;
    for (EventType type : types) {
        Rows rows = m_database.query("SELECT seq, id, type, order_id, at, data FROM events "
                                     "WHERE type = ? AND seq > ? ORDER BY seq LIMIT ?",
                                     type, since.number(), limit);
        while (rows.next())
            records.append(recordOf(rows));
    }
    return types.size() > 1 ? merged(std::move(records), limit) : records;
}

SqlEventSink::SqlEventSink(Database &database, IdSource &ids, const Clock &clock)
    : m_database(database), m_ids(ids), m_clock(clock) {
    m_database.join(*this);
}

SqlEventSink::~SqlEventSink() {
    m_database.leave(*this);
}

void SqlEventSink::announce(const DomainEvent &event) {
    m_announced.append({{Sequence::before(), m_ids.next<EventId>(), event.type, event.order,
                         m_clock.now(), contract::encodeEventData(event.data)},
                        event.audience});
    for (EventListener *listener : std::as_const(m_listeners))
        listener->announced(event);
}

qint64 SqlEventSink::reserveNumbers(qsizetype count) {
    Rows row =
        m_database.query("UPDATE event_numbers SET last = last + ? RETURNING last", qint64(count));
    row.next();
    return row.integer(0);
}

void SqlEventSink::write() {
    if (m_announced.isEmpty())
        return;
    qint64 number = reserveNumbers(m_announced.size()) - m_announced.size();
    QVariantList events;
    QVariantList audience;
    for (CommittedEvent &event : m_announced) {
        event.record.sequence = *Sequence::fromNumber(++number);
        events << toSql(number) << toSql(event.record.id) << toSql(event.record.type)
               << toSql(event.record.order) << toSql(event.record.at)
               << toSql(Document{event.record.data});
        for (const Addressee &addressee : std::as_const(event.audience))
            audience << toSql(addressee.key()) << toSql(number);
    }
    m_database.insertRows("INSERT INTO events (seq, id, type, order_id, at, data)", 6, events);
    m_database.insertRows("INSERT INTO event_audience (addressee, seq)", 2, audience);
}

Sequence SqlCursorStore::cursorOf(const QString &consumer) const {
    Rows rows = m_database.query("SELECT seq FROM cursors WHERE consumer = ?", consumer);
    return rows.next() ? *Sequence::fromNumber(rows.integer(0)) : Sequence::before();
}

void SqlCursorStore::moveCursor(const QString &consumer, Sequence to) {
    m_database.execute("INSERT INTO cursors (consumer, seq) VALUES (?, ?) "
                       "ON CONFLICT (consumer) DO UPDATE SET seq = excluded.seq",
                       consumer, to.number());
}

} // namespace soban::storage
