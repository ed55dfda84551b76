// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client-shop/ShopState.h"
#include "client-shop/TicketBook.h"

#include <QSet>

namespace soban::shop_app {

/// Takes the shop's steps with tickets: shows each at once, sends it, and for those that are not
/// urgent waits first, so that a mistaken tap can be undone (nothing in the life of an order goes
/// back). Steps with one ticket are sent one after the other.
class StepDesk : public QObject {
    Q_OBJECT

public:
    static constexpr int kLeastMinutes = 5, kMostMinutes = 120, kMinuteStep = 5;

    StepDesk(const Services &services, TicketBook &book, const ShopState &shop,
             QObject *parent = nullptr);
    /// Sends what is still held back.
    ~StepDesk() override;

    /// What accepting the ticket promises now.
    int minutesFor(const contract::TicketView &ticket) const;
    void lengthen(OrderId order, int byMinutes);

    /// A step that needs no proof; those that need one are the two below.
    void take(OrderId order, Action action);
    /// At the door.
    void handOver(OrderId order, const contract::HandOverRequest &proof,
                  client::Callback<contract::TicketView> answered);
    /// At the counter.
    void collect(OrderId order, const contract::CollectRequest &proof,
                 client::Callback<contract::TicketView> answered);
    static bool needsProof(Action action) {
        return action == Action::HandOver || action == Action::Collect;
    }
    /// Sends the step that was held back; nothing if there is none.
    void release();
    void undo();

signals:
    /// To be offered for undoing, until `release` or `undo`.
    void heldBack(int number, soban::Action action);
    /// It is too late for undoing.
    void released();
    /// Undone: the ticket is again where it was.
    void takenBack(soban::OrderId order);
    void minutesChanged(soban::OrderId order);
    void failed(const soban::client::ApiError &error);

private:
    struct Step {
        OrderId order;
        Action action;
    };

    void submit(const client::Command<contract::TicketView> &command,
                client::Callback<contract::TicketView> answered);
    void enqueue(const Step &step);
    void pump(OrderId order);
    client::Command<contract::TicketView> commandOf(const contract::TicketView &ticket,
                                                    Action action) const;

    Services m_services;
    TicketBook &m_book;
    const ShopState &m_shop;
    QHash<OrderId, int> m_minutes; ///< where they differ from the usual
    std::optional<Step> m_held;
    QHash<OrderId, QList<Action>> m_due; ///< in the order in which they are to be sent
    QSet<OrderId> m_inFlight;
};

} // namespace soban::shop_app
