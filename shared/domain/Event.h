// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Order.h"
#include "domain/Payment.h"

#include <variant>

namespace soban {

/// What has happened. The spelling is the CloudEvents `type`.
enum class EventType {
    OrderCreated,
    OrderPaymentFailed,
    OrderPlaced,
    OrderChanged, ///< by its customer
    OrderUpdated, ///< neither its stage nor what is in it, but what waits or is asked for
    OrderAccepted,
    OrderExtended,
    OrderPreparing,
    OrderReady,
    OrderPickedUp,
    OrderDelivered,
    OrderCompleted,
    OrderRefused,
    OrderExpired,
    OrderCancelled,
    OrderReturned,
    DeliveryTakenOver,
    DeliveryClaimed,
    DeliveryGivenBack,
    OfferShown,
    OfferWithdrawn,
    PaymentRequested,
    PaymentCaptured,
    PaymentDeclined,
    PaymentUnknown,
    PaymentCollected,
    PaymentWaived,
    PaymentChanged,
    RefundRequested,
    RefundSettled,
    CardRegistered,
    ReviewWritten,
    ReviewAnswered,
    MessagePosted,
    ShopChanged,
};

template <>
struct EnumText<EventType> {
    static constexpr std::array entries{
        std::pair{EventType::OrderCreated, "soban.order.created"},
        std::pair{EventType::OrderPaymentFailed, "soban.order.payment-failed"},
        std::pair{EventType::OrderPlaced, "soban.order.placed"},
        std::pair{EventType::OrderChanged, "soban.order.changed"},
        std::pair{EventType::OrderUpdated, "soban.order.updated"},
        std::pair{EventType::OrderAccepted, "soban.order.accepted"},
        std::pair{EventType::OrderExtended, "soban.order.extended"},
        std::pair{EventType::OrderPreparing, "soban.order.preparing"},
        std::pair{EventType::OrderReady, "soban.order.ready"},
        std::pair{EventType::OrderPickedUp, "soban.order.picked-up"},
        std::pair{EventType::OrderDelivered, "soban.order.delivered"},
        std::pair{EventType::OrderCompleted, "soban.order.completed"},
        std::pair{EventType::OrderRefused, "soban.order.refused"},
        std::pair{EventType::OrderExpired, "soban.order.expired"},
        std::pair{EventType::OrderCancelled, "soban.order.cancelled"},
        std::pair{EventType::OrderReturned, "soban.order.returned"},
        std::pair{EventType::DeliveryTakenOver, "soban.delivery.taken-over"},
        std::pair{EventType::DeliveryClaimed, "soban.delivery.claimed"},
        std::pair{EventType::DeliveryGivenBack, "soban.delivery.given-back"},
        std::pair{EventType::OfferShown, "soban.offer.shown"},
        std::pair{EventType::OfferWithdrawn, "soban.offer.withdrawn"},
        std::pair{EventType::PaymentRequested, "soban.payment.requested"},
        std::pair{EventType::PaymentCaptured, "soban.payment.captured"},
        std::pair{EventType::PaymentDeclined, "soban.payment.declined"},
        std::pair{EventType::PaymentUnknown, "soban.payment.unknown"},
        std::pair{EventType::PaymentCollected, "soban.payment.collected"},
        std::pair{EventType::PaymentWaived, "soban.payment.waived"},
        std::pair{EventType::PaymentChanged, "soban.payment.changed"},
        std::pair{EventType::RefundRequested, "soban.refund.requested"},
        std::pair{EventType::RefundSettled, "soban.refund.settled"},
        std::pair{EventType::CardRegistered, "soban.card.registered"},
        std::pair{EventType::ReviewWritten, "soban.review.written"},
        std::pair{EventType::ReviewAnswered, "soban.review.answered"},
        std::pair{EventType::MessagePosted, "soban.message.posted"},
        std::pair{EventType::ShopChanged, "soban.shop.changed"}};
};

/// The event that tells of a transition. Each raises the order's version by one.
EventType eventOf(const Transition &transition);

/// An order moved on; enough to repaint its row without asking again.
struct OrderMoved {
    OrderId order;
    ShopId shop;
    int number;
    int version;
    OrderState state;
    DeliveryState deliveryState;
    Fulfilment fulfilment;
    std::optional<int> preparationMinutes;
    std::optional<Instant> expectedAt;
    std::optional<Instant> latestAt;
    std::optional<QString> riderName;
    std::optional<QString> reason;
    bool operator==(const OrderMoved &) const = default;
};

/// A ready delivery as a rider who has not claimed it may see it: no name, no door.
struct Offer {
    OrderId order;
    LocalizedText shopName;
    QString shopPicture;
    QString shopAddress;
    GeoPoint shopPosition;
    GeoPoint dropArea; ///< the customer's address, rounded to about 100 m
    int wayMeters;     ///< from the shop to the drop area
    Money pay;
    std::optional<Money> collectAtDoor; ///< what the customer still pays there
    Instant readySince;
    std::optional<int> number = {}; ///< by the shop's count; offers stored long ago have none
    bool operator==(const Offer &) const = default;
};

enum class WithdrawReason { Claimed, TakenOver, Cancelled };

struct OfferWithdrawn {
    OrderId order;
    WithdrawReason reason;
    bool operator==(const OfferWithdrawn &) const = default;
};

struct PaymentMoved {
    OrderId order;
    PaymentId payment;
    PaymentMethod method;
    PaymentState state;
    Money amount;
    std::optional<QString> reason;
    bool operator==(const PaymentMoved &) const = default;
};

/// Money goes back, has gone back or could not.
struct RefundMoved {
    OrderId order;
    PaymentId payment;
    RefundId refund;
    Money amount;
    RefundState state;
    bool operator==(const RefundMoved &) const = default;
};

struct CardRegistered {
    CardId card;
    QString brand;
    QString maskedNumber;
    bool operator==(const CardRegistered &) const = default;
};

struct ReviewMoved {
    OrderId order;
    ShopId shop;
    std::optional<int> stars;
    bool operator==(const ReviewMoved &) const = default;
};

/// Why a shop writes: thanks, a wish for a review, or that it answered one.
enum class MessageKind { Thanks, ReviewRequest, Answer };

struct MessagePosted {
    MessageId message;
    OrderId order;
    MessageKind kind;
    LocalizedText shopName; ///< who writes
    LocalizedText text;
    bool operator==(const MessagePosted &) const = default;
};

/// The shop's settings, mode, menu or shelf are not what they were: load them again.
struct ShopChanged {
    ShopId shop;
    bool operator==(const ShopChanged &) const = default;
};

using EventData = std::variant<OrderMoved, Offer, OfferWithdrawn, PaymentMoved, RefundMoved,
                               CardRegistered, ReviewMoved, MessagePosted, ShopChanged>;

template <>
struct EnumText<WithdrawReason> {
    static constexpr std::array entries{std::pair{WithdrawReason::Claimed, "claimed"},
                                        std::pair{WithdrawReason::TakenOver, "takenOver"},
                                        std::pair{WithdrawReason::Cancelled, "cancelled"}};
};
template <>
struct EnumText<MessageKind> {
    static constexpr std::array entries{std::pair{MessageKind::Thanks, "thanks"},
                                        std::pair{MessageKind::ReviewRequest, "reviewRequest"},
                                        std::pair{MessageKind::Answer, "answer"}};
};

/// Somebody whom events are addressed to: an account, or a shop and thereby its owner.
class Addressee {
public:
    Addressee(AccountId account) : m_key(account.number()) {}
    Addressee(ShopId shop) : m_key(shop.number()) {}
    /// Of one that was kept as its key.
    static std::optional<Addressee> fromKey(qint64 key) {
        const auto account = AccountId::fromNumber(key);
        return account ? std::optional(Addressee(*account)) : std::nullopt;
    }

    /// Unique over accounts and shops, because ids are.
    qint64 key() const { return m_key; }
    bool operator==(const Addressee &) const = default;

private:
    qint64 m_key;
};

/// The place of an event in the log: rises by commit order, never reused. 0 is before the first.
class Sequence {
public:
    static constexpr int kDigits = 20;

    static Sequence before() { return Sequence(0); }
    static std::optional<Sequence> fromNumber(qint64 value) {
        return value >= 0 ? std::optional(Sequence(value)) : std::nullopt;
    }
    /// Exactly 20 digits, zero-padded, so that it also sorts as text.
    static std::optional<Sequence> fromText(QStringView text);

    qint64 number() const { return m_value; }
    QString toText() const { return ascii().view(); }
    AsciiText<kDigits> ascii() const;
    auto operator<=>(const Sequence &) const = default;

private:
    explicit Sequence(qint64 value) : m_value(value) {}

    qint64 m_value;
};

/// An event as a module announces it; the log adds identity, time and sequence.
struct DomainEvent {
    EventType type;
    std::optional<OrderId> order; ///< subject and correlation; absent where no order is concerned
    QList<Addressee> audience;
    EventData data;
};

} // namespace soban
