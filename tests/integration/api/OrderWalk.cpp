// SPDX-License-Identifier: GPL-3.0-or-later
#include "OrderWalk.h"

#include "contract/Delivery.h"
#include "contract/Operator.h"

#include <QJsonObject>

namespace soban::testing {

using contract::RouteId;

namespace {

const std::array kWired{
    WiredAction{RouteId::AcceptTicket, Action::Accept, Role::Shop},
    WiredAction{RouteId::RefuseTicket, Action::Refuse, Role::Shop},
    WiredAction{RouteId::ExtendTicket, Action::Extend, Role::Shop},
    WiredAction{RouteId::CancelTicket, Action::Cancel, Role::Shop},
    WiredAction{RouteId::ReturnTicket, Action::ReturnGoods, Role::Shop},
    WiredAction{RouteId::StartTicket, Action::Start, Role::Shop},
    WiredAction{RouteId::FinishTicket, Action::Finish, Role::Shop},
    WiredAction{RouteId::TakeOverTicket, Action::TakeOver, Role::Shop},
    WiredAction{RouteId::PickUpTicket, Action::PickUp, Role::Shop},
    WiredAction{RouteId::HandOverTicket, Action::HandOver, Role::Shop},
    WiredAction{RouteId::CollectTicket, Action::Collect, Role::Shop},
    WiredAction{RouteId::ClaimDelivery, Action::Claim, Role::Rider},
    WiredAction{RouteId::GiveBackDelivery, Action::GiveBack, Role::Rider},
    WiredAction{RouteId::PickUpDelivery, Action::PickUp, Role::Rider},
    WiredAction{RouteId::HandOverDelivery, Action::HandOver, Role::Rider},
    WiredAction{RouteId::ReturnDelivery, Action::ReturnGoods, Role::Rider},
    WiredAction{RouteId::PayOrder, Action::PayAgain, Role::Customer},
    WiredAction{RouteId::ChangeOrder, Action::Change, Role::Customer},
    WiredAction{RouteId::CancelOrder, Action::Cancel, Role::Customer},
    WiredAction{RouteId::ConfirmOrder, Action::Confirm, Role::Customer},
    WiredAction{RouteId::EndOrder, Action::Cancel, Role::Operator},
};

/// The same goods at the same price, with another word to the shop.
QByteArray changeOf(const TestTown &town, const Standing &standing) {
    const auto cart = town.cart(standing.stage.fulfilment, PaymentMethod::OnDelivery);
    return contract::encode(contract::ChangeRequest{cart.lines, cart.address,
                                                    QStringLiteral("v%1").arg(standing.version),
                                                    cart.expectedTotalMinor});
}

QByteArray bodyOf(const TestTown &town, const WiredAction &wired, const Standing &standing) {
    switch (wired.route) {
    case RouteId::AcceptTicket:
        return contract::encode(contract::AcceptRequest{20});
    case RouteId::ExtendTicket:
        return contract::encode(contract::ExtendRequest{10});
    case RouteId::RefuseTicket:
    case RouteId::CancelTicket:
    case RouteId::ReturnTicket:
    case RouteId::CancelOrder:
        return contract::encode(contract::EndRequest{reasonsFor(wired.action, wired.role).first()});
    case RouteId::EndOrder:
        return contract::encode(contract::OperatorEndRequest{EndReason::Mishap});
    case RouteId::ReturnDelivery:
        return contract::encode(contract::RiderReturnRequest{
            standing.stage.delivery, reasonsFor(wired.action, wired.role).first(), {}});
    case RouteId::PayOrder:
        return contract::encode(contract::PayRequest{PaymentMethod::OnDelivery, {}});
    case RouteId::ChangeOrder:
        return changeOf(town, standing);
    case RouteId::HandOverTicket:
        return contract::encode(contract::HandOverRequest{standing.code});
    case RouteId::CollectTicket:
        return contract::encode(contract::CollectRequest{standing.code});
    case RouteId::ClaimDelivery:
    case RouteId::GiveBackDelivery:
    case RouteId::PickUpDelivery:
        return contract::encode(contract::RiderStepRequest{standing.stage.delivery, {}});
    case RouteId::HandOverDelivery:
        return contract::encode(
            contract::RiderHandOverRequest{standing.stage.delivery, standing.code, {}});
    default:
        return {};
    }
}

} // namespace

std::span<const WiredAction> wiredActions() {
    return kWired;
}

const WiredAction &wiredAction(RouteId route) {
    return *std::find_if(kWired.begin(), kWired.end(),
                         [route](const WiredAction &wired) { return wired.route == route; });
}

bool Standing::isShownBy(const std::optional<contract::PresentStage> &present) const {
    return present && present->orderId == id && present->version == version &&
           present->state == stage.order && present->deliveryState == stage.delivery;
}

ApiCall actionCall(const TestTown &town, const WiredAction &wired, Caller caller,
                   const Standing &standing) {
    ApiCall call =
        town.request(wired.route, caller, {standing.id.toText()}, bodyOf(town, wired, standing));
    if (contract::route(wired.route).takesVersion)
        call.atVersion(standing.version);
    return call;
}

Standing after(const Standing &standing, const Transition &transition, Caller caller) {
    Standing next = standing;
    next.version += 1;
    next.stage = transition.to;
    // What is paid at the door is placed at once.
    if (transition.action == Action::PayAgain) {
        next.version += 1;
        next.stage.order = OrderState::Placed;
    }
    next.wasOffered = standing.wasOffered || transition.effects.contains(Effect::OpenDelivery);
    if (transition.action == Action::Claim)
        next.rider = caller;
    else if (transition.action == Action::GiveBack)
        next.rider.reset();
    return next;
}

bool advance(TestTown &town, Standing &standing, const Step &step) {
    const Role role = roleOf(step.caller);
    const auto transition = lifecycle::transition(standing.stage, step.action, role);
    const auto wired =
        std::find_if(kWired.begin(), kWired.end(), [&](const WiredAction &candidate) {
            return candidate.action == step.action && candidate.role == role;
        });
    if (!transition || wired == kWired.end()) {
        qWarning("the test takes a step that the table does not know");
        return false;
    }
    const auto answer = town.call(actionCall(town, *wired, step.caller, standing));
    if (answer.status != contract::route(wired->route).success) {
        qWarning("%s was refused: %s", contract::route(wired->route).path,
                 answer.summary().constData());
        return false;
    }
    standing = after(standing, *transition, step.caller);
    return true;
}

std::optional<Standing> stand(TestTown &town, Fulfilment fulfilment, const Steps &steps,
                              PaymentMethod method) {
    const auto body = contract::encode(town.cart(fulfilment, method));
    const auto answer = town.call(town.request(RouteId::PlaceOrder, Caller::Customer, {}, body));
    const auto order = answer.as<contract::OrderView>();
    if (answer.status != 201 || !order) {
        qWarning("no order was placed: %s", answer.summary().constData());
        return std::nullopt;
    }
    Standing standing{order->id,
                      order->version,
                      {order->state, order->deliveryState, fulfilment},
                      order->handOverCode,
                      {}};
    for (const Step &step : steps) {
        if (!advance(town, standing, step))
            return std::nullopt;
    }
    return standing;
}

std::optional<Standing> standUnpaid(TestTown &town) {
    const auto body = contract::encode(town.cart(Fulfilment::PlatformRider, PaymentMethod::Card));
    if (!town.orderFault({{QStringLiteral("kind"), QStringLiteral("declined")},
                          {QStringLiteral("operation"), QStringLiteral("charge")},
                          {QStringLiteral("count"), 1}}))
        return std::nullopt;
    const auto answer = town.call(town.request(RouteId::PlaceOrder, Caller::Customer, {}, body));
    const auto problem = answer.problem();
    if (answer.status != 402 || !problem || !problem->present) {
        qWarning("the card was not declined: %s", answer.summary().constData());
        return std::nullopt;
    }
    const contract::PresentStage &present = *problem->present;
    return Standing{present.orderId,
                    present.version,
                    {present.state, present.deliveryState, Fulfilment::PlatformRider},
                    QStringLiteral("0000"),
                    {}};
}

} // namespace soban::testing
