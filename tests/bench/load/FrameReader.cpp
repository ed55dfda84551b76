// SPDX-License-Identifier: GPL-3.0-or-later
#include "load/FrameReader.h"

#include <QtEndian>

namespace soban::bench {

namespace {

constexpr int kShortLengths = 125;
constexpr int kTwoByteLength = 126;

struct Extent {
    qsizetype headBytes;
    qsizetype payloadBytes;
};

/// Where the payload of the frame at the beginning lies, once that can be told.
std::optional<Extent> extentOf(QByteArrayView bytes) {
    if (bytes.size() < 2)
        return std::nullopt;
    const int length = quint8(bytes[1]) & 0x7f;
    if (length <= kShortLengths)
        return Extent{2, length};
    const qsizetype lengthBytes = length == kTwoByteLength ? 2 : 8;
    if (bytes.size() < 2 + lengthBytes)
        return std::nullopt;
    const char *at = bytes.data() + 2;
    const auto payload =
        lengthBytes == 2 ? quint64(qFromBigEndian<quint16>(at)) : qFromBigEndian<quint64>(at);
    return Extent{2 + lengthBytes, qsizetype(payload)};
}

} // namespace

std::optional<Frame> FrameReader::take() {
    const auto extent = extentOf(m_buffer);
    if (!extent || m_buffer.size() < extent->headBytes + extent->payloadBytes)
        return std::nullopt;
    Frame frame{quint8(quint8(m_buffer[0]) & 0x0f),
                m_buffer.sliced(extent->headBytes, extent->payloadBytes)};
    m_buffer.remove(0, extent->headBytes + extent->payloadBytes);
    return frame;
}

QByteArray clientFrame(Frame::Opcode opcode, const QByteArray &payload) {
    constexpr char kFinal = char(0x80);
    constexpr char kMasked = char(0x80);
    QByteArray frame;
    frame.append(char(kFinal | char(opcode)));
    frame.append(char(kMasked | char(payload.size())));
    frame.append(4, '\0'); // a mask of zeros changes nothing, and is one
    return frame + payload;
}

} // namespace soban::bench
