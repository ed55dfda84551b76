// SPDX-License-Identifier: GPL-3.0-or-later
#include "HostileClient.h"

#include <QSslCertificate>
#include <QSslConfiguration>
#include <QtEndian>

namespace {

constexpr qint64 kAheadBytes = 1 << 20;
constexpr int kDripMs = 50;

qsizetype contentLength(QByteArrayView head) {
    constexpr QByteArrayView kName("\r\nContent-Length: ");
    const qsizetype at = head.indexOf(kName);
    if (at < 0)
        return 0;
    const QByteArrayView from = head.sliced(at + kName.size());
    return from.first(from.indexOf('\r')).toByteArray().toLongLong();
}

} // namespace

HostileClient::HostileClient(const HostileInput &input, quint16 port, Transport transport)
    : m_input(input) {
    m_drip.setInterval(kDripMs);
    connect(&m_drip, &QTimer::timeout, this, [this] { m_socket.write(m_input.drip); });
    connect(&m_socket, &QSslSocket::disconnected, &m_drip, &QTimer::stop);
    connect(&m_socket, &QSslSocket::readyRead, this, &HostileClient::onReadyRead);
    connect(&m_socket, &QSslSocket::bytesWritten, this, &HostileClient::sendFiller);
    connect(&m_socket, &QSslSocket::encryptedBytesWritten, this, &HostileClient::sendFiller);
    const QString host = QStringLiteral("127.0.0.1");
    if (transport == Transport::Plain) {
        connect(&m_socket, &QSslSocket::connected, this, &HostileClient::begin);
        m_socket.connectToHost(host, port);
    } else {
        QSslConfiguration configuration = m_socket.sslConfiguration();
        configuration.setCaCertificates(QSslCertificate::fromPath(
            QStringLiteral(SOBAN_SOURCE_DIR "/tests/support/tls/localhost-certificate.pem")));
        m_socket.setSslConfiguration(configuration);
        connect(&m_socket, &QSslSocket::encrypted, this, &HostileClient::begin);
        m_socket.connectToHostEncrypted(host, port);
    }
}

void HostileClient::begin() {
    if (!m_input.reads)
        m_socket.setReadBufferSize(1);
    m_socket.write(m_input.sent);
    m_fillerLeft = m_input.fillerBytes;
    sendFiller();
    if (!m_input.drip.isEmpty())
        m_drip.start();
}

void HostileClient::sendFiller() {
    while (m_fillerLeft > 0 && m_socket.state() == QAbstractSocket::ConnectedState &&
           m_socket.bytesToWrite() + m_socket.encryptedBytesToWrite() < kAheadBytes) {
        const qint64 size = std::min<qint64>(m_fillerLeft, m_input.filler.size());
        m_fillerLeft -= size;
        m_socket.write(m_input.filler.constData(), size);
    }
}

void HostileClient::onReadyRead() {
    if (!m_input.reads)
        return;
    m_received += m_socket.readAll();
    readAnswers();
    if (m_isStream)
        readFrames();
}

void HostileClient::readAnswers() {
    while (!m_isStream && readAnswer()) {
    }
}

bool HostileClient::readAnswer() {
    const qsizetype headEnd = m_received.indexOf("\r\n\r\n", m_read);
    if (headEnd < 0)
        return false;
    const QByteArrayView head = QByteArrayView(m_received).sliced(m_read, headEnd + 2 - m_read);
    const qsizetype end = headEnd + 4 + (m_input.isHead ? 0 : contentLength(head));
    if (m_received.size() < end)
        return false;
    m_parts.append(head.sliced(9, 3).toByteArray());
    m_read = end;
    m_isStream = m_parts.last() == "101";
    if (m_isStream)
        m_socket.write(m_input.frames);
    return true;
}

void HostileClient::readFrames() {
    while (readFrame()) {
    }
}

/// Of the server's frames only the last matters; they are short and carry no mask.
bool HostileClient::readFrame() {
    constexpr char kClose = 8;
    const QByteArrayView left = QByteArrayView(m_received).sliced(m_read);
    if (left.size() < 2)
        return false;
    const auto shortLength = static_cast<uchar>(left[1]);
    const qsizetype headSize = shortLength < 126 ? 2 : 4;
    if (left.size() < headSize)
        return false;
    const qsizetype length =
        shortLength < 126 ? shortLength : qFromBigEndian<quint16>(left.data() + 2);
    if (left.size() < headSize + length)
        return false;
    if ((left[0] & 0x0f) == kClose && length >= 2)
        m_parts.append("ws " + QByteArray::number(qFromBigEndian<quint16>(left.data() + headSize)));
    m_read += headSize + length;
    return true;
}

QByteArray HostileClient::answer() const {
    QByteArrayList parts = m_parts;
    if (hasEnded())
        parts.append("end");
    return parts.join(' ');
}
