// SPDX-License-Identifier: GPL-3.0-or-later
// Private to server/http.
#pragma once

#include "http/ClientSocket.h"
#include "http/Handler.h"
#include "http/Limits.h"
#include "http/RequestScanner.h"
#include "http/TransportHold.h"

#include <QObject>
#include <QPair>

#include <atomic>
#include <deque>
#include <limits>
#include <memory>
#include <optional>

namespace soban::http {

using Peer = QPair<QHostAddress, quint16>;

/// What the connections of a Listener need of it.
class ConnectionHost {
public:
    virtual ~ConnectionHost() = default;

    virtual Handler &handler() = 0;
    virtual const Limits &limits() const = 0;
    virtual bool isDraining() const = 0;
    /// `isGone` turns true when the client has left.
    virtual Reply makeReply(quint64 connectionId, quint64 sequence,
                            std::shared_ptr<const std::atomic_bool> isGone) = 0;
    /// Qt is about to open a WebSocket on this socket.
    virtual void expectWebSocket(QTcpSocket *socket, quint64 ticket) = 0;
    /// Milliseconds on a clock that only goes forward.
    virtual qint64 nowMs() const = 0;
    /// Has lookAtTheTime() called at that moment.
    virtual void watch(quint64 connectionId, qint64 atMs) = 0;
    /// The connection object is being destroyed.
    virtual void connectionEnded(quint64 connectionId) = 0;
};

/// The HTTP life of one socket: reads along ahead of Qt, numbers the requests, and sends their
/// answers in that order. A child of the socket; after an upgrade it lets go of the socket and
/// dies.
class Connection final : public QObject {
    Q_OBJECT
public:
    Connection(quint64 id, QTcpSocket *socket, ConnectionHost &host);
    ~Connection() override;

    /// Puts the scanner in front of Qt's parser: call this, give the socket to Qt, then followQt().
    void readAhead();
    /// Notes what Qt leaves unread: it takes one request per readyRead(), and emits that again for
    /// the next. Call whenever Qt has (re)connected itself to the socket, so that this comes after
    /// it.
    void followQt();

    Peer peer() const { return m_peer; }
    /// Qt has assembled the body of the next request.
    void dispatch(const QByteArray &body, TransportHoldPtr hold);
    /// Whether the next request is an upgrade that was accepted. Denied ones never reach Qt.
    bool isUpgradeNext() const { return m_upgradeTicket.has_value(); }
    /// Qt takes the socket: lets go of it.
    void releaseToWebSocket();

    /// The answer of a request; nullopt if nobody will give one. Unknown sequences are ignored.
    void answer(quint64 sequence, std::optional<Answer> answer);

    /// A moment has come that was asked for by watch(): perhaps the client has used up its time.
    void lookAtTheTime(qint64 watchedAtMs);

    qsizetype unansweredCount() const { return static_cast<qsizetype>(m_pending.size()); }
    /// For a drain: ends the connection now if nothing is going on.
    void closeIfIdle();
    /// Ends the connection without a word and without a signal to anyone.
    void cut();

private:
    static constexpr qint64 kNever = std::numeric_limits<qint64>::max();

    struct Pending {
        bool isHead = false;
        bool closesConnection = false;
        std::optional<Answer> answer;
        TransportHoldPtr hold;
    };

    /// What the client is to do next, and for which request.
    struct Awaited {
        enum class What { Nothing, Head, Body, NextRequest, Reading, Goodbye };

        What what = What::Nothing;
        quint64 request = 0;

        friend bool operator==(const Awaited &, const Awaited &) = default;
    };

    Awaited awaited() const;
    qint64 millisecondsFor(const Awaited &awaited) const;
    qint64 travelMs(qint64 bytes) const;
    void updateDeadline();
    void setDeadline(qint64 atMs);
    void onTimeOver();
    void scanFreshBytes();
    bool needsNothingOfQt() const;
    void dispatchWithoutQt(const QByteArray &bytes);
    void sendContinueIfAwaited();
    void refuseIfDue();
    void judgeUpgradeIfDue();
    UpgradeVerdict upgradeVerdict() const;
    Request makeRequest(const RequestHead &head, const QByteArray &body) const;
    void endWith(Answer lastAnswer, bool isHead);
    void sendReady();
    void write(const QByteArray &bytes);
    void finish();
    void stopReading();
    void linger();
    void onDisconnected();

    const quint64 m_id;
    QTcpSocket *const m_socket; // the parent
    ConnectionHost &m_host;
    const Peer m_peer;
    RequestScanner m_scanner;
    qint64 m_leftover = 0; // bytes in the socket that the scanner has seen and Qt has not read
    QMetaObject::Connection m_leftoverWatch;
    bool m_isQtReading = false; // Qt was left bytes of a request that it has not handed over yet
    std::optional<quint64> m_upgradeTicket;
    std::deque<Pending> m_pending;
    quint64 m_firstSequence = 0;  // of m_pending.front()
    bool m_hasLastAnswer = false; // endWith() was called: nothing more is read
    bool m_closing = false;       // the last answer is written, or the client has left
    bool m_isLingering = false;   // said all, and lets the client read it
    Awaited m_awaited;
    qint64 m_deadlineMs = kNever;  // of m_awaited
    qint64 m_watchedAtMs = kNever; // when the host will call; at the deadline or before
    std::shared_ptr<std::atomic_bool> m_isGone = std::make_shared<std::atomic_bool>(false);
};

} // namespace soban::http
