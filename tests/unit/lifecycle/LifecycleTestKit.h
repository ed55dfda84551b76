// SPDX-License-Identifier: GPL-3.0-or-later
// The lifecycle with everything around it in memory.
#pragma once

#include "lifecycle/OrderLifecycle.h"

#include <QHash>

namespace soban::testing {

class MemoryOrders : public OrderRepository {
public:
    bool losesEveryRace = false;

    std::optional<Order> find(OrderId id) const override {
        const auto found = m_orders.constFind(id);
        return found == m_orders.cend() ? std::nullopt : std::optional(*found);
    }
    void insert(const Order &order) override { m_orders.insert(order.id, order); }
    bool update(const Order &order) override {
        if (losesEveryRace || find(order.id)->version != order.version - 1)
            return false;
        insert(order);
        return true;
    }
    int nextNumber(ShopId) override { return 1; }

private:
    QHash<OrderId, Order> m_orders;
};

struct OnePerson : People {
    QString nameOf(AccountId) const override { return QStringLiteral("Rider"); }
};

struct KeptEvents : EventSink {
    QList<DomainEvent> all;
    void announce(const DomainEvent &event) override { all.append(event); }
    const OrderMoved &lastMove() const { return std::get<OrderMoved>(all.last().data); }
};

/// An order in a stage; accounts and shop have the numbers 1 to 3, the order 10.
inline Order orderAt(const Stage &stage) {
    const Money price = *Money::of(10'000, Currency::krw());
    const auto account = [](qint64 number) { return *AccountId::fromNumber(number); };
    Order order{*OrderId::fromNumber(10),
                account(1),
                *ShopId::fromNumber(2),
                7,
                4,
                stage,
                {{*MenuItemId::fromNumber(20), {}, {}, 1, price, price}},
                price,
                Money::zero(price.currency()),
                price,
                PaymentMethod::OnDelivery,
                {},
                {QStringLiteral("1 Street"), *GeoPoint::of(37.88, 127.73)},
                {},
                {},
                {},
                {},
                OrderTimes{.created = Instant::fromMs(1'800'000'000'000)},
                {},
                {},
                QStringLiteral("1111"),
                QStringLiteral("2222")};
    if (stage.order != OrderState::PaymentPending)
        order.times.placed = order.times.created;
    const bool taken =
        stage.delivery != DeliveryState::None && stage.delivery != DeliveryState::Open;
    if (taken && stage.fulfilment == Fulfilment::PlatformRider)
        order.rider = account(3);
    return order;
}

} // namespace soban::testing
