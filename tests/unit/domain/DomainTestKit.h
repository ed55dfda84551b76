// SPDX-License-Identifier: GPL-3.0-or-later
// Values that several domain tests need, with numbers that are easy to check by hand.
#pragma once

#include "domain/Order.h"
#include "domain/Payment.h"

namespace soban::test {

template <typename AnyId>
AnyId id(qint64 number) {
    return *AnyId::fromNumber(number);
}

inline Money krw(qint64 minor) {
    return *Money::of(minor, Currency::krw());
}

inline Instant at(const char *rfc3339) {
    return *Instant::fromRfc3339(QString::fromLatin1(rfc3339));
}

inline OpeningHours alwaysOpen() {
    QList<OpeningHours::Interval> week;
    for (int day = 1; day <= 7; ++day)
        week.append({day, 0, 24 * 60});
    return *OpeningHours::of("Asia/Seoul", week, {});
}

/// A shop in Chuncheon: delivery 3,000, minimum 10,000.
inline Shop sampleShop() {
    return {.id = id<ShopId>(1),
            .kind = ShopKind::Food,
            .name = {QStringLiteral("소반 김밥"), QStringLiteral("Soban Gimbap")},
            .description = {},
            .phone = QStringLiteral("033-000-0001"),
            .addressText = QStringLiteral("춘천로 1"),
            .position = *GeoPoint::of(37.88, 127.73),
            .deliveryRadiusMeters = 2500,
            .deliveryFee = krw(3000),
            .minimumOrder = krw(10000),
            .preparationMinutes = 20,
            .fulfilments = {Fulfilment::PlatformRider},
            .hours = alwaysOpen(),
            .thanks = {},
            .picture = {}};
}

/// An order of 15,000 paid by card, created 2026-11-20 03:00 UTC.
inline Order sampleOrder(OrderState state) {
    return {.id = id<OrderId>(7),
            .customer = id<AccountId>(2),
            .shop = id<ShopId>(1),
            .number = 12,
            .stage = {state, DeliveryState::None, Fulfilment::PlatformRider},
            .lines = {},
            .items = krw(12000),
            .deliveryFee = krw(3000),
            .total = krw(15000),
            .paymentMethod = PaymentMethod::Card,
            .card = id<CardId>(5),
            .address = {QStringLiteral("춘천로 120"), *GeoPoint::of(37.8771, 127.7318)},
            .note = {},
            .recipient = {},
            .cardText = {},
            .wantedAt = {},
            .times = {at("2026-11-20T03:00:00Z"), {}, {}, {}, {}, {}, {}, {}, {}},
            .preparationMinutes = {},
            .rider = {},
            .handOverCode = QStringLiteral("1234"),
            .pickUpCode = QStringLiteral("5678")};
}

} // namespace soban::test
