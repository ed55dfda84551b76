// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/Database.h"
#include "storage/SqlPaymentStore.h"
#include "storage/SqlTimerBook.h"
#include "views/OrderProjector.h"

namespace soban::storage {

/// What people read of orders. Documents are written at the end of the transaction, the last ones
/// of each order. What is known of a shop or a person is read once, or once in a transaction where
/// others write as well.
class SqlOrderViewStore : public views::OrderViewStore, private Backlog {
public:
    SqlOrderViewStore(Database &database, const SqlPaymentStore &payments,
                      const SqlTimerBook &timers);
    ~SqlOrderViewStore() override;
    Q_DISABLE_COPY_MOVE(SqlOrderViewStore)

    views::OrderFacts factsOf(const Order &order) const override;
    void put(OrderId order, const OrderDocuments &documents) override;
    void forgetShop(ShopId shop) override { m_shops.remove(shop); }

private:
    struct Waiting {
        OrderId order;
        OrderDocuments documents;
    };

    qsizetype mark() const override { return m_waiting.size(); }
    void rollBackTo(qsizetype mark) override;
    void write() override;

    void forgetFacts();

    const views::ShopFacts &shop(ShopId id) const;
    const views::PersonFacts &person(AccountId id) const;
    Money ridersPay(const Order &order) const;
    std::optional<contract::PayingCard> payingCard(CardId card) const;

    Database &m_database;
    const SqlPaymentStore &m_payments;
    const SqlTimerBook &m_timers;
    QList<Waiting> m_waiting;
    mutable QHash<ShopId, views::ShopFacts> m_shops;
    mutable QHash<AccountId, views::PersonFacts> m_people;
};

} // namespace soban::storage
