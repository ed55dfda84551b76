// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/Catalogue.h"
#include "replay/Party.h"

namespace soban::replay {

/// What a customer is going to want.
struct Errand {
    QString orderName; ///< goes along as the note, by which the shop knows when it will be ready
    std::function<ShopId()> shop;
    Address address;
    PaymentMethod payment;
};

/// A customer who orders once: reads the menu, asks for the price, orders, follows the order and
/// confirms that it has arrived.
class CustomerActor : public QObject {
    Q_OBJECT

public:
    using Code = std::function<void(const QString &code)>;

    CustomerActor(const Surroundings &surroundings, const contract::SignInRequest &login,
                  Errand errand, quint32 seed);

    void placeOrder();
    /// Tells the code that the customer reads out at the door, from the app.
    void tellCode(QObject *context, const Code &tell);

    Party &party() { return m_party; }
    const Errand &errand() const { return m_errand; }
    std::optional<OrderId> order() const { return m_order; }
    /// The order's versions and states in the order in which they were heard of.
    const QList<int> &versions() const { return m_versions; }
    std::optional<OrderState> state() const { return m_state; }
    bool isOver() const { return m_isOver; }

signals:
    void orderBecameKnown(soban::OrderId order);
    void orderPlaced();
    /// Completed, or ended otherwise.
    void orderEnded(bool isCompleted);
    void troubled(const QString &what);

private:
    void readMenu();
    void askPrice(const QList<LineChoice> &cart);
    void order(const QList<LineChoice> &cart, const Money &total);
    void answered(const Result<contract::OrderView, client::ApiError> &answer);
    void hear(const contract::EventEnvelope &event);
    void follow(const OrderMoved &moved);
    void confirm(int version);
    void becomeKnown(OrderId order);
    void end(bool isCompleted);
    void fail(const QString &what);

    Party m_party;
    const Errand m_errand;
    client::Random m_random;
    std::optional<OrderId> m_order;
    QList<int> m_versions;
    std::optional<OrderState> m_state;
    bool m_isOver = false;
};

} // namespace soban::replay
