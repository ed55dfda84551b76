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
    /// Ends it without its goods: refuses, cancels or brings it back.
    void end(OrderId order, Action action, const contract::EndRequest &request);
    /// Promises a later time: that many minutes more.
    void extend(OrderId order, int minutes);
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
    void extended(int number, int minutes);
    void ended(int number, soban::Action action);
    void failed(const soban::client::ApiError &error);

private:
    struct Step {
        OrderId order;
        Action action;
        std::optional<contract::EndRequest> ending = {}; ///< of one that ends the order
        int minutes = 0;                                 ///< of one that promises a later time

        /// Ends and extensions show once the server has said so; all others at once.
        bool isShownAtOnce() const { return !ending && action != Action::Extend; }
    };

    void submit(const client::Command<contract::TicketView> &command,
                client::Callback<contract::TicketView> answered);
    void enqueue(const Step &step);
    void pump(OrderId order);
    void taken(const Step &step, const contract::TicketView &ticket);
    client::Command<contract::TicketView> commandOf(const contract::TicketView &ticket,
                                                    const Step &step) const;

    Services m_services;
    TicketBook &m_book;
    const ShopState &m_shop;
    QHash<OrderId, int> m_minutes; ///< where they differ from the usual
    std::optional<Step> m_held;
    QHash<OrderId, QList<Step>> m_due; ///< in the order in which they are to be sent
    QSet<OrderId> m_inFlight;
};

} // namespace soban::shop_app
