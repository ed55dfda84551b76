// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clock/Clock.h"
#include "events/EventLog.h"
#include "events/EventSink.h"
#include "events/IdSource.h"
#include "storage/Database.h"

namespace soban::storage {

/// Reads the event log on its own connection.
class SqlEventLog : public EventLog {
public:
    explicit SqlEventLog(Database &database) : m_database(database) {}

    Sequence last() const override;
    QList<EventRecord> after(Sequence since, const QList<Addressee> &addressees,
                             int limit) const override;
    LogStretch stretch(Sequence since, const QList<EventType> &types, int length) const override;

private:
    Database &m_database;
};

/// Appends to the event log at the end of the open transaction, all events at once, and keeps what
/// is to be announced once it is committed. Events get their sequence numbers then, from a counter
/// whose row stays locked until the commit: numbers become visible in their order. Writer's thread
/// only.
class SqlEventSink : public EventSink, private Backlog {
public:
    SqlEventSink(Database &database, IdSource &ids, const Clock &clock);
    ~SqlEventSink() override;
    Q_DISABLE_COPY_MOVE(SqlEventSink)

    void addListener(EventListener &listener) { m_listeners.append(&listener); }
    void announce(const DomainEvent &event) override;

    /// Whether something is announced by the open transaction, or by one that was just committed.
    bool hasAnnounced() const { return !m_announced.isEmpty(); }
    /// What was announced and committed, in order; the next transaction begins with nothing.
    QList<CommittedEvent> take() { return std::exchange(m_announced, {}); }

private:
    qsizetype mark() const override { return m_announced.size(); }
    void rollBackTo(qsizetype mark) override { storage::rollBack(m_announced, mark); }
    void write() override;
    /// The last of so many numbers that nobody else gets. No id that was given is above
    /// `highestId`.
    qint64 reserveNumbers(qsizetype count, EventId highestId);

    Database &m_database;
    IdSource &m_ids;
    const Clock &m_clock;
    QList<EventListener *> m_listeners;
    QList<CommittedEvent> m_announced;
};

class SqlCursorStore : public CursorStore {
public:
    explicit SqlCursorStore(Database &database) : m_database(database) {}

    Sequence cursorOf(const QString &consumer) const override;
    void moveCursor(const QString &consumer, Sequence to) override;

private:
    Database &m_database;
};

} // namespace soban::storage
