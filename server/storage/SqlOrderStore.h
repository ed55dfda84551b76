// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lifecycle/OrderRepository.h"
#include "notification/Correspondent.h"
#include "storage/Database.h"

namespace soban::storage {

/// Orders of the write model. What was read or written in a transaction is not read again in it.
class SqlOrderStore : public OrderRepository, public notification::OrderFacts, private Backlog {
public:
    explicit SqlOrderStore(Database &database);
    ~SqlOrderStore() override;
    Q_DISABLE_COPY_MOVE(SqlOrderStore)

    std::optional<Order> find(OrderId id) const override;
    void insert(const Order &order) override;
    bool update(const Order &order) override;
    int nextNumber(ShopId shop) override;
    std::optional<Facts> factsOf(OrderId order) const override;

private:
    std::optional<Order> read(OrderId id) const;
    qsizetype mark() const override { return 0; }
    void rollBackTo(qsizetype) override { m_known.clear(); }
    // Others may write once this transaction is over.
    void write() override { m_known.clear(); }

    Database &m_database;
    mutable QHash<OrderId, Order> m_known;
};

} // namespace soban::storage
