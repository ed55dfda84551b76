// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/Customer.h"
#include "contract/Delivery.h"
#include "contract/Identity.h"
#include "contract/Messaging.h"
#include "contract/Operator.h"
#include "contract/Problem.h"
#include "domain/Menu.h"
#include "events/EventLog.h"
#include "queries/Figures.h"

#include <QHash>

#include <functional>

namespace soban {

/// The documents kept for one order, and who may read them.
struct OrderDocuments {
    AccountId customer;
    ShopId shop;
    std::optional<AccountId> rider;
    int version;
    QByteArray forCustomer; ///< an encoded contract::OrderView
    QByteArray forShop;     ///< an encoded contract::TicketView; empty until the order is placed
    QByteArray forRider;    ///< an encoded contract::DeliveryView; empty without a rider
};

/// A page of encoded documents, newest first. `next`: read on below this order, if there is more.
struct DocumentPage {
    QList<QByteArray> documents;
    std::optional<OrderId> next;
};

/// What screens read. Lists are paged by key: `below` is exclusive, absent for the first page.
class OrderQueries {
public:
    virtual ~OrderQueries() = default;
    virtual std::optional<OrderDocuments> documents(OrderId order) const = 0;
    virtual DocumentPage ofCustomer(AccountId customer, std::optional<OrderId> below,
                                    int limit) const = 0;
    virtual DocumentPage ofShop(ShopId shop, std::optional<OrderId> below, int limit) const = 0;
    virtual DocumentPage ofRider(AccountId rider, std::optional<OrderId> below,
                                 int limit) const = 0;
    /// Oldest first.
    virtual QList<contract::PaymentView> payments(OrderId order) const = 0;
};

class ShopQueries {
public:
    virtual ~ShopQueries() = default;
    /// What is left of each counted item of the shop, on that day of its calendar.
    virtual QHash<MenuItemId, ShelfStock> stockOf(ShopId shop, QDate today) const = 0;
    /// Newest first.
    virtual contract::ReviewList reviews(ShopId shop, const std::optional<QString> &cursor,
                                         int limit) const = 0;
};

/// A picture as it is sent.
struct StoredPicture {
    QByteArray mediaType;
    QByteArray bytes;
};

class PictureQueries {
public:
    virtual ~PictureQueries() = default;
    virtual std::optional<StoredPicture> picture(const QString &name) const = 0;
};

/// Where an order stands, and where its rider was seen last.
struct RiderWhereabouts {
    AccountId customer;
    contract::PresentStage present;
    std::optional<contract::RiderPositionView> position;
};

class PersonQueries {
public:
    virtual ~PersonQueries() = default;
    virtual std::optional<contract::AccountView> account(AccountId id) const = 0;
    virtual contract::CardList cards(AccountId customer) const = 0;
    virtual contract::MessageList messages(AccountId account, std::optional<MessageId> below,
                                           int limit) const = 0;
    /// The latest first.
    virtual QList<ShopId> favourites(AccountId customer) const = 0;
    virtual contract::AddressBook addresses(AccountId customer) const = 0;
    virtual std::optional<RiderWhereabouts> riderOf(OrderId order) const = 0;
    virtual contract::DutyView duty(AccountId rider) const = 0;
    /// Open deliveries that the rider was shown or that are within `radiusMeters` of the rider's
    /// position, nearest shop first; none while off duty.
    virtual contract::OfferList offers(AccountId rider, double radiusMeters) const = 0;
};

class OperatorQueries {
public:
    virtual ~OperatorQueries() = default;
    virtual std::optional<contract::OrderAudit> audit(OrderId order) const = 0;
    /// Oldest first; `above` is exclusive.
    virtual contract::OrderAuditList audits(std::optional<OrderId> above, int limit) const = 0;
    virtual contract::OperatorAccountList
    accounts(std::optional<Role> role, std::optional<AccountId> above, int limit) const = 0;
};

/// Messages to customers' phones.
class PhoneMessageQueries {
public:
    virtual ~PhoneMessageQueries() = default;
    virtual std::optional<contract::MessagePreference> preferenceOf(AccountId customer) const = 0;
    /// Oldest first.
    virtual contract::PhoneMessageAuditList ofOrder(OrderId order) const = 0;
    /// All, or those in a state, oldest first; `above` is exclusive.
    virtual contract::PhoneMessageAuditList
    all(std::optional<MessageState> state, std::optional<MessageId> above, int limit) const = 0;
};

/// Everything that can be read, on one reader's connection.
struct ReadModel {
    const OrderQueries &orders;
    const ShopQueries &shops;
    const PersonQueries &people;
    const OperatorQueries &operators;
    const EventLog &log;
    const PictureQueries &pictures;
    const FigureQueries &figures;
    const PhoneMessageQueries &phoneMessages;
};

/// Readers on threads of their own; each sees what was committed before it began.
class ReadPool {
public:
    using Work = std::function<void(const ReadModel &)>;

    virtual ~ReadPool() = default;
    /// Any thread. `failed` is called instead when the database cannot be read. False when the
    /// queue is full; then neither is called.
    virtual bool submit(Work work, std::function<void()> failed) = 0;
};

} // namespace soban
