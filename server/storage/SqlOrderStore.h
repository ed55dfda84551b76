// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lifecycle/OrderRepository.h"
#include "notification/Correspondent.h"
#include "storage/Database.h"
#include "storage/OrderNumbers.h"

namespace soban::storage {

/// Orders of the write model. What was read or written in a transaction is not read again in it.
/// New orders wait for its end, and take in what happens to them until then.
class SqlOrderStore : public OrderRepository, public notification::OrderFacts, private Backlog {
public:
    explicit SqlOrderStore(Database &database);
    ~SqlOrderStore() override;
    Q_DISABLE_COPY_MOVE(SqlOrderStore)

    std::optional<Order> find(OrderId id) const override;
    void insert(const Order &order) override;
    bool update(const Order &order) override;
    int nextNumber(ShopId shop) override { return m_numbers.next(shop); }
    std::optional<Facts> factsOf(OrderId order) const override;

private:
    const Order *lastNew(OrderId id) const;
    std::optional<Order> read(OrderId id) const;
    bool updateStored(const Order &order);
    void updateContents(const Order &order);
    qsizetype mark() const override { return m_new.size(); }
    void rollBackTo(qsizetype mark) override;
    void write() override;

    Database &m_database;
    OrderNumbers m_numbers;
    QList<Order> m_new; ///< of two with one id the later one counts
    mutable QHash<OrderId, Order> m_known;
};

} // namespace soban::storage
