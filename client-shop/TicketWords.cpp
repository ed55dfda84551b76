// SPDX-License-Identifier: GPL-3.0-or-later
#include "client-shop/TicketWords.h"

#include "client-shop/BoardColumn.h"
#include "client-shop/Preparation.h"
#include "ui/Formats.h"
#include "ui/Words.h"

namespace soban::shop_app {

namespace {

using namespace ui;
using std::chrono::milliseconds;
using std::chrono::minutes;

/// From this share of the promise on it is getting late.
constexpr double kWaitingFrom = 0.6;
/// What is ready and not fetched gets cold.
constexpr minutes kReadyWaiting{5};
constexpr minutes kReadyLate{15};
/// A customer waits for the shop's answer.
constexpr minutes kAnswerLate{3};

/// The clock alone for today, otherwise with the day.
QString momentOf(const std::optional<Instant> &moment, const Here &here) {
    return moment ? here.shortMoment(*moment, Look::of(nullptr).language()) : QString();
}

bool goesBack(const contract::TicketView &ticket) {
    if (ticket.settlement)
        return !ticket.settlement->refund.isZero();
    return ticket.ending && !ticket.ending->refund.isZero();
}

int wholeMinutes(milliseconds span) {
    return int(std::chrono::ceil<minutes>(span).count());
}

} // namespace

std::optional<TicketStep> TicketWords::stepOf(const contract::TicketView &ticket, int minutes,
                                              const Here &here) {
    const bool isFlorist = here.kind == ShopKind::Flowers;
    for (const Action action : ticket.allowedActions) {
        switch (action) {
        case Action::Accept:
            return acceptance(ticket, minutes, here);
        case Action::Start:
            if (isForLater(ticket, here.now))
                return TicketStep{action, tr("Start early"), Icon::Clock, ButtonRole::Plain};
            return isFlorist ? TicketStep{action, tr("Prepare"), Icon::Flower, ButtonRole::Soft}
                             : TicketStep{action, tr("Start"), Icon::Pot, ButtonRole::Soft};
        case Action::Finish:
            return TicketStep{action, isFlorist ? tr("Finished") : tr("Ready"), Icon::Bag,
                              ButtonRole::Soft};
        case Action::Collect:
            return TicketStep{action, tr("Hand over"), Icon::Done, ButtonRole::Soft};
        case Action::PickUp:
            return TicketStep{action, tr("Set out"), Icon::Store, ButtonRole::Soft};
        case Action::HandOver:
            return TicketStep{action, tr("Delivered"), Icon::Done, ButtonRole::Plain};
        case Action::TakeOver:
            if (!here.hasOwnDelivery)
                break; // there is nobody who could bring it
            return TicketStep{action, tr("Deliver it myself"), Icon::Store, ButtonRole::Plain};
        default:
            break;
        }
    }
    return std::nullopt;
}

TicketStep TicketWords::acceptance(const contract::TicketView &ticket, int minutes,
                                   const Here &here) {
    TicketStep step{Action::Accept, tr("Accept · %1 min").arg(minutes), Icon::Check,
                    ButtonRole::Primary};
    if (!ticket.wantedAt)
        return step;
    // The customer has named the time, not the shop.
    step.words =
        tr("Accept for %1").arg(here.shortMoment(*ticket.wantedAt, Look::of(nullptr).language()));
    step.brief = tr("Accept");
    return step;
}

Chip TicketWords::ageOf(const contract::TicketView &ticket, const Here &here) {
    const Instant now = here.now;
    const auto chip = [](Icon icon, milliseconds span, const QString &plain, Tone tone) {
        return Chip{icon, stopwatchText(span), plain, tone};
    };
    switch (ticket.state) {
    case OrderState::Placed: {
        const milliseconds age = now - ticket.times.placed.value_or(ticket.times.created);
        return chip(Icon::Ring, age, tr("waiting"), age < kAnswerLate ? Tone::Accent : Tone::Late);
    }
    case OrderState::Accepted:
    case OrderState::Preparing: {
        const auto [begin, due] = Preparation::of(ticket).value_or(Preparation{now, now});
        if (now > due)
            return {Icon::Warning, tr("%1 min late").arg(wholeMinutes(now - due)), {}, Tone::Late};
        const bool isEarly = now - begin < (due - begin) * kWaitingFrom;
        return {Icon::Clock, leftOf(due, here), {}, isEarly ? Tone::Fresh : Tone::Waiting};
    }
    case OrderState::Ready: {
        const milliseconds age = now - ticket.times.ready.value_or(now);
        const bool isOpen = ticket.deliveryState == DeliveryState::Open;
        if (isOpen && ticket.riderSearch && ticket.riderSearch->isInVain)
            return chip(Icon::Warning, age, tr("no rider"), Tone::Late);
        return chip(Icon::Clock, age, isOpen ? tr("finding a rider") : tr("ready"),
                    age < kReadyWaiting ? Tone::Fresh
                    : age < kReadyLate  ? Tone::Waiting
                                        : Tone::Late);
    }
    case OrderState::PickedUp:
        return {ticket.fulfilment == Fulfilment::OwnDelivery ? Icon::Store : Icon::Rider,
                ticket.riderName ? tr("%1 delivers").arg(*ticket.riderName) : tr("On the way"),
                {},
                Tone::Accent};
    default:
        return Words::chipOf(Stage{ticket.state, ticket.deliveryState, ticket.fulfilment});
    }
}

std::optional<Chip> TicketWords::waitingOf(const contract::TicketView &ticket, const Here &here) {
    if (ticket.state != OrderState::Accepted || isForLater(ticket, here.now))
        return std::nullopt;
    return Chip{Icon::Pause, tr("Accepted"), tr("not started"), Tone::Accent};
}

QString TicketWords::leftOf(Instant due, const Here &here) {
    const milliseconds left = due - here.now;
    constexpr std::chrono::hours kDay{24};
    if (left < kDay)
        return tr("%1 left").arg(
            spanText(minutes(wholeMinutes(left)), Look::of(nullptr).language()));
    // As people count them: by the calendar.
    const auto days = here.today().daysTo(here.dayOf(due));
    return days == 1 ? tr("1 day left") : tr("%1 days left").arg(days);
}

QString TicketWords::optionsOf(const OrderLine &line, Language language) {
    QStringList options;
    for (const PricedOption &option : line.options)
        options.append(option.inFull().in(language));
    return options.join(QStringLiteral(" · "));
}

QString TicketWords::whoTakes(const contract::TicketView &ticket) {
    const auto &search = ticket.riderSearch;
    if (search && ticket.deliveryState == DeliveryState::Open)
        return search->isInVain ? tr("Cancel at no cost")
                                : tr("Asking up to %1 away").arg(distanceText(search->meters));
    const bool isFetched = ticket.state == OrderState::Ready && ticket.riderName;
    return isFetched ? tr("%1 is coming").arg(*ticket.riderName) : Words::of(ticket.fulfilment);
}

QString TicketWords::wayOf(const contract::TicketView &ticket) {
    QString way = whoTakes(ticket);
    if (ticket.paymentState == PaymentState::Due)
        way += u" · " + tr("to be paid");
    return way;
}

QString TicketWords::wantedOf(const contract::TicketView &ticket, const Here &here) {
    return ticket.wantedAt ? here.moment(*ticket.wantedAt, Look::of(nullptr).language())
                           : QString();
}

QString TicketWords::beginOf(const contract::TicketView &ticket, const Here &here) {
    if (!isForLater(ticket, here.now))
        return {};
    const Instant begin = Preparation::of(ticket)->begin;
    return tr("begin %1").arg(here.shortMoment(begin, Look::of(nullptr).language()));
}

QString TicketWords::outcomeOf(const contract::TicketView &ticket, const Here &here) {
    switch (ticket.state) {
    case OrderState::PickedUp: {
        const QString when = ticket.expectedAt
                                 ? tr("arrives about %1").arg(momentOf(ticket.expectedAt, here))
                                 : tr("left at %1").arg(momentOf(ticket.times.pickedUp, here));
        const bool isCollected = ticket.fulfilment == Fulfilment::OwnDelivery &&
                                 ticket.paymentState == PaymentState::Due;
        return isCollected ? when + u" · " + tr("to be paid") : when;
    }
    case OrderState::Delivered:
        return tr("delivered %1").arg(momentOf(ticket.times.delivered, here));
    case OrderState::Completed:
        return (ticket.fulfilment == Fulfilment::Collection ? tr("handed over %1") : tr("done %1"))
            .arg(momentOf(ticket.times.completed, here));
    default:
        return ticket.ending ? whyEnded(ticket)
                             : tr("ordered %1").arg(momentOf(ticket.times.created, here));
    }
}

QString TicketWords::numberOf(const contract::TicketView &ticket) {
    return tr("No. %1").arg(ticket.number);
}

QString TicketWords::answerOf(const contract::TicketView &ticket, const Here &here) {
    using namespace std::chrono_literals;
    constexpr auto kCounted = 1h; // what ends tomorrow nobody counts down
    if (ticket.answerBy && *ticket.answerBy - here.now < kCounted)
        return tr("ends in %1").arg(stopwatchText(std::max(*ticket.answerBy - here.now, 0ms)));
    const Instant placed = ticket.times.placed.value_or(ticket.times.created);
    return tr("ordered %1").arg(here.clock(placed));
}

QString TicketWords::whyEnded(const contract::TicketView &ticket) {
    return ticket.ending ? Words::of(*ticket.ending) : QString();
}

QString TicketWords::settled(const contract::TicketView &ticket) {
    if (!ticket.settlement)
        return {};
    return tr("Soban gives %1 back: “%2”")
        .arg(moneyText(ticket.settlement->refund), ticket.settlement->words);
}

std::optional<Party> TicketWords::bearerOf(const contract::TicketView &ticket) {
    if (ticket.settlement)
        return ticket.settlement->fault;
    // Before that nothing has been spent.
    return ticket.ending && ticket.times.started ? std::optional(ticket.ending->fault)
                                                 : std::nullopt;
}

QStringList TicketWords::remarksOf(const contract::TicketView &ticket, const TicketMark *mark) {
    QStringList remarks;
    const bool isNew = mark && mark->isNoteChanged(ticket);
    if (!ticket.note.isEmpty())
        remarks.append(isNew ? tr("New note: %1").arg(ticket.note) : ticket.note);
    else if (isNew)
        remarks.append(tr("Not any more: %1").arg(mark->note));
    if (!ticket.cardText.isEmpty())
        remarks.append(tr("Card: “%1”").arg(ticket.cardText));
    return remarks;
}

QStringList TicketWords::doorOf(const contract::TicketView &ticket, const TicketMark *mark) {
    QStringList lines;
    const bool isBrought = ticket.address && ticket.fulfilment == Fulfilment::OwnDelivery;
    if (ticket.recipient)
        lines.append(
            tr("For %1, %2").arg(ticket.recipient->name, phoneText(ticket.recipient->phone)));
    else if (isBrought && ticket.customerPhone)
        lines.append(tr("For %1, %2").arg(ticket.customerName, phoneText(*ticket.customerPhone)));
    if (isBrought)
        lines.append(mark && mark->isAddressChanged(ticket)
                         ? tr("New address: %1").arg(ticket.address->text)
                         : ticket.address->text);
    return lines;
}

QString TicketWords::paymentOf(const contract::TicketView &ticket) {
    const bool isCounter = ticket.fulfilment == Fulfilment::Collection;
    switch (ticket.paymentState) {
    case PaymentState::Due:
        return isCounter ? tr("To be paid at the counter") : tr("To be paid at the door");
    case PaymentState::Collected:
        return isCounter ? tr("Paid at the counter") : tr("Paid at the door");
    case PaymentState::Paid:
        // What has become of it the card's bank tells the customer.
        if (goesBack(ticket))
            return tr("Goes back to the customer");
        return Words::of(ticket.paymentState);
    default:
        return Words::of(ticket.paymentState);
    }
}

QString TicketWords::markWords(const TicketMark &mark) {
    switch (mark.kind) {
    case TicketMark::Kind::Cancelled:
        return tr("This order is cancelled");
    case TicketMark::Kind::Expired:
        return tr("Nobody answered in time");
    case TicketMark::Kind::NoRider:
        return tr("No rider has taken it");
    case TicketMark::Kind::Changed:
        break;
    }
    return tr("The customer changed it");
}

QString TicketWords::changeOf(const LineChange &line) {
    switch (line.kind) {
    case LineChange::Kind::Kept:
        return {};
    case LineChange::Kind::Added:
        return tr("is new");
    case LineChange::Kind::Removed:
        return tr("was taken off");
    case LineChange::Kind::Recounted:
        return tr("%1 before, now %2").arg(line.quantityBefore).arg(line.line.quantity);
    }
    return {};
}

QString TicketWords::spoken(const contract::TicketView &ticket, const TicketMark *mark,
                            const Here &here) {
    const Language language = Look::of(nullptr).language();
    QStringList parts{tr("No. %1").arg(ticket.number)};
    if (mark)
        parts.append(markWords(*mark));
    if (ticket.wantedAt)
        parts.append(tr("wanted %1").arg(here.momentWithin(*ticket.wantedAt, language)));
    if (isForLater(ticket, here.now)) {
        parts.append(beginOf(ticket, here));
    } else {
        const Chip age = ageOf(ticket, here);
        parts.append(QString(age.strong + u' ' + age.plain).trimmed());
    }
    if (const auto waiting = waitingOf(ticket, here))
        parts.append(waiting->strong + u' ' + waiting->plain);
    for (const LineChange &marked : markedLines(ticket, mark)) {
        const OrderLine &line = marked.line;
        parts.append(QStringLiteral("%1 × %2 %3 %4")
                         .arg(line.quantity)
                         .arg(line.name.in(language), optionsOf(line, language), changeOf(marked))
                         .simplified());
    }
    parts += doorOf(ticket, mark) + remarksOf(ticket, mark);
    parts += {wayOf(ticket), moneyText(ticket.total)};
    if (laneOf(ticket.state) == Lane::Ready && ticket.fulfilment == Fulfilment::PlatformRider)
        parts.append(tr("pick-up code %1").arg(ticket.pickUpCode));
    if (laneOf(ticket.state) == Lane::Out)
        parts.append(outcomeOf(ticket, here));
    return parts.join(QStringLiteral(", "));
}

QString TicketWords::doneWords(int number, Action action, ShopKind kind) {
    if (action == Action::PickUp)
        return tr("No. %1 is on the way").arg(number);
    if (action != Action::Start)
        return tr("No. %1 is ready").arg(number);
    return (kind == ShopKind::Flowers ? tr("Preparing no. %1 now") : tr("No. %1 is being prepared"))
        .arg(number);
}

} // namespace soban::shop_app
