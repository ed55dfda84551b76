// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/Codec.h"
#include "domain/Event.h"

namespace soban::contract {

/// An event on the wire: CloudEvents 1.0 in JSON with the extensions `sequence`, `correlationid`
/// and `causationid`.
struct EventEnvelope {
    QString specversion; ///< "1.0"
    EventId id;
    QString source; ///< "/soban"
    EventType type;
    std::optional<OrderId> subject;
    Instant time;
    Sequence sequence;
    std::optional<OrderId> correlationid;
    std::optional<EventId> causationid;
    JsonValue data; ///< by type; see `eventData`
};

/// The answer to a long poll: the events meant for the caller, and how far it has seen the log.
struct EventPage {
    QList<EventEnvelope> events;                ///< in the order of their sequence
    Sequence sequence;                          ///< ask with `since` of this next
    std::optional<bool> isCardPaymentDown = {}; ///< as of a stream's note
};

enum class StreamSignal { Heartbeat, Resync };

/// What a stream says besides events: that it is alive and how far the log has been seen, or that
/// the events since the given sequence are no longer kept and all is to be loaded afresh; and, in
/// passing, whether cards can be charged.
struct StreamNote {
    StreamSignal type;
    Sequence sequence;
    std::optional<bool> isCardPaymentDown = {}; ///< absent: it is not
};

/// The data of an event, read by its type.
Result<EventData, DecodeError> eventData(const EventEnvelope &envelope);
Result<EventData, DecodeError> decodeEventData(EventType type, const JsonValue &json);
QByteArray encodeEventData(const EventData &data);

} // namespace soban::contract

template <>
struct soban::EnumText<soban::contract::StreamSignal> {
    static constexpr std::array entries{
        std::pair{soban::contract::StreamSignal::Heartbeat, "soban.stream.heartbeat"},
        std::pair{soban::contract::StreamSignal::Resync, "soban.stream.resync"}};
};
