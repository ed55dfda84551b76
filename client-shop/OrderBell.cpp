// SPDX-License-Identifier: GPL-3.0-or-later
#include "client-shop/OrderBell.h"

#include "ui/Formats.h"
#include "ui/Look.h"

namespace soban::shop_app {

namespace {

QString dishesOf(const contract::TicketView &ticket) {
    QStringList lines;
    for (const OrderLine &line : ticket.lines)
        lines.append(QStringLiteral("%1 × %2")
                         .arg(line.quantity)
                         .arg(line.name.in(ui::Look::of(nullptr).language())));
    return lines.join(QStringLiteral(", "));
}

} // namespace

OrderBell::OrderBell(const Services &services, const TicketBook &book, const ShopState &shop,
                     QObject *parent)
    : QObject(parent), m_services(services), m_book(book), m_shop(shop) {
    connect(&book, &TicketBook::ticketArrived, this, &OrderBell::announce);
    connect(&book, &TicketBook::ticketChanged, this, &OrderBell::fit);
    connect(&book, &TicketBook::loaded, this, &OrderBell::fit);
    connect(&shop, &ShopState::changed, this,
            [this] { m_services.sounds.setOrdersMustRing(m_shop.takesOrders()); });
    connect(&book, &TicketBook::ticketDue, this, &OrderBell::callToBegin);
    // Once for each, however often it is told.
    connect(&book, &TicketBook::ticketMarked, this, [this](OrderId order) {
        const TicketMark *mark = m_book.mark(order);
        if (mark && mark->kind == TicketMark::Kind::NoRider)
            tellOfNoRider(order);
        if (mark)
            m_services.sounds.play(mark->kind == TicketMark::Kind::Cancelled
                                       ? desk::SoundKind::Cancelled
                                       : desk::SoundKind::TicketChanged);
    });
}

OrderBell::~OrderBell() {
    m_services.sounds.stopRinging();
    m_services.sounds.setOrdersMustRing(false);
    m_services.notifier.setSummary({});
}

void OrderBell::announce(OrderId order) {
    const contract::TicketView *ticket = m_book.shown(order);
    if (!ticket)
        return;
    m_services.notifier.notify(
        {tr("New order %1 · %2").arg(ticket->number).arg(ui::moneyText(ticket->total)),
         wordsOf(*ticket), true});
    emit orderArrived();
}

void OrderBell::callToBegin(OrderId order) {
    const contract::TicketView *ticket = m_book.shown(order);
    if (!ticket || !ticket->wantedAt)
        return;
    const QString wanted = m_shop.here().clock(*ticket->wantedAt);
    m_services.notifier.notify(
        {tr("Time to begin no. %1, wanted %2").arg(ticket->number).arg(wanted), wordsOf(*ticket),
         true});
    m_services.sounds.play(desk::SoundKind::NewOrder);
}

void OrderBell::tellOfNoRider(OrderId order) {
    const contract::TicketView *ticket = m_book.shown(order);
    if (!ticket)
        return;
    m_services.notifier.notify({tr("No rider has taken no. %1").arg(ticket->number),
                                m_shop.here().hasOwnDelivery
                                    ? tr("Deliver it yourself, or cancel it: Soban bears the cost.")
                                    : tr("Cancel it: Soban bears the cost."),
                                true});
}

/// Somebody may have two shops open, and each has an order of that number.
QString OrderBell::wordsOf(const contract::TicketView &ticket) const {
    const auto &settings = m_shop.settings();
    const QString dishes = dishesOf(ticket);
    return settings ? settings->name.in(ui::Look::of(nullptr).language()) + u" · " + dishes
                    : dishes;
}

void OrderBell::fit() {
    const int waiting = m_book.countOf(OrderState::Placed);
    if (waiting > 0)
        m_services.sounds.startRinging();
    else
        m_services.sounds.stopRinging();
    m_services.notifier.setSummary(waiting == 0   ? QString()
                                   : waiting == 1 ? tr("1 new order")
                                                  : tr("%1 new orders").arg(waiting));
}

} // namespace soban::shop_app
