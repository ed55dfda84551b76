// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/Ordering.h"

namespace soban::testing {

inline const Instant kNoon = *Instant::fromRfc3339(u"2026-11-20T12:00:00+09:00");

inline Money won(qint64 amount) {
    return *Money::of(amount, Currency::krw());
}

/// A customer's view of two soups for 20,000 won, placed at noon.
inline contract::OrderView order(OrderState state, PaymentState payment = PaymentState::Paid) {
    return {.id = *OrderId::fromNumber(7),
            .version = 1,
            .number = 413,
            .shopId = *ShopId::fromNumber(1),
            .shopKind = ShopKind::Food,
            .shopName = {QStringLiteral("부엌"), QStringLiteral("Kitchen")},
            .shopPicture = {},
            .shopPhone = {},
            .shopPosition = *GeoPoint::of(37, 127),
            .timeZone = QStringLiteral("Asia/Seoul"),
            .state = state,
            .deliveryState = DeliveryState::None,
            .fulfilment = Fulfilment::PlatformRider,
            .lines = {{*MenuItemId::fromNumber(1),
                       {QStringLiteral("국"), QStringLiteral("Soup")},
                       {},
                       2,
                       won(9'000),
                       won(18'000)}},
            .items = won(18'000),
            .deliveryFee = won(2'000),
            .total = won(20'000),
            .paymentMethod = PaymentMethod::Card,
            .paymentState = payment,
            .payingCard = {},
            .address = {QStringLiteral("1 First Street"), *GeoPoint::of(37, 127)},
            .note = {},
            .recipient = {},
            .cardText = {},
            .wantedAt = {},
            .times = {kNoon, kNoon, {}, {}, {}, {}, {}, {}, {}},
            .preparationMinutes = {},
            .expectedAt = {},
            .latestAt = {},
            .completesAt = {},
            .riderName = {},
            .handOverCode = QStringLiteral("7305"),
            .proofPhoto = {},
            .review = {},
            .answerBy = {},
            .ending = {},
            .pendingChange = {},
            .settlement = {},
            .allowedActions = {}};
}

} // namespace soban::testing
