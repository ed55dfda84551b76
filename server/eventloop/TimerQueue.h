// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QList>
#include <QObject>

#include <chrono>
#include <optional>
#include <set>

namespace soban {

/// The timers of one event dispatcher, the next one first. A timer whose event is being handled is
/// not due again until that has returned, so that nobody's handler is entered twice.
class TimerQueue {
public:
    using Clock = std::chrono::steady_clock;

    struct Timer {
        int id;
        std::chrono::milliseconds interval;
        Qt::TimerType type; ///< told on asking; all are as punctual as precise ones
        QObject *owner;
    };
    /// A timer whose event is being handled.
    struct Firing {
        int id;
        QObject *owner;
        quint64 registration; ///< ids are used again, also while their event is being handled
    };

    void add(const Timer &timer, Clock::time_point now);
    /// False if there is none.
    bool remove(int id);
    bool removeAll(const QObject *owner);
    QList<Timer> of(const QObject *owner) const;
    bool isEmpty() const { return m_timers.isEmpty(); }

    /// Until it is due, zero if it is; nothing if there is no such timer.
    std::optional<Clock::duration> remaining(int id, Clock::time_point now) const;
    /// The same of the first that may fire; nothing if none may.
    std::optional<Clock::duration> untilNext(Clock::time_point now) const;

    /// How many are due: a round of firing handles so many, however soon they are due again.
    qsizetype dueCount(Clock::time_point now) const;
    /// Begins with the first that is due and sets when it is due again; nothing if none is. Each
    /// must be ended, also if its timer was removed meanwhile.
    std::optional<Firing> beginFiring(Clock::time_point now);
    void endFiring(const Firing &firing);

private:
    struct Entry {
        Timer timer;
        Clock::time_point due;
        quint64 registration;
        quint64 order; ///< of what is due at the same moment the first comes first
        bool isFiring = false;
    };
    struct Turn {
        Clock::time_point due;
        quint64 order;
        int id;
        auto operator<=>(const Turn &) const = default;
    };

    static Turn turnOf(const Entry &entry) { return {entry.due, entry.order, entry.timer.id}; }

    QHash<int, Entry> m_timers;
    std::set<Turn> m_turns; ///< of all that are not firing
    quint64 m_count = 0;    ///< of registrations and turns
};

} // namespace soban
