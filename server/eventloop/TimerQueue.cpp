// SPDX-License-Identifier: GPL-3.0-or-later
#include "eventloop/TimerQueue.h"

#include <algorithm>

namespace soban {

void TimerQueue::add(const Timer &timer, Clock::time_point now) {
    remove(timer.id);
    const Entry entry{timer, now + timer.interval, ++m_count, ++m_count};
    m_timers.insert(timer.id, entry);
    m_turns.insert(turnOf(entry));
}

bool TimerQueue::remove(int id) {
    const auto found = m_timers.constFind(id);
    if (found == m_timers.cend())
        return false;
    m_turns.erase(turnOf(*found));
    m_timers.erase(found);
    return true;
}

bool TimerQueue::removeAll(const QObject *owner) {
    const QList<Timer> timers = of(owner);
    for (const Timer &timer : timers)
        remove(timer.id);
    return !timers.isEmpty();
}

QList<TimerQueue::Timer> TimerQueue::of(const QObject *owner) const {
    QList<Timer> timers;
    for (const Entry &entry : m_timers) {
        if (entry.timer.owner == owner)
            timers.append(entry.timer);
    }
    return timers;
}

std::optional<TimerQueue::Clock::duration> TimerQueue::remaining(int id,
                                                                 Clock::time_point now) const {
    const auto found = m_timers.constFind(id);
    if (found == m_timers.cend())
        return std::nullopt;
    return std::max(found->due - now, Clock::duration::zero());
}

std::optional<TimerQueue::Clock::duration> TimerQueue::untilNext(Clock::time_point now) const {
    if (m_turns.empty())
        return std::nullopt;
    return std::max(m_turns.begin()->due - now, Clock::duration::zero());
}

qsizetype TimerQueue::dueCount(Clock::time_point now) const {
    const auto later = std::find_if(m_turns.cbegin(), m_turns.cend(),
                                    [now](const Turn &turn) { return turn.due > now; });
    return std::distance(m_turns.cbegin(), later);
}

std::optional<TimerQueue::Firing> TimerQueue::beginFiring(Clock::time_point now) {
    if (m_turns.empty() || m_turns.begin()->due > now)
        return std::nullopt;
    const auto entry = m_timers.find(m_turns.begin()->id);
    m_turns.erase(m_turns.begin());
    // In its own rhythm; what was missed is not made up for.
    entry->due += entry->timer.interval;
    if (entry->due < now)
        entry->due = now + entry->timer.interval;
    entry->order = ++m_count;
    entry->isFiring = true;
    return Firing{entry->timer.id, entry->timer.owner, entry->registration};
}

void TimerQueue::endFiring(const Firing &firing) {
    const auto entry = m_timers.find(firing.id);
    if (entry == m_timers.end() || entry->registration != firing.registration)
        return;
    entry->isFiring = false;
    m_turns.insert(turnOf(*entry));
}

} // namespace soban
