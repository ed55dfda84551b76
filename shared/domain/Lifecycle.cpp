// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/Lifecycle.h"

#include <QStringList>

namespace soban {

namespace {

using O = OrderState;
using D = DeliveryState;
using F = Fulfilment;
using E = Effect;

constexpr Fulfilments kAnyFulfilment{F::PlatformRider, F::OwnDelivery, F::Collection};
constexpr std::nullopt_t kSame = std::nullopt;

// One row a rule; the columns are those of LifecycleRule.
// clang-format off
const std::array kRules{
    // Payment
    LifecycleRule{Action::ConfirmPayment, {Role::System}, kAnyFulfilment,
                  {O::PaymentPending}, {D::None}, O::Placed, kSame, kSame, {E::RingShop}},
    LifecycleRule{Action::DeclinePayment, {Role::System}, kAnyFulfilment,
                  {O::PaymentPending}, {D::None}, kSame, kSame, kSame, {}},
    LifecycleRule{Action::PayAgain, {Role::Customer}, kAnyFulfilment,
                  {O::PaymentPending}, {D::None}, kSame, kSame, kSame, {}},
    LifecycleRule{Action::FailPayment, {Role::System}, kAnyFulfilment,
                  {O::PaymentPending}, {D::None}, O::PaymentFailed, kSame, kSame,
                  {E::RestoreStock}},

    // Before preparation
    LifecycleRule{Action::Cancel, {Role::Customer}, kAnyFulfilment,
                  {O::PaymentPending, O::Placed, O::Accepted}, {D::None}, O::Cancelled, kSame,
                  kSame, {E::RefundInFull, E::RestoreStock}},
    LifecycleRule{Action::Change, {Role::Customer}, kAnyFulfilment,
                  {O::Placed, O::Accepted}, {D::None}, kSame, kSame, kSame,
                  {E::RingShop, E::FitStock}},
    LifecycleRule{Action::ApplyChange, {Role::System}, kAnyFulfilment,
                  {O::Placed, O::Accepted}, {D::None}, kSame, kSame, kSame,
                  {E::RingShop, E::FitStock}},
    LifecycleRule{Action::DropChange, {Role::System}, kAnyFulfilment,
                  {O::Placed, O::Accepted}, {D::None}, kSame, kSame, kSame, {E::FitStock}},
    LifecycleRule{Action::Accept, {Role::Shop}, kAnyFulfilment,
                  {O::Placed}, {D::None}, O::Accepted, kSame, kSame, {}},
    LifecycleRule{Action::Refuse, {Role::Shop}, kAnyFulfilment,
                  {O::Placed, O::Accepted}, {D::None}, O::Refused, kSame, kSame,
                  {E::RefundInFull, E::RestoreStock}},
    LifecycleRule{Action::Expire, {Role::System}, kAnyFulfilment,
                  {O::Placed}, {D::None}, O::Expired, kSame, kSame,
                  {E::RefundInFull, E::RestoreStock}},

    // Preparation
    LifecycleRule{Action::Extend, {Role::Shop}, kAnyFulfilment,
                  {O::Accepted, O::Preparing}, {D::None}, kSame, kSame, kSame, {}},
    LifecycleRule{Action::Start, {Role::Shop}, kAnyFulfilment,
                  {O::Accepted}, {D::None}, O::Preparing, kSame, kSame, {E::FitStock}},
    LifecycleRule{Action::Finish, {Role::Shop}, {F::PlatformRider},
                  {O::Preparing}, {D::None}, O::Ready, D::Open, kSame, {E::OpenDelivery}},
    LifecycleRule{Action::Finish, {Role::Shop}, {F::OwnDelivery, F::Collection},
                  {O::Preparing}, {D::None}, O::Ready, kSame, kSame, {}},
    LifecycleRule{Action::Cancel, {Role::Shop, Role::Operator}, kAnyFulfilment,
                  {O::Preparing, O::Ready}, {D::None}, O::Cancelled, kSame, kSame,
                  {E::SettleRefund, E::RestoreStock}},
    LifecycleRule{Action::Cancel, {Role::Shop, Role::Operator}, {F::PlatformRider},
                  {O::Ready}, {D::Open, D::Claimed}, O::Cancelled, D::Cancelled, kSame,
                  {E::SettleRefund, E::RestoreStock, E::CancelDelivery, E::WithdrawOffer}},

    // Finding a rider
    LifecycleRule{Action::WidenOffer, {Role::System}, {F::PlatformRider},
                  {O::Ready}, {D::Open}, kSame, kSame, kSame, {}},
    LifecycleRule{Action::TakeOver, {Role::Shop}, {F::PlatformRider},
                  {O::Ready}, {D::Open}, kSame, D::None, F::OwnDelivery, {E::WithdrawOffer}},
    LifecycleRule{Action::Claim, {Role::Rider}, {F::PlatformRider},
                  {O::Ready}, {D::Open}, kSame, D::Claimed, kSame, {E::WithdrawOffer}},
    LifecycleRule{Action::GiveBack, {Role::Rider}, {F::PlatformRider},
                  {O::Ready}, {D::Claimed}, kSame, D::Open, kSame, {E::OpenDelivery}},

    // On the way
    LifecycleRule{Action::PickUp, {Role::Rider}, {F::PlatformRider},
                  {O::Ready}, {D::Claimed}, O::PickedUp, D::PickedUp, kSame, {}},
    LifecycleRule{Action::PickUp, {Role::Shop}, {F::OwnDelivery},
                  {O::Ready}, {D::None}, O::PickedUp, D::PickedUp, kSame, {}},
    LifecycleRule{Action::HandOver, {Role::Rider}, {F::PlatformRider},
                  {O::PickedUp}, {D::PickedUp}, O::Delivered, D::Delivered, kSame,
                  {E::CollectDue, E::AskForReview, E::StartAutoComplete}},
    LifecycleRule{Action::HandOver, {Role::Shop}, {F::OwnDelivery},
                  {O::PickedUp}, {D::PickedUp}, O::Delivered, D::Delivered, kSame,
                  {E::CollectDue, E::AskForReview, E::StartAutoComplete}},
    LifecycleRule{Action::Collect, {Role::Shop}, {F::Collection},
                  {O::Ready}, {D::None}, O::Completed, kSame, kSame,
                  {E::CollectDue, E::AskForReview, E::ThankCustomer}},
    LifecycleRule{Action::ReturnGoods, {Role::Rider, Role::Shop}, {F::PlatformRider},
                  {O::PickedUp}, {D::PickedUp}, O::Returned, D::Returned, kSame,
                  {E::SettleRefund, E::RestoreStock}},
    LifecycleRule{Action::ReturnGoods, {Role::Shop}, {F::OwnDelivery},
                  {O::PickedUp}, {D::PickedUp}, O::Returned, D::Returned, kSame,
                  {E::SettleRefund, E::RestoreStock}},

    // The end
    LifecycleRule{Action::Confirm, {Role::Customer}, {F::PlatformRider, F::OwnDelivery},
                  {O::Delivered}, {D::Delivered}, O::Completed, kSame, kSame,
                  {E::ThankCustomer}},
    LifecycleRule{Action::AutoComplete, {Role::System}, {F::PlatformRider, F::OwnDelivery},
                  {O::Delivered}, {D::Delivered}, O::Completed, kSame, kSame,
                  {E::ThankCustomer}},

    // After it
    LifecycleRule{Action::Settle, {Role::Operator}, {F::PlatformRider, F::OwnDelivery},
                  {O::Delivered, O::Completed}, {D::Delivered}, kSame, kSame, kSame,
                  {E::SettleRefund}},
    LifecycleRule{Action::Settle, {Role::Operator}, kAnyFulfilment,
                  {O::Completed, O::Refused, O::Expired, O::Cancelled}, {D::None}, kSame, kSame,
                  kSame, {E::SettleRefund}},
    LifecycleRule{Action::Settle, {Role::Operator}, {F::PlatformRider, F::OwnDelivery},
                  {O::Returned}, {D::Returned}, kSame, kSame, kSame, {E::SettleRefund}},
    LifecycleRule{Action::Settle, {Role::Operator}, {F::PlatformRider},
                  {O::Cancelled}, {D::Cancelled}, kSame, kSame, kSame, {E::SettleRefund}},
};
// clang-format on

template <typename T>
QString names(const EnumSet<T> &set) {
    QStringList words;
    for (T member : allOf<T>()) {
        if (set.contains(member))
            words.append(QString(toText(member)));
    }
    return words.join(QStringLiteral(", "));
}

QString orderArrows() {
    QString text;
    for (const LifecycleRule &rule : kRules) {
        for (O from : allOf<O>()) {
            if (rule.toOrder && rule.fromOrder.contains(from)) {
                text += QStringLiteral("    %1 --> %2: %3 (%4)\n")
                            .arg(QString(toText(from)), QString(toText(*rule.toOrder)),
                                 QString(toText(rule.action)), names(rule.roles));
            }
        }
    }
    return text;
}

QString deliveryArrows() {
    QString text;
    for (const LifecycleRule &rule : kRules) {
        for (D from : allOf<D>()) {
            if (rule.toDelivery && rule.fromDelivery.contains(from)) {
                text += QStringLiteral("    %1 --> %2: %3 (%4)\n")
                            .arg(QString(toText(from)), QString(toText(*rule.toDelivery)),
                                 QString(toText(rule.action)), names(rule.roles));
            }
        }
    }
    return text;
}

QString tableRow(const LifecycleRule &rule) {
    const auto arrow = [](const QString &from, const QString &to) {
        return to.isEmpty() ? from : from + QStringLiteral(" → ") + to;
    };
    const QString order =
        arrow(names(rule.fromOrder), rule.toOrder ? QString(toText(*rule.toOrder)) : QString());
    const QString delivery = arrow(names(rule.fromDelivery),
                                   rule.toDelivery ? QString(toText(*rule.toDelivery)) : QString());
    const QString fulfilment =
        arrow(names(rule.fulfilments),
              rule.toFulfilment ? QString(toText(*rule.toFulfilment)) : QString());
    return QStringLiteral("| %1 | %2 | %3 | %4 | %5 | %6 |\n")
        .arg(QString(toText(rule.action)), names(rule.roles), fulfilment, order, delivery,
             names(rule.effects));
}

} // namespace

bool LifecycleRule::allows(const Stage &stage, Role role) const {
    return roles.contains(role) && fulfilments.contains(stage.fulfilment) &&
           fromOrder.contains(stage.order) && fromDelivery.contains(stage.delivery);
}

namespace lifecycle {

std::span<const LifecycleRule> rules() {
    return kRules;
}

std::optional<Transition> transition(const Stage &stage, Action action, Role role) {
    for (const LifecycleRule &rule : kRules) {
        if (rule.action == action && rule.allows(stage, role)) {
            return Transition{action,
                              stage,
                              {rule.toOrder.value_or(stage.order),
                               rule.toDelivery.value_or(stage.delivery),
                               rule.toFulfilment.value_or(stage.fulfilment)},
                              rule.effects};
        }
    }
    return std::nullopt;
}

QList<Action> allowedActions(const Stage &stage, Role role) {
    QList<Action> actions;
    for (const LifecycleRule &rule : kRules) {
        if (rule.allows(stage, role))
            actions.append(rule.action);
    }
    return actions;
}

bool isOver(OrderState state) {
    constexpr OrderStates kOver{O::PaymentFailed, O::Completed, O::Refused,
                                O::Expired,       O::Cancelled, O::Returned};
    return kOver.contains(state);
}

QString toMarkdown() {
    QString text = QStringLiteral(
        "# The life of an order\n\n"
        "Generated from the table in `shared/domain/Lifecycle.cpp` by `soban-server lifecycle`; a "
        "test holds this page against it.\n\n"
        "## Order\n\n```mermaid\nstateDiagram-v2\n    [*] --> paymentPending: place (customer)\n");
    text += orderArrows();
    text += QStringLiteral("```\n\n## Delivery\n\n```mermaid\nstateDiagram-v2\n");
    text += deliveryArrows();
    text += QStringLiteral("```\n\n## Every rule\n\n"
                           "| action | who | fulfilment | order | delivery | effects |\n"
                           "|---|---|---|---|---|---|\n");
    for (const LifecycleRule &rule : kRules)
        text += tableRow(rule);
    return text;
}

} // namespace lifecycle
} // namespace soban
