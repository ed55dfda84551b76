// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/Words.h"

namespace soban::ui {

QString Words::of(Fulfilment how) {
    switch (how) {
    case Fulfilment::PlatformRider:
        return tr("Rider delivery");
    case Fulfilment::OwnDelivery:
        return tr("Shop delivery");
    case Fulfilment::Collection:
        return tr("Collection");
    }
    return {};
}

QString Words::of(PaymentMethod method) {
    return method == PaymentMethod::Card ? tr("Card") : tr("Pay on delivery");
}

QString Words::of(PaymentState state) {
    switch (state) {
    case PaymentState::Pending:
        return tr("Being paid");
    case PaymentState::Paid:
        return tr("Paid");
    case PaymentState::Declined:
        return tr("Declined");
    case PaymentState::Unknown:
        return tr("Checking payment");
    case PaymentState::PartlyRefunded:
        return tr("Partly refunded");
    case PaymentState::Refunded:
        return tr("Refunded");
    case PaymentState::Due:
        return tr("Due on delivery");
    case PaymentState::Collected:
        return tr("Paid on delivery");
    case PaymentState::Waived:
        return tr("Nothing to pay");
    }
    return {};
}

QString Words::of(const Ending &ending) {
    return ending.reason == EndReason::Other ? ending.words : of(ending.reason);
}

QString Words::of(EndReason reason) {
    switch (reason) {
    case EndReason::OutOfStock:
        return tr("We have run out of something");
    case EndReason::TooBusy:
        return tr("Too many orders at the moment");
    case EndReason::ClosingSoon:
        return tr("We are closing soon");
    case EndReason::OutOfReach:
        return tr("We cannot deliver to the address");
    case EndReason::NoRider:
        return tr("No rider could be found");
    case EndReason::Mishap:
        return tr("Something went wrong in the shop");
    case EndReason::ChangedMind:
        return tr("No longer wanted");
    case EndReason::Mistake:
        return tr("Ordered by mistake");
    case EndReason::TakesTooLong:
        return tr("It takes too long");
    case EndReason::NobodyAtDoor:
        return tr("Nobody opened");
    case EndReason::WrongAddress:
        return tr("The address is wrong");
    case EndReason::NotTaken:
        return tr("It was not taken at the door");
    case EndReason::NoAnswer:
        return tr("The shop did not answer in time");
    case EndReason::Other:
        return tr("Another reason");
    }
    return {};
}

QString Words::of(Party party) {
    switch (party) {
    case Party::Customer:
        return tr("The customer");
    case Party::Shop:
        return tr("The shop");
    case Party::Platform:
        return tr("Soban");
    }
    return {};
}

QString Words::of(ShopMode mode) {
    switch (mode) {
    case ShopMode::Normal:
        return tr("Normal");
    case ShopMode::Busy:
        return tr("Busy");
    case ShopMode::Paused:
        return tr("Paused");
    }
    return {};
}

QString Words::of(ShopKind kind) {
    return kind == ShopKind::Food ? tr("Food") : tr("Flowers");
}

QString Words::of(const Stage &stage) {
    switch (stage.order) {
    case OrderState::PaymentPending:
        return tr("Waiting for payment");
    case OrderState::PaymentFailed:
        return tr("Not paid");
    case OrderState::Placed:
        return tr("Waiting for the shop");
    case OrderState::Accepted:
        return tr("Accepted");
    case OrderState::Preparing:
        return tr("Being prepared");
    case OrderState::Ready:
        return stage.fulfilment == Fulfilment::Collection ? tr("Ready to collect") : tr("Ready");
    case OrderState::PickedUp:
        return tr("On the way");
    case OrderState::Delivered:
        return stage.fulfilment == Fulfilment::Collection ? tr("Collected") : tr("Delivered");
    case OrderState::Completed:
        return tr("Completed");
    case OrderState::Refused:
        return tr("Refused");
    case OrderState::Expired:
        return tr("Not answered");
    case OrderState::Cancelled:
        return tr("Cancelled");
    case OrderState::Returned:
        return tr("Returned");
    }
    return {};
}

Icon Words::iconOf(Fulfilment how) {
    switch (how) {
    case Fulfilment::PlatformRider:
        return Icon::Rider;
    case Fulfilment::OwnDelivery:
        return Icon::Store;
    case Fulfilment::Collection:
        return Icon::Bag;
    }
    return Icon::Bag;
}

Chip Words::chipOf(const Stage &stage) {
    const auto chip = [&](Icon icon, Tone tone) { return Chip{icon, of(stage), {}, tone}; };
    switch (stage.order) {
    case OrderState::PaymentPending:
        return chip(Icon::Card, Tone::Waiting);
    case OrderState::Placed:
        return chip(Icon::Bell, Tone::Accent);
    case OrderState::Accepted:
        return chip(Icon::Check, Tone::Accent);
    case OrderState::Preparing:
        return chip(Icon::Pot, Tone::Accent);
    case OrderState::Ready:
        return chip(Icon::Bag, Tone::Accent);
    case OrderState::PickedUp:
        return chip(iconOf(stage.fulfilment), Tone::Accent);
    case OrderState::Delivered:
        return chip(Icon::Door, Tone::Fresh);
    case OrderState::Completed:
        return chip(Icon::Done, Tone::Done);
    case OrderState::PaymentFailed:
    case OrderState::Refused:
    case OrderState::Expired:
    case OrderState::Cancelled:
    case OrderState::Returned:
        return chip(Icon::Cancel, Tone::Done);
    }
    return {};
}

} // namespace soban::ui
