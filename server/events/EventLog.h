// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "events/EventRecord.h"

namespace soban {

/// What of a stretch of the log was asked for.
struct LogStretch {
    QList<EventRecord> records; ///< oldest first
    Sequence end;               ///< how far the stretch goes
};

/// Reads the log. Each thread that reads has its own.
class EventLog {
public:
    virtual ~EventLog() = default;

    /// The last event that is committed.
    virtual Sequence last() const = 0;
    /// Events after `since` that concern any of `addressees`, oldest first, at most `limit`.
    virtual QList<EventRecord> after(Sequence since, const QList<Addressee> &addressees,
                                     int limit) const = 0;
    /// The events of some types among the next `length` after `since`, fewer at the log's end.
    virtual LogStretch stretch(Sequence since, const QList<EventType> &types, int length) const = 0;
};

/// How far each consumer of the log has come; moved in the transaction that did the work.
class CursorStore {
public:
    virtual ~CursorStore() = default;
    virtual Sequence cursorOf(const QString &consumer) const = 0;
    virtual void moveCursor(const QString &consumer, Sequence to) = 0;
};

} // namespace soban
