// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "load/FrameReader.h"
#include "load/LoopbackSocket.h"
#include "load/ResponseReader.h"

#include <functional>

namespace soban::bench {

/// One client of the event stream: opens a WebSocket, answers pings, and hands on what it is told.
class Stream : public Pollable {
public:
    /// Open once the server has said its first word: from then on no event passes it by.
    enum class State { Opening, Open, Over };
    using Told = std::function<void(int stream, const QByteArray &text, Moment at)>;

    /// `since`: the last sequence that it has, as text; empty: it begins with the next event.
    Stream(Poller &poller, Port port, int number, const QByteArray &token, const Told &told,
           const QByteArray &since = {});

    State state() const { return m_state; }
    void ready() override;

private:
    void finishHandshake();
    void take(const Frame &frame, Moment at);

    const int m_number;
    const Told &m_told;
    LoopbackSocket m_socket;
    ResponseReader m_handshake;
    bool m_isUpgraded = false;
    FrameReader m_frames;
    State m_state = State::Opening;
};

} // namespace soban::bench
