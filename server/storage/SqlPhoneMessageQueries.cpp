// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/SqlPhoneMessageQueries.h"

namespace soban::storage {

namespace {

std::optional<QString> unlessEmpty(const QString &text) {
    return text.isEmpty() ? std::nullopt : std::optional(text);
}

} // namespace

std::optional<contract::MessagePreference>
SqlPhoneMessageQueries::preferenceOf(AccountId customer) const {
    Rows row =
        m_database.query("SELECT message_way, language FROM accounts WHERE id = ?", customer);
    if (!row.next())
        return std::nullopt;
    return contract::MessagePreference{row.word<MessageWay>(0), row.word<Language>(1)};
}

contract::PhoneMessageAudit
SqlPhoneMessageQueries::auditOf(const messaging::OutboxMessage &message) const {
    const contract::PhoneMessageView view{
        message.id,
        toText(message.topic),
        message.way,
        message.state,
        m_texts.message(message.topic, message.language, message.variables),
        message.happenedAt,
        message.sentAt,
        message.settledAt};
    return {view,
            message.order,
            message.customer,
            message.event.toText(),
            message.tries,
            unlessEmpty(message.gateway),
            unlessEmpty(message.fault)};
}

contract::PhoneMessageAuditList SqlPhoneMessageQueries::ofOrder(OrderId order) const {
    contract::PhoneMessageAuditList list;
    for (const auto &message : m_store.ofOrder(order))
        list.messages.append(auditOf(message));
    return list;
}

contract::PhoneMessageAuditList SqlPhoneMessageQueries::all(std::optional<MessageState> state,
                                                            std::optional<MessageId> above,
                                                            int limit) const {
    contract::PhoneMessageAuditList list;
    for (const auto &message : m_store.all(state, above, limit + 1)) {
        if (list.messages.size() == limit) {
            list.nextCursor = list.messages.last().message.id.toText();
            break;
        }
        list.messages.append(auditOf(message));
    }
    return list;
}

} // namespace soban::storage
