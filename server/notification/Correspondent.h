// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "events/EventLog.h"
#include "events/EventSink.h"
#include "events/IdSource.h"
#include "events/WriteQueue.h"

#include <QObject>

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
/// (R15) and that the shop answered it. Reads the log from a durable cursor, so that nothing
/// is lost if a signal was, and posts in the transaction that moves the cursor, so that nothing is
/// posted twice.
class Correspondent : public QObject {
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

public slots:
    void onCommitted(const soban::EventBatch &batch);
    /// Reads on from the cursor; call once at start.
    void catchUp();

private:
    bool workThrough();
    /// Nothing if it could not be written down.
    void finishReading(std::optional<bool> isMore);
    void answer(const EventRecord &record);
    void post(OrderId order, MessageKind kind, const OrderFacts::Facts &facts,
              const LocalizedText &text);

    WriteQueue &m_writes;
    Desk m_desk;
    IdSource &m_ids;
    const Clock &m_clock;
    bool m_isReading = false;
    bool m_readAgain = false;
};

} // namespace soban::notification
