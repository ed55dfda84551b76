// SPDX-License-Identifier: GPL-3.0-or-later
#include "HostileInput.h"

#include <QtEndian>

namespace {

enum Opcode : quint8 { Continuation = 0, Text = 1, Close = 8, Ping = 9, Reserved = 3 };

constexpr quint8 kFinal = 0x80;
constexpr quint8 kMasked = 0x80;
constexpr quint8 kReservedBit = 0x40;

/// A client's frame, masked with zeros.
QByteArray frame(quint8 first, const QByteArray &payload) {
    QByteArray bytes(1, char(first));
    if (payload.size() < 126) {
        bytes += char(kMasked | quint8(payload.size()));
    } else {
        bytes += char(kMasked | 126);
        const quint16 size = qToBigEndian(quint16(payload.size()));
        bytes.append(reinterpret_cast<const char *>(&size), sizeof size);
    }
    return bytes + QByteArray(4, '\0') + payload;
}

/// The beginning of a frame that announces so many bytes.
QByteArray announcement(quint64 payloadBytes) {
    QByteArray bytes(1, char(kFinal | Text));
    bytes += char(kMasked | 127);
    const quint64 size = qToBigEndian(payloadBytes);
    bytes.append(reinterpret_cast<const char *>(&size), sizeof size);
    return bytes + QByteArray(4, '\0');
}

class Upgrade {
public:
    explicit Upgrade(const TownKeys &keys)
        : m_good("GET /api/v1/events/stream HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\n"
                 "Upgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
                 "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
                 "Authorization: Bearer " +
                 keys.token + "\r\n\r\n") {}

    const QByteArray &good() const { return m_good; }
    QByteArray with(const char *before, const char *after) const {
        return QByteArray(m_good).replace(before, after);
    }
    QByteArray plus(const QByteArray &header) const {
        return m_good.chopped(2) + header + "\r\n\r\n";
    }
    /// An accepted stream on which those frames are sent.
    HostileInput frames(const char *name, const QByteArray &frames, const char *answer) const {
        return {.name = name, .sent = m_good, .answer = answer, .frames = frames};
    }

private:
    const QByteArray m_good;
};

QList<HostileInput> handshakes(const Upgrade &upgrade) {
    return {
        {"stream without a token", upgrade.with("Authorization", "X-Nothing"), "401 end"},
        {"stream with a token that is none", upgrade.with("Bearer ", "Bearer x"), "401 end"},
        {"stream from another Origin", upgrade.plus("Origin: https://evil.test"), "403 end"},
        {"stream from an Origin that is none", upgrade.plus("Origin: null"), "403 end"},
        {"stream from the server's own Origin", upgrade.plus("Origin: https://x"), "101 end"},
        {"stream without a key", upgrade.with("Sec-WebSocket-Key", "X-Key"), "400 end"},
        {"stream with a key too short", upgrade.with("dGhlIHNhbXBsZSBub25jZQ==", "dGhl"),
         "400 end"},
        {"stream of version 8", upgrade.with("Version: 13", "Version: 8"), "426 end"},
        {"stream by POST", upgrade.with("GET ", "POST "), "400 end"},
        {"stream in HTTP/1.0", upgrade.with("HTTP/1.1", "HTTP/1.0"), "400 end"},
        {"stream with a body", upgrade.plus("Content-Length: 4"), "400 end"},
        {"stream where there is none", upgrade.with("/events/stream", "/shops"), "404 end"},
        {"stream from a sequence that is none", upgrade.with("/stream ", "/stream?since=-1 "),
         "400 end"},
        {"stream without an upgrade", upgrade.with("Upgrade: websocket\r\n", ""), "426 end"},
        {"frames before the answer", upgrade.good() + frame(kFinal | Text, "early"), "400 end"},
    };
}

QList<HostileInput> brokenFrames(const Upgrade &upgrade) {
    const QByteArray part = frame(Text, QByteArray(500, 'a'));
    const QByteArray more = frame(Continuation, QByteArray(500, 'a'));
    return {
        upgrade.frames("a frame of 1 GiB", announcement(1 << 30), "101 ws 1009 end"),
        upgrade.frames("a frame of 2^63 bytes", announcement(quint64(1) << 63), "101 ws 1002 end"),
        upgrade.frames("a message of too many fragments", part + more + more + more,
                       "101 ws 1009 end"),
        // Qt takes it, and nobody reads it; silence ends the stream as it ends the others.
        upgrade.frames("a frame without a mask", QByteArray("\x81\x02hi"), "101 end"),
        upgrade.frames("reserved bits", frame(kFinal | kReservedBit | Text, "hi"),
                       "101 ws 1002 end"),
        upgrade.frames("an opcode that nobody knows", frame(kFinal | Reserved, "hi"),
                       "101 ws 1002 end"),
        upgrade.frames("a fragmented ping", frame(Ping, "hi"), "101 ws 1002 end"),
        upgrade.frames("a ping of 126 bytes", frame(kFinal | Ping, QByteArray(126, 'a')),
                       "101 ws 1002 end"),
        upgrade.frames("the end of a message that never began", frame(kFinal | Continuation, "hi"),
                       "101 ws 1002 end"),
        upgrade.frames("a text that is not UTF-8", frame(kFinal | Text, "\xff\xfe"),
                       "101 ws 1007 end"),
        upgrade.frames("a close of one byte", frame(kFinal | Close, "a"), "101 ws 1002 end"),
        upgrade.frames("HTTP on an open stream", "GET /livez HTTP/1.1\r\nHost: x\r\n\r\n",
                       "101 ws 1002 end"),
        upgrade.frames("half a frame, and silence", QByteArray("\x81\x85"), "101 end"),
        upgrade.frames("a flood of messages", frame(kFinal | Text, "hi").repeated(500),
                       "101 ws 1008 end"),
        {.name = "a flood of pings that does not read",
         .sent = upgrade.good(),
         .answer = "end",
         .filler = frame(kFinal | Ping, QByteArray(125, 'a')).repeated(500),
         .fillerBytes = 64 << 20,
         .drip = frame(kFinal | Ping, "a"),
         .reads = false},
    };
}

} // namespace

QList<HostileInput> streamInputs(const TownKeys &keys) {
    const Upgrade upgrade(keys);
    return handshakes(upgrade) + brokenFrames(upgrade);
}
