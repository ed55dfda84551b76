// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/Ordering.h"

namespace soban::testing {

inline Money krw(qint64 minor) {
    return *Money::of(minor, Currency::krw());
}

inline OrderLine line(qint64 item, const QString &name, int quantity, qint64 price) {
    return {*MenuItemId::fromNumber(item), {name, name}, {}, quantity, krw(price),
            krw(price * quantity)};
}

/// Number 421, to be collected, paid by card, accepted at once for 20 minutes.
inline contract::TicketView ticket(const QList<OrderLine> &lines,
                                   OrderState state = OrderState::Accepted) {
    const Instant placed = Instant::fromMs(1'800'000'000'000);
    qint64 sum = 0;
    for (const OrderLine &line : lines)
        sum += line.total.minor();
    contract::TicketView view{.id = *OrderId::fromNumber(7),
                              .version = 1,
                              .number = 421,
                              .state = state,
                              .deliveryState = DeliveryState::None,
                              .fulfilment = Fulfilment::Collection,
                              .lines = lines,
                              .total = krw(sum),
                              .paymentMethod = PaymentMethod::Card,
                              .paymentState = PaymentState::Paid,
                              .note = {},
                              .customerName = QStringLiteral("이도현"),
                              .customerPhone = {},
                              .address = {},
                              .recipient = {},
                              .cardText = {},
                              .wantedAt = {},
                              .preparationMinutes = 20,
                              .times = {.created = placed,
                                        .placed = placed,
                                        .accepted = placed,
                                        .started = {},
                                        .ready = {},
                                        .claimed = {},
                                        .pickedUp = {},
                                        .delivered = {},
                                        .completed = {}},
                              .expectedAt = {},
                              .latestAt = {},
                              .pickUpCode = {},
                              .riderName = {},
                              .answerBy = {},
                              .ending = {},
                              .beforeChange = {},
                              .riderSearch = {},
                              .settlement = {},
                              .allowedActions = {}};
    return view;
}

} // namespace soban::testing
