// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "events/EventSink.h"
#include "events/IdSource.h"
#include "events/LogFollower.h"

namespace soban::notification {

/// Messages of the write model, inside the open transaction.
class MessageBook {
public:
    virtual ~MessageBook() = default;
    /// False if the order has a message of that kind already: each is posted once.
    virtual bool insert(const MessagePosted &message, AccountId to, Instant now) = 0;
};

/// What a message needs to know of an order.
class OrderFacts {
public:
    struct Facts {
        AccountId customer;
        Fulfilment fulfilment;
        LocalizedText shopName;
        LocalizedText thanks;
    };

    virtual ~OrderFacts() = default;
    virtual std::optional<Facts> factsOf(OrderId order) const = 0;
};

/// Writes to customers what events give reason for: the shop's thanks (R13), the wish for a review
/// (R15) and that the shop answered it.
class Correspondent : public LogFollower {
    Q_OBJECT

public:
    /// All used within Work, on the writer's thread.
    struct Desk {
        const EventLog &log;
        CursorStore &cursors;
        MessageBook &messages;
        const OrderFacts &facts;
        EventSink &events;
    };

    Correspondent(WriteQueue &writes, Desk desk, IdSource &ids, const Clock &clock,
                  QObject *parent = nullptr);

private:
    void meet(const EventRecord &record) override;
    void post(OrderId order, MessageKind kind, const OrderFacts::Facts &facts,
              const LocalizedText &text);

    Desk m_desk;
    IdSource &m_ids;
    const Clock &m_clock;
};

} // namespace soban::notification
