// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Order.h"

namespace soban::contract::samples {

template <typename AnyId>
AnyId id(qint64 number) {
    return *AnyId::fromNumber(number);
}

inline Money krw(qint64 minor) {
    return *Money::of(minor, Currency::krw());
}
inline GeoPoint place(double latitude, double longitude) {
    return *GeoPoint::of(latitude, longitude);
}
/// That many minutes after 2026-11-20T03:00:00Z.
inline Instant minute(int minutes) {
    return Instant::fromMs(1'795'143'600'000) + std::chrono::minutes(minutes);
}

OrderTimes times();
OrderLine orderLine();
Ending ending();
Address address();
Recipient recipient();

} // namespace soban::contract::samples
