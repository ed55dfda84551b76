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
