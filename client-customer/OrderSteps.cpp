// SPDX-License-Identifier: GPL-3.0-or-later
#include "client-customer/OrderSteps.h"

#include "client-customer/CardWords.h"
#include "client-customer/ChangeWords.h"
#include "client-customer/EndingWords.h"
#include "client-customer/ShopHours.h"
#include "ui/Formats.h"
#include "ui/Words.h"

namespace soban::customer {

namespace {

using namespace ui;

constexpr auto kCounted = std::chrono::hours(3);
/// From then on a shop has not answered within a few minutes.
constexpr auto kUsualAnswer = std::chrono::minutes(5);
/// From here on the rider tells more than the time that was reckoned with at the shop.
constexpr int kNearMeters = 400;
constexpr int kThereMeters = 20;

Stage stageOf(const contract::OrderView &order) {
    return {order.state, order.deliveryState, order.fulfilment};
}

/// Ready, and nothing more to wait for.
bool isAtCounter(const contract::OrderView &order) {
    return order.fulfilment == Fulfilment::Collection && order.state == OrderState::Ready;
}

/// Whether it is about to be at the door.
bool isNear(const contract::OrderView &order, const std::optional<int> &metersLeft) {
    return order.state == OrderState::PickedUp && metersLeft && *metersLeft <= kNearMeters;
}

bool isAtDoor(const contract::OrderView &order, const std::optional<int> &metersLeft) {
    return isNear(order, metersLeft) && *metersLeft < kThereMeters;
}

/// It is being prepared or stands ready, long before the time for which it is wanted.
bool isAheadOfTime(const contract::OrderView &order, Instant now) {
    return order.wantedAt && order.expectedAt && *order.expectedAt > now + kCounted &&
           (order.state == OrderState::Preparing || order.state == OrderState::Ready);
}

/// The same in every language, and for as long as paper lasts; never in two lines.
QString momentOnPaper(Instant at, const QTimeZone &zone) {
    return at.toUtc().toTimeZone(zone).toString(QStringLiteral("yyyy-MM-dd\u00a0HH:mm"));
}

} // namespace

bool isDeclined(const contract::OrderView &order) {
    return order.state == OrderState::PaymentPending &&
           order.paymentState == PaymentState::Declined;
}

QTimeZone zoneOf(const contract::OrderView &order) {
    const QTimeZone zone(order.timeZone.toLatin1());
    return zone.isValid() ? zone : QTimeZone::systemTimeZone();
}

QString OrderSteps::name(const LocalizedText &shop, int number, Language language) {
    return tr("%1 no. %2").arg(shop.in(language), QString::number(number));
}

QList<TimelineStep> OrderSteps::timeline(const contract::OrderView &order, Instant now,
                                         Language language, std::optional<int> metersLeft) {
    QList<TimelineStep> steps;
    const QTimeZone zone = zoneOf(order);
    Instant told = now; // a day is told where it is another one than that above
    bool isNowGiven = false;
    const bool isOver = lifecycle::isOver(order.state);
    const auto add = [&](const QString &title, const QString &detail,
                         const std::optional<Instant> &at, const QString &expected = {}) {
        TimelineStep step;
        step.title = title;
        step.detail = detail;
        if (at) {
            step.state = StepState::Done;
            step.time = timeTextAfter(told, *at, now, zone, language);
            told = *at;
        } else if (!isOver) {
            step.state = isNowGiven ? StepState::ToCome : StepState::Now;
            isNowGiven = true;
            step.time = expected;
        }
        // What never came about is not a step of an order that is over.
        if (at || !isOver)
            steps.append(step);
    };
    // What is under way has not been reached: it is not named as if it had.
    const auto isUnderWay = [&](const std::optional<Instant> &at) {
        return !at && !isOver && !isNowGiven;
    };
    const OrderTimes &times = order.times;
    const bool isByCard = order.paymentMethod == PaymentMethod::Card;
    const bool isCollected = order.fulfilment == Fulfilment::Collection;
    const QString expected = arrival(order, now, language, metersLeft);
    add(isUnderWay(times.placed) ? tr("Payment")
        : isByCard               ? tr("Paid")
                                 : tr("Ordered"),
        paidWith(order, language), times.placed);
    add(times.accepted ? tr("Shop accepted") : tr("Shop accepts"), promised(order), times.accepted);
    const bool isNext = order.state == OrderState::Accepted && !order.wantedAt;
    add(times.started ? tr("Preparation started") : tr("Preparation"), {}, times.started,
        isNext ? tr("soon") : QString());
    add(isUnderWay(times.ready) ? tr("Getting ready")
        : isCollected           ? tr("Ready to collect")
                                : tr("Ready"),
        {}, times.ready, isCollected ? expected : QString());
    const std::optional<Instant> handedOver = handedOverAt(order);
    if (!isCollected) {
        // Where the rider is going the step itself says.
        const QString who = !order.riderName ? QString()
                            : times.pickedUp ? tr("%1 has left the shop").arg(*order.riderName)
                                             : *order.riderName;
        add(isUnderWay(times.pickedUp) ? pickup(order) : tr("Picked up"), who, times.pickedUp);
    }
    if (isCollected) {
        add(handedOver ? tr("Collected") : tr("You collect it"), {}, handedOver);
    } else {
        add(handedOver ? tr("Delivered") : tr("Arrives"),
            metersLeft && !handedOver ? toGo(*metersLeft) : QString(), handedOver, expected);
        add(times.completed ? tr("Completed") : tr("You confirm"),
            handedOver ? byItself(order, now, language) : afterWhom(order), times.completed);
    }
    if (isOver && order.state != OrderState::Completed) {
        TimelineStep end;
        end.state = StepState::Failed;
        end.title = Words::of(stageOf(order));
        if (order.times.ended)
            end.time = timeTextAfter(told, *order.times.ended, now, zone, language);
        steps.append(end);
    }
    if (const auto back = EndingWords::refundStep(order))
        steps.append(*back);
    return steps;
}

QString OrderSteps::pickup(const contract::OrderView &order) {
    if (order.fulfilment == Fulfilment::OwnDelivery)
        return tr("The shop sets out");
    return order.riderName ? tr("On the way to the shop") : tr("Waiting for a rider");
}

QString OrderSteps::arrival(const contract::OrderView &order, Instant now, Language language,
                            const std::optional<int> &metersLeft) {
    if (isAtDoor(order, metersLeft))
        return tr("now");
    if (isNear(order, metersLeft))
        return tr("in a few minutes");
    return order.expectedAt
               ? tr("about %1").arg(timeText(*order.expectedAt, now, zoneOf(order), language))
               : QString();
}

QString OrderSteps::toGo(int meters) {
    return meters < kThereMeters ? tr("at the door") : tr("%1 to go").arg(distanceText(meters));
}

QString OrderSteps::paidWith(const contract::OrderView &order, Language language) {
    const QString total = moneyText(order.total);
    return order.payingCard ? cardName(order.payingCard->brand, language) + u' ' + total : total;
}

QString OrderSteps::promised(const contract::OrderView &order) {
    return order.preparationMinutes ? tr("%1 min to prepare").arg(*order.preparationMinutes)
                                    : QString();
}

QString OrderSteps::byItself(const contract::OrderView &order, Instant now, Language language) {
    return order.completesAt ? tr("Completes by itself at %1")
                                   .arg(timeText(*order.completesAt, now, zoneOf(order), language))
                             : QString();
}

QString OrderSteps::afterWhom(const contract::OrderView &order) {
    return order.recipient ? tr("After %1 has it").arg(order.recipient->name)
                           : tr("After you have it");
}

QString OrderSteps::confirmation(const contract::OrderView &order) {
    if (order.state == OrderState::Delivered)
        return order.recipient ? tr("It has arrived · confirm") : tr("I have it · confirm");
    return order.recipient ? tr("It has arrived") : tr("I have it");
}

std::optional<OrderNotice> OrderSteps::notice(const contract::OrderView &order) {
    const QString why = EndingWords::whyEnded(order);
    const QString money = EndingWords::moneyAfter(order);
    if (order.pendingChange) {
        const auto [what, how] = ChangeWords::waiting(order);
        return OrderNotice{Tone::Waiting, Icon::Edit, what, how};
    }
    const QString both = why.isEmpty() ? money : tr("“%1”").arg(why) + u'\n' + money;
    switch (order.state) {
    case OrderState::PaymentPending:
        if (isDeclined(order))
            return OrderNotice{Tone::Danger, Icon::Card, tr("The card was declined"),
                               tr("Nothing was charged.")};
        return OrderNotice{Tone::Waiting, Icon::Card, tr("The payment is being checked"),
                           tr("You need not pay again.")};
    case OrderState::PaymentFailed:
        return OrderNotice{Tone::Danger, Icon::Card, tr("The payment failed"),
                           tr("Nothing was charged.")};
    case OrderState::Refused:
        return OrderNotice{Tone::Danger, Icon::Cancel, tr("The shop declined the order"), both};
    case OrderState::Expired:
        return OrderNotice{Tone::Late, Icon::Clock, tr("The shop did not answer"), both};
    case OrderState::Cancelled:
        return OrderNotice{Tone::Done, Icon::Cancel, EndingWords::whoCancelled(order), both};
    case OrderState::Returned:
        return OrderNotice{Tone::Late, Icon::Refund, tr("It was returned to the shop"), both};
    default:
        return std::nullopt;
    }
}

QString OrderSteps::aside(const contract::OrderView &order, Instant now, Language language,
                          std::optional<int> metersLeft) {
    if (isAtDoor(order, metersLeft))
        return {}; // the headline says it
    if (isNear(order, metersLeft))
        return toGo(*metersLeft);
    switch (order.state) {
    case OrderState::Accepted:
        return order.wantedAt ? QString() : tr("Preparation begins soon");
    case OrderState::Preparing:
    case OrderState::Ready:
    case OrderState::PickedUp:
        if (isAtCounter(order))
            return {};
        // What is long to come has its day in the headline; nobody counts its hours.
        if (order.expectedAt && *order.expectedAt > now + kCounted)
            return {};
        if (order.expectedAt && *order.expectedAt > now)
            return tr("%1 left").arg(spanText(*order.expectedAt - now, language));
        return order.expectedAt ? tr("any minute now") : QString();
    default:
        return {};
    }
}

QString OrderSteps::wanted(const contract::OrderView &order, Instant now, Language language) {
    if (!order.wantedAt)
        return {};
    return (waitsForItsTime(order) ? tr("Scheduled for %1") : tr("Was scheduled for %1"))
        .arg(wantedText(*order.wantedAt, now, zoneOf(order), language));
}

bool OrderSteps::waitsForItsTime(const contract::OrderView &order) {
    return order.wantedAt && !order.times.pickedUp && !lifecycle::isOver(order.state);
}

QString OrderSteps::headline(const contract::OrderView &order, Instant now, Language language,
                             std::optional<int> metersLeft) {
    if (isAtDoor(order, metersLeft))
        return tr("Your order is at the door");
    if (isNear(order, metersLeft))
        return tr("Arrives in a few minutes");
    // What is done already comes before the day, which the line below tells.
    if (isAheadOfTime(order, now))
        return Words::of(stageOf(order));
    switch (order.state) {
    case OrderState::PaymentPending:
        return isDeclined(order) ? tr("The card was declined") : tr("Payment is being checked");
    case OrderState::Placed:
        return tr("Waiting for the shop");
    case OrderState::Delivered:
        return order.shopKind == ShopKind::Flowers || order.recipient ? tr("Delivered safely")
                                                                      : tr("Enjoy!");
    case OrderState::Ready:
        if (isAtCounter(order))
            return Words::of(stageOf(order));
        return order.expectedAt ? expected(order, now, language) : Words::of(stageOf(order));
    case OrderState::Completed:
        return tr("All done");
    case OrderState::Accepted:
    case OrderState::Preparing:
    case OrderState::PickedUp:
        return order.expectedAt ? expected(order, now, language) : Words::of(stageOf(order));
    default:
        return Words::of(stageOf(order));
    }
}

QString OrderSteps::expected(const contract::OrderView &order, Instant now, Language language) {
    const QTimeZone zone = zoneOf(order);
    const bool isCollected = order.fulfilment == Fulfilment::Collection;
    const QString clock = clockText(*order.expectedAt, zone);
    const QString day = otherDayText(*order.expectedAt, now, zone, language);
    if (day.isEmpty())
        return (isCollected ? tr("Ready about %1") : tr("Arrives about %1")).arg(clock);
    return (isCollected ? tr("Ready %1, about %2") : tr("Arrives %1, about %2")).arg(day, clock);
}

QString OrderSteps::subline(const contract::OrderView &order, Instant now, Language language,
                            std::optional<int> metersLeft) {
    const QTimeZone zone = zoneOf(order);
    if (const auto delivered = handedOverAt(order)) {
        const bool isCollected = order.fulfilment == Fulfilment::Collection;
        const QString clock = clockText(*delivered, zone);
        const QString day = otherDayText(*delivered, now, zone, language);
        if (day.isEmpty())
            return (isCollected ? tr("Collected at %1") : tr("Delivered at %1")).arg(clock);
        return (isCollected ? tr("Collected %1 at %2") : tr("Delivered %1 at %2")).arg(day, clock);
    }
    if (lifecycle::isOver(order.state) || isAtCounter(order))
        return {};
    if (isAtDoor(order, metersLeft))
        return tr("Have your code at hand.");
    if (order.latestAt) {
        // Its day only where the line above does not say it.
        const QString time =
            timeTextAfter(order.expectedAt.value_or(now), *order.latestAt, now, zone, language);
        return tr("by %1 at the latest").arg(time);
    }
    if (isDeclined(order) && order.answerBy)
        return tr("Pay by %1, or the order ends.")
            .arg(timeText(*order.answerBy, now, zone, language));
    if (order.state == OrderState::Placed) {
        // One that is for later has time.
        const Instant since = order.times.placed.value_or(order.times.created);
        if (!order.wantedAt && now - since >= kUsualAnswer)
            return tr("This takes longer than usual. You can call the shop.");
        return order.answerBy
                   ? tr("If the shop has not answered by %1, the order ends and costs nothing.")
                         .arg(timeText(*order.answerBy, now, zone, language))
                   : tr("Shops usually answer within a few minutes.");
    }
    return {};
}

ReceiptContent OrderSteps::receipt(const contract::OrderView &order,
                                   const QList<contract::PaymentView> &payments,
                                   Language language) {
    ReceiptContent content;
    const QTimeZone zone = zoneOf(order);
    for (const OrderLine &line : order.lines) {
        QStringList options;
        for (const PricedOption &option : line.options)
            options.append(option.inFull().in(language));
        content.lines.append({line.name.in(language), line.quantity,
                              options.join(QStringLiteral(" · ")), moneyText(line.total)});
    }
    if (order.fulfilment != Fulfilment::Collection)
        content.sums.append({tr("Delivery fee"), moneyText(order.deliveryFee)});
    content.total = {tr("Total"), moneyText(order.total)};
    if (order.wantedAt)
        content.notes.append({tr("Scheduled for %1").arg(momentOnPaper(*order.wantedAt, zone))});
    for (const contract::PaymentView &payment : payments) {
        if (payment.state == PaymentState::Unknown || payment.state == PaymentState::Pending)
            content.notes.append({onceItIsKnown(order), Tone::Waiting, Icon::Info});
        // One of several, or what was paid before a change.
        const bool isOther = payment.amount != order.total;
        if (!payment.refunded.isZero()) {
            // What goes back goes back of what was paid, and not of the total above it.
            if (isOther)
                content.afterwards.append({tr("Paid"), moneyText(payment.amount)});
            content.afterwards.append(
                {order.ending || order.settlement ? tr("Refunded") : tr("Refunded after a change"),
                 u'−' + moneyText(payment.refunded), Tone::Fresh});
        }
        // It was paid at that time; what went back since stands above.
        QStringList parts{
            words(payment.refunded.isZero() ? payment.state : PaymentState::Paid, order.fulfilment),
            momentOnPaper(payment.settledAt.value_or(payment.requestedAt), zone)};
        // On delivery the state says both: "paid on delivery".
        // The order knows the card of its latest payment.
        const bool isLatest = payment.id == payments.last().id;
        if (payment.method == PaymentMethod::Card)
            parts.prepend(order.payingCard && isLatest
                              ? cardName(order.payingCard->brand, language) + u' ' +
                                    cardNumber(order.payingCard->maskedNumber)
                              : Words::of(payment.method));
        if (isOther && payment.refunded.isZero())
            parts.append(moneyText(payment.amount));
        // No line begins with the dot.
        content.notes.append({parts.join(QStringLiteral("\u00a0· "))});
        if (payment.declineReason)
            content.notes.append({*payment.declineReason, Tone::Danger, Icon::Warning});
    }
    return content;
}

ReceiptContent OrderSteps::paper(const contract::OrderView &order,
                                 const QList<contract::PaymentView> &payments, Language language) {
    ReceiptContent content = receipt(order, payments, language);
    content.heading = order.shopName.in(language);
    content.subheading =
        tr("No. %1").arg(order.number) + u" · " + momentOnPaper(order.times.created, zoneOf(order));
    if (order.fulfilment != Fulfilment::Collection)
        content.notes.prepend({tr("To: %1").arg(order.address.text)});
    return content;
}

QString OrderSteps::fileName(const contract::OrderView &order, Language language) {
    QString shop = order.shopName.in(language).simplified();
    for (QChar &sign : shop) {
        if (!sign.isLetterOrNumber())
            sign = u'-'; // nothing that a file system minds
    }
    return QStringLiteral("soban-%1-%2.pdf").arg(shop).arg(order.number);
}

QString OrderSteps::onceItIsKnown(const contract::OrderView &order) {
    if (order.pendingChange)
        return tr("The card's bank has not answered yet. If it was paid, the change is made; if "
                  "not, nothing is charged.");
    if (order.state == OrderState::PaymentPending)
        return tr("The card's bank has not answered yet. If it was paid, your order goes on; if "
                  "not, nothing is charged.");
    return tr("The card's bank has not answered yet. If it was paid, all of it goes back by "
              "itself.");
}

QString OrderSteps::words(PaymentState state, Fulfilment how) {
    if (how == Fulfilment::Collection && state == PaymentState::Due)
        return tr("Due at the shop");
    if (how == Fulfilment::Collection && state == PaymentState::Collected)
        return tr("Paid at the shop");
    return Words::of(state);
}

std::optional<Instant> OrderSteps::handedOverAt(const contract::OrderView &order) {
    // Over the counter it is completed at once.
    return order.fulfilment == Fulfilment::Collection ? order.times.completed
                                                      : order.times.delivered;
}

Chip OrderSteps::chip(const contract::OrderView &order) {
    if (order.state == OrderState::Delivered)
        return {Icon::Door, tr("Delivered · please confirm"), {}, Tone::Waiting};
    if (isDeclined(order))
        return {Icon::Card, tr("Not paid yet"), {}, Tone::Danger};
    // Nobody is to think that it waits for them.
    if (order.state == OrderState::PaymentPending)
        return {Icon::Card, Words::of(PaymentState::Unknown), {}, Tone::Waiting};
    return Words::chipOf(stageOf(order));
}

QString OrderSteps::advice(const contract::OrderView &order, Instant now, Language language) {
    // What came back was paid for: there may be a word to say about it.
    const bool mayCall = !lifecycle::isOver(order.state) || order.state == OrderState::Returned;
    const QString call =
        mayCall && !order.shopPhone.isEmpty()
            ? tr("If something comes up, call the shop: %1.").arg(phoneText(order.shopPhone))
            : QString();
    if (lifecycle::isOver(order.state))
        return call;
    if (isDeclined(order))
        return tr("The shop hears of your order once it is paid for.");
    if (order.state == OrderState::PaymentPending)
        return tr("We ask the card's bank until it answers. You are never charged twice.");
    QStringList sentences;
    const bool canCancel = order.allowedActions.contains(Action::Cancel);
    if (canCancel)
        sentences.append(order.allowedActions.contains(Action::Change)
                             ? tr("You can change or cancel it until the preparation begins.")
                             : tr("You can cancel until the preparation begins."));
    if (!call.isEmpty())
        sentences.append(call);
    if (canCancel)
        return sentences.join(u' ');
    if (order.state == OrderState::Delivered)
        sentences.append(
            order.completesAt
                ? tr("If you do not confirm, the order completes by itself at %1.")
                      .arg(timeText(*order.completesAt, now, zoneOf(order), language))
                : tr("If you do not confirm, the order completes by itself after a while."));
    else
        sentences.append(order.fulfilment == Fulfilment::Collection
                             ? tr("Tell the code at the counter, and the order is yours.")
                         : order.recipient
                             ? tr("You can confirm once %1 has it.").arg(order.recipient->name)
                             : tr("You can confirm once you have it."));
    return sentences.join(u' ');
}

} // namespace soban::customer
