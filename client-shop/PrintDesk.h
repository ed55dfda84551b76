// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client-shop/BackRoom.h"
#include "client-shop/PrintLog.h"
#include "client-shop/PrintSettings.h"
#include "client-shop/ShopState.h"
#include "client-shop/TicketBook.h"
#include "client-shop/TicketPaper.h"

#include <memory>

namespace soban::shop_app {

/// Brings tickets onto paper: each accepted order once by itself, if this computer is set to, and
/// any when asked for. What went to the printer is written down before and after, so that after a
/// crash a ticket is never missing, and a second one says that it is a copy.
class PrintDesk : public QObject {
    Q_OBJECT

public:
    PrintDesk(const Services &services, const TicketBook &book, const ShopState &shop,
              QObject *parent = nullptr);

    /// By hand; marked as a copy if it is on paper already.
    void print(OrderId order);
    /// Whether another print of it would be a copy.
    bool isPrinted(OrderId order) const;

signals:
    /// Also of what comes by itself.
    void printedChanged();
    /// What was asked for; of what comes by itself nothing is said.
    void printed(int number, const QString &where, bool isCopy);
    void failed(int number, soban::shop_app::PrintFault fault);

private:
    void considerAll();
    void consider(OrderId order);
    void printAnew(OrderId order);
    bool isDue(const contract::TicketView &ticket) const;
    void send(const contract::TicketView &ticket);
    void take(OrderId order, int number, bool isCopy, const PrintOutcome &outcome);
    QString fileFor(const contract::TicketView &ticket, bool isCopy) const;

    Services m_services;
    const TicketBook &m_book;
    const ShopState &m_shop;
    std::shared_ptr<PrintLog> m_log; ///< touched in the back room only
    PrintLog::States m_states;
    bool m_isOpen = false; ///< the log has been read
    QSet<OrderId> m_underWay;
    QSet<OrderId> m_asked;    ///< of these: by hand
    QSet<OrderId> m_outdated; ///< of these: changed meanwhile
    QSet<OrderId> m_refused;  ///< failed, and not tried again before something is set otherwise
    BackRoom m_room;          ///< ends first: its work is done by then
};

} // namespace soban::shop_app
