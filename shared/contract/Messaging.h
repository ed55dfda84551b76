// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Account.h"
#include "domain/Event.h"
#include "domain/Message.h"

namespace soban::contract {

/// How a customer wants to hear of orders outside of the app.
struct MessagePreference {
    MessageWay way;
    Language language; ///< of the account: also of what the server writes elsewhere
};

/// A message that went, or is to go, to the customer's phone.
struct PhoneMessageView {
    MessageId id;
    QString topic;  ///< what it tells of, for example `accepted`
    MessageWay way; ///< by which it goes, or went in the end
    MessageState state;
    QString text;
    Instant at; ///< when that happened of which it tells
    std::optional<Instant> sentAt;
    std::optional<Instant> settledAt; ///< it was delivered, or will never be
};

/// Those of an order, oldest first.
struct PhoneMessageList {
    QList<PhoneMessageView> messages;
};

/// One of them as the operator checks it.
struct PhoneMessageAudit {
    PhoneMessageView message;
    OrderId orderId;
    AccountId customerId;
    QString event; ///< the sequence of that of which it tells; each has one message at most
    int tries;
    std::optional<QString> gateway; ///< who was given it
    std::optional<QString> fault;   ///< why it is not delivered
};

struct PhoneMessageAuditList {
    QList<PhoneMessageAudit> messages; ///< oldest first
    std::optional<QString> nextCursor;
};

} // namespace soban::contract
