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
    QList<EventRecord> after(Sequence since, const QList<EventType> &types,
                             int limit) const override;

private:
    Database &m_database;
};

/// Appends to the event log within the open transaction and keeps what is to be announced once it
/// is committed. Writer's thread only.
class SqlEventSink : public EventSink {
public:
    SqlEventSink(Database &database, IdSource &ids, const Clock &clock);

    void addListener(EventListener &listener) { m_listeners.append(&listener); }
    void announce(const DomainEvent &event) override;

    /// How much was announced so far in this transaction; to come back to with `rollBackTo`.
    qsizetype mark() const { return m_uncommitted.size(); }
    void rollBackTo(qsizetype mark) {
        m_uncommitted.erase(m_uncommitted.begin() + mark, m_uncommitted.end());
    }
    /// What was announced, in order; the next transaction begins with nothing.
    QList<CommittedEvent> take() { return std::exchange(m_uncommitted, {}); }

private:
    /// Stores an event and returns the sequence that it was given.
    Sequence append(const EventRecord &event);

    Database &m_database;
    IdSource &m_ids;
    const Clock &m_clock;
    QList<EventListener *> m_listeners;
    QList<CommittedEvent> m_uncommitted;
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
