// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/Events.h"

#include <variant>

namespace soban::client {

/// An event of a type that this version does not know: newer servers may have more.
struct UnknownEvent {
    Sequence sequence;
    QString type;
};

/// An event that should be known but cannot be read: what it told is lost.
struct DamagedEvent {
    std::optional<Sequence> sequence; ///< if at least this is readable
    QString detail;
};

using StreamItem =
    std::variant<contract::EventEnvelope, contract::StreamNote, UnknownEvent, DamagedEvent>;

/// One message of the WebSocket.
StreamItem readStreamMessage(QByteArrayView json);

struct EventPageItems {
    QList<StreamItem> items;
    Sequence sequence; ///< ask with this next
    bool isCardPaymentDown = false;
};

/// The answer to a long poll; one event that cannot be read does not hide the others.
Result<EventPageItems, contract::DecodeError> readEventPage(QByteArrayView json);

} // namespace soban::client
