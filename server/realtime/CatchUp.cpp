// SPDX-License-Identifier: GPL-3.0-or-later
#include "realtime/CatchUp.h"

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
    if (!m_held.empty() && event.sequence <= m_held.back().sequence)
        return false;
    if (event.sequence <= m_letGoTo)
        return false;
    m_held.push_back(event);
    m_heldBytes += event.bytes;
    while (m_heldBytes > m_maxHeldBytes) {
        m_letGoTo = m_held.front().sequence;
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
    while (!m_held.empty() && m_held.front().sequence <= page.readTo)
        letGoOfOldest();
}

std::optional<QList<WireEvent>> CatchUp::finish() {
    Q_ASSERT(m_phase == Phase::Draining);
    if (!m_isAtEnd || m_letGoTo > *m_cursor) {
        m_phase = Phase::Reading;
        return std::nullopt;
    }
    m_phase = Phase::Live;
    QList<WireEvent> held(m_held.begin(), m_held.end());
    m_held.clear();
    m_heldBytes = 0;
    if (!held.isEmpty())
        m_cursor = held.last().sequence;
    return held;
}

void CatchUp::letGoOfOldest() {
    m_heldBytes -= m_held.front().bytes;
    m_held.pop_front();
}

} // namespace soban::realtime
