// SPDX-License-Identifier: GPL-3.0-or-later
#include "client-shop/StepDesk.h"

#include "client/Calls.h"

#include <algorithm>

namespace soban::shop_app {

StepDesk::StepDesk(const Services &services, TicketBook &book, const ShopState &shop,
                   QObject *parent)
    : QObject(parent), m_services(services), m_book(book), m_shop(shop) {}

StepDesk::~StepDesk() {
    if (!m_held)
        return;
    // The journal keeps it, should the program end before it is through.
    const contract::TicketView *ticket = m_book.known(m_held->order);
    if (ticket && !m_inFlight.contains(m_held->order))
        m_services.commands.submit(commandOf(*ticket, *m_held));
}

int StepDesk::minutesFor(const contract::TicketView &ticket) const {
    return m_minutes.value(ticket.id, m_shop.preparationMinutes());
}

void StepDesk::lengthen(OrderId order, int byMinutes) {
    const contract::TicketView *ticket = m_book.shown(order);
    if (!ticket)
        return;
    const int now = minutesFor(*ticket); // as promised, be it as short or long as it may
    m_minutes[order] =
        std::clamp(now + byMinutes, std::min(now, kLeastMinutes), std::max(now, kMostMinutes));
    emit minutesChanged(order);
}

void StepDesk::take(OrderId order, Action action) {
    const contract::TicketView *ticket = m_book.shown(order);
    if (!ticket || !ticket->allowedActions.contains(action))
        return;
    release(); // one at a time
    const bool isPatient =
        action == Action::Start || action == Action::Finish || action == Action::PickUp;
    if (isPatient) {
        emit heldBack(ticket->number, action);
        m_held = Step{order, action};
        m_book.hold(order, action);
        return;
    }
    const auto minutes =
        action == Action::Accept ? std::optional(minutesFor(*ticket)) : std::nullopt;
    m_book.hold(order, action, minutes);
    enqueue({order, action});
}

void StepDesk::release() {
    const auto held = std::exchange(m_held, std::nullopt);
    if (!held)
        return;
    emit released();
    enqueue(*held);
}

void StepDesk::undo() {
    const auto held = std::exchange(m_held, std::nullopt);
    if (!held)
        return;
    m_book.takeBackLatest(held->order);
    emit takenBack(held->order);
}

void StepDesk::enqueue(const Step &step) {
    m_due[step.order].append(step);
    pump(step.order);
}

void StepDesk::pump(OrderId order) {
    const contract::TicketView *ticket = m_book.known(order);
    if (!ticket || m_inFlight.contains(order) || m_due.value(order).isEmpty())
        return;
    m_inFlight.insert(order);
    const Step step = m_due.value(order).first();
    m_services.commands.submit(
        commandOf(*ticket, step), this,
        client::Callback<contract::TicketView>([this, order, step](const auto &answer) {
            m_inFlight.remove(order);
            if (answer) {
                m_due[order].removeFirst();
                taken(step, *answer);
                pump(order);
                return;
            }
            // What was built upon it is off, too.
            m_due.remove(order);
            if (m_held && m_held->order == order)
                m_held.reset();
            m_book.dropHolds(order);
            m_book.fetch(order);
            emit failed(answer.error());
        }));
}

void StepDesk::taken(const Step &step, const contract::TicketView &ticket) {
    m_book.put(ticket);
    if (step.isShownAtOnce())
        m_book.settleOldest(step.order);
    else if (step.ending)
        emit ended(ticket.number, step.action);
    else
        emit extended(ticket.number, step.minutes);
}

client::Command<contract::TicketView> StepDesk::commandOf(const contract::TicketView &ticket,
                                                          const Step &step) const {
    switch (step.action) {
    case Action::Refuse:
        return client::calls::refuseTicket(ticket.id, ticket.version, *step.ending);
    case Action::Cancel:
        return client::calls::cancelTicket(ticket.id, ticket.version, *step.ending);
    case Action::ReturnGoods:
        return client::calls::returnTicket(ticket.id, ticket.version, *step.ending);
    case Action::Extend:
        return client::calls::extendTicket(ticket.id, ticket.version, {step.minutes});
    case Action::Accept:
        return client::calls::acceptTicket(ticket.id, ticket.version, {minutesFor(ticket)});
    case Action::Start:
        return client::calls::startTicket(ticket.id, ticket.version);
    case Action::TakeOver:
        return client::calls::takeOverTicket(ticket.id, ticket.version);
    case Action::PickUp:
        return client::calls::pickUpTicket(ticket.id, ticket.version);
    default:
        return client::calls::finishTicket(ticket.id, ticket.version);
    }
}

/// After what was pressed before: a step that is held back cannot be undone any more.
void StepDesk::end(OrderId order, Action action, const contract::EndRequest &request) {
    release();
    enqueue({order, action, request});
}

void StepDesk::extend(OrderId order, int minutes) {
    release();
    enqueue({order, Action::Extend, {}, minutes});
}

void StepDesk::handOver(OrderId order, const contract::HandOverRequest &proof,
                        client::Callback<contract::TicketView> answered) {
    if (const contract::TicketView *ticket = m_book.known(order))
        submit(client::calls::handOverTicket(order, ticket->version, proof), std::move(answered));
}

void StepDesk::collect(OrderId order, const contract::CollectRequest &proof,
                       client::Callback<contract::TicketView> answered) {
    if (const contract::TicketView *ticket = m_book.known(order))
        submit(client::calls::collectTicket(order, ticket->version, proof), std::move(answered));
}

void StepDesk::submit(const client::Command<contract::TicketView> &command,
                      client::Callback<contract::TicketView> answered) {
    m_services.commands.submit(command, this,
                               client::Callback<contract::TicketView>(
                                   [this, answered = std::move(answered)](const auto &answer) {
                                       if (answer)
                                           m_book.put(*answer);
                                       answered(answer);
                                   }));
}

} // namespace soban::shop_app
