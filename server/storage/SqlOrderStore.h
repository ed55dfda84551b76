// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lifecycle/OrderRepository.h"
#include "notification/Correspondent.h"
#include "storage/Database.h"

namespace soban::storage {

/// Orders of the write model.
class SqlOrderStore : public OrderRepository, public notification::OrderFacts {
public:
    explicit SqlOrderStore(Database &database) : m_database(database) {}

    std::optional<Order> find(OrderId id) const override;
    void insert(const Order &order) override;
    bool update(const Order &order) override;
    int nextNumber(ShopId shop) override;
    std::optional<Facts> factsOf(OrderId order) const override;

private:
    Database &m_database;
};

} // namespace soban::storage
