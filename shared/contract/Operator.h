// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/Catalogue.h"
#include "contract/Identity.h"
#include "contract/Ordering.h"

namespace soban::contract {

/// One order as the operator checks it: states, who is concerned, and whether the money is right.
struct OrderAudit {
    OrderId orderId;
    AccountId customerId;
    ShopId shopId;
    std::optional<AccountId> riderId;
    int version;
    OrderState state;
    DeliveryState deliveryState;
    Money total;
    Money kept;        ///< captured and collected, less what was refunded
    Money owed;        ///< what an order at rest in this state owes (G4)
    int reservedUnits; ///< stock still held for the order
    OrderTimes times;
    QList<PaymentView> payments;
};

/// Ends an order for the platform. Without `fault` and `refundMinor`, as the rules have it.
struct OperatorEndRequest {
    EndReason reason;
    std::optional<QString> words = {};
    std::optional<Party> fault = {};        ///< bears what it costs
    std::optional<qint64> refundMinor = {}; ///< of the order's total
};

/// Decides anew what an order costs that is over.
struct SettleRequest {
    Party fault;
    qint64 refundMinor; ///< of the order's total, in all
    QString words;      ///< why, for its customer and its shop
};

struct OrderAuditList {
    QList<OrderAudit> orders; ///< oldest first
    std::optional<QString> nextCursor;
};

struct OperatorAccount {
    AccountView account;
    Instant createdAt;
    bool isDisabled;
};

struct OperatorAccountList {
    QList<OperatorAccount> accounts; ///< oldest first
    std::optional<QString> nextCursor;
};

} // namespace soban::contract
