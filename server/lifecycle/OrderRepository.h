// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Order.h"

namespace soban {

/// The orders of the write model, inside the transaction that is open.
class OrderRepository {
public:
    virtual ~OrderRepository() = default;

    virtual std::optional<Order> find(OrderId id) const = 0;
    virtual void insert(const Order &order) = 0;
    /// Stores `order` if it still has the version before `order.version`; false if not.
    virtual bool update(const Order &order) = 0;
    /// The number after the shop's last one.
    virtual int nextNumber(ShopId shop) = 0;
};

/// The little of an account that others may know.
class People {
public:
    virtual ~People() = default;
    virtual QString nameOf(AccountId account) const = 0;
};

} // namespace soban
