// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/EnumText.h"
#include "domain/Id.h"
#include "domain/Text.h"

namespace soban {

/// Who acts. `System` is the server itself: timers and payment results.
enum class Role { Customer, Shop, Rider, Operator, System };

template <>
struct EnumText<Role> {
    static constexpr std::array entries{
        std::pair{Role::Customer, "customer"}, std::pair{Role::Shop, "shop"},
        std::pair{Role::Rider, "rider"}, std::pair{Role::Operator, "operator"},
        std::pair{Role::System, "system"}};
};

/// The person (or the server) behind a command. A shop's owner carries the shop.
struct Actor {
    Role role = Role::System;
    std::optional<AccountId> account;
    std::optional<ShopId> shop;

    static Actor system() { return {}; }
    bool operator==(const Actor &) const = default;
};

} // namespace soban
