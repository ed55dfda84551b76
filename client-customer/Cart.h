// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/Catalogue.h"
#include "contract/Ordering.h"

#include <QObject>

namespace soban::customer {

/// How a line of an order is chosen again.
LineChoice choiceOf(const OrderLine &line);

/// What one of an item costs that is `plain` without options, with those of `chosen`; nothing if
/// that is more than money can be.
std::optional<Money> priceOf(const Money &plain, const QList<OptionGroup> &groups,
                             const QList<OptionId> &chosen);

/// What somebody is about to order, or would rather have of an order: from one shop, at the prices
/// of its menu. The server prices it again; if the two differ the person is asked.
class Cart : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    /// The shop that things are taken from; empties the cart if it is another one.
    void setShop(const contract::ShopView &shop);
    const std::optional<contract::ShopView> &shop() const { return m_now.shop; }
    bool isOf(ShopId shop) const { return m_now.shop && m_now.shop->card.id == shop; }

    /// Where it goes: how far a shop is follows from that, wherever it is told.
    void setPlace(const GeoPoint &place);
    int metersTo(const contract::ShopCard &shop) const;

    /// Puts what is in it aside, and takes in an order of `shop` that is to be changed.
    void beginChange(const contract::OrderView &order, const contract::ShopView &shop);
    /// Puts back what was aside.
    void endChange();
    /// As it was when the change began; nothing if what is in the cart is a new order.
    const std::optional<contract::OrderView> &changing() const { return m_changing; }

    /// While its order is on the way nothing is changed in it.
    void setLocked(bool locked);
    bool isLocked() const { return m_isLocked; }

    bool isEmpty() const { return m_now.lines.isEmpty(); }
    const QList<LineChoice> &lines() const { return m_now.lines; }
    int itemCount() const;
    /// Adds to a line with the same options, if there is one.
    void add(const LineChoice &line);
    void setQuantity(int line, int quantity); ///< 0 takes it out
    /// Puts a line of `shop` back to where it was taken out; nothing if the cart is another shop's
    /// by now.
    void putBack(ShopId shop, int at, const LineChoice &line);
    void clear();
    /// Takes out what is not, or no longer, on the menu.
    void dropUnknown();

    Fulfilment fulfilment() const { return m_now.how; }
    void setFulfilment(Fulfilment how);
    const QString &note() const { return m_now.note; }
    void setNote(const QString &note);

    /// By the rules of the server; the reason if there is no price.
    Result<PricedCart, PricingError> priced() const;
    /// What one of a line costs; nothing if its item is not on the menu.
    std::optional<Money> priceOf(const LineChoice &line) const;
    /// What its lines cost together, also below the minimum.
    Money itemsSum() const;
    Money deliveryFee() const; ///< by how it comes
    /// What is lacking to the shop's minimum; zero if nothing is.
    Money lackingToMinimum() const;

signals:
    void changed();

private:
    QList<LineChoice>::iterator find(const LineChoice &line);

    struct Contents {
        std::optional<contract::ShopView> shop = {};
        std::optional<Shop> pricing = {}; ///< the same as the domain has it
        Menu menu = {};
        QList<LineChoice> lines = {};
        Fulfilment how = Fulfilment::PlatformRider;
        QString note = {};
    };

    std::optional<GeoPoint> m_place;
    Contents m_now;
    std::optional<contract::OrderView> m_changing;
    Contents m_aside; ///< while an order is being changed
    bool m_isLocked = false;
};

} // namespace soban::customer
