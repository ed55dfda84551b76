// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "messaging/Texts.h"
#include "queries/ReadModel.h"
#include "storage/SqlOutboxStore.h"

namespace soban::storage {

class SqlPhoneMessageQueries : public PhoneMessageQueries {
public:
    explicit SqlPhoneMessageQueries(Database &database) : m_database(database), m_store(database) {}

    std::optional<contract::MessagePreference> preferenceOf(AccountId customer) const override;
    contract::PhoneMessageAuditList ofOrder(OrderId order) const override;
    contract::PhoneMessageAuditList all(std::optional<MessageState> state,
                                        std::optional<MessageId> above, int limit) const override;

private:
    contract::PhoneMessageAudit auditOf(const messaging::OutboxMessage &message) const;

    Database &m_database;
    const SqlOutboxStore m_store;
    const messaging::Texts m_texts;
};

} // namespace soban::storage
