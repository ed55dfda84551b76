// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ordering/Placement.h"
#include "payment/PaymentBook.h"
#include "storage/Database.h"

namespace soban::storage {

/// New payments wait for the end of the transaction, and take in what happens to them until then.
class SqlPaymentStore : public payment::PaymentBook, private Backlog {
public:
    explicit SqlPaymentStore(Database &database);
    ~SqlPaymentStore() override;
    Q_DISABLE_COPY_MOVE(SqlPaymentStore)

    void insert(const Payment &payment, std::optional<CardId> card) override;
    void update(const Payment &payment) override;
    std::optional<Payment> find(PaymentId payment) const override;
    QList<Payment> ofOrder(OrderId order) const override;
    /// How the order's payments stand together; nothing if there are none.
    std::optional<PaymentState> standingOf(const Order &order) const;
    QList<payment::OpenCharge> openCharges(std::optional<PaymentId> after,
                                           int limit) const override;
    std::optional<payment::OpenCharge> openCharge(PaymentId payment) const override;

private:
    struct Waiting {
        Payment payment;
        std::optional<CardId> card;
    };
    qsizetype mark() const override { return m_new.size(); }
    void rollBackTo(qsizetype mark) override { storage::rollBack(m_new, mark); }
    void write() override;
    /// Each as it is by now.
    QList<Waiting> waitingOnes() const;

    Database &m_database;
    QList<Waiting> m_new; ///< of two with one id the later one counts
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
