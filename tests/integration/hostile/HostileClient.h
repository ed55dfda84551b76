// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "HostileInput.h"

#include <QObject>
#include <QSslSocket>
#include <QTimer>

/// Carries out one row of the table and notes what comes back.
class HostileClient final : public QObject {
public:
    enum class Transport { Plain, Tls };

    HostileClient(const HostileInput &input, quint16 port, Transport transport);

    /// So far, in the words of HostileInput::answer.
    QByteArray answer() const;
    const QByteArray &received() const { return m_received; }
    bool hasEnded() const { return m_socket.state() == QAbstractSocket::UnconnectedState; }

private:
    void begin();
    void sendFiller();
    void onReadyRead();
    void readAnswers();
    bool readAnswer();
    void readFrames();
    bool readFrame();

    const HostileInput m_input;
    QSslSocket m_socket;
    QTimer m_drip;
    qint64 m_fillerLeft = 0;
    QByteArray m_received;
    qsizetype m_read = 0; ///< of m_received: what stands in m_parts
    QByteArrayList m_parts;
    bool m_isStream = false;
};
