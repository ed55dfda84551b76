// SPDX-License-Identifier: GPL-3.0-or-later
#include "client-customer/OrderSteps.h"

#include "ui/Formats.h"
#include "ui/Words.h"

namespace soban::customer {

namespace {

using namespace ui;

Stage stageOf(const contract::OrderView &order) {
    return {order.state, order.deliveryState, order.fulfilment};
}

} // namespace

QList<TimelineStep> OrderSteps::timeline(const contract::OrderView &order, const QTimeZone &zone) {
    QList<TimelineStep> steps;
    bool isNowGiven = false;
    const bool isOver = lifecycle::isOver(order.state);
    const auto add = [&](const QString &title, const QString &detail,
                         const std::optional<Instant> &at, const QString &expected = {}) {
        TimelineStep step;
        step.title = title;
        step.detail = detail;
        if (at) {
            step.state = StepState::Done;
            step.time = clockText(*at, zone);
        } else if (!isNowGiven && !isOver) {
            isNowGiven = true;
            step.state = StepState::Now;
            step.time = expected;
        }
        // What never came about is not a step of an order that is over.
        if (at || !isOver)
            steps.append(step);
    };
    const OrderTimes &times = order.times;
    const bool isByCard = order.paymentMethod == PaymentMethod::Card;
    const bool isCollected = order.fulfilment == Fulfilment::Collection;
    add(isByCard ? tr("Paid") : tr("Ordered"), moneyText(order.total), times.placed);
    add(tr("Shop accepts"), {}, times.accepted);
    add(tr("Preparation"), {}, times.started);
    add(isCollected ? tr("Ready to collect") : tr("Ready"), {}, times.ready);
    if (!isCollected) {
        const QString who = !order.riderName ? QString()
                            : times.pickedUp ? tr("%1 has left the shop").arg(*order.riderName)
                                             : tr("%1 is coming to the shop").arg(*order.riderName);
        add(tr("Picked up"), who, times.pickedUp);
    }
    const QString expected =
        order.expectedAt ? tr("about %1").arg(clockText(*order.expectedAt, zone)) : QString();
    add(isCollected ? tr("Collected") : tr("Arrives"), {}, times.delivered, expected);
    add(tr("You confirm"), tr("After you have it"), times.completed);
    if (isOver && order.state != OrderState::Completed) {
        TimelineStep end;
        end.state = StepState::Failed;
        end.title = Words::of(stageOf(order));
        steps.append(end);
    }
    return steps;
}

QString OrderSteps::headline(const contract::OrderView &order, const QTimeZone &zone) {
    switch (order.state) {
    case OrderState::PaymentPending:
        return order.paymentState == PaymentState::Declined ? tr("The card was declined")
                                                            : tr("Payment is being checked");
    case OrderState::Placed:
        return tr("Waiting for the shop");
    case OrderState::Delivered:
        return order.shopKind == ShopKind::Flowers ? tr("Safely there") : tr("Enjoy!");
    case OrderState::Completed:
        return tr("All done");
    case OrderState::Accepted:
    case OrderState::Preparing:
    case OrderState::Ready:
    case OrderState::PickedUp:
        if (!order.expectedAt)
            return Words::of(stageOf(order));
        return (order.fulfilment == Fulfilment::Collection ? tr("Ready about %1")
                                                           : tr("Arrives about %1"))
            .arg(clockText(*order.expectedAt, zone));
    default:
        return Words::of(stageOf(order));
    }
}

QString OrderSteps::subline(const contract::OrderView &order, const QTimeZone &zone) {
    if (lifecycle::isOver(order.state))
        return order.paymentState == PaymentState::Refunded ? tr("Your money is on its way back.")
                                                            : QString();
    if (order.state == OrderState::Delivered)
        return tr("Confirm that you have it, and tell others how it was.");
    if (order.latestAt)
        return tr("by %1 at the latest").arg(clockText(*order.latestAt, zone));
    if (order.state == OrderState::Placed)
        return tr("They usually answer within a few minutes.");
    return {};
}

ReceiptContent OrderSteps::receipt(const contract::OrderView &order,
                                   const QList<contract::PaymentView> &payments,
                                   const QTimeZone &zone, Language language) {
    ReceiptContent content;
    content.heading = order.shopName.in(language);
    content.subheading = tr("No. %1").arg(order.number);
    for (const OrderLine &line : order.lines) {
        QStringList options;
        for (const PricedOption &option : line.options)
            options.append(option.name.in(language));
        content.lines.append({line.name.in(language), line.quantity,
                              options.join(QStringLiteral(" · ")), moneyText(line.total)});
    }
    if (order.fulfilment != Fulfilment::Collection)
        content.sums.append({tr("Delivery"), moneyText(order.deliveryFee)});
    content.total = {tr("Total"), moneyText(order.total)};
    for (const contract::PaymentView &payment : payments) {
        if (!payment.refunded.isZero())
            content.afterwards.append(
                {tr("Refunded"), u'−' + moneyText(payment.refunded), Tone::Fresh});
        const Instant at = payment.settledAt.value_or(payment.requestedAt);
        content.notes.append(
            {QStringList{Words::of(payment.method), Words::of(payment.state), clockText(at, zone)}
                 .join(QStringLiteral(" · "))});
        if (payment.declineReason)
            content.notes.append({*payment.declineReason, Tone::Danger, Icon::Warning});
    }
    return content;
}

QString OrderSteps::whyNothing(const contract::OrderView &order) {
    if (lifecycle::isOver(order.state) || order.state == OrderState::Delivered)
        return {};
    if (order.times.started)
        return tr(
            "The shop has begun, so nothing can be changed. You can confirm once you have it.");
    return tr("You can confirm once you have it.");
}

} // namespace soban::customer
