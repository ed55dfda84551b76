// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/ApiClient.h"
#include "client/EventReader.h"

class QWebSocket;

namespace soban::client {

/// How events come in at present.
enum class StreamState { Offline, Polling, Streaming };

/// All spans are of wall time.
struct EventStreamOptions {
    /// A WebSocket that brings nothing at all for so long does not get through.
    std::chrono::milliseconds blockedAfter{10'000};
    /// Between attempts while nothing works.
    Backoff reconnect{std::chrono::milliseconds(500), std::chrono::milliseconds(30'000)};
    /// Between attempts at the WebSocket while polling works.
    Backoff retryWebSocket{std::chrono::milliseconds(2'000), std::chrono::milliseconds(60'000)};
    /// How long the server may hold a poll that has nothing to tell.
    std::chrono::milliseconds pollWait{25'000};
    /// How long its answer may take beyond that.
    std::chrono::milliseconds pollGrace{10'000};
    /// Least pause after a poll that brought nothing, in case the server does not hold it.
    std::chrono::milliseconds pollGap{250};
    quint64 messageLimitBytes = 64 * 1024;
    quint32 seed = 1;
};

/// Brings the events that are meant for the session's account: each once, in the order of their
/// sequence, from a given one on, whatever happens to the connection. By WebSocket where that gets
/// through, else by long polls, while it keeps trying the WebSocket now and then.
///
/// The owner keeps the cursor (`cursorMoved` comes after the event has been handed out) and starts
/// with it the next time.
class EventStream : public QObject {
    Q_OBJECT

public:
    explicit EventStream(ApiClient &api, EventStreamOptions options = {},
                         QObject *parent = nullptr);
    ~EventStream() override;

    /// Events after `since`; without one, those that come from now on, as soon as the server has
    /// said where the log stands (`resyncNeeded`). Waits for somebody to sign in.
    void start(std::optional<Sequence> since);
    void stop();
    /// Tries at once what waits for its next try, for instance as the network has come back.
    void retryNow();

    StreamState state() const { return m_state; }
    std::optional<Sequence> cursor() const { return m_cursor; }
    /// As far as the server has said: its card provider does not answer.
    bool isCardPaymentDown() const { return m_isCardPaymentDown; }

signals:
    void eventReceived(const soban::contract::EventEnvelope &event);
    void cursorMoved(soban::Sequence cursor);
    /// Events may have been missed for good, or happened before a stream without a cursor knew its
    /// place: load afresh what is shown. Those after `cursor` will come.
    void resyncNeeded(soban::Sequence cursor);
    void connectionStateChanged(soban::client::StreamState state);
    void cardPaymentChanged(bool isDown);

private:
    void begin();
    void halt();
    void setState(StreamState state);

    void openSocket();
    void dropSocket();
    void socketConnected();
    void socketSpoke(const QString &message);
    void socketFailed(const QString &why);
    void socketBlocked();
    void retryLater(const Backoff &backoff, std::chrono::milliseconds atLeast);

    void startPolling();
    void stopPolling();
    void poll();
    void pollAnswered(const Result<Answered, ApiError> &answer);
    void pollFailed(const ApiError &error);
    void pollSucceeded(const EventPageItems &page);

    void take(const StreamItem &item);
    void takeEvent(const contract::EventEnvelope &event);
    void takeNote(const contract::StreamNote &note);
    void setCardPaymentDown(bool isDown);
    void skip(std::optional<Sequence> sequence);
    void moveTo(Sequence sequence);
    void resyncAt(Sequence sequence);

    ApiClient &m_api;
    EventStreamOptions m_options;
    Random m_random;
    StreamState m_state = StreamState::Offline;
    std::optional<Sequence> m_cursor;
    bool m_isRunning = false;
    bool m_isCardPaymentDown = false;
    /// Since a poll has told of a gap, or from a start without a cursor until the place in the log
    /// is known, wherever that is told.
    bool m_isResyncDue = false;
    QWebSocket *m_socket = nullptr;
    QTimer m_silence; ///< runs while there is a socket
    QTimer m_retry;   ///< until the next attempt at a WebSocket
    int m_failures = 0;
    std::unique_ptr<QObject> m_poll; ///< context of the poll under way; exists while polling
    QTimer m_pollPause;
};

} // namespace soban::client
