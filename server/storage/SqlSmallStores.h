// SPDX-License-Identifier: GPL-3.0-or-later
// The write model's stores of a table or two each.
#pragma once

#include "catalog/Attention.h"
#include "catalog/Stock.h"
#include "lifecycle/CodeGuard.h"
#include "notification/Correspondent.h"
#include "review/Reviews.h"
#include "storage/Database.h"

namespace soban::storage {

class SqlStockStore : public catalog::StockStore {
public:
    explicit SqlStockStore(Database &database) : m_database(database) {}
    bool hold(OrderId order, MenuItemId item, int quantity, QDate today) override;
    void fit(OrderId order, const QHash<MenuItemId, int> &needed) override;
    void putBack(OrderId order) override;
    void consume(OrderId order) override;

private:
    Database &m_database;
};

class SqlReviewStore : public review::ReviewBook {
public:
    explicit SqlReviewStore(Database &database) : m_database(database) {}
    std::optional<Review> find(OrderId order) const override;
    void insert(const Review &review) override;
    void answer(OrderId order, const QString &words, Instant now) override;

private:
    Database &m_database;
};

class SqlMessageStore : public notification::MessageBook {
public:
    explicit SqlMessageStore(Database &database) : m_database(database) {}
    bool insert(const MessagePosted &message, AccountId to, Instant now) override;

private:
    Database &m_database;
};

class SqlMissedStore : public catalog::MissedBook {
public:
    explicit SqlMissedStore(Database &database) : m_database(database) {}
    int miss(ShopId shop) override;
    void forget(ShopId shop) override;

private:
    Database &m_database;
};

class SqlCodeGuessStore : public CodeGuessBook {
public:
    explicit SqlCodeGuessStore(Database &database) : m_database(database) {}
    CodeGuesses guesses(OrderId order) const override;
    void put(OrderId order, const CodeGuesses &guesses) override;

private:
    Database &m_database;
};

class SqlPeople : public People {
public:
    explicit SqlPeople(Database &database) : m_database(database) {}
    QString nameOf(AccountId account) const override;

private:
    Database &m_database;
};

} // namespace soban::storage
