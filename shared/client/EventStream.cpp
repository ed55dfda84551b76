// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/EventStream.h"

#include "client/WebSocketCompat.h"

#include <QLoggingCategory>
#include <QNetworkRequest>

#include <algorithm>

namespace soban::client {

namespace {

Q_LOGGING_CATEGORY(streamLog, "soban.client.stream", QtInfoMsg)

using contract::RouteId;
using std::chrono::milliseconds;

QUrlQuery sinceQuery(std::optional<Sequence> since) {
    QUrlQuery query;
    if (since)
        query.addQueryItem(QStringLiteral("since"), since->toText());
    return query;
}

std::optional<Sequence> sequenceOf(const StreamItem &item) {
    return std::visit([](const auto &any) { return std::optional<Sequence>(any.sequence); }, item);
}

QNetworkRequest upgradeRequest(const Session &session, std::optional<Sequence> since) {
    QNetworkRequest request(
        session.server().webSocket(contract::pathOf(RouteId::StreamEvents), sinceQuery(since)));
    request.setRawHeader("Authorization", "Bearer " + session.accessToken().toLatin1());
    return request;
}

} // namespace

EventStream::EventStream(ApiClient &api, EventStreamOptions options, QObject *parent)
    : QObject(parent), m_api(api), m_options(options), m_random(randomOf(options.seed)) {
    for (QTimer *timer : {&m_silence, &m_retry, &m_pollPause})
        timer->setSingleShot(true);
    connect(&m_silence, &QTimer::timeout, this, &EventStream::socketBlocked);
    connect(&m_retry, &QTimer::timeout, this, &EventStream::openSocket);
    connect(&m_pollPause, &QTimer::timeout, this, &EventStream::poll);
    Session &session = api.session();
    connect(&session, &Session::signedIn, this, &EventStream::begin);
    connect(&session, &Session::signedOut, this, &EventStream::halt);
    connect(&session, &Session::expired, this, &EventStream::halt);
    connect(&session, &Session::refreshed, this, [this] {
        // An outdated token may have been why there is no WebSocket.
        if (m_isRunning && !m_socket)
            retryNow();
    });
}

EventStream::~EventStream() {
    dropSocket();
}

void EventStream::start(std::optional<Sequence> since) {
    stop();
    m_cursor = since;
    m_isResyncDue = !since;
    m_isRunning = true;
    begin();
}

void EventStream::stop() {
    m_isRunning = false;
    halt();
}

void EventStream::begin() {
    if (!m_isRunning || !m_api.session().isSignedIn())
        return;
    m_failures = 0;
    openSocket();
}

void EventStream::halt() {
    m_retry.stop();
    dropSocket();
    stopPolling();
    setState(StreamState::Offline);
}

void EventStream::retryNow() {
    if (!m_isRunning || m_state == StreamState::Streaming)
        return;
    begin();
}

void EventStream::setState(StreamState state) {
    if (m_state == state)
        return;
    m_state = state;
    emit connectionStateChanged(state);
}

// The WebSocket

void EventStream::openSocket() {
    dropSocket();
    m_retry.stop();
    const Session &session = m_api.session();
    // No child: a slot may destroy the stream from within one of the socket's signals.
    m_socket = new QWebSocket(session.server().origin(), QWebSocketProtocol::VersionLatest);
    m_socket->setMaxAllowedIncomingFrameSize(m_options.messageLimitBytes);
    m_socket->setMaxAllowedIncomingMessageSize(m_options.messageLimitBytes);
    connect(m_socket, &QWebSocket::connected, this, &EventStream::socketConnected);
    connect(m_socket, &QWebSocket::textMessageReceived, this, &EventStream::socketSpoke);
    connect(m_socket, &QWebSocket::disconnected, this,
            [this] { socketFailed(m_socket->closeReason()); });
    connectError(m_socket, this, [this] { socketFailed(m_socket->errorString()); });
    m_silence.start(m_options.blockedAfter);
    m_socket->open(upgradeRequest(session, m_cursor));
}

void EventStream::dropSocket() {
    m_silence.stop();
    if (!m_socket)
        return;
    QWebSocket *socket = std::exchange(m_socket, nullptr);
    socket->disconnect(this);
    socket->abort();
    socket->deleteLater();
}

void EventStream::socketConnected() {
    m_silence.start(m_options.blockedAfter);
    // While polls bring the events, a WebSocket has to prove that it does, too.
    if (!m_poll)
        setState(StreamState::Streaming);
}

void EventStream::socketSpoke(const QString &message) {
    m_silence.start(m_options.blockedAfter);
    m_failures = 0;
    stopPolling();
    const QPointer<EventStream> self(this);
    setState(StreamState::Streaming);
    if (self && m_isRunning)
        take(readStreamMessage(message.toUtf8()));
}

void EventStream::socketFailed(const QString &why) {
    qCDebug(streamLog, "no WebSocket: %s", qUtf8Printable(why));
    dropSocket();
    if (m_poll) {
        retryLater(m_options.retryWebSocket, milliseconds(0));
    } else if (m_state == StreamState::Streaming) {
        retryLater(m_options.reconnect, milliseconds(0));
        setState(StreamState::Offline);
    } else {
        startPolling();
    }
}

void EventStream::socketBlocked() {
    qCDebug(streamLog, "nothing comes through the WebSocket");
    dropSocket();
    if (m_poll)
        retryLater(m_options.retryWebSocket, milliseconds(0));
    else
        startPolling();
}

void EventStream::retryLater(const Backoff &backoff, milliseconds atLeast) {
    m_retry.start(std::max(backoff.delay(m_failures++, m_random), atLeast));
}

// The long polls

void EventStream::startPolling() {
    m_poll = std::make_unique<QObject>();
    poll();
}

void EventStream::stopPolling() {
    m_pollPause.stop();
    m_poll.reset();
}

void EventStream::poll() {
    // The first one is answered at once, so that it is soon known whether polling works.
    const milliseconds wait =
        m_state == StreamState::Polling ? m_options.pollWait : milliseconds(0);
    ApiCall call{RouteId::PollEvents};
    call.query = sinceQuery(m_cursor);
    call.query.addQueryItem(QStringLiteral("waitMs"), QString::number(wait.count()));
    call.lane = Lane::Patient;
    call.timeLimit = wait + m_options.pollGrace;
    m_api.sendRaw(call, m_poll.get(),
                  [this](const Result<Answered, ApiError> &answer) { pollAnswered(answer); });
}

void EventStream::pollAnswered(const Result<Answered, ApiError> &answer) {
    if (!answer) {
        pollFailed(answer.error());
        return;
    }
    const auto page = readEventPage(answer->body);
    if (page)
        pollSucceeded(*page);
    else
        pollFailed(notUnderstood(*answer, page.error()));
}

void EventStream::pollFailed(const ApiError &error) {
    if (error.is(contract::ErrorCode::Gone) && m_cursor) {
        // Where the log stands now is only told to those who ask without a place in it.
        m_isResyncDue = true;
        m_cursor.reset();
        m_pollPause.start(m_options.pollGap);
        return;
    }
    qCDebug(streamLog, "polling fails: %s", qUtf8Printable(error.detail));
    stopPolling();
    if (!m_socket)
        retryLater(m_options.reconnect, error.retryAfter.value_or(milliseconds(0)));
    setState(StreamState::Offline);
}

void EventStream::pollSucceeded(const EventPageItems &page) {
    const QPointer<EventStream> self(this);
    if (m_state != StreamState::Polling) {
        m_failures = 0;
        if (!m_socket)
            retryLater(m_options.retryWebSocket, milliseconds(0));
        setState(StreamState::Polling);
    }
    if (self)
        setCardPaymentDown(page.isCardPaymentDown);
    if (self && m_isResyncDue)
        resyncAt(page.sequence);
    for (const StreamItem &item : page.items) {
        if (!self || !m_poll) // a slot has stopped or destroyed the stream
            return;
        take(item);
    }
    if (!self || !m_poll)
        return;
    moveTo(page.sequence);
    if (self && m_poll)
        m_pollPause.start(page.items.isEmpty() ? m_options.pollGap : milliseconds(0));
}

// What comes in

void EventStream::take(const StreamItem &item) {
    const auto *note = std::get_if<contract::StreamNote>(&item);
    const bool isResync = note && note->type == contract::StreamSignal::Resync;
    // A poll has told of a gap, or there was no place yet, and here is the log's.
    if (const auto sequence = sequenceOf(item); m_isResyncDue && sequence && !isResync) {
        const QPointer<EventStream> self(this);
        resyncAt(*sequence);
        if (!self || !m_isRunning)
            return;
    }
    if (const auto *event = std::get_if<contract::EventEnvelope>(&item)) {
        takeEvent(*event);
    } else if (note) {
        takeNote(*note);
    } else if (const auto *unknown = std::get_if<UnknownEvent>(&item)) {
        qCInfo(streamLog, "an event of the unknown type %s is skipped",
               qUtf8Printable(unknown->type));
        moveTo(unknown->sequence);
    } else if (const auto *damaged = std::get_if<DamagedEvent>(&item)) {
        qCWarning(streamLog, "an event cannot be read: %s", qUtf8Printable(damaged->detail));
        skip(damaged->sequence);
    }
}

void EventStream::takeEvent(const contract::EventEnvelope &event) {
    if (m_cursor && event.sequence <= *m_cursor)
        return;
    const QPointer<EventStream> self(this);
    emit eventReceived(event);
    if (self)
        moveTo(event.sequence);
}

void EventStream::setCardPaymentDown(bool isDown) {
    if (std::exchange(m_isCardPaymentDown, isDown) != isDown)
        emit cardPaymentChanged(isDown);
}

void EventStream::takeNote(const contract::StreamNote &note) {
    const QPointer<EventStream> self(this);
    setCardPaymentDown(note.isCardPaymentDown.value_or(false));
    if (!self || !m_isRunning)
        return;
    if (note.type == contract::StreamSignal::Resync)
        resyncAt(note.sequence);
    else
        moveTo(note.sequence);
}

/// What a lost event told is found by loading afresh.
void EventStream::skip(std::optional<Sequence> sequence) {
    if (sequence && (!m_cursor || *sequence > *m_cursor))
        resyncAt(*sequence);
}

void EventStream::moveTo(Sequence sequence) {
    if (m_cursor && sequence <= *m_cursor)
        return;
    m_cursor = sequence;
    emit cursorMoved(sequence);
}

void EventStream::resyncAt(Sequence sequence) {
    m_isResyncDue = false;
    m_cursor = sequence; // also back, if the server was restored from a copy
    const QPointer<EventStream> self(this);
    emit resyncNeeded(sequence);
    if (self)
        emit cursorMoved(sequence);
}

} // namespace soban::client
