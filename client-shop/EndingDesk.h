// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client-shop/StepDesk.h"

class QWidget;

namespace soban::shop_app {

/// Ends orders without their goods: asks for the reason over the window, says what becomes of the
/// money, and has the step taken.
class EndingDesk : public QObject {
    Q_OBJECT

public:
    EndingDesk(const TicketBook &book, StepDesk &steps, QWidget *owner);

    /// Nothing if the ticket does not allow it any more.
    void ask(OrderId order, Action action);
    /// What the shop may end the ticket by; nothing if it may not.
    static std::optional<Action> wayToEnd(const contract::TicketView &ticket);
    /// "Decline the order"
    static QString words(Action action);

private:
    const TicketBook &m_book;
    StepDesk &m_steps;
    QWidget *m_owner;
};

} // namespace soban::shop_app
