// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/Operator.h"

#include "contract/SharedWire.h"

namespace soban::contract {

template <>
struct Described<OrderAudit> {
    static constexpr const char *name = "OrderAudit";
    static constexpr auto fields = std::tuple{field("orderId", &OrderAudit::orderId),
                                              field("customerId", &OrderAudit::customerId),
                                              field("shopId", &OrderAudit::shopId),
                                              field("riderId", &OrderAudit::riderId),
                                              field("version", &OrderAudit::version),
                                              field("state", &OrderAudit::state),
                                              field("deliveryState", &OrderAudit::deliveryState),
                                              field("total", &OrderAudit::total),
                                              field("kept", &OrderAudit::kept),
                                              field("owed", &OrderAudit::owed),
                                              field("reservedUnits", &OrderAudit::reservedUnits),
                                              field("times", &OrderAudit::times),
                                              field("payments", &OrderAudit::payments)};
};

template <>
struct Described<OperatorEndRequest> {
    static constexpr const char *name = "OperatorEndRequest";
    static constexpr auto fields =
        std::tuple{field("reason", &OperatorEndRequest::reason),
                   field("words", &OperatorEndRequest::words, {0, 300}),
                   field("fault", &OperatorEndRequest::fault),
                   field("refundMinor", &OperatorEndRequest::refundMinor, {0, Money::kLimitMinor})};
};

template <>
struct Described<SettleRequest> {
    static constexpr const char *name = "SettleRequest";
    static constexpr auto fields =
        std::tuple{field("fault", &SettleRequest::fault),
                   field("refundMinor", &SettleRequest::refundMinor, {0, Money::kLimitMinor}),
                   field("words", &SettleRequest::words, {1, 300})};
};

template <>
struct Described<OrderAuditList> {
    static constexpr const char *name = "OrderAuditList";
    static constexpr auto fields = std::tuple{field("orders", &OrderAuditList::orders),
                                              field("nextCursor", &OrderAuditList::nextCursor)};
};

template <>
struct Described<OperatorAccount> {
    static constexpr const char *name = "OperatorAccount";
    static constexpr auto fields = std::tuple{field("account", &OperatorAccount::account),
                                              field("createdAt", &OperatorAccount::createdAt),
                                              field("isDisabled", &OperatorAccount::isDisabled)};
};

template <>
struct Described<OperatorAccountList> {
    static constexpr const char *name = "OperatorAccountList";
    static constexpr auto fields =
        std::tuple{field("accounts", &OperatorAccountList::accounts),
                   field("nextCursor", &OperatorAccountList::nextCursor)};
};

} // namespace soban::contract

SOBAN_INSTANTIATE_CODEC(soban::contract::OperatorEndRequest);
SOBAN_INSTANTIATE_CODEC(soban::contract::SettleRequest);
SOBAN_INSTANTIATE_CODEC(soban::contract::OrderAudit);
SOBAN_INSTANTIATE_CODEC(soban::contract::OrderAuditList);
SOBAN_INSTANTIATE_CODEC(soban::contract::OperatorAccountList);
