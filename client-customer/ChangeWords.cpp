// SPDX-License-Identifier: GPL-3.0-or-later
#include "client-customer/ChangeWords.h"

#include "client-customer/CardWords.h"
#include "ui/Formats.h"

namespace soban::customer {

using namespace ui;

namespace {

Money between(const Money &one, const Money &other) {
    return (one > other ? one.minus(other) : other.minus(one))
        .value_or(Money::zero(one.currency()));
}

} // namespace

QString ChangeWords::difference(const Money &before, const Money &now) {
    if (before == now)
        return tr("It costs as much as before.");
    const QString much = moneyText(between(before, now));
    return now > before ? tr("%1 more than before.").arg(much)
                        : tr("%1 less than before.").arg(much);
}

ChangeWords::Charge ChangeWords::chargeOf(const contract::OrderView &order, const Money &total,
                                          Language language) {
    if (total == order.total)
        return {tr("It costs as much as before"), tr("Nothing is charged.")};
    const QString much = moneyText(between(order.total, total));
    const bool isDearer = total > order.total;
    const QString what = isDearer ? tr("%1 more").arg(much) : tr("%1 less").arg(much);
    if (order.paymentMethod == PaymentMethod::OnDelivery)
        return {what, (order.fulfilment == Fulfilment::Collection
                           ? tr("You pay %1 at the shop in place of %2.")
                           : tr("You pay %1 at the door in place of %2."))
                          .arg(moneyText(total), moneyText(order.total))};
    if (!isDearer)
        return {
            what,
            tr("%1 goes back to the card that paid. Its bank may take up to 3 days.").arg(much)};
    const QString card = order.payingCard ? cardName(order.payingCard->brand, language) + u' ' +
                                                cardNumber(order.payingCard->maskedNumber)
                                          : QString();
    const QString begun = tr("If the shop begins before that is through, the order stays as it was "
                             "and the money goes back.");
    return {what, (card.isEmpty() ? tr("Your card is charged %1 now, once.").arg(much)
                                  : tr("%1 is charged %2 now, once.").arg(card, much)) +
                      u' ' + begun};
}

QString ChangeWords::lineOf(const LineChange &change, Language language) {
    QStringList name{change.line.name.in(language)};
    for (const PricedOption &option : change.line.options)
        name.append(option.inFull().in(language));
    const QString dish = name.join(QStringLiteral(" · "));
    switch (change.kind) {
    case LineChange::Kind::Kept:
        return {};
    case LineChange::Kind::Added:
        return tr("New: %1 × %2").arg(change.line.quantity).arg(dish);
    case LineChange::Kind::Recounted:
        return tr("%1: %2 in place of %3")
            .arg(dish)
            .arg(change.line.quantity)
            .arg(change.quantityBefore);
    case LineChange::Kind::Removed:
        return tr("Not any more: %1 × %2").arg(change.line.quantity).arg(dish);
    }
    return {};
}

ChangeWords::Charge ChangeWords::waiting(const contract::OrderView &order) {
    const Money more = between(order.total, order.pendingChange->wanted.total);
    return {tr("Your change is being paid for"),
            tr("%1 more. It is made as soon as your card's bank has answered; until then the order "
               "stays as it was.")
                .arg(moneyText(more))};
}

} // namespace soban::customer
