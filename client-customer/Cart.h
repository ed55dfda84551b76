// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/Catalogue.h"
#include "contract/Ordering.h"

#include <QObject>

namespace soban::customer {

/// What one of an item costs that is `plain` without options, with those of `chosen`; nothing if
/// that is more than money can be.
std::optional<Money> priceOf(const Money &plain, const QList<OptionGroup> &groups,
                             const QList<OptionId> &chosen);

/// What somebody is about to order: from one shop, at the prices of its menu. The server prices it
/// again; if the two differ the person is asked.
class Cart : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    /// The shop that things are taken from; empties the cart if it is another one.
    void setShop(const contract::ShopView &shop);
    const std::optional<contract::ShopView> &shop() const { return m_shop; }
    bool isOf(ShopId shop) const { return m_shop && m_shop->card.id == shop; }

    /// Where it goes: how far a shop is follows from that, wherever it is told.
    void setPlace(const GeoPoint &place);
    int metersTo(const contract::ShopCard &shop) const;

    /// While its order is on the way nothing is changed in it.
    void setLocked(bool locked);
    bool isLocked() const { return m_isLocked; }

    bool isEmpty() const { return m_lines.isEmpty(); }
    const QList<LineChoice> &lines() const { return m_lines; }
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

    Fulfilment fulfilment() const { return m_fulfilment; }
    void setFulfilment(Fulfilment how);
    const QString &note() const { return m_note; }
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

    std::optional<GeoPoint> m_place;
    std::optional<contract::ShopView> m_shop;
    std::optional<Shop> m_pricingShop; ///< the same as the domain has it
    Menu m_menu;
    QList<LineChoice> m_lines;
    Fulfilment m_fulfilment = Fulfilment::PlatformRider;
    QString m_note;
    bool m_isLocked = false;
};

} // namespace soban::customer
