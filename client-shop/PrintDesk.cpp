// SPDX-License-Identifier: GPL-3.0-or-later
#include "client-shop/PrintDesk.h"

#include "client-shop/KitchenTicket.h"

namespace soban::shop_app {

PrintDesk::PrintDesk(const Services &services, const TicketBook &book, const ShopState &shop,
                     QObject *parent)
    : QObject(parent)
    , m_services(services)
    , m_book(book)
    , m_shop(shop)
    , m_log(std::make_shared<PrintLog>(services.printLogFile)) {
    m_room.run(
        this, [log = m_log] { return log->open(); },
        [this](const PrintLog::States &states) {
            m_states = states;
            m_isOpen = true;
            emit printedChanged();
            considerAll();
        });
    connect(&book, &TicketBook::ticketChanged, this, &PrintDesk::consider);
    connect(&book, &TicketBook::loaded, this, &PrintDesk::considerAll);
    connect(&book, &TicketBook::ticketMarked, this, &PrintDesk::printAnew);
    connect(&services.printing, &PrintSettings::changed, this, [this] {
        m_refused.clear();
        considerAll();
    });
}

void PrintDesk::considerAll() {
    for (int row = 0; row < m_book.rowCount(); ++row)
        consider(m_book.at(row).id);
}

void PrintDesk::consider(OrderId order) {
    // As the server knows it: an acceptance that is still on its way may be refused.
    const contract::TicketView *ticket = m_book.known(order);
    if (ticket && isDue(*ticket))
        send(*ticket);
}

/// The slip in the kitchen is not right any more.
void PrintDesk::printAnew(OrderId order) {
    const TicketMark *mark = m_book.mark(order);
    if (!mark || mark->kind != TicketMark::Kind::Changed || !m_services.printing.since())
        return;
    const contract::TicketView *ticket = m_book.known(order);
    if (m_underWay.contains(order))
        m_outdated.insert(order);
    else if (m_isOpen && isPrinted(order))
        send(*ticket);
}

bool PrintDesk::isDue(const contract::TicketView &ticket) const {
    // What is ready needs no ticket any more.
    const bool isInKitchen =
        ticket.state == OrderState::Accepted || ticket.state == OrderState::Preparing;
    const auto since = m_services.printing.since();
    if (!m_isOpen || !m_shop.settings() || !isInKitchen || !since || !ticket.times.accepted ||
        *ticket.times.accepted < *since)
        return false;
    return m_states.value(ticket.id, PrintState::Failed) != PrintState::Done &&
           !m_underWay.contains(ticket.id) && !m_refused.contains(ticket.id);
}

void PrintDesk::print(OrderId order) {
    const contract::TicketView *ticket = m_book.known(order);
    if (!m_isOpen || !ticket || m_underWay.contains(order))
        return;
    m_asked.insert(order);
    send(*ticket);
}

bool PrintDesk::isPrinted(OrderId order) const {
    return m_states.value(order, PrintState::Failed) != PrintState::Failed;
}

void PrintDesk::send(const contract::TicketView &ticket) {
    const bool isCopy = isPrinted(ticket.id);
    const auto &settings = m_shop.settings();
    const Language language = ui::Look::of(nullptr).language();
    const PaperSheet sheet =
        KitchenTicket::sheetOf(ticket, {settings ? settings->name.in(language) : QString(),
                                        language, m_shop.here(), isCopy});
    const QString file =
        m_services.printing.target() == PrintTarget::Folder ? fileFor(ticket, isCopy) : QString();
    m_underWay.insert(ticket.id);
    m_room.run(
        this,
        [log = m_log, order = ticket.id, sheet, file, isFirst = !isCopy,
         isOnPaper = m_states.value(ticket.id, PrintState::Failed) == PrintState::Done] {
            if (isFirst)
                log->write(order, PrintState::Begun);
            const PrintOutcome outcome =
                file.isEmpty() ? printTicket(sheet) : writeTicketPdf(sheet, file);
            // What may be on paper stays so, whatever becomes of a copy.
            if (!outcome.fault && !isOnPaper)
                log->write(order, PrintState::Done);
            else if (outcome.fault && isFirst)
                log->write(order, PrintState::Failed);
            return outcome;
        },
        [this, order = ticket.id, number = ticket.number, isCopy](const PrintOutcome &outcome) {
            take(order, number, isCopy, outcome);
        });
}

void PrintDesk::take(OrderId order, int number, bool isCopy, const PrintOutcome &outcome) {
    m_underWay.remove(order);
    const bool isAsked = m_asked.remove(order);
    const bool isOutdated = m_outdated.remove(order);
    if (outcome.fault) {
        m_refused.insert(order);
        emit failed(number, *outcome.fault);
        return;
    }
    m_states.insert(order, PrintState::Done);
    emit printedChanged();
    if (isAsked)
        emit printed(number, outcome.where, isCopy);
    if (isOutdated)
        printAnew(order);
}

QString PrintDesk::fileFor(const contract::TicketView &ticket, bool isCopy) const {
    const Here here = m_shop.here();
    const auto stamp = [&](Instant moment, const QString &format) {
        return moment.toUtc().toTimeZone(here.zone).toString(format);
    };
    QString name = QStringLiteral("/ticket-%1-%2")
                       .arg(stamp(ticket.times.created, QStringLiteral("yyyyMMdd")))
                       .arg(ticket.number);
    if (isCopy)
        name += u"-copy-" + stamp(here.now, QStringLiteral("HHmmsszzz"));
    return m_services.printing.folder() + name + QStringLiteral(".pdf");
}

} // namespace soban::shop_app
