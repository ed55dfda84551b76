// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Ending.h"
#include "domain/Pricing.h"

namespace soban {

enum class PaymentMethod { Card, OnDelivery };

template <>
struct EnumText<PaymentMethod> {
    static constexpr std::array entries{std::pair{PaymentMethod::Card, "card"},
                                        std::pair{PaymentMethod::OnDelivery, "onDelivery"}};
};

struct Address {
    QString text;
    GeoPoint position;
    bool operator==(const Address &) const = default;
};

/// Somebody else than the customer who gets the goods, typically flowers (R1).
struct Recipient {
    QString name;
    QString phone;
    bool operator==(const Recipient &) const = default;
};

/// When each step was taken; absent until then.
struct OrderTimes {
    Instant created;
    std::optional<Instant> placed = {};
    std::optional<Instant> accepted = {};
    std::optional<Instant> started = {};
    std::optional<Instant> ready = {};
    std::optional<Instant> claimed = {};
    std::optional<Instant> pickedUp = {};
    std::optional<Instant> delivered = {};
    std::optional<Instant> completed = {};
    std::optional<Instant> ended = {}; ///< without the goods handed over
    bool operator==(const OrderTimes &) const = default;
};

/// The part of an order that its customer may change before the preparation, and what it costs.
struct OrderContents {
    QList<OrderLine> lines;
    Money items;
    Money deliveryFee;
    Money total;
    Address address;
    QString note;
    bool operator==(const OrderContents &) const = default;
};

/// A dearer change. It is made once what it costs more is paid for; never, if the preparation
/// begins before.
struct PendingChange {
    PaymentId payment; ///< of the difference
    OrderContents wanted;
    bool operator==(const PendingChange &) const = default;
};

/// What an order was like when its shop last answered, if its customer has changed it since.
struct BeforeChange {
    Instant changedAt; ///< the last time
    QList<OrderLine> lines;
    std::optional<Address> address; ///< for whoever may know it
    QString note;
    bool operator==(const BeforeChange &) const = default;
};

/// The search for a rider, once it has gone beyond those near the shop.
struct RiderSearch {
    int meters;    ///< from the shop: riders so far away are asked
    bool isInVain; ///< it goes no farther, and nobody has come
    bool operator==(const RiderSearch &) const = default;
};

/// An order as the server keeps it.
struct Order {
    OrderId id;
    AccountId customer;
    ShopId shop;
    int number; ///< the shop's own count, what people call out at the counter
    int version = 1;
    Stage stage;
    QList<OrderLine> lines;
    Money items;
    Money deliveryFee;
    Money total;
    PaymentMethod paymentMethod;
    std::optional<CardId> card; ///< to charge, when paid by card
    Address address;
    QString note;
    std::optional<Recipient> recipient;
    QString cardText;
    std::optional<Instant> wantedAt;
    OrderTimes times;
    std::optional<int> preparationMinutes;
    std::optional<AccountId> rider;
    QString handOverCode; ///< 4 digits that only the customer sees; proves the hand-over
    QString pickUpCode;   ///< 4 digits that shop and rider compare
    /// Name of the picture that proved the hand-over in place of the code.
    std::optional<QString> proofPhoto = {};
    /// While it waits for the shop, or for its customer to pay again: when it ends by itself.
    std::optional<Instant> answerBy = {};
    /// How it ended without the goods handed over; absent where that has not happened, and where
    /// nothing but the payment failed.
    std::optional<Ending> ending = {};
    std::optional<PendingChange> pendingChange = {};
    std::optional<BeforeChange> beforeChange = {};
    std::optional<RiderSearch> riderSearch = {};
    std::optional<Settlement> settlement = {};
};

/// How much of its total goes back in all, now that it is over.
Money refundOf(const Order &order);

OrderContents contentsOf(const Order &order);

/// Makes a change. What the shop has seen stays with the order until it answers.
void makeChange(Order &order, const OrderContents &wanted, Instant now);

/// The moment that belongs to a state, written once when it is reached.
void recordTime(OrderTimes &times, const Transition &transition, Instant now);

/// When an order counts in its shop's figures: one that is wanted for a day, on the day on which it
/// leaves.
Instant countedAt(const OrderTimes &times, const std::optional<Instant> &wantedAt);

/// When the goods should be at the door, and when at the latest; known once accepted.
struct Estimate {
    Instant expected;
    Instant latest;
};
std::optional<Estimate> estimateArrival(const Order &order);

} // namespace soban
