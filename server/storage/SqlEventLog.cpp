// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/SqlEventLog.h"

#include "contract/Events.h"
#include "storage/StoredValues.h"

#include <QHash>

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

/// With a space around each, so that none is found within another one.
QString wordsOf(const QList<EventType> &types) {
    QString words(u' ');
    for (EventType type : types)
        words += toText(type) + u' ';
    return words;
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

/// Who is told of which events: one row for as many in a row as concern somebody.
class AudienceRuns {
public:
    void add(qint64 number, const QList<Addressee> &audience) {
        for (const Addressee &addressee : audience) {
            Run &run = m_open[addressee.key()];
            if (run.last != number - 1 || run.last == 0) {
                close(addressee.key(), run);
                run.first = number;
            }
            run.last = number;
        }
    }
    /// In the order of the columns: addressee, last and first number.
    QVariantList values() {
        for (auto run = m_open.cbegin(); run != m_open.cend(); ++run)
            close(run.key(), *run);
        return m_closed;
    }

private:
    struct Run {
        qint64 first = 0;
        qint64 last = 0; ///< 0: there is none yet
    };

    void close(qint64 addressee, const Run &run) {
        if (run.last > 0)
            m_closed << toSql(addressee) << toSql(run.last) << toSql(run.first);
    }

    QHash<qint64, Run> m_open;
    QVariantList m_closed;
};

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
            "JOIN events e ON e.seq >= a.first_seq AND e.seq <= a.seq "
            "WHERE a.addressee = ? AND a.seq > ? AND e.seq > ? ORDER BY a.seq, e.seq LIMIT ?",
            addressee.key(), since.number(), since.number(), limit);
        while (rows.next())
            records.append(recordOf(rows));
    }
    return addressees.size() > 1 ? merged(std::move(records), limit) : records;
}

LogStretch SqlEventLog::stretch(Sequence since, const QList<EventType> &types, int length) const {
    // Numbers have no gaps.
    const qint64 end = std::min(since.number() + length, std::max(since, last()).number());
    Rows rows = m_database.query("SELECT seq, id, type, order_id, at, data FROM events "
                                 "WHERE seq > ? AND seq <= ? AND ? LIKE '% ' || type || ' %' "
                                 "ORDER BY seq",
                                 since.number(), end, wordsOf(types));
    LogStretch stretch{{}, *Sequence::fromNumber(end)};
    while (rows.next())
        stretch.records.append(recordOf(rows));
    return stretch;
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

qint64 SqlEventSink::reserveNumbers(qsizetype count, EventId highestId) {
    Rows row = m_database.query(
        "UPDATE event_numbers SET last = last + ?, highest_id = CASE WHEN highest_id > ? "
        "THEN highest_id ELSE ? END RETURNING last",
        qint64(count), highestId, highestId);
    row.next();
    return row.integer(0);
}

void SqlEventSink::write() {
    if (m_announced.isEmpty())
        return;
    // Ids were given in the order in which the events were announced.
    const EventId highestId = m_announced.constLast().record.id;
    qint64 number = reserveNumbers(m_announced.size(), highestId) - m_announced.size();
    QVariantList events;
    AudienceRuns runs;
    for (CommittedEvent &event : m_announced) {
        event.record.sequence = *Sequence::fromNumber(++number);
        events << toSql(number) << toSql(event.record.id) << toSql(event.record.type)
               << toSql(event.record.order) << toSql(event.record.at)
               << toSql(audienceToText(event.audience)) << toSql(Document{event.record.data});
        runs.add(number, event.audience);
    }
    m_database.insertRows("INSERT INTO events (seq, id, type, order_id, at, audience, data)", 7,
                          events);
    m_database.insertRows("INSERT INTO event_audience (addressee, seq, first_seq)", 3,
                          runs.values());
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
