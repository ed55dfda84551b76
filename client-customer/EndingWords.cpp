// SPDX-License-Identifier: GPL-3.0-or-later
#include "client-customer/EndingWords.h"

#include "ui/Formats.h"
#include "ui/Words.h"

namespace soban::customer {

using namespace ui;

EndingWords::Cancelling EndingWords::uponCancelling(const contract::OrderView &order) {
    const QString agree = tr("Yes, cancel it");
    if (order.paymentMethod == PaymentMethod::OnDelivery)
        return {tr("There is nothing to pay"), tr("Nothing was charged."), agree};
    if (order.paymentState == PaymentState::Declined)
        return {tr("There is nothing to pay"), tr("The card was declined."), agree};
    if (order.state == OrderState::PaymentPending)
        return {tr("Nothing is charged"),
                tr("If the card turns out to have been charged, all of it goes back by itself."),
                agree};
    return {tr("%1 goes back in full").arg(moneyText(order.total)),
            tr("To the card that paid. Its bank may take up to 3 days."),
            tr("Cancel and get it back")};
}

Money EndingWords::refundOf(const contract::OrderView &order) {
    if (order.settlement)
        return order.settlement->refund;
    return order.ending ? order.ending->refund : order.total;
}

QString EndingWords::moneyAfter(const contract::OrderView &order) {
    if (order.paymentMethod == PaymentMethod::OnDelivery)
        return tr("There is nothing to pay.");
    const Money refund = refundOf(order);
    const bool isCharged = order.paymentState == PaymentState::Paid ||
                           order.paymentState == PaymentState::PartlyRefunded;
    if (isCharged && refund.isZero())
        return tr("It was prepared for you, so it is not refunded.");
    switch (order.paymentState) {
    case PaymentState::Refunded:
        return tr("You have been refunded in full. Your card's bank may take up to 3 days.");
    case PaymentState::PartlyRefunded:
        return tr("%1 has gone back to your card. Its bank may take up to 3 days.")
            .arg(moneyText(refund));
    case PaymentState::Paid:
        return tr("%1 is on its way back to your card. Its bank may take up to 3 days.")
            .arg(moneyText(refund));
    case PaymentState::Pending:
    case PaymentState::Unknown:
        return tr("If the card turns out to have been charged, all of it goes back by itself.");
    default:
        return tr("Nothing was charged.");
    }
}

std::optional<TimelineStep> EndingWords::refundStep(const contract::OrderView &order) {
    const bool hasEnded = lifecycle::isOver(order.state) && order.state != OrderState::Completed;
    const bool isOnItsWay =
        order.paymentState == PaymentState::Paid && (order.ending || order.settlement);
    const bool isBack = order.paymentState == PaymentState::Refunded ||
                        order.paymentState == PaymentState::PartlyRefunded;
    const Money amount = refundOf(order);
    if (!(hasEnded || order.settlement) || amount.isZero() || !(isOnItsWay || isBack))
        return std::nullopt;
    TimelineStep step;
    step.state = isOnItsWay ? StepState::Now : StepState::Done;
    step.title = isOnItsWay ? tr("Refund under way") : Words::of(order.paymentState);
    step.detail = moneyText(amount);
    if (order.settlement)
        step.detail += u" · " + order.settlement->words;
    step.icon = Icon::Refund;
    step.tone = Tone::Fresh;
    return step;
}

QString EndingWords::whoCancelled(const contract::OrderView &order) {
    if (!order.ending)
        return tr("The order was cancelled");
    switch (order.ending->by) {
    case Role::Customer:
        return tr("You cancelled the order");
    case Role::Shop:
        return tr("The shop had to cancel the order");
    default:
        return tr("Soban cancelled the order");
    }
}

QString EndingWords::whyEnded(const contract::OrderView &order) {
    const bool isKnown = !order.ending || order.ending->by == Role::Customer ||
                         order.ending->reason == EndReason::NoAnswer;
    return isKnown ? QString() : Words::of(*order.ending);
}

} // namespace soban::customer
