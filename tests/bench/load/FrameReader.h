// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <optional>

namespace soban::bench {

/// A WebSocket frame from a server (RFC 6455, 5.2). Those of ours are whole messages.
struct Frame {
    enum Opcode : quint8 { Text = 1, Close = 8, Ping = 9, Pong = 10 };

    quint8 opcode = Text;
    QByteArray payload;
};

/// Takes the bytes of a WebSocket apart into frames.
class FrameReader {
public:
    void feed(QByteArrayView bytes) { m_buffer.append(bytes); }
    /// The next frame that has come whole.
    std::optional<Frame> take();

private:
    QByteArray m_buffer;
};

/// A frame as a client sends it, masked as it must be. `payload`: up to 125 bytes.
QByteArray clientFrame(Frame::Opcode opcode, const QByteArray &payload);

} // namespace soban::bench
