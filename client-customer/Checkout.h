// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client-customer/Cart.h"
#include "client-customer/Services.h"

namespace soban::customer {

/// Where the goods go and for whom, as the person last said.
struct Destination {
    Address address;
    std::optional<Recipient> recipient = {};
    QString cardText = {};
    std::optional<Instant> wantedAt = {};
};

/// Turns the cart into an order: once, whatever happens to the line. What became of it is told in
/// signals; the cart is emptied only when there is an order.
class Checkout : public QObject {
    Q_OBJECT

public:
    Checkout(const Services &services, Cart &cart, QObject *parent = nullptr);

    bool isUnderWay() const { return !m_key.isEmpty(); }
    /// `total` is what the person saw and agreed to.
    void place(const Destination &destination, PaymentMethod method, std::optional<CardId> card,
               const Money &total);

signals:
    void started();
    void placed(const soban::contract::OrderView &order);
    /// There is an order, and it waits to be paid otherwise.
    void declined(const soban::contract::PresentStage &order);
    /// Nothing was ordered and nothing was charged.
    void refused(const soban::client::ApiError &error);
    /// The server has other prices: ask again with them.
    void priceChanged(const soban::contract::QuoteView &quote);
    /// Not through yet; it goes on by itself, and is placed once.
    void waiting(const soban::client::ApiError &error);

private:
    void settle(const Result<contract::OrderView, client::ApiError> &answer);

    Services m_services;
    Cart &m_cart;
    QString m_key; ///< of the command under way
};

} // namespace soban::customer
