// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "messaging/OutboxBook.h"
#include "storage/Database.h"

namespace soban::storage {

class SqlOutboxStore : public messaging::OutboxBook, public messaging::MessageFacts {
public:
    explicit SqlOutboxStore(Database &database) : m_database(database) {}

    bool insert(const messaging::OutboxMessage &message) override;
    void update(const messaging::OutboxMessage &message) override;
    std::optional<messaging::OutboxMessage> find(MessageId message) const override;
    std::optional<messaging::OutboxMessage> findByReportKey(const QString &key) const override;
    QList<messaging::OutboxMessage> due(Instant now, int limit) const override;
    QList<messaging::OutboxMessage> beingSent() const override;
    QList<messaging::OutboxMessage> unsettled(const QString &gateway, Instant since,
                                              std::optional<MessageId> above,
                                              int limit) const override;

    std::optional<Facts> factsOf(OrderId order) const override;
    QString phoneOf(AccountId customer) const override;

    /// Those of an order, oldest first.
    QList<messaging::OutboxMessage> ofOrder(OrderId order) const;
    /// All, or those in a state, oldest first; `above` is exclusive.
    QList<messaging::OutboxMessage> all(std::optional<MessageState> state,
                                        std::optional<MessageId> above, int limit) const;

private:
    Database &m_database;
};

} // namespace soban::storage
