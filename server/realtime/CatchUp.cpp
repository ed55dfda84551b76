// SPDX-License-Identifier: GPL-3.0-or-later
#include "realtime/CatchUp.h"

#include <utility>

namespace soban::realtime {

CatchUp::CatchUp(std::optional<Sequence> since, qsizetype maxHeldBytes)
    : m_maxHeldBytes(maxHeldBytes), m_cursor(since) {}

bool CatchUp::offer(const WireEvent &event) {
    if (m_phase == Phase::Live) {
        if (event.sequence <= *m_cursor)
            return false;
        m_cursor = event.sequence;
        return true;
    }
    // The client's word is not enough: it may have come with a cursor beyond the end of the log.
    if (m_hasRead && event.sequence <= *m_cursor)
        return false;
    if (!m_held.isEmpty() && event.sequence <= m_held.last().sequence)
        return false;
    if (event.sequence <= m_letGoTo)
        return false;
    m_held.append(event);
    m_heldBytes += event.bytes;
    while (m_heldBytes > m_maxHeldBytes) {
        m_letGoTo = m_held.first().sequence;
        letGoOfOldest();
    }
    return false;
}

void CatchUp::takePage(const LogPage &page) {
    Q_ASSERT(m_phase == Phase::Reading);
    m_phase = Phase::Draining;
    m_cursor = page.readTo;
    m_hasRead = true;
    m_isAtEnd = page.isComplete;
    while (!m_held.isEmpty() && m_held.first().sequence <= page.readTo)
        letGoOfOldest();
}

std::optional<QList<WireEvent>> CatchUp::finish() {
    Q_ASSERT(m_phase == Phase::Draining);
    if (!m_isAtEnd || m_letGoTo > *m_cursor) {
        m_phase = Phase::Reading;
        return std::nullopt;
    }
    m_phase = Phase::Live;
    const QList<WireEvent> held = std::exchange(m_held, {});
    m_heldBytes = 0;
    if (!held.isEmpty())
        m_cursor = held.last().sequence;
    return held;
}

void CatchUp::letGoOfOldest() {
    m_heldBytes -= m_held.first().bytes;
    m_held.removeFirst();
}

} // namespace soban::realtime
