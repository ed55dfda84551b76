// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Order.h"

namespace soban {

struct Review {
    OrderId order;
    ShopId shop;
    AccountId customer;
    int stars; ///< 1 to 5
    QString words;
    Instant writtenAt;
    QString answer;
    std::optional<Instant> answeredAt;
    std::optional<QString> photo = {}; ///< name of an uploaded picture
};

/// A review may be written from the hand-over on (R15).
inline bool mayBeReviewed(const Order &order) {
    return order.stage.order == OrderState::Delivered || order.stage.order == OrderState::Completed;
}

} // namespace soban
