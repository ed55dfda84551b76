// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Event.h"
#include "domain/Message.h"
#include "messaging/Topic.h"

#include <QTimeZone>

namespace soban::messaging {

/// A message to a customer's phone, from the event that gave reason for it to its end.
struct OutboxMessage {
    MessageId id;
    Sequence event; ///< each brings one message at most
    OrderId order;
    AccountId customer;
    Topic topic;
    Language language;
    MessageWay way; ///< first the one that was chosen, then the one that it went
    Variables variables;
    QString reportKey; ///< nobody can guess it
    Instant happenedAt;

    MessageState state = MessageState::Pending;
    int tries = 0;
    Instant nextTryAt;              ///< while it is pending
    std::optional<int> sender = {}; ///< the server that hands it over
    QString gateway = {};           ///< who was given it
    QString gatewayKey = {};        ///< the gateway's own name for it
    QString fault = {};             ///< why it is not delivered
    std::optional<Instant> sentAt = {};
    std::optional<Instant> settledAt = {};
};

/// Messages to phones in the write model, inside the open transaction.
class OutboxBook {
public:
    virtual ~OutboxBook() = default;
    /// False if there is a message about that event already.
    virtual bool insert(const OutboxMessage &message) = 0;
    /// What can change of a message: from its way on.
    virtual void update(const OutboxMessage &message) = 0;
    virtual std::optional<OutboxMessage> find(MessageId message) const = 0;
    virtual std::optional<OutboxMessage> findByReportKey(const QString &key) const = 0;
    /// Pending ones whose time has come, oldest first; of an order the oldest one only, and none
    /// while another is being sent: a customer reads them in the order in which things happened.
    virtual QList<OutboxMessage> due(Instant now, int limit) const = 0;
    virtual QList<OutboxMessage> beingSent() const = 0;
    /// Those given to that gateway since then of which nobody knows yet what became, oldest first;
    /// `above` is exclusive.
    virtual QList<OutboxMessage> unsettled(const QString &gateway, Instant since,
                                           std::optional<MessageId> above, int limit) const = 0;
};

/// What a message needs to know of its order and its customer.
class MessageFacts {
public:
    struct Facts {
        AccountId customer;
        Fulfilment fulfilment;
        LocalizedText shopName;
        QTimeZone zone;
        int number;
        MessageWay way;
        Language language;
    };

    virtual ~MessageFacts() = default;
    virtual std::optional<Facts> factsOf(OrderId order) const = 0;
    virtual QString phoneOf(AccountId customer) const = 0;
};

} // namespace soban::messaging
