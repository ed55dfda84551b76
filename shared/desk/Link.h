// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/EventStream.h"
#include "clock/Clock.h"

#include <QTimer>

namespace soban::desk {

/// How the app is joined to the server.
enum class LinkState {
    SignedOut,
    Connecting, ///< just begun, or lost so shortly ago that nobody need know
    Live,       ///< by WebSocket
    Polling,    ///< by long polls, because WebSocket does not get through
    Offline,
};

/// Says of a stream how it is, as a person wants to know it, and how old what is shown is.
class Link : public QObject {
    Q_OBJECT

public:
    /// A loss shorter than `grace` is not mentioned.
    Link(const client::EventStream &stream, const Clock &clock,
         std::chrono::milliseconds grace = std::chrono::milliseconds(2'500),
         QObject *parent = nullptr);

    LinkState state() const { return m_state; }
    /// Whether what is shown follows the server.
    bool isUp() const { return m_state == LinkState::Live || m_state == LinkState::Polling; }
    /// Since when nothing has come in; nothing while it does, or before it ever did.
    std::optional<Instant> lostAt() const { return m_lostAt; }

    /// To be told by who knows.
    void setSignedIn(bool isSignedIn);

signals:
    void stateChanged(soban::desk::LinkState state);

private:
    void settle();
    void set(LinkState state);

    const client::EventStream &m_stream;
    const Clock &m_clock;
    LinkState m_state = LinkState::SignedOut;
    std::optional<Instant> m_lostAt;
    bool m_isSignedIn = false;
    QTimer m_grace;
};

} // namespace soban::desk
