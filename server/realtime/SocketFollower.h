// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/Events.h"
#include "realtime/Follower.h"
#include "realtime/HubLimits.h"

#include <QElapsedTimer>

#include <memory>

class QWebSocket;

namespace soban::realtime {

/// One stream. Each event is one text message; what is written within one turn of the event loop
/// leaves in one piece, because QWebSocket only fills its socket's buffer.
class SocketFollower final : public Follower {
    Q_OBJECT
public:
    SocketFollower(FollowerId id, std::unique_ptr<QWebSocket> socket, std::optional<Sequence> since,
                   FollowerHost &host, const HubLimits &limits, QObject *parent);
    ~SocketFollower() override;

    void start() override;
    bool offer(const WireEvent &event) override;
    void batchEnded() override {}
    void takePage(const LogPage &page) override;
    void readFailed() override;
    void sweep() override;
    void end(EndReason reason) override;
    qint64 queuedBytes() const override;

private:
    void goOn();
    void write(const WireEvent &event);
    void writeNote(contract::StreamSignal signal, Sequence sequence);
    bool hasRoomFor(qsizetype bytes);
    void heard();
    void askForLife();
    void onMessage();
    void onDisconnected();
    void cutOff(int code, const char *reason);
    void close(int code, const char *reason);
    void abort();

    const std::unique_ptr<QWebSocket> m_socket;
    const HubLimits &m_limits;
    QElapsedTimer m_sinceHeard;
    QElapsedTimer m_sinceNote;
    int m_messages = 0;     ///< from the client since the last note
    bool m_isAsked = false; ///< whether it is alive, since it was heard last
};

} // namespace soban::realtime
