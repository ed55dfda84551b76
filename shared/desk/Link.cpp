// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/Link.h"

namespace soban::desk {

using client::StreamState;

Link::Link(const client::EventStream &stream, const Clock &clock, std::chrono::milliseconds grace,
           QObject *parent)
    : QObject(parent), m_stream(stream), m_clock(clock) {
    m_grace.setSingleShot(true);
    m_grace.setInterval(grace);
    connect(&m_grace, &QTimer::timeout, this, [this] { set(LinkState::Offline); });
    connect(&stream, &client::EventStream::connectionStateChanged, this, &Link::settle);
}

void Link::setSignedIn(bool isSignedIn) {
    if (std::exchange(m_isSignedIn, isSignedIn) == isSignedIn)
        return;
    m_lostAt.reset();
    settle();
}

void Link::settle() {
    if (!m_isSignedIn) {
        m_grace.stop();
        set(LinkState::SignedOut);
        return;
    }
    if (m_stream.state() != StreamState::Offline) {
        m_grace.stop();
        m_lostAt.reset();
        set(m_stream.state() == StreamState::Streaming ? LinkState::Live : LinkState::Polling);
        return;
    }
    if (isUp())
        m_lostAt = m_clock.now();
    if (m_state != LinkState::Offline && !m_grace.isActive()) {
        m_grace.start();
        set(LinkState::Connecting);
    }
}

void Link::set(LinkState state) {
    if (std::exchange(m_state, state) != state)
        emit stateChanged(state);
}

} // namespace soban::desk
