// SPDX-License-Identifier: GPL-3.0-or-later
#include "client-shop/EndingDesk.h"

#include "desk/EndSheet.h"
#include "ui/Formats.h"

#include <QWidget>

namespace soban::shop_app {

namespace {

using namespace ui;

/// The one reason that speaks for itself.
std::optional<EndReason> likeliest(const contract::TicketView &ticket, Action action) {
    const bool isOffered =
        ticket.state == OrderState::Ready && ticket.deliveryState == DeliveryState::Open;
    return action == Action::Cancel && isOffered ? std::optional(EndReason::NoRider) : std::nullopt;
}

/// Nobody drives to a customer who comes to the counter.
bool fits(EndReason reason, const contract::TicketView &ticket) {
    if (reason == EndReason::NoRider)
        return ticket.fulfilment == Fulfilment::PlatformRider;
    return reason != EndReason::OutOfReach || ticket.fulfilment != Fulfilment::Collection;
}

} // namespace

EndingDesk::EndingDesk(const TicketBook &book, StepDesk &steps, QWidget *owner)
    : QObject(owner), m_book(book), m_steps(steps), m_owner(owner) {}

std::optional<Action> EndingDesk::wayToEnd(const contract::TicketView &ticket) {
    for (const Action action : {Action::Refuse, Action::Cancel, Action::ReturnGoods}) {
        // What a rider has, the rider brings back.
        const bool isOthers =
            action == Action::ReturnGoods && ticket.fulfilment == Fulfilment::PlatformRider;
        if (ticket.allowedActions.contains(action) && !isOthers)
            return action;
    }
    return std::nullopt;
}

QString EndingDesk::words(Action action) {
    switch (action) {
    case Action::Refuse:
        return tr("Decline the order");
    case Action::ReturnGoods:
        return tr("Nobody took it");
    default:
        return tr("Cancel the order");
    }
}

void EndingDesk::ask(OrderId order, Action action) {
    const contract::TicketView *ticket = m_book.shown(order);
    if (!ticket || !ticket->allowedActions.contains(action))
        return;
    const QString total = moneyText(ticket->total);
    const bool isDue = ticket->paymentMethod == PaymentMethod::OnDelivery;
    desk::EndSheet::Asked asked;
    asked.title = action == Action::Refuse        ? tr("Decline no. %1?").arg(ticket->number)
                  : action == Action::ReturnGoods ? tr("Bring no. %1 back?").arg(ticket->number)
                                                  : tr("Cancel no. %1?").arg(ticket->number);
    asked.who = tr("%1 is told at once, and reads your reason.").arg(ticket->customerName);
    if (isDue) {
        asked.money = tr("Nothing is taken for it");
        asked.more = tr("It was to be paid when it is handed over.");
    } else if (action == Action::ReturnGoods) {
        asked.money = tr("%1 stays paid").arg(total);
        asked.more = tr("The goods were made; the customer gets nothing back.");
    } else {
        asked.money = tr("%1 goes back to the customer").arg(total);
        asked.more = tr("All of it. Nothing of this order is paid out to the shop.");
    }
    // Then it is nobody's fault in the shop.
    asked.moreFor[EndReason::NoRider] = isDue ? tr("Soban bears the cost of what you have made.")
                                              : tr("All of it. Soban bears the cost.");
    asked.agree = words(action);
    asked.keep = tr("Back");
    asked.reasons = reasonsFor(action, Role::Shop);
    asked.reasons.removeIf([ticket](EndReason reason) { return !fits(reason, *ticket); });
    asked.likeliest = likeliest(*ticket, action);
    auto *sheet = new desk::EndSheet(asked, m_owner->window());
    connect(sheet, &desk::EndSheet::agreed, this,
            [this, order, action](const contract::EndRequest &request) {
                m_steps.end(order, action, request);
            });
}

} // namespace soban::shop_app
