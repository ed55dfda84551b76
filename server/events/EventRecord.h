// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Event.h"

#include <QByteArray>
#include <QMetaType>

#include <memory>

namespace soban {

/// An event as the log keeps it: never changed, in commit order.
struct EventRecord {
    Sequence sequence;
    EventId id;
    EventType type;
    std::optional<OrderId> order;
    Instant at;
    QByteArray data; ///< the event's data, encoded by the contract
};

/// An event that was just committed, with those who may see it.
struct CommittedEvent {
    EventRecord record;
    QList<Addressee> audience;
};

/// Everything one transaction announced, in order. Shared and immutable, so that it crosses
/// threads.
using EventBatch = std::shared_ptr<const QList<CommittedEvent>>;

/// The whole event as clients get it, CloudEvents in JSON.
QByteArray toCloudEvent(const EventRecord &record);

} // namespace soban

Q_DECLARE_METATYPE(soban::EventBatch)
