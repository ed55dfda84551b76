// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/Ordering.h"
#include "events/IdSource.h"
#include "lifecycle/Endings.h"

namespace soban::ordering {

/// What ordering needs to know of shops and their shelves; belongs to the open transaction.
class Shelf {
public:
    struct Offering {
        const Shop &shop;
        const Menu &menu;
    };

    virtual ~Shelf() = default;
    virtual std::optional<Offering> find(ShopId shop) = 0;
    /// Takes a counted item for an order; false if there is not that much.
    virtual bool hold(OrderId order, MenuItemId item, int quantity) = 0;
};

/// What ordering needs to know of the customer's cards.
class Wallet {
public:
    virtual ~Wallet() = default;
    /// The card asked for, or the latest; nothing when the customer has no such card.
    virtual std::optional<CardId> cardOf(AccountId customer, std::optional<CardId> wanted) = 0;
};

/// Prices a cart as the shop's menu says, or names the field that is wrong.
Result<PricedCart, contract::Problem> priceRequest(const Shelf::Offering &offering,
                                                   const QList<LineChoice> &lines,
                                                   Fulfilment fulfilment);

/// The customer's commands: takes orders in (checks them against the shop, prices them, holds the
/// stock), has them paid again and ends them.
class Placement {
public:
    /// `areCardsCharged`: whether the provider can be asked at the moment.
    Placement(OrderLifecycle &lifecycle, OrderRepository &orders, Shelf &shelf, Wallet &wallet,
              std::function<bool()> areCardsCharged, IdSource &ids, const Clock &clock);

    /// The order as created, PaymentPending: to be paid for is another module's matter.
    Result<Order, contract::Problem> place(AccountId customer,
                                           const contract::PlaceOrderRequest &request);

    /// After a decline, by any of the ways that the order might have been paid at first; refused
    /// with not_allowed_now while a payment is under way.
    OrderLifecycle::Outcome payAgain(OrderId order, const Actor &customer, int version,
                                     const contract::PayRequest &request);
    /// Nobody has paid again in time. No error if somebody has, or the order ended otherwise.
    void giveUpPayment(OrderId order);
    /// Before the preparation begins (R7). What costs no more is changed at once, what is paid at
    /// the door as well; else the change waits for its payment. Refused with not_allowed_now while
    /// one does.
    OrderLifecycle::Outcome change(OrderId order, const Actor &customer, int version,
                                   const contract::ChangeRequest &request);
    /// Before the preparation begins; all money goes back.
    OrderLifecycle::Outcome cancel(OrderId order, const Actor &customer, int version,
                                   const contract::EndRequest &request);
    /// The shop has not answered in time. No error if it has, or the order ended otherwise.
    void expire(OrderId order);
    /// The customer has the goods: the order is complete (R12).
    OrderLifecycle::Outcome confirm(OrderId order, const Actor &customer, int version);
    /// The time for a confirmation is over: the order completes by itself. No error if it has
    /// completed or ended otherwise meanwhile.
    void completeByItself(OrderId order);

private:
    std::optional<contract::Problem> refuses(const Shop &shop,
                                             const contract::PlaceOrderRequest &request) const;
    /// The card to charge; none for a payment on delivery. Refused with payment_unavailable while
    /// no card can be charged: nobody is to wait for what will not come.
    Result<std::optional<CardId>, contract::Problem>
    cardFor(AccountId customer, PaymentMethod method, std::optional<CardId> wanted) const;
    /// What the order would become; no word of whether there is enough of it.
    Result<OrderContents, contract::Problem> wantedOf(const Order &order,
                                                      const Shelf::Offering &offering,
                                                      const contract::ChangeRequest &request) const;
    /// Puts the change into the order, made or waiting.
    std::optional<contract::Problem> takeChange(Order &order,
                                                const contract::ChangeRequest &request);
    /// `had`: the order has so much already, which is not asked for again.
    std::optional<contract::Problem> findsSoldOut(const Menu &menu, const QList<OrderLine> &lines,
                                                  const QHash<MenuItemId, int> &had = {}) const;
    std::optional<contract::Problem> holdStock(OrderId order, const Menu &menu,
                                               const QList<OrderLine> &lines,
                                               const QHash<MenuItemId, int> &had = {});

    OrderLifecycle &m_lifecycle;
    OrderRepository &m_orders;
    Shelf &m_shelf;
    Wallet &m_wallet;
    const std::function<bool()> m_areCardsCharged;
    IdSource &m_ids;
    const Clock &m_clock;
};

} // namespace soban::ordering
