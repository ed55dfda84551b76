// SPDX-License-Identifier: GPL-3.0-or-later
#include "load/Stream.h"

namespace soban::bench {

namespace {

QByteArray handshake(const QByteArray &token, const QByteArray &since) {
    const QByteArray query = since.isEmpty() ? QByteArray() : "?since=" + since;
    // The key proves that the server speaks WebSocket, which is known here: any 16 bytes will do.
    return "GET /api/v1/events/stream" + query +
           " HTTP/1.1\r\nHost: 127.0.0.1\r\nUpgrade: websocket\r\n"
           "Connection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
           "Sec-WebSocket-Key: c29iYW4tYmVuY2gta2V5IQ==\r\nAuthorization: Bearer " +
           token + "\r\n\r\n";
}

} // namespace

Stream::Stream(Poller &poller, Port port, int number, const QByteArray &token, const Told &told,
               const QByteArray &since)
    : m_number(number), m_told(told), m_socket(poller, *this, port, number) {
    m_socket.send(handshake(token, since));
}

void Stream::ready() {
    const auto bytes = m_state == State::Over ? std::nullopt : m_socket.receive();
    if (!bytes) {
        m_state = State::Over;
        return;
    }
    const Moment at = Clock::now();
    if (m_isUpgraded) {
        m_frames.feed(*bytes);
    } else {
        m_handshake.feed(*bytes);
        finishHandshake();
    }
    while (const auto frame = m_frames.take())
        take(*frame, at);
}

void Stream::finishHandshake() {
    constexpr int kSwitchingProtocols = 101;
    const auto response = m_handshake.take();
    if (!response)
        return;
    m_isUpgraded = response->status == kSwitchingProtocols;
    if (!m_isUpgraded)
        m_state = State::Over;
    m_frames.feed(m_handshake.takeRest());
}

void Stream::take(const Frame &frame, Moment at) {
    if (frame.opcode == Frame::Text) {
        m_state = State::Open;
        m_told(m_number, frame.payload, at);
    } else if (frame.opcode == Frame::Ping) {
        m_socket.send(clientFrame(Frame::Pong, frame.payload));
    } else if (frame.opcode == Frame::Close) {
        m_state = State::Over;
    }
}

} // namespace soban::bench
