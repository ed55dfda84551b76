// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "queries/ReadModel.h"
#include "storage/Database.h"

namespace soban::storage {

class SqlOrderQueries : public OrderQueries {
public:
    explicit SqlOrderQueries(Database &database) : m_database(database) {}
    std::optional<OrderDocuments> documents(OrderId order) const override;
    DocumentPage ofCustomer(AccountId customer, std::optional<OrderId> below,
                            int limit) const override;
    DocumentPage ofShop(ShopId shop, std::optional<OrderId> below, int limit) const override;
    DocumentPage ofRider(AccountId rider, std::optional<OrderId> below, int limit) const override;
    QList<contract::PaymentView> payments(OrderId order) const override;

private:
    Database &m_database;
};

class SqlShopQueries : public ShopQueries {
public:
    explicit SqlShopQueries(Database &database) : m_database(database) {}
    QHash<MenuItemId, ShelfStock> stockOf(ShopId shop, QDate today) const override;
    contract::ReviewList reviews(ShopId shop, const std::optional<QString> &cursor,
                                 int limit) const override;

private:
    Database &m_database;
};

class SqlPersonQueries : public PersonQueries {
public:
    explicit SqlPersonQueries(Database &database) : m_database(database) {}
    std::optional<contract::AccountView> account(AccountId id) const override;
    contract::CardList cards(AccountId customer) const override;
    contract::MessageList messages(AccountId account, std::optional<MessageId> below,
                                   int limit) const override;
    QList<ShopId> favourites(AccountId customer) const override;
    contract::AddressBook addresses(AccountId customer) const override;
    std::optional<RiderWhereabouts> riderOf(OrderId order) const override;
    contract::DutyView duty(AccountId rider) const override;
    contract::OfferList offers(AccountId rider, double radiusMeters) const override;

private:
    Database &m_database;
};

class SqlOperatorQueries : public OperatorQueries {
public:
    explicit SqlOperatorQueries(Database &database) : m_database(database) {}
    std::optional<contract::OrderAudit> audit(OrderId order) const override;
    contract::OrderAuditList audits(std::optional<OrderId> above, int limit) const override;
    contract::OperatorAccountList accounts(std::optional<Role> role, std::optional<AccountId> above,
                                           int limit) const override;

private:
    Database &m_database;
};

} // namespace soban::storage
