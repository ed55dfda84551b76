// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client-customer/Cart.h"
#include "client-customer/OrderBook.h"
#include "contract/Customer.h"

#include <QPointer>

#include <memory>

class QWidget;

namespace soban::customer {

class ChangeSheet;

/// Has an order changed: takes it into the cart, in place of what is there, until the change is
/// made or left.
class ChangeDesk : public QObject {
    Q_OBJECT

public:
    ChangeDesk(const Services &services, Cart &cart, OrderBook &orders, QObject *parent);

    void begin(OrderId order);
    void leave();
    /// Shows what would become of it, over `host`.
    void ask(QWidget *host);
    bool isAsking() const;
    /// Where it shall go, while it is asked for.
    void setPlace(const contract::SavedAddress &place);

signals:
    /// It is in the cart; it had so many lines.
    void begun(const soban::contract::ShopCard &shop, int lines);
    void left(soban::OrderId order);
    void addressWanted();
    void made(const soban::contract::OrderView &order);
    void tooLate(soban::OrderId order);
    void cartWasLocked();
    void failed(const soban::client::ApiError &error);

private:
    ChangeSheet *makeSheet(QWidget *host);

    Services m_services;
    Cart &m_cart;
    OrderBook &m_orders;
    std::unique_ptr<QObject> m_call;
    QPointer<ChangeSheet> m_sheet; ///< covers the window: made when first needed
};

} // namespace soban::customer
