// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clock/Clock.h"
#include "events/IdSource.h"
#include "events/LogFollower.h"
#include "messaging/Outbox.h"

namespace soban::messaging {

/// Writes into the outbox what events give reason for, for customers who want to read it (R11): one
/// message for each event, once.
class Scribe : public LogFollower {
    Q_OBJECT

public:
    /// All used within Work, on the writer's thread.
    struct Desk {
        Log log;
        OutboxBook &book;
        const MessageFacts &facts;
        const Texts &texts;
    };

    Scribe(WriteQueue &writes, Desk desk, MessageRules rules, IdSource &ids, const Clock &clock,
           QObject *parent = nullptr);

private:
    void meet(const EventRecord &record) override;

    const Desk m_desk;
    const MessageRules m_rules;
    IdSource &m_ids;
    const Clock &m_clock;
};

/// What an event gives reason to write of an order that is fulfilled in that way; nothing where
/// customers do not care.
std::optional<Topic> topicOf(const EventRecord &record, Fulfilment how);

} // namespace soban::messaging
