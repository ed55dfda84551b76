// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/Review.h"
#include "domain/Order.h"
#include "domain/Payment.h"

namespace soban::contract {

/// Asks what a cart would cost; changes nothing.
struct QuoteRequest {
    ShopId shopId;
    Fulfilment fulfilment;
    QList<LineChoice> lines;
};

struct QuoteView {
    QList<OrderLine> lines;
    Money items;
    Money deliveryFee;
    Money total;
};

/// Places an order. It carries no price but the total that the person saw.
struct PlaceOrderRequest {
    ShopId shopId;
    Fulfilment fulfilment;
    QList<LineChoice> lines;
    qint64 expectedTotalMinor;
    PaymentMethod paymentMethod;
    std::optional<CardId> cardId; ///< for a payment by card; the latest registered if absent
    Address address;
    std::optional<QString> note;
    std::optional<Recipient> recipient;
    std::optional<QString> cardText;
    std::optional<Instant> wantedAt;
};

/// Pays for an order whose payment was declined.
struct PayRequest {
    PaymentMethod paymentMethod;
    std::optional<CardId> cardId; ///< for a payment by card; the latest registered if absent
};

/// Changes an order before its preparation; what it does not name stays. It carries no price but
/// the total that the person saw.
struct ChangeRequest {
    QList<LineChoice> lines; ///< all that is wanted now
    Address address;
    QString note;
    qint64 expectedTotalMinor;
    std::optional<CardId> cardId = {}; ///< for what it costs more; the order's if absent
};

/// The saved card that pays an order, as its owner knows it.
struct PayingCard {
    QString brand;
    QString maskedNumber;
};

/// An order as its customer sees it.
struct OrderView {
    OrderId id;
    int version;
    int number;
    ShopId shopId;
    ShopKind shopKind;
    LocalizedText shopName;
    QString shopPicture;
    QString shopPhone;
    GeoPoint shopPosition;
    QString timeZone; ///< IANA name of the shop's; every time of the order is meant in it
    OrderState state;
    DeliveryState deliveryState;
    Fulfilment fulfilment;
    QList<OrderLine> lines;
    Money items;
    Money deliveryFee;
    Money total;
    PaymentMethod paymentMethod;
    PaymentState paymentState; ///< of all payments: refunded once all that shall go back has
    std::optional<PayingCard> payingCard; ///< while the customer has it
    Address address;
    QString note;
    std::optional<Recipient> recipient;
    QString cardText;
    std::optional<Instant> wantedAt;
    OrderTimes times;
    std::optional<int> preparationMinutes; ///< what the shop accepted with
    std::optional<Instant> expectedAt;
    std::optional<Instant> latestAt;
    std::optional<Instant> completesAt; ///< by itself, while it waits to be confirmed
    std::optional<QString> riderName;
    QString handOverCode;
    std::optional<QString> proofPhoto; ///< what was shown in place of the code
    std::optional<ReviewView> review;  ///< what the customer wrote, with the shop's answer
    std::optional<Instant> answerBy;   ///< the shop's, or the customer's to a decline: ends then
    std::optional<Ending> ending;      ///< how it ended without its goods
    std::optional<PendingChange> pendingChange; ///< made once it is paid for
    std::optional<Settlement> settlement;       ///< the operator's, in place of what its end cost
    QList<Action> allowedActions;
};

struct OrderList {
    QList<OrderView> orders; ///< newest first
    std::optional<QString> nextCursor;
};

struct PaymentView {
    PaymentId id;
    PaymentMethod method;
    PaymentState state;
    Money amount;
    Money refunded;
    Instant requestedAt;
    std::optional<Instant> settledAt;
    std::optional<QString> declineReason;
};

struct PaymentList {
    QList<PaymentView> payments; ///< oldest first
};

/// An order as the shop sees it: what to prepare and for when.
struct TicketView {
    OrderId id;
    int version;
    int number;
    OrderState state;
    DeliveryState deliveryState;
    Fulfilment fulfilment;
    QList<OrderLine> lines;
    Money total;
    PaymentMethod paymentMethod;
    PaymentState paymentState; ///< as the customer's
    QString note;
    QString customerName;
    std::optional<QString> customerPhone; ///< until it is handed over or nothing comes of it
    std::optional<Address> address;       ///< only when the shop delivers itself
    std::optional<Recipient> recipient;
    QString cardText;
    std::optional<Instant> wantedAt;
    std::optional<int> preparationMinutes;
    OrderTimes times;
    std::optional<Instant> expectedAt;
    std::optional<Instant> latestAt; ///< promised to the customer; late from then on
    QString pickUpCode;
    std::optional<QString> riderName;
    std::optional<Instant> answerBy; ///< while it waits for an answer: ends by itself then
    std::optional<Ending> ending;    ///< how it ended without its goods
    /// What the shop last answered to, if it is not that any more.
    std::optional<BeforeChange> beforeChange;
    std::optional<RiderSearch> riderSearch; ///< while no rider has taken it
    std::optional<Settlement> settlement;   ///< the operator's, in place of what its end cost
    QList<Action> allowedActions;
};

struct TicketList {
    QList<TicketView> tickets; ///< newest first
    std::optional<QString> nextCursor;
};

struct AcceptRequest {
    int preparationMinutes;
};

/// More time for the preparation than was promised.
struct ExtendRequest {
    int minutes;
};

/// Ends an order without its goods: refuses it, cancels it or brings it back. The reason is one of
/// `reasonsFor` the action and the role; `Other` needs words.
struct EndRequest {
    EndReason reason;
    std::optional<QString> words = {};
};

/// Proves the hand-over at the door by the customer's code or by a photo: exactly one of them.
struct HandOverRequest {
    std::optional<QString> code;
    std::optional<QString> photo = {}; ///< name of an uploaded picture
};

/// Proves the hand-over at the counter.
struct CollectRequest {
    QString code;
};

} // namespace soban::contract
