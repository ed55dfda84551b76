// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Account.h"
#include "domain/EnumText.h"
#include "domain/Shop.h"

#include <QString>

#include <optional>
#include <span>

namespace soban {

/// What people see of an order.
enum class OrderState {
    PaymentPending,
    PaymentFailed,
    Placed,
    Accepted,
    Preparing,
    Ready,
    PickedUp,
    Delivered,
    Completed,
    Refused,
    Expired,
    Cancelled,
    Returned,
};

enum class DeliveryState { None, Open, Claimed, PickedUp, Delivered, Returned, Cancelled };

enum class PaymentState {
    Pending,
    Paid,
    Declined,
    Unknown,
    PartlyRefunded,
    Refunded,
    Due,
    Collected,
    Waived,
};

/// Everything that can be done to an order that exists.
enum class Action {
    ConfirmPayment,
    DeclinePayment,
    PayAgain,
    FailPayment,
    Cancel,
    Change,
    ApplyChange,
    DropChange,
    Accept,
    Refuse,
    Expire,
    Extend,
    Start,
    Finish,
    WidenOffer,
    TakeOver,
    Claim,
    GiveBack,
    PickUp,
    HandOver,
    Collect,
    ReturnGoods,
    Confirm,
    AutoComplete,
    Settle, ///< anew, what an order costs that is over
};

/// What a transition brings with it, beyond the new state.
enum class Effect {
    RingShop,
    RefundInFull,
    SettleRefund, ///< in full or in part, as the person at fault and the rules say
    RestoreStock,
    FitStock, ///< keeps as much as the order needs now
    OpenDelivery,
    CancelDelivery,
    WithdrawOffer,
    CollectDue,
    AskForReview,
    ThankCustomer,
    StartAutoComplete,
};

template <>
struct EnumText<OrderState> {
    static constexpr std::array entries{std::pair{OrderState::PaymentPending, "paymentPending"},
                                        std::pair{OrderState::PaymentFailed, "paymentFailed"},
                                        std::pair{OrderState::Placed, "placed"},
                                        std::pair{OrderState::Accepted, "accepted"},
                                        std::pair{OrderState::Preparing, "preparing"},
                                        std::pair{OrderState::Ready, "ready"},
                                        std::pair{OrderState::PickedUp, "pickedUp"},
                                        std::pair{OrderState::Delivered, "delivered"},
                                        std::pair{OrderState::Completed, "completed"},
                                        std::pair{OrderState::Refused, "refused"},
                                        std::pair{OrderState::Expired, "expired"},
                                        std::pair{OrderState::Cancelled, "cancelled"},
                                        std::pair{OrderState::Returned, "returned"}};
};
template <>
struct EnumText<DeliveryState> {
    static constexpr std::array entries{std::pair{DeliveryState::None, "none"},
                                        std::pair{DeliveryState::Open, "open"},
                                        std::pair{DeliveryState::Claimed, "claimed"},
                                        std::pair{DeliveryState::PickedUp, "pickedUp"},
                                        std::pair{DeliveryState::Delivered, "delivered"},
                                        std::pair{DeliveryState::Returned, "returned"},
                                        std::pair{DeliveryState::Cancelled, "cancelled"}};
};
template <>
struct EnumText<PaymentState> {
    static constexpr std::array entries{std::pair{PaymentState::Pending, "pending"},
                                        std::pair{PaymentState::Paid, "paid"},
                                        std::pair{PaymentState::Declined, "declined"},
                                        std::pair{PaymentState::Unknown, "unknown"},
                                        std::pair{PaymentState::PartlyRefunded, "partlyRefunded"},
                                        std::pair{PaymentState::Refunded, "refunded"},
                                        std::pair{PaymentState::Due, "due"},
                                        std::pair{PaymentState::Collected, "collected"},
                                        std::pair{PaymentState::Waived, "waived"}};
};
template <>
struct EnumText<Action> {
    static constexpr std::array entries{std::pair{Action::ConfirmPayment, "confirmPayment"},
                                        std::pair{Action::DeclinePayment, "declinePayment"},
                                        std::pair{Action::PayAgain, "payAgain"},
                                        std::pair{Action::FailPayment, "failPayment"},
                                        std::pair{Action::Cancel, "cancel"},
                                        std::pair{Action::Change, "change"},
                                        std::pair{Action::ApplyChange, "applyChange"},
                                        std::pair{Action::DropChange, "dropChange"},
                                        std::pair{Action::Accept, "accept"},
                                        std::pair{Action::Refuse, "refuse"},
                                        std::pair{Action::Expire, "expire"},
                                        std::pair{Action::Extend, "extend"},
                                        std::pair{Action::Start, "start"},
                                        std::pair{Action::Finish, "finish"},
                                        std::pair{Action::WidenOffer, "widenOffer"},
                                        std::pair{Action::TakeOver, "takeOver"},
                                        std::pair{Action::Claim, "claim"},
                                        std::pair{Action::GiveBack, "giveBack"},
                                        std::pair{Action::PickUp, "pickUp"},
                                        std::pair{Action::HandOver, "handOver"},
                                        std::pair{Action::Collect, "collect"},
                                        std::pair{Action::ReturnGoods, "returnGoods"},
                                        std::pair{Action::Confirm, "confirm"},
                                        std::pair{Action::AutoComplete, "autoComplete"},
                                        std::pair{Action::Settle, "settle"}};
};

template <>
struct EnumText<Effect> {
    static constexpr std::array entries{
        std::pair{Effect::RingShop, "ring shop"},
        std::pair{Effect::RefundInFull, "refund in full"},
        std::pair{Effect::SettleRefund, "settle refund"},
        std::pair{Effect::RestoreStock, "restore stock"},
        std::pair{Effect::FitStock, "fit stock"},
        std::pair{Effect::OpenDelivery, "open delivery"},
        std::pair{Effect::CancelDelivery, "cancel delivery"},
        std::pair{Effect::WithdrawOffer, "withdraw offer"},
        std::pair{Effect::CollectDue, "collect what is due"},
        std::pair{Effect::AskForReview, "ask for review"},
        std::pair{Effect::ThankCustomer, "thank customer"},
        std::pair{Effect::StartAutoComplete, "start auto-complete"}};
};

using OrderStates = EnumSet<OrderState>;
using DeliveryStates = EnumSet<DeliveryState>;
using Roles = EnumSet<Role>;
using Fulfilments = EnumSet<Fulfilment>;
using Effects = EnumSet<Effect>;

/// Where an order stands, as far as the table cares.
struct Stage {
    OrderState order = OrderState::PaymentPending;
    DeliveryState delivery = DeliveryState::None;
    Fulfilment fulfilment = Fulfilment::PlatformRider;
    bool operator==(const Stage &) const = default;
};

/// One row of the table: who may do what, when, and what follows. An absent `to…` leaves that part
/// of the stage as it is.
struct LifecycleRule {
    Action action;
    Roles roles;
    Fulfilments fulfilments;
    OrderStates fromOrder;
    DeliveryStates fromDelivery;
    std::optional<OrderState> toOrder;
    std::optional<DeliveryState> toDelivery;
    std::optional<Fulfilment> toFulfilment;
    Effects effects;

    bool allows(const Stage &stage, Role role) const;
};

/// What an action makes of a stage.
struct Transition {
    Action action;
    Stage from;
    Stage to;
    Effects effects;
};

/// The life of an order: one table that the server obeys, the apps enable their buttons from, the
/// diagram in docs/lifecycle.md is generated from and a test walks in full.
namespace lifecycle {

std::span<const LifecycleRule> rules();

/// What `role` brings about by `action` at `stage`, or nothing where that is not allowed.
/// At most one rule matches. Whose order it is, and which rider, is for the caller to check.
std::optional<Transition> transition(const Stage &stage, Action action, Role role);

QList<Action> allowedActions(const Stage &stage, Role role);

/// Nothing can happen to the order any more.
bool isOver(OrderState state);

/// The table as Markdown with Mermaid state diagrams; tests hold docs/lifecycle.md against it.
QString toMarkdown();

} // namespace lifecycle
} // namespace soban
