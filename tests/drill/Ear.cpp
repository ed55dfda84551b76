// SPDX-License-Identifier: GPL-3.0-or-later
#include "drill/Ear.h"

namespace soban::drill {

void Ear::goOn() {
    if (m_stream && m_stream->state() != bench::Stream::State::Over)
        return;
    m_stream.reset();
    if (const auto port = m_doors.any(m_random)) {
        m_stream = std::make_unique<bench::Stream>(m_poller, *port, m_number, m_token, m_told,
                                                   m_last.toText().toLatin1());
    }
}

void Ear::hear(const QByteArray &text) {
    const auto event = readEvent(text);
    if (!event) {
        m_wrong += text.contains("soban.stream.resync") ? 1 : 0;
    } else if (event->sequence <= m_last) {
        ++m_wrong;
    } else {
        m_last = event->sequence;
        m_heard.append(*event);
    }
}

} // namespace soban::drill
