// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/Ordering.h"
#include "domain/Review.h"
#include "events/EventSink.h"
#include "lifecycle/OrderRepository.h"
#include "queries/ReadModel.h"

#include <QSet>

namespace soban::views {

struct ShopFacts {
    ShopKind kind;
    LocalizedText name;
    QString picture;
    QString address;
    QString phone;
    GeoPoint position;
    QString timeZone; ///< IANA name
};

struct PersonFacts {
    QString name;
    QString phone;
};

/// What the views show besides the order itself.
struct OrderFacts {
    ShopFacts shop;
    PersonFacts customer;
    std::optional<QString> riderName;
    PaymentState paymentState; ///< of all payments together
    std::optional<contract::PayingCard> payingCard;
    std::optional<Instant> completesAt; ///< when the timer fires that the hand-over set
    Money ridersPay;                    ///< zero where no rider has the delivery
    std::optional<Review> review;
};

/// Read models of the write side's transaction.
class OrderViewStore {
public:
    virtual ~OrderViewStore() = default;
    virtual OrderFacts factsOf(const Order &order) const = 0;
    virtual void put(OrderId order, const OrderDocuments &documents) = 0;
    /// The shop is not what it was.
    virtual void forgetShop(ShopId shop) = 0;
};

/// Keeps what customer, shop and rider read of an order up with its events (N2), within the same
/// transaction: a screen never shows less than what its command was answered with.
class OrderProjector : public EventListener {
public:
    OrderProjector(const OrderRepository &orders, OrderViewStore &store);

    void announced(const DomainEvent &event) override;

    /// The documents as they stand now in the open transaction.
    OrderDocuments documents(OrderId order);
    /// Writes down the documents of all orders that events have touched.
    void flush();
    /// Instead, when the piece of work was undone.
    void forgetWork() { m_touched.clear(); }

private:
    OrderDocuments render(const Order &order) const;

    const OrderRepository &m_orders;
    OrderViewStore &m_store;
    QSet<OrderId> m_touched;
};

} // namespace soban::views
