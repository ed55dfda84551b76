// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ordering/Placement.h"
#include "payment/PaymentBook.h"
#include "storage/Database.h"

namespace soban::storage {

class SqlPaymentStore : public payment::PaymentBook {
public:
    explicit SqlPaymentStore(Database &database) : m_database(database) {}

    void insert(const Payment &payment, std::optional<CardId> card) override;
    void update(const Payment &payment) override;
    std::optional<Payment> find(PaymentId payment) const override;
    QList<Payment> ofOrder(OrderId order) const override;
    QList<payment::OpenCharge> openCharges(std::optional<PaymentId> after,
                                           int limit) const override;
    std::optional<payment::OpenCharge> openCharge(PaymentId payment) const override;
    QList<OrderId> declinedOrders() const override;

private:
    Database &m_database;
};

class SqlCardStore : public payment::CardBook, public ordering::Wallet {
public:
    explicit SqlCardStore(Database &database) : m_database(database) {}

    void insert(const payment::StoredCard &card, Instant now) override;
    std::optional<payment::StoredCard> findByCustomerKey(const QString &customerKey) const override;
    void complete(CardId card, const payment::IssuedCard &issued) override;
    std::optional<CardId> cardOf(AccountId customer, std::optional<CardId> wanted) override;

private:
    Database &m_database;
};

} // namespace soban::storage
