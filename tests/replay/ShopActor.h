// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/Ordering.h"
#include "replay/Party.h"

namespace soban::replay {

/// A shop that hears of its orders by their events, accepts and begins each at once, and is done
/// when the instance says so.
class ShopActor : public QObject {
    Q_OBJECT

public:
    /// When the order with that note is ready.
    using ReadyAt = std::function<Instant(const QString &note)>;

    ShopActor(const Surroundings &surroundings, const contract::SignInRequest &login,
              ReadyAt readyAt, quint32 seed);

    Party &party() { return m_party; }
    /// Of the owner's account; the shop must be signed in.
    ShopId shop() { return *m_party.session().account()->shopId; }

signals:
    void troubled(const QString &what);

private:
    using Ticket = contract::TicketView;
    using Answer = Result<Ticket, client::ApiError>;

    void hear(const contract::EventEnvelope &event);
    void load(OrderId order);
    void goOn(const Ticket &ticket);
    void finishInTime(const Ticket &ticket);
    int minutesFor(const Ticket &ticket) const;
    void give(const client::Command<Ticket> &command, OrderId order);

    Party m_party;
    const ReadyAt m_readyAt;
};

} // namespace soban::replay
