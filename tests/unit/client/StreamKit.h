// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ClientTestKit.h"
#include "EventKit.h"

#include "client/EventStream.h"

#include <QSignalSpy>

inline const QString kPoll = QStringLiteral("/api/v1/events");
inline const QString kUpgrade = QStringLiteral("/api/v1/events/stream");

inline soban::client::EventStreamOptions quickStream() {
    using namespace std::chrono_literals;
    soban::client::EventStreamOptions options;
    options.blockedAfter = 400ms;
    options.reconnect = quickBackoff();
    options.retryWebSocket = {60ms, 60ms};
    options.pollWait = 1500ms;
    options.pollGrace = 1000ms;
    options.pollGap = 10ms;
    return options;
}

/// A signed-in client whose stream's words are written down.
struct StreamingClient : SignedInClient {
    using State = soban::client::StreamState;

    explicit StreamingClient(const ScriptedServer &server,
                             soban::client::EventStreamOptions options = quickStream())
        : SignedInClient(server), stream(api, options) {
        using soban::client::EventStream;
        QObject::connect(&stream, &EventStream::eventReceived, &stream,
                         [this](const auto &event) { received.append(event.sequence.number()); });
        QObject::connect(&stream, &EventStream::connectionStateChanged, &stream,
                         [this](State state) { states.append(state); });
        QObject::connect(&stream, &EventStream::cursorMoved, &stream,
                         [this](soban::Sequence cursor) { cursors.append(cursor.number()); });
        QObject::connect(&stream, &EventStream::resyncNeeded, &stream,
                         [this](soban::Sequence cursor) { resyncs.append(cursor.number()); });
    }

    soban::client::EventStream stream;
    QList<qint64> received;
    QList<qint64> cursors;
    QList<qint64> resyncs;
    QList<State> states;
};

/// What an upgrade or a poll asked for.
inline QString since(const ScriptedServer::Exchange &exchange) {
    return exchange.request.query.queryItemValue(QStringLiteral("since"));
}
