// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/Messaging.h"

#include "contract/DomainWire.h"

namespace soban::contract {

template <>
struct Described<MessagePreference> {
    static constexpr const char *name = "MessagePreference";
    static constexpr auto fields = std::tuple{field("way", &MessagePreference::way),
                                              field("language", &MessagePreference::language)};
};

template <>
struct Described<PhoneMessageView> {
    static constexpr const char *name = "PhoneMessage";
    static constexpr auto fields = std::tuple{field("id", &PhoneMessageView::id),
                                              field("topic", &PhoneMessageView::topic),
                                              field("way", &PhoneMessageView::way),
                                              field("state", &PhoneMessageView::state),
                                              field("text", &PhoneMessageView::text),
                                              field("at", &PhoneMessageView::at),
                                              field("sentAt", &PhoneMessageView::sentAt),
                                              field("settledAt", &PhoneMessageView::settledAt)};
};

template <>
struct Described<PhoneMessageList> {
    static constexpr const char *name = "PhoneMessageList";
    static constexpr auto fields = std::tuple{field("messages", &PhoneMessageList::messages)};
};

template <>
struct Described<PhoneMessageAudit> {
    static constexpr const char *name = "PhoneMessageAudit";
    static constexpr auto fields = std::tuple{field("message", &PhoneMessageAudit::message),
                                              field("orderId", &PhoneMessageAudit::orderId),
                                              field("customerId", &PhoneMessageAudit::customerId),
                                              field("event", &PhoneMessageAudit::event),
                                              field("tries", &PhoneMessageAudit::tries),
                                              field("gateway", &PhoneMessageAudit::gateway),
                                              field("fault", &PhoneMessageAudit::fault)};
};

template <>
struct Described<PhoneMessageAuditList> {
    static constexpr const char *name = "PhoneMessageAuditList";
    static constexpr auto fields =
        std::tuple{field("messages", &PhoneMessageAuditList::messages),
                   field("nextCursor", &PhoneMessageAuditList::nextCursor)};
};

} // namespace soban::contract

SOBAN_INSTANTIATE_CODEC(soban::contract::MessagePreference);
SOBAN_INSTANTIATE_CODEC(soban::contract::PhoneMessageList);
SOBAN_INSTANTIATE_CODEC(soban::contract::PhoneMessageAuditList);
