// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/DeadlineWheel.h"

#include <algorithm>

namespace soban::http {

void DeadlineWheel::add(Entry entry) {
    // Rounded up, and never into a slot that was just taken.
    const qint64 tick = std::max((entry.atMs + kTickMs - 1) / kTickMs, m_doneTick + 1);
    m_slots[size_t(tick) % kSlots].push_back(entry);
    ++m_size;
}

std::vector<DeadlineWheel::Entry> DeadlineWheel::take(qint64 nowMs) {
    const qint64 nowTick = nowMs / kTickMs;
    // After a long pause one round finds everything.
    qint64 tick = std::max(m_doneTick + 1, nowTick - qint64(kSlots) + 1);
    std::vector<Entry> due;
    for (; tick <= nowTick; ++tick)
        takeSlot(tick, nowMs, due);
    m_doneTick = std::max(m_doneTick, nowTick);
    m_size -= due.size();
    return due;
}

void DeadlineWheel::takeSlot(qint64 tick, qint64 nowMs, std::vector<Entry> &due) {
    std::vector<Entry> &slot = m_slots[size_t(tick) % kSlots];
    const auto later = std::partition(slot.begin(), slot.end(),
                                      [nowMs](const Entry &entry) { return entry.atMs <= nowMs; });
    due.insert(due.end(), slot.begin(), later);
    slot.erase(slot.begin(), later);
    // Ten thousand that came at once would else keep their room in every slot they passed.
    if (slot.empty())
        std::vector<Entry>().swap(slot);
}

} // namespace soban::http
