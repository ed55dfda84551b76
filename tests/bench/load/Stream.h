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
    enum class State { Opening, Open, Over };
    using Told = std::function<void(int stream, const QByteArray &text, Moment at)>;

    Stream(Poller &poller, Port port, int number, const QByteArray &token, const Told &told);

    State state() const { return m_state; }
    void ready() override;

private:
    void finishOpening();
    void take(const Frame &frame, Moment at);

    const int m_number;
    const Told &m_told;
    LoopbackSocket m_socket;
    ResponseReader m_handshake;
    FrameReader m_frames;
    State m_state = State::Opening;
};

} // namespace soban::bench
