// SPDX-License-Identifier: GPL-3.0-or-later
#include "client-customer/OrderSteps.h"

#include "client-customer/ShopHours.h"
#include "ui/Formats.h"
#include "ui/Words.h"

namespace soban::customer {

namespace {

using namespace ui;

Stage stageOf(const contract::OrderView &order) {
    return {order.state, order.deliveryState, order.fulfilment};
}

/// The same in every language, and for as long as paper lasts.
QString momentOnPaper(Instant at, const QTimeZone &zone) {
    return at.toUtc().toTimeZone(zone).toString(QStringLiteral("yyyy-MM-dd HH:mm"));
}

} // namespace

QList<TimelineStep> OrderSteps::timeline(const contract::OrderView &order, const QTimeZone &zone,
                                         std::optional<int> metersLeft) {
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
    add(isCollected ? tr("Collected") : tr("Arrives"),
        metersLeft && !times.delivered ? tr("%1 to go").arg(distanceText(*metersLeft)) : QString(),
        times.delivered, expected);
    add(tr("You confirm"), tr("After you have it"), times.completed);
    if (isOver && order.state != OrderState::Completed) {
        TimelineStep end;
        end.state = StepState::Failed;
        end.title = Words::of(stageOf(order));
        steps.append(end);
        if (order.paymentState == PaymentState::Refunded) {
            TimelineStep back;
            back.state = StepState::Done;
            back.title = Words::of(order.paymentState);
            back.icon = Icon::Refund;
            back.tone = Tone::Fresh;
            steps.append(back);
        }
    }
    return steps;
}

std::optional<OrderNotice> OrderSteps::notice(const contract::OrderView &order) {
    const QString back =
        order.paymentState == PaymentState::Refunded ? tr("All your money has gone back.")
        : order.paymentMethod == PaymentMethod::Card ? tr("Your money goes back by itself.")
                                                     : tr("There is nothing to pay.");
    switch (order.state) {
    case OrderState::PaymentPending:
        if (order.paymentState == PaymentState::Declined)
            return OrderNotice{Tone::Danger, Icon::Card, tr("The card was declined"),
                               tr("Nothing was charged.")};
        return OrderNotice{Tone::Waiting, Icon::Card, tr("The payment is being checked"),
                           tr("You need not pay again.")};
    case OrderState::PaymentFailed:
        return OrderNotice{Tone::Danger, Icon::Card, tr("It was not paid"),
                           tr("Nothing was charged.")};
    case OrderState::Refused:
        return OrderNotice{Tone::Danger, Icon::Cancel, tr("The shop could not take it"), back};
    case OrderState::Expired:
        return OrderNotice{Tone::Late, Icon::Clock, tr("The shop did not answer"), back};
    case OrderState::Cancelled:
        return OrderNotice{Tone::Done, Icon::Cancel, tr("The order was cancelled"), back};
    case OrderState::Returned:
        return OrderNotice{Tone::Late, Icon::Refund, tr("It went back to the shop"), back};
    default:
        return std::nullopt;
    }
}

QString OrderSteps::aside(const contract::OrderView &order, Instant now, Language language) {
    switch (order.state) {
    case OrderState::Accepted:
        return order.wantedAt ? QString() : tr("Preparation begins soon");
    case OrderState::Preparing:
    case OrderState::Ready:
    case OrderState::PickedUp:
        if (order.expectedAt && *order.expectedAt > now)
            return tr("%1 left").arg(spanText(*order.expectedAt - now, language));
        return order.expectedAt ? tr("any moment now") : QString();
    default:
        return {};
    }
}

QString OrderSteps::wanted(const contract::OrderView &order, Instant now, const QTimeZone &zone,
                           Language language) {
    return order.wantedAt ? tr("Wanted: %1").arg(wantedText(*order.wantedAt, now, zone, language))
                          : QString();
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
    if (order.times.delivered)
        return (order.fulfilment == Fulfilment::Collection ? tr("Collected at %1")
                                                           : tr("It came at %1"))
            .arg(clockText(*order.times.delivered, zone));
    if (lifecycle::isOver(order.state))
        return {};
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
    if (order.wantedAt)
        content.notes.append({tr("Wanted: %1").arg(momentOnPaper(*order.wantedAt, zone))});
    for (const contract::PaymentView &payment : payments) {
        if (payment.state == PaymentState::Unknown || payment.state == PaymentState::Pending)
            content.notes.append({tr("The card's bank has not answered yet. If it was paid, your "
                                     "order goes on; if not, nothing is charged."),
                                  Tone::Waiting, Icon::Info});
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

ReceiptContent OrderSteps::paper(const contract::OrderView &order,
                                 const QList<contract::PaymentView> &payments,
                                 const QTimeZone &zone, Language language) {
    ReceiptContent content = receipt(order, payments, zone, language);
    content.heading = order.shopName.in(language);
    content.subheading =
        tr("No. %1").arg(order.number) + u" · " + momentOnPaper(order.times.created, zone);
    if (order.fulfilment != Fulfilment::Collection)
        content.notes.prepend({tr("To: %1").arg(order.address.text)});
    return content;
}

QString OrderSteps::whyNothing(const contract::OrderView &order) {
    if (lifecycle::isOver(order.state))
        return {};
    if (order.state == OrderState::Delivered)
        return tr("Without your word it completes by itself after a while.");
    if (order.state == OrderState::PaymentPending)
        return tr("We ask the card's bank until it answers. You are never charged twice.");
    if (order.times.started)
        return tr(
            "The shop has begun, so nothing can be changed. You can confirm once you have it.");
    return tr("You can confirm once you have it.");
}

} // namespace soban::customer
