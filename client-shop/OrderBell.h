// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client-shop/ShopState.h"
#include "client-shop/TicketBook.h"

namespace soban::shop_app {

/// Sees to it that no new order is missed: rings until each has an answer, and tells the desktop,
/// which marks the window. Calls once more when it is time to begin with one for later.
class OrderBell : public QObject {
    Q_OBJECT

public:
    OrderBell(const Services &services, const TicketBook &book, const ShopState &shop,
              QObject *parent = nullptr);
    ~OrderBell() override;

signals:
    void orderArrived();

private:
    void announce(OrderId order);
    void callToBegin(OrderId order);
    void tellOfNoRider(OrderId order);
    QString wordsOf(const contract::TicketView &ticket) const;
    void fit();

    Services m_services;
    const TicketBook &m_book;
    const ShopState &m_shop;
};

} // namespace soban::shop_app
